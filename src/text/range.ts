// Half-open ranges in UTF-16 code units. Lines and columns live in location.ts.

/** A half-open range `[start, end)` in UTF-16 code units of one text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Whether two ranges share at least one unit; ranges that only touch do not. */
export function rangesOverlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `outer` holds all of `inner`. */
export function rangeContains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
