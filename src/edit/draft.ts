// One finding as one edit of the source, by local rules and without parsing. All findings together: plan.ts.
import type {Block, Document, Finding, Mark, PlannedEdit, Refusal} from '../model.js'
import {unitKind} from '../model.js'
import {type Range, rangeContains, rangesOverlap} from '../text/range.js'
import {type Change, findChange} from './change.js'
import {type Escaping, escapeWords} from './escape.js'
import {findHomes, isEmptied} from './home.js'
import {closeWithLabel, isLabel} from './label.js'
import {writeScalar} from './scalar.js'
import {lineAfter, lineBefore, rangeAround, type Splice, spliceSource} from './splice.js'

/** An edit together with what a reader sees afterwards. */
export interface DraftedEdit extends PlannedEdit {
  /** What the block's text holds at `finding.span` afterwards. */
  readonly text: string
  /** Marks that went because nothing was left in them. */
  readonly dropped: readonly Mark[]
  /** References that name their definition as label now. */
  readonly labelled: readonly Mark[]
}

/** How a draft is written; the defaults are the usual way, the others are for when the proof refuses that. */
export interface DraftOptions {
  /** Default `needed`. */
  readonly escaping?: Escaping
  /** Which of the places for the new words, 0 for the best. Default 0. */
  readonly home?: number
  /** Where in the source closings stand whose label another edit writes. Default none. */
  readonly labelled?: ReadonlySet<number>
}

/**
 * Turn a finding into one edit that keeps the markup around it well-formed.
 *
 * The edit's range covers the finding's source, and beyond it the markers of emphasis that is left without
 * words, or the end of a link whose label has to be kept: `[Beanbag]` becomes `[Doubao][Beanbag]`. Words that
 * stay keep their source. For where the new words go see `findHomes`, for how they are written `escapeWords`.
 *
 * @returns The edit, or the reason why there is none: code, addresses and images are never covered, entities
 *   never split, links never emptied, front matter never left unreadable.
 */
export function draftEdit(
  document: Document,
  finding: Finding,
  options: DraftOptions = {}
): DraftedEdit | Refusal {
  const block = document.blocks[finding.block]
  if (!block) return {finding, reason: 'There is no such block; check the file again'}
  const reason = findObstacle(block, finding)
  if (reason !== undefined) return {finding, reason}
  return block.kind === 'metadata'
    ? draftScalar(document, block, finding)
    : draftProse(document, block, finding, options)
}

/** Whether a draft was refused. */
export function isRefusal(outcome: DraftedEdit | Refusal): outcome is Refusal {
  return 'reason' in outcome
}

function findObstacle(block: Block, finding: Finding): string | undefined {
  const {span, replacement} = finding
  if (span.start >= span.end || block.text.slice(span.start, span.end) !== finding.text) {
    return 'The text there is another one; check the file again'
  }
  if (block.kinds.subarray(span.start, span.end).some((kind) => kind !== unitKind.prose)) {
    return 'It covers code, an address, an image or other text that is never edited'
  }
  if (splitsAtom(block, span.start) || splitsAtom(block, span.end)) return 'It would split an entity'
  // Half a character cannot be written to a file, and Markdown reads NUL as U+FFFD.
  if (/[\0\p{Surrogate}]/u.test(replacement)) return 'The new text holds a character that cannot be written'
  return undefined
}

/** Whether the units before and after `at` come from the same source, such as an entity for two units. */
function splitsAtom(block: Block, at: number): boolean {
  return at > 0 && at < block.text.length && block.starts[at] === block.starts[at - 1]
}

