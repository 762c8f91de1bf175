// Where new words go when the old ones lie across emphasis or links. Who writes them there: draft.ts.
import type {Mark} from '../model.js'
import {type Range, rangeContains} from '../text/range.js'

/** Why no place for the new words can be named. */
export interface Homeless {
  readonly reason: string
}

/**
 * Name the places in a block where new words may go, best first.
 *
 * A place is a run of units inside the same marks. The mark that holds the most of the old words keeps the
 * new ones; inside it the longest run, then the first. Words without a mark come last: emphasis that a writer
 * set is kept while it can be. A link is never emptied: if all its text is replaced, the new words go into
 * it, and where that would be due to two links there is no place.
 *
 * @param marks - Those of the block that share units with the span, as `marksOver` gives them.
 * @param span - The words that go away, in units of the block's text; not empty.
 */
export function findHomes(marks: readonly Mark[], span: Range): Range[] | Homeless {
  const links = marks.filter((mark) => mark.kind === 'link' && isEmptied(mark, span))
  if (links.length > 1) return {reason: 'It covers the text of two links, and neither may be left empty'}
  const link = links[0]
  const touching = marks.filter((mark) => !rangeContains(mark.span, span))
  const homes = splitAtMarks(span, touching)
    .filter((home) => !link || rangeContains(link.span, home))
    .map((home) => ({home, held: heldByBestMark(home, touching, span), length: home.end - home.start}))
  // Array.prototype.sort is stable, so the first of equals stays first.
  return homes.sort((a, b) => b.held - a.held || b.length - a.length).map(({home}) => home)
}

/**
 * Whether nothing of a mark is left when `span` goes away.
 *
 * A mark without text is not emptied by anybody.
 */
export function isEmptied(mark: Mark, span: Range): boolean {
  return mark.span.start < mark.span.end && rangeContains(span, mark.span)
}

function splitAtMarks(span: Range, marks: readonly Mark[]): Range[] {
  const edges = marks.flatMap((mark) => [mark.span.start, mark.span.end])
  const inner = edges.filter((edge) => span.start < edge && edge < span.end)
  const bounds = [...new Set([span.start, ...inner, span.end])].sort((a, b) => a - b)
  return bounds.slice(1).map((end, index) => ({start: bounds[index]!, end}))
}

function heldByBestMark(home: Range, marks: readonly Mark[], span: Range): number {
  const held = marks
    .filter((mark) => rangeContains(mark.span, home))
    .map((mark) => Math.min(mark.span.end, span.end) - Math.max(mark.span.start, span.start))
  return Math.max(0, ...held)
}
