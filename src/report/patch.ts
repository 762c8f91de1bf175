// Unified patches that `git apply` takes. For people's eyes: words.ts.
import type {FileReport} from '../model.js'
import {type Change, type ChangeOptions, listChanges} from './change.js'

/** Unchanged lines around a change. */
const contextLines = 3

/** Lines of the source that are replaced by lines of the output. */
interface LineChange {
  /** Half-open, in lines from 0. */
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/**
 * Write one unified patch for all texts that change.
 *
 * The hunks come straight from the changes, not from comparing texts: time grows with the number of changes.
 * Lines end with `\n` only, as for git; a `\r` before it is part of the line.
 *
 * @param options - `include: 'proposals'` patches the doubtful ones in too.
 * @returns Empty when nothing changes.
 * @see POSIX `diff -u`; git's `diff --git` header and its quoting of file names.
 */
export function createPatch(reports: readonly FileReport[], options: ChangeOptions = {}): string {
  return reports.map((report) => patchFile(report, listChanges(report, options))).join('')
}

function patchFile({path, source}: FileReport, changes: readonly Change[]): string {
  const real = changes.filter(({before, after}) => before !== after)
  if (real.length === 0) return ''
  const lines = splitLines(source)
  const hunks = groupChanges(changeLines(source, lines, real))
  let shift = 0
  let text = patchHeader(path)
  for (const hunk of hunks) {
    text += writeHunk(lines, hunk, shift)
    for (const change of hunk) shift += change.lines.length - (change.end - change.start)
  }
  return text
}

/** Lines with their `\n`; the last one may have none. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Changes of the same or touching lines become one. */
function changeLines(source: string, lines: readonly string[], changes: readonly Change[]): LineChange[] {
  const changed: LineChange[] = []
  let line = 0
  let lineStart = 0
  for (let index = 0; index < changes.length; ) {
    while (line < lines.length - 1 && lineStart + lines[line]!.length <= changes[index]!.start) {
      lineStart += lines[line++]!.length
    }
    const start = line
    const textStart = lineStart
    let text = ''
    let written = textStart
    // A change belongs to the lines from its first unit to its last; the next may start on the last of them,
    // or on the line behind: all that is removed stands before all that is added.
    do {
      const {start: from, end, after} = changes[index]!
      text += source.slice(written, from) + after
      written = end
      // One that ends with a line ending pulls the next line up to it.
      while (line < lines.length && lineStart <= end) lineStart += lines[line++]!.length
      index++
    } while (index < changes.length && changes[index]!.start < lineStart + (lines[line]?.length ?? 0))
    text += source.slice(written, lineStart)
    changed.push({start, end: line, lines: splitLines(text)})
  }
  return changed
}

function groupChanges(changes: readonly LineChange[]): LineChange[][] {
  const hunks: LineChange[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const change of changes) {
    if (change.start - end <= 2 * contextLines) hunks.at(-1)!.push(change)
    else hunks.push([change])
    end = change.end
  }
  return hunks
}

function writeHunk(lines: readonly string[], hunk: readonly LineChange[], shift: number): string {
  const start = Math.max(0, hunk[0]!.start - contextLines)
  const end = Math.min(lines.length, hunk.at(-1)!.end + contextLines)
  let body = ''
  let at = start
  let added = 0
  for (const change of hunk) {
    body += writeLines(' ', lines.slice(at, change.start))
    body += writeLines('-', lines.slice(change.start, change.end)) + writeLines('+', change.lines)
    added += change.lines.length - (change.end - change.start)
    at = change.end
  }
  body += writeLines(' ', lines.slice(at, end))
  const before = writeRange(start, end - start)
  return `@@ -${before} +${writeRange(start + shift, end - start + added)} @@\n${body}`
}

/** Without lines, the place is told by the line before. */
function writeRange(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`
}

function writeLines(sign: string, lines: readonly string[]): string {
  return lines
    .map((line) => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`))
    .join('')
}

function patchHeader(path: string): string {
  const name = path.replace(/^(?:\.\/)+/, '').replace(/^\/+/, '')
  const old = quotePath(`a/${name}`)
  const now = quotePath(`b/${name}`)
  // After a name with a space comes a tab, or what follows the space would be taken for a date.
  const tab = name.includes(' ') ? '\t' : ''
  return `diff --git ${old} ${now}\n--- ${old}${tab}\n+++ ${now}${tab}\n`
}

/** Names with control characters, quotes or backslashes stand in quotes, as C strings. */
function quotePath(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what git quotes
  if (!/["\\\x00-\x1f\x7f]/.test(path)) return path
  const named: Readonly<Record<string, string>> = {'\n': 'n', '\t': 't', '\r': 'r', '"': '"', '\\': '\\'}
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what git quotes
  const quoted = path.replace(/["\\\x00-\x1f\x7f]/g, (char) => {
    const octal = char.charCodeAt(0).toString(8).padStart(3, '0')
    return `\\${named[char] ?? octal}`
  })
  return `"${quoted}"`
}
