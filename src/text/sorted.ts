// Looking up in sorted lists.

/**
 * The index of the first item of which a number is at least so high.
 *
 * @param items - Sorted by that number.
 * @returns `items.length` when there is none.
 */
export function lowerBound<T>(items: readonly T[], numberOf: (item: T) => number, least: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numberOf(items[middle]!) < least) low = middle + 1
    else high = middle
  }
  return low
}
