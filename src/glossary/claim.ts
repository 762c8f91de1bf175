// Which texts an entry claims, and the surfaces that are made of claims. Which claims meet in one: tabulate.ts.
import type {Entry, List, Surface, SurfaceUse} from '../model.js'

/** A text of an entry and what it stands for there. */
export interface Claim {
  readonly text: string
  readonly use: SurfaceUse
}

/**
 * The claims of entries by their number, each entry's made when first asked for.
 *
 * @param starts - Per entry, and once more at the end: the number of its first claim (`ClaimTable`).
 */
export function findClaims(entries: List<Entry>, starts: ArrayLike<number>): (number: number) => Claim {
  const made: (Claim[] | undefined)[] = []
  return (number) => {
    let low = 0
    let high = entries.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= number) low = middle
      else high = middle - 1
    }
    made[low] ??= claimsOf(entries.at(low)!)
    return made[low]![number - starts[low]!]!
  }
}

/** List the claims of an entry: term, variants, source, mistranslations, exceptions. */
export function claimsOf(entry: Entry): Claim[] {
  const named = (role: 'term' | 'variant' | 'source' | 'exception', texts: readonly string[]) =>
    texts.map((text): Claim => ({text, use: {role, entry}}))
  return [
    ...named('term', [entry.term]),
    ...named('variant', entry.variants),
    ...named('source', entry.source),
    ...entry.mistranslations.map(
      (mistranslation): Claim => ({
        text: patternOf(mistranslation.text),
        use: {role: 'mistranslation', entry, mistranslation}
      })
    ),
    ...named('exception', entry.exceptions)
  ]
}

/**
 * The part of a mistranslation that is searched for: without a leading “the”, which belongs to the sentence.
 *
 * A text that is nothing but “the” stays.
 */
export function patternOf(mistranslation: string): string {
  return mistranslation.replace(/^\s*the[\s\u00a0]+(?=\S)/iu, '')
}

/** Make the surface of a group of claims, given by their numbers; its text is that of the earliest. */
export function buildSurface(claimAt: (number: number) => Claim, group: ArrayLike<number>): Surface {
  const uses: SurfaceUse[] = []
  let first = Number.POSITIVE_INFINITY
  for (let at = 0; at < group.length; at += 1) {
    uses.push(claimAt(group[at]!).use)
    first = Math.min(first, group[at]!)
  }
  return {text: claimAt(first).text, uses}
}
