// A change of prose as source: cut the old words, drop what is left empty, write the new words where they belong.
// Front matter has its own rules, in scalar.ts.
import type {Block, Document, Mark} from '../model.js'
import {type Range, rangeContains} from '../text/range.js'
import type {Change} from './change.js'
import {type Escaping, escapeWords, isPlainProse} from './escape.js'
import {findHomes, isEmptied} from './home.js'
import {closeWithLabel, isLabel} from './label.js'
import {marksOver} from './marks.js'
import {rangeAround, type Splice, spliceSource} from './splice.js'
import {type Place, surroundingsOf} from './surroundings.js'

/** How prose is written; the defaults are the usual way, the others are for when the proof refuses that. */
export interface ProseOptions {
  /** Default `needed`. */
  readonly escaping?: Escaping
  /** Which of the places for the new words, 0 for the best. Default 0. */
  readonly home?: number
  /** Where in the source closings stand whose label another edit writes. Default none. */
  readonly labelled?: ReadonlySet<number>
}

/** What is written for a change. */
export interface WrittenProse extends Splice {
  /** Marks that went because nothing was left in them. */
  readonly dropped: readonly Mark[]
  /** References that name their definition as label now. */
  readonly labelled: readonly Mark[]
}

/**
 * Write a change of prose.
 *
 * @param change - In units of the block's text.
 * @returns What is written, over the change's source and the markers that change with it, or why it cannot be.
 */
export function writeProse(
  document: Document,
  block: Block,
  change: Change,
  options: ProseOptions
): WrittenProse | {readonly reason: string} {
  if (leavesBlankEdge(block, change)) return {reason: 'It would leave blanks at the edge of a line'}
  const marks = marksOver(block, change.span)
  // Most names stand in plain prose: nothing goes, and the new words have one place.
  if (marks.length > 0) return writeAmongMarks(document, block, change, {...options, marks})
  if ((options.home ?? 0) > 0) return noOtherPlace
  const {starts, ends} = block
  const {start, end} = change.span
  const range = {start: starts[start]!, end: ends[end - 1]!}
  const text = writeWords(document, block, change, {
    place: {range, head: '', tail: gapsBetween(document.source, block, change.span)},
    escaping: options.escaping
  })
  return {range, text, dropped: noMarks, labelled: noMarks}
}

const noMarks: readonly Mark[] = []
const noOtherPlace = {reason: 'There is no other place for the new words'}

/** What stands between the source of some units: the prefixes of a container on a wrapped line. */
function gapsBetween(source: string, {starts, ends}: Block, span: Range): string {
  let gaps = ''
  let end = starts[span.start]!
  for (let unit = span.start; unit < span.end; unit++) {
    const start = starts[unit]!
    if (start > end) gaps += source.slice(end, start)
    end = ends[unit]!
  }
  return gaps
}

interface AmongMarks extends ProseOptions {
  /** Those over the change, at least one. */
  readonly marks: readonly Mark[]
}

/** As `writeProse`, where marks lie over the old words. */
function writeAmongMarks(
  document: Document,
  block: Block,
  change: Change,
  options: AmongMarks
): WrittenProse | {readonly reason: string} {
  const {marks} = options
  const homes = findHomes(marks, change.span)
  if ('reason' in homes) return homes
  const home = homes[options.home ?? 0]
  if (!home) return noOtherPlace
  const dropped = marks.filter(
    (mark) => isEmptied(mark, change.span) && (change.text === '' || !rangeContains(mark.span, home))
  )
  if (dropped.some(({kind}) => kind === 'link')) return {reason: 'It would leave a link without text'}
  const labelled = marks.filter(isLabel)

  const cuts = [
    ...cutRanges(block, {start: change.span.start, end: home.start}),
    ...cutRanges(block, {start: home.start, end: change.span.end}),
    ...dropped.flatMap(({open, close}) => [open, close])
  ]
  const labels = labelled.filter(({close}) => !options.labelled?.has(close.start))
  const splices = [
    ...cuts.map((range) => ({range, text: ''})),
    ...labels.map((mark) => ({range: mark.close, text: closeWithLabel(document.source, block, mark)}))
  ].sort((a, b) => a.range.start - b.range.start)
  const range = rangeAround(splices.map((splice) => splice.range))
  const at = block.starts[home.start]!
  const head = spliceSource(
    document.source,
    {start: range.start, end: at},
    splices.filter((splice) => splice.range.start < at)
  )
  const tail = spliceSource(
    document.source,
    {start: at, end: range.end},
    splices.filter((splice) => splice.range.start >= at)
  )
  const text = writeWords(document, block, change, {place: {range, head, tail}, escaping: options.escaping})
  return {range, text, dropped, labelled}
}

interface Writing {
  readonly place: Omit<Place, 'isFirst'>
  readonly escaping: Escaping | undefined
}

/** The new words, with what is written in front of them and behind them. */
function writeWords(
  document: Document,
  block: Block,
  {span, text}: Change,
  {place, escaping = 'needed'}: Writing
): string {
  const {range, head, tail} = place
  const isFirst = isLineStart(block, span.start)
  if (isPlainProse(text, isFirst)) return head + text + tail
  const around = surroundingsOf(document, block, {range, head, tail, isFirst})
  return head + escapeWords(text, around, escaping) + tail
}

/**
 * Markdown drops blanks at the edges of lines. The proof would notice as well, but not where another edit
 * takes the line's edge away, and then this edit would hang on that one.
 */
function leavesBlankEdge({kind, text}: Block, {span, text: words}: Change): boolean {
  if (kind === 'line') return false
  const before = text[span.start - 1] ?? ''
  const after = text[span.end] ?? ''
  // Brackets and quotes keep the blanks inside of them.
  const isEdge = (unit: string): boolean =>
    unit === '\n' || (unit === '' && kind !== 'alt' && kind !== 'title')
  return (
    (isEdge(before) && /^[ \t\n]/.test(words || after)) || (isEdge(after) && /[ \t\n]$/.test(words || before))
  )
}

/** The source of some units, in as few ranges as there are gaps between them. */
function cutRanges(block: Block, span: Range): Range[] {
  const ranges: {start: number; end: number}[] = []
  for (let unit = span.start; unit < span.end; unit++) {
    const start = block.starts[unit]!
    const last = ranges.at(-1)
    // Several units may share their source.
    if (last && (start === last.end || start === block.starts[unit - 1])) last.end = block.ends[unit]!
    else ranges.push({start, end: block.ends[unit]!})
  }
  return ranges
}

function isLineStart({kind, text}: Block, unit: number): boolean {
  return kind !== 'alt' && kind !== 'title' && (unit === 0 || text[unit - 1] === '\n')
}
