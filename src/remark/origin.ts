// Where a place in mended text stood in the file: a second plugin reads what the first one mended, but its messages
// are about the file as it is.
import type {Edit} from '../model.js'
import {type Range, rangesOverlap} from '../text/range.js'

/** One plugin's work on a text. */
export interface Pass {
  readonly output: string
  /** What made the output; in coordinates of the text before, in source order. */
  readonly edits: readonly Edit[]
}

/** A replacement of a range. */
interface Replacement {
  readonly range: Range
  readonly texts: readonly string[]
}

/**
 * Say a change of mended text as a change of the text before: where it meets a mended place, the whole of that place
 * goes with it.
 *
 * @param change - In coordinates of the last pass's output.
 * @param passes - In the order in which they ran.
 * @returns In coordinates of the text before the first pass.
 */
export function traceBack(change: Replacement, passes: readonly Pass[]): Replacement {
  return passes.reduceRight(traceThrough, change)
}

function traceThrough({range, texts}: Replacement, {output, edits}: Pass): Replacement {
  let {start, end} = range
  const places = placesOf(edits)
  for (const {after} of places)
    if (rangesOverlap(after, range)) {
      start = Math.min(start, after.start)
      end = Math.max(end, after.end)
    }
  const before = output.slice(start, range.start)
  const behind = output.slice(range.end, end)
  return {
    range: {start: toSource(start, places), end: toSource(end, places)},
    texts: texts.map((text) => before + text + behind)
  }
}

interface Place {
  readonly before: Range
  readonly after: Range
}

function placesOf(edits: readonly Edit[]): Place[] {
  let shift = 0
  return edits.map(({range, replacement}) => {
    const start = range.start + shift
    shift += replacement.length - (range.end - range.start)
    return {before: range, after: {start, end: start + replacement.length}}
  })
}

/** An offset that is not inside a place. */
function toSource(offset: number, places: readonly Place[]): number {
  const last = places.findLast(({after}) => after.end <= offset && after.start < offset)
  return last === undefined ? offset : offset - last.after.end + last.before.end
}
