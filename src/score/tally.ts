// Outcomes added up: precision, recall, found at all, kept touched, each with its 95 % interval.
import type {Compared, Outcome} from './compare.js'

/** A share with the bounds of its 95 % interval. */
export interface Share {
  readonly hits: number
  readonly of: number
  readonly low: number
  readonly high: number
}

/** The scorecard of some labels. */
export interface Tally {
  /** Right ones among the automatic changes at labelled places. */
  readonly precision: Share
  /** Mended unasked among those that should change. */
  readonly recall: Share
  /** Mended, or the right text offered. */
  readonly found: Share
  /** Changed unasked among those that must stay. */
  readonly touched: Share
  /** Put to an editor among those that must stay. */
  readonly asked: Share
}

/** Add outcomes up. */
export function tally(compared: readonly Compared[]): Tally {
  const count = (...outcomes: Outcome[]): number =>
    compared.filter(({outcome}) => outcomes.includes(outcome)).length
  const fix = compared.filter(({label}) => label.level === 'fix').length
  const keep = compared.length - fix
  const right = count('right')
  // What was right as it stood was not changed, so it says nothing about precision.
  const changedRight = compared.filter(
    ({label, outcome, result}) => outcome === 'right' && result !== label.surface
  ).length
  return {
    precision: share(changedRight, changedRight + count('wrong', 'touched')),
    recall: share(right, fix),
    found: share(right + count('proposed'), fix),
    touched: share(count('touched'), keep),
    asked: share(count('asked'), keep)
  }
}

/**
 * A share with its interval.
 *
 * @see Wilson 1927, the score interval, which stays sensible near 0 and 1.
 */
export function share(hits: number, of: number): Share {
  if (of === 0) return {hits, of, low: 0, high: 1}
  const z = 1.96
  const rate = hits / of
  const middle = rate + z ** 2 / (2 * of)
  const spread = z * Math.sqrt((rate * (1 - rate)) / of + z ** 2 / (4 * of ** 2))
  const scale = 1 + z ** 2 / of
  return {hits, of, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale)}
}
