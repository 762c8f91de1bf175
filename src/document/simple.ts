// The plainest Markdown, read many times as fast as by the parser: paragraphs, headings, flat lists, quotes, tables,
// fenced code. Whatever is not that plain is refused here and read by markdown.ts. Inline content: simple-inline.ts.
import type {Range} from '../text/range.js'
import {readMetadata} from './metadata.js'
import {readPlainYaml} from './metadata-plain.js'
import type {Reader} from './reader.js'
import {readInline} from './simple-inline.js'

/** Lines of a part of the source, without their endings. */
interface Lines {
  readonly source: string
  readonly ranges: readonly Range[]
  /** The next line to read. */
  at: number
}

/** Reads the lines that make one block, or says that it does not know them. */
type Run = (lines: Lines, reader: Reader) => boolean

/**
 * Read a piece of Markdown if it is plain.
 *
 * @param reader - Fresh; takes the blocks. Of no use where the piece is refused.
 * @param piece - As cut by `splitPieces`.
 * @returns Whether it was read, with just the blocks that `readMarkdown` finds.
 */
export function readSimple(reader: Reader, piece: Range): boolean {
  const {source} = reader
  const lines: Lines = {source, ranges: splitLines(source, piece), at: 0}
  while (lines.at < lines.ranges.length) {
    const {start, end} = lines.ranges[lines.at]!
    if (start === end) lines.at++
    else if (!runAt(source, start, end)(lines, reader)) return false
  }
  return true
}

function splitLines(source: string, {start, end}: Range): Range[] {
  const ranges: Range[] = []
  for (let at = start; at < end; ) {
    const ending = source.indexOf('\n', at)
    const next = ending < 0 || ending >= end ? end : ending
    ranges.push({start: at, end: source[next - 1] === '\r' && next > at ? next - 1 : next})
    at = next + 1
  }
  return ranges
}

const refuse: Run = () => false

/** Tell by its first units what a line begins. */
function runAt(source: string, start: number, end: number): Run {
  switch (source[start]) {
    case '#':
      return readHeading
    case '>':
      return readQuote
    case '|':
      return readTable
    case '-':
    case '+':
      return start === 0 && source.startsWith('---') ? readFrontMatter : readList
    case '`':
    case '~':
      return source.startsWith('```', start) || source.startsWith('~~~', start) ? readFence : readParagraph
    case '*':
      return source[start + 1] === ' ' ? readList : readParagraph
    default:
      if (isNumber(source, start, end)) return readList
      return isParagraphStart(source, start, end) ? readParagraph : refuse
  }
}

function readFrontMatter(lines: Lines, reader: Reader): boolean {
  const {source, ranges} = lines
  if (source.slice(ranges[0]!.start, ranges[0]!.end) !== '---') return false
  const closing = ranges.findIndex(({start, end}, index) => index > 0 && source.slice(start, end) === '---')
  if (closing < 0) return false
  readMetadata(reader, {language: 'yaml', range: {start: ranges[1]!.start, end: ranges[closing]!.start}})
  lines.at = closing + 1
  return true
}

/** Whether a piece is front matter in plain YAML, in which nothing can be wrong and nothing is written in another way. */
export function isPlainFrontMatter(piece: string): boolean {
  const [, text] = /^---\r?\n((?:.*\n)*?)---\r?\n?$/.exec(piece) ?? []
  return text !== undefined && !text.includes("''") && readPlainYaml(text) !== undefined
}