function draftProse(
  document: Document,
  block: Block,
  finding: Finding,
  options: DraftOptions
): DraftedEdit | Refusal {
  const change = changeWithin(finding)
  const homes = findHomes(block, change.span)
  if ('reason' in homes) return {finding, reason: homes.reason}
  const home = homes[options.home ?? 0]
  if (!home) return {finding, reason: 'There is no other place for the new words'}
  const dropped = block.marks.filter(
    (mark) => isEmptied(mark, change.span) && (change.text === '' || !rangeContains(mark.span, home))
  )
  if (dropped.some((mark) => mark.kind === 'link'))
    return {finding, reason: 'It would leave a link without text'}
  const isSame = change.text === block.text.slice(change.span.start, change.span.end)
  const labelled = block.marks.filter(
    (mark) => isLabel(mark) && !isSame && rangesOverlap(mark.span, change.span)
  )

  const cuts = [...unitRanges(block, change.span), ...dropped.flatMap((mark) => [mark.open, mark.close])].map(
    (range) => ({range, text: ''})
  )
  const labels = labelled
    .filter((mark) => !options.labelled?.has(mark.close.start))
    .map((mark) => ({range: mark.close, text: closeWithLabel(document.source, block, mark)}))
  const splices = [...cuts, ...labels].sort((a, b) => a.range.start - b.range.start)
  const found = {start: block.starts[finding.span.start]!, end: block.ends[finding.span.end - 1]!}
  const range = rangeAround(
    found,
    splices.map((splice) => splice.range)
  )
  const place = {block, range, splices, at: block.starts[home.start]!}
  const replacement = writeWords(document, change, place, options.escaping ?? 'needed')
  const expected = document.source.slice(range.start, range.end)
  return {range, expected, replacement, finding, text: textAfter(finding, change), dropped, labelled}
}

/** The change in units of the block's text. */
function changeWithin(finding: Finding): Change {
  const {span, text} = findChange(finding.text, finding.replacement)
  const offset = finding.span.start
  return {span: {start: span.start + offset, end: span.end + offset}, text}
}

function textAfter(finding: Finding, change: Change): string {
  const offset = finding.span.start
  const head = finding.text.slice(0, change.span.start - offset)
  return head + change.text + finding.text.slice(change.span.end - offset)
}

/** The source of each unit, once where several units share it. */
function unitRanges(block: Block, span: Range): Range[] {
  const ranges: Range[] = []
  for (let unit = span.start; unit < span.end; unit++) {
    if (unit > span.start && block.starts[unit] === block.starts[unit - 1]) continue
    ranges.push({start: block.starts[unit]!, end: block.ends[unit]!})
  }
  return ranges
}

/** Write the change's words at `place.at` and the splices around them, over `place.range`. */
function writeWords(
  {source, format}: Document,
  change: Change,
  place: {
    readonly block: Block
    readonly range: Range
    readonly splices: readonly Splice[]
    readonly at: number
  },
  escaping: Escaping
): string {
  const {block, range, splices, at} = place
  const head = spliceSource(
    source,
    {start: range.start, end: at},
    splices.filter((splice) => splice.range.start < at)
  )
  const tail = spliceSource(
    source,
    {start: at, end: range.end},
    splices.filter((splice) => splice.range.start >= at)
  )
  const before = lineBefore(source, range.start) + head
  const after = tail + lineAfter(source, range.end)
  const words = escapeWords(
    change.text,
    {
      kind: block.kind,
      format,
      before,
      after,
      startsLine: startsLine(block, change.span.start, before),
      rest:
        lineBefore(source, block.range.start) +
        source.slice(block.range.start, range.start) +
        head +
        tail +
        source.slice(range.end, block.range.end) +
        lineAfter(source, block.range.end),
      delimiter: block.kind === 'title' ? closingDelimiter(source[block.range.start - 1]) : ''
    },
    escaping
  )
  return head + words + tail
}

/** Whether what is written at `unit`, behind `before`, stands where a heading, an item or a quote can begin. */
function startsLine(block: Block, unit: number, before: string): boolean {
  if (block.kind === 'alt' || block.kind === 'title') return false
  if (unit > 0 && block.text[unit - 1] !== '\n') return false
  // Behind the marks of containers only; `#` and `|` open a heading and a cell, where nothing else begins.
  return /^\uFEFF?[\s>*+\-\d.)[\]xX:^\w]*$/.test(before) && !/[#|][ \t]*$/.test(before)
}

function closingDelimiter(opening: string | undefined): string {
  return opening === '(' ? ')' : (opening ?? '')
}

function draftScalar(document: Document, block: Block, finding: Finding): DraftedEdit | Refusal {
  const change = changeWithin(finding)
  const text = textAfter(finding, change)
  const value = block.text.slice(0, finding.span.start) + text + block.text.slice(finding.span.end)
  const written = writeScalar(document.source, block, {change, value})
  if ('reason' in written) return {finding, reason: written.reason}
  const found = {start: block.starts[finding.span.start]!, end: block.ends[finding.span.end - 1]!}
  const range = rangeAround(found, [written.range])
  const expected = document.source.slice(range.start, range.end)
  const replacement = spliceSource(document.source, range, [written])
  return {range, expected, replacement, finding, text, dropped: [], labelled: []}
}
