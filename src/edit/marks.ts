// Which marks of a block lie over some units. Where new words go among them: home.ts.
import type {Block, Mark} from '../model.js'
import {type Range, rangesOverlap} from '../text/range.js'

/** Per block: of each mark the one that was open where it begins, -1 for none. A long block is asked for each finding. */
const outerMarks = new WeakMap<Block, Int32Array>()

/**
 * Give the marks that share units with a span, and those without text inside of it; as `rangesOverlap` has it.
 *
 * Marks stand in the order in which they begin. So those that begin inside the span stand together, and the
 * others are found from the last one before these outwards.
 *
 * @returns In the order of the block.
 */
export function marksOver(block: Block, span: Range): Mark[] {
  const {marks} = block
  if (marks.length === 0) return []
  const outer = outerMarks.get(block) ?? findOuter(marks)
  outerMarks.set(block, outer)
  const first = firstFrom(marks, span.start)
  const over: Mark[] = []
  for (let at = first - 1; at >= 0; at = outer[at]!) over.push(marks[at]!)
  over.reverse()
  for (let at = first; at < marks.length && marks[at]!.span.start < span.end; at++) over.push(marks[at]!)
  return over.filter((mark) => rangesOverlap(mark.span, span))
}

/** Number of the first mark that begins at or after a unit. */
function firstFrom(marks: readonly Mark[], unit: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.span.start < unit) low = middle + 1
    else high = middle
  }
  return low
}

function findOuter(marks: readonly Mark[]): Int32Array {
  const outer = new Int32Array(marks.length)
  let open = -1
  for (const [index, {span}] of marks.entries()) {
    while (open >= 0 && marks[open]!.span.end <= span.start) open = outer[open]!
    outer[index] = open
    open = index
  }
  return outer
}