function readFence(lines: Lines): boolean {
  const {source, ranges} = lines
  const {start, end} = ranges[lines.at]!
  const [, fence] = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(source.slice(start, end)) ?? []
  if (fence === undefined) return false
  const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`)
  do lines.at++
  while (
    lines.at < ranges.length &&
    !closing.test(source.slice(ranges[lines.at]!.start, ranges[lines.at]!.end))
  )
  lines.at++
  return true
}

function readHeading(lines: Lines, reader: Reader): boolean {
  const {source, ranges} = lines
  const {start, end} = ranges[lines.at]!
  const [mark, signs] = /^(#{1,6}) (?=[^\s#])/.exec(source.slice(start, end)) ?? []
  if (mark === undefined || signs === undefined || source[end - 1] === '#') return false
  const draft = reader.openDraft('heading')
  draft.depth = signs.length
  lines.at++
  const isRead = readInline(reader, draft, [{start: start + mark.length, end}])
  reader.closeSink()
  return isRead
}

function readParagraph(lines: Lines, reader: Reader): boolean {
  const {source, ranges} = lines
  const first = lines.at
  while (lines.at < ranges.length && isParagraphLine(source, ranges[lines.at]!)) lines.at++
  const draft = reader.openDraft('paragraph')
  const isRead = first < lines.at && isEnd(lines) && readInline(reader, draft, ranges.slice(first, lines.at))
  reader.closeSink()
  return isRead
}

function readQuote(lines: Lines, reader: Reader): boolean {
  const {source, ranges} = lines
  const content: Range[] = []
  for (; lines.at < ranges.length && ranges[lines.at]!.start < ranges[lines.at]!.end; lines.at++) {
    const {start, end} = ranges[lines.at]!
    if (!source.startsWith('> ', start) || !isParagraphLine(source, {start: start + 2, end})) return false
    content.push({start: start + 2, end})
  }
  const draft = reader.openDraft('paragraph')
  const isRead = readInline(reader, draft, content)
  reader.closeSink()
  return isRead
}

/** Items of one paragraph each, with or without blank lines between. */
function readList(lines: Lines, reader: Reader): boolean {
  const {source, ranges} = lines
  const group = reader.newGroup()
  const sign = signOf(markerAt(source, ranges[lines.at]!))
  while (lines.at < ranges.length) {
    const range = ranges[lines.at]!
    if (range.start === range.end) {
      lines.at++
      continue
    }
    const marker = markerAt(source, range)
    // Behind a blank line the list may be over; its end is not looked for here.
    if (marker === '' || signOf(marker) !== sign) return false
    const content = [{start: range.start + marker.length, end: range.end}]
    if (!isParagraphLine(source, content[0]!)) return false
    for (lines.at++; lines.at < ranges.length; lines.at++) {
      const start = ranges[lines.at]!.start + marker.length
      if (!isIndented(source, ranges[lines.at]!, marker.length)) break
      content.push({start, end: ranges[lines.at]!.end})
    }
    const draft = reader.openDraft('paragraph', group)
    const isRead =
      content.every((line) => isParagraphLine(source, line)) && readInline(reader, draft, content)
    reader.closeSink()
    if (!isRead) return false
  }
  return true
}

/** A list item's marker with one blank, or nothing. */
function markerAt(source: string, {start, end}: Range): string {
  return /^(?:[-+*]|\d{1,9}[.)]) (?=\S)/.exec(source.slice(start, Math.min(end, start + 12)))?.[0] ?? ''
}

/** What tells the items of one list from those of another. */
function signOf(marker: string): string {
  return marker.charAt(marker.length - 2)
}

function isIndented(source: string, {start, end}: Range, width: number): boolean {
  if (end - start <= width) return false
  for (let at = start; at < start + width; at++) if (source[at] !== ' ') return false
  return source[start + width] !== ' '
}

function readTable(lines: Lines, reader: Reader): boolean {
  const {source, ranges} = lines
  const header = splitRow(source, ranges[lines.at]!)
  const below = ranges[lines.at + 1]
  const delimiters = below && splitRow(source, below)
  if (!header || !delimiters || delimiters.length !== header.length) return false
  if (!delimiters.every(({start, end}) => /^:?-+:?$/.test(source.slice(start, end)))) return false
  const group = reader.newGroup()
  const first = lines.at
  for (; lines.at < ranges.length && ranges[lines.at]!.start < ranges[lines.at]!.end; lines.at++) {
    const row = splitRow(source, ranges[lines.at]!)
    if (!row || row.length !== header.length) return false
    if (lines.at === first + 1) continue
    for (const cell of row) {
      const draft = reader.openDraft('cell', group)
      const isRead = readInline(reader, draft, [cell])
      reader.closeSink()
      if (!isRead) return false
    }
  }
  return true
}

/** The cells of a row between two outer pipes, without the blanks around them; none may be empty. */
function splitRow(source: string, {start, end}: Range): Range[] | undefined {
  if (source[start] !== '|' || source[end - 1] !== '|' || end - start < 3) return undefined
  const cells: Range[] = []
  for (let from = start + 1; from < end; ) {
    const pipe = source.indexOf('|', from)
    let [left, right] = [from, pipe]
    while (left < right && source[left] === ' ') left++
    while (left < right && source[right - 1] === ' ') right--
    if (left === right) return undefined
    cells.push({start: left, end: right})
    from = pipe + 1
  }
  return cells
}

/** Whether a paragraph may end before the next line: at a blank one, or none, or a heading. */
function isEnd({source, ranges, at}: Lines): boolean {
  const next = ranges[at]
  return next === undefined || next.start === next.end || source[next.start] === '#'
}

function isParagraphLine(source: string, {start, end}: Range): boolean {
  return isParagraphStart(source, start, end) && !isNumber(source, start, end)
}

/** Such a tag makes no block of HTML where words follow on its line. @see CommonMark 0.31.2, section 4.6 */
const phrasingTag = /^<\/?(?:a|abbr|b|em|i|kbd|mark|s|small|span|strong|sub|sup|u)(?: [^<>\n]*)?>[ \t]*[^\s<]/

/** Whether a line cannot begin or be anything but a paragraph, or go on with one. */
function isParagraphStart(source: string, start: number, end: number): boolean {
  if (start >= end) return false
  const unit = source.charCodeAt(start)
  if (unit > 0x7f) return unit !== 0xfeff
  if (isLetterOrDigit(unit)) return true
  const next = source[start + 1]
  switch (source[start]) {
    case '*':
      return next === '*' ? !/[\s*]/.test(source[start + 2] ?? ' ') : !/[\s*]/.test(next ?? ' ')
    case '`':
      return next !== '`'
    case '$':
      return next !== '$'
    case '<':
      return phrasingTag.test(source.slice(start, end))
    default:
      return '"\'([%&/.'.includes(source[start]!)
  }
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)
}

/** Whether a line begins as an item of an ordered list may. */
function isNumber(source: string, start: number, end: number): boolean {
  const unit = source.charCodeAt(start)
  if (unit < 0x30 || unit > 0x39) return false
  return /^\d{1,9}[.)](?:\s|$)/.test(source.slice(start, Math.min(end, start + 12)))
}
