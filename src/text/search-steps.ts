// The steps that mean something by themselves, for all that walks through the trie of search.ts.

/** Values of `Search.firstSteps`. */
export const specialSteps = {
  /** A unit that no pattern holds. */
  foreign: 0,
  /** A run of separators. */
  space: 1,
  /** A zero-width character: no step at all. */
  nothing: 0xffff
} as const
