// What stands at or near a range of a block, and what stands in it more than once: so that many matches in one block
// need not each look at all of it.
import type {Range} from '../text/range.js'
import {lowerBound} from '../text/sorted.js'

/** Something that stands somewhere in a block. */
export interface Placed {
  readonly span: Range
}

/** Items that start in a range. @param items - Sorted by start. */
export function itemsFrom<T extends Placed>(items: readonly T[], {start, end}: Range): readonly T[] {
  const first = lowerBound(items, startOf, start)
  let last = first
  while (last < items.length && items[last]!.span.start < end) last++
  return items.slice(first, last)
}

/**
 * Items that overlap a range or touch it.
 *
 * @param items - In source order, none overlapping another.
 */
export function itemsTouching<T extends Placed>(items: readonly T[], {start, end}: Range): readonly T[] {
  const first = lowerBound(items, endOf, start)
  let last = first
  while (last < items.length && items[last]!.span.start <= end) last++
  return items.slice(first, last)
}

/**
 * Group items of one text that mean the same, so that evidence looks at each group and not at each item.
 *
 * @returns In the order of the first items; the items of a group in the order given.
 */
export function groupAlike<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  meanSame: (a: T, b: T) => boolean
): T[][] {
  const byText = new Map<string, T[][]>()
  const groups: T[][] = []
  for (const item of items) {
    const sameText = byText.get(textOf(item)) ?? []
    const group = sameText.find(([first]) => meanSame(first!, item))
    if (group !== undefined) {
      group.push(item)
      continue
    }
    const made = [item]
    byText.set(textOf(item), [...sameText, made])
    groups.push(made)
  }
  return groups
}

function startOf({span}: Placed): number {
  return span.start
}

function endOf({span}: Placed): number {
  return span.end
}
