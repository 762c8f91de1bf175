// Word diff for people in a terminal: each changed line, old words struck, new ones after them. For git: patch.ts.
import type {FileReport} from '../model.js'
import {createLocator} from '../text/location.js'
import {showLines, showSafely} from '../text/show.js'
import {type Change, type ChangeOptions, listChanges} from './change.js'
import {plainStyle, type Style} from './style.js'
import {keepEnd, keepStart, padText} from './width.js'

/** How a word diff is shown. */
export interface WordsOptions extends ChangeOptions {
  /** Default: no colours. */
  readonly style?: Style
  /** Columns of unchanged text kept on each side of a change. Default 60. */
  readonly context?: number
}

/**
 * Show what changes, word by word, under a heading for each text.
 *
 * With colours, old words are red and struck, new ones green, proposed ones yellow. Without, `[-old-]{+new+}`,
 * and `{?new?}` for a proposal. Long lines are cut to the surroundings of their changes.
 *
 * @returns Empty when nothing changes.
 */
export function reportWords(reports: readonly FileReport[], options: WordsOptions = {}): string {
  return reports
    .map((report) => showFile(report, options))
    .filter((text) => text !== '')
    .join('\n')
}

function showFile(report: FileReport, options: WordsOptions): string {
  const {style = plainStyle} = options
  const changes = listChanges(report, options).filter(({before, after}) => before !== after)
  if (changes.length === 0) return ''
  const locator = createLocator(report.source)
  const passages = groupByLine(report.source, changes).map((passage) => ({
    line: String(locator.pointAt(passage.start).line),
    text: showPassage(report.source, passage, options)
  }))
  const width = Math.max(...passages.map(({line}) => line.length))
  const rows = passages.map(
    ({line, text}) =>
      `${style.paint('dim', padText(line, width))}  ${text.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}\n`
  )
  return `${style.paint('bold', showSafely(report.path))}  ${style.paint('dim', countChanges(changes))}\n${rows.join('')}`
}

function countChanges(changes: readonly Change[]): string {
  const fixes = changes.filter(({status}) => status === 'fix').length
  const proposals = changes.length - fixes
  const parts = []
  if (fixes > 0) parts.push(`${fixes} ${fixes === 1 ? 'change' : 'changes'}`)
  if (proposals > 0) parts.push(`${proposals} ${proposals === 1 ? 'proposal' : 'proposals'}`)
  return parts.join(', ')
}

/** The lines that hold some changes. */
interface Passage {
  readonly start: number
  readonly end: number
  readonly changes: readonly Change[]
}

/** Changes whose lines touch are shown together. */
function groupByLine(source: string, changes: readonly Change[]): Passage[] {
  const passages: Passage[] = []
  for (const change of changes) {
    const last = passages.at(-1)
    const end = lineEnd(source, change.end)
    if (last && change.start <= last.end) {
      passages[passages.length - 1] = {
        ...last,
        end: Math.max(end, last.end),
        changes: [...last.changes, change]
      }
    } else {
      passages.push({start: lineStart(source, change.start), end, changes: [change]})
    }
  }
  return passages
}

function lineStart(source: string, at: number): number {
  while (at > 0 && source[at - 1] !== '\n' && source[at - 1] !== '\r') at--
  return at
}

function lineEnd(source: string, at: number): number {
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

function showPassage(
  source: string,
  passage: Passage,
  {style = plainStyle, context = 60}: WordsOptions
): string {
  const {changes} = passage
  let text = ''
  let end = passage.start
  for (const [index, change] of changes.entries()) {
    const between = showLines(source.slice(end, change.start))
    text += index === 0 ? keepEnd(between, context) : keepBoth(between, context)
    text += showChange(change, style)
    end = change.end
  }
  return (text + keepStart(showLines(source.slice(end, passage.end)), context)).replace(/\uFEFF/g, '')
}

/** The middle of a long stretch between two changes goes. */
function keepBoth(text: string, context: number): string {
  const start = keepStart(text, context)
  const end = keepEnd(text, context)
  return start.length + end.length >= text.length ? text : `${start} ${end}`
}

function showChange(change: Change, style: Style): string {
  const {head, before, after, tail} = trimShared(change)
  const isProposal = change.status === 'propose'
  if (!style.hasColours) {
    const added = isProposal ? `{?${after}?}` : `{+${after}+}`
    return `${head}${before && `[-${before}-]`}${after && added}${tail}`
  }
  const removed = before && style.paint(['red', 'strikethrough'], before)
  const added = after && style.paint(isProposal ? 'yellow' : 'green', after)
  return `${head}${removed}${removed && added ? ' ' : ''}${added}${tail}`
}

/** Whole words that old and new share at their ends are shown as unchanged; all of it can be shown in a terminal. */
function trimShared({before, after}: Change): {
  readonly head: string
  readonly before: string
  readonly after: string
  readonly tail: string
} {
  const old = showLines(before).match(/\s+|\S+/g) ?? []
  const now = showLines(after).match(/\s+|\S+/g) ?? []
  const shortest = Math.min(old.length, now.length)
  let head = 0
  while (head < shortest && old[head] === now[head]) head++
  let tail = 0
  while (tail < shortest - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  return {
    head: old.slice(0, head).join(''),
    before: old.slice(head, old.length - tail).join(''),
    after: now.slice(head, now.length - tail).join(''),
    tail: old.slice(old.length - tail).join('')
  }
}
