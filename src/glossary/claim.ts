// Which texts an entry claims, and which claims meet in one surface. What is made of them: compile.ts, pack.ts.
import type {Entry, List, Surface, SurfaceUse} from '../model.js'
import {foldText} from '../text/fold.js'
import {compareText} from './problem.js'

/** A text of an entry and what it stands for there. */
export interface Claim {
  readonly text: string
  readonly use: SurfaceUse
}

/** List the claims of entries, those of each entry in the order: term, variants, source, mistranslations, exceptions. */
export function listClaims(entries: readonly Entry[]): Claim[] {
  return entries.flatMap(claimsOf)
}

/**
 * The claims of entries by their number in `listClaims`, each entry's made when first asked for.
 *
 * @param starts - Per entry, and once more at the end: the number of its first claim.
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

function claimsOf(entry: Entry): Claim[] {
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

/**
 * Bring together the claims whose texts are equal under folding; those that fold to nothing are left out.
 *
 * @returns Numbers of claims: groups in the order of their folded texts, inside them by entry id, then role.
 */
export function groupClaims(claims: readonly Claim[]): number[][] {
  const groups = new Map<string, number[]>()
  claims.forEach(({text}, index) => {
    const key = foldText(text)
    const group = groups.get(key)
    if (group) group.push(index)
    else if (key !== '') groups.set(key, [index])
  })
  return [...groups.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => group.sort((a, b) => compareUses(claims[a]!.use, claims[b]!.use)))
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

function compareUses(a: SurfaceUse, b: SurfaceUse): number {
  return (
    compareText(a.entry.id, b.entry.id) || compareText(a.role, b.role) || compareText(textOf(a), textOf(b))
  )
}

/** Tells apart two mistranslations of one entry that differ in capitals only. */
function textOf(use: SurfaceUse): string {
  return use.role === 'mistranslation' ? use.mistranslation.text : ''
}
