// Which claims of a whole glossary meet in one surface, in numbers: there are hundreds of thousands, and with an object
// for each most of the time would go into finding room. The claims of one entry live in claim.ts.
import type {Entry} from '../model.js'
import {foldText} from '../text/fold.js'
import {claimsOf} from './claim.js'
import {compareText} from './problem.js'

/** The claims of entries, numbered through all of them, and the surfaces in which they meet. */
export interface ClaimTable {
  /** Per entry, and once more at the end: the number of its first claim. */
  readonly claimStarts: Int32Array
  /** Per surface: its text, folded. Sorted, all different, none empty. */
  readonly keys: readonly string[]
  /** Per surface: its text as first written. */
  readonly texts: readonly string[]
  /** Per surface: a bit of `roleBits` for each role in which it is used. */
  readonly roles: Uint8Array
  /** Numbers of the claims of each surface, by entry, then role, one surface behind the other. */
  readonly claims: Int32Array
  /** Per surface, and once more at the end: where it begins in `claims`. */
  readonly surfaceStarts: Int32Array
}

/** The bits of `ClaimTable.roles`, in the order of the roles' names. */
export const roleBits = {exception: 1, mistranslation: 2, source: 4, term: 8, variant: 16} as const

/**
 * Bring together the claims whose texts are equal under folding; those that fold to nothing are left out.
 *
 * @param entries - Sorted by id; ids are unique.
 */
export function tabulateClaims(entries: readonly Entry[]): ClaimTable {
  const found = findKeys(entries)
  const keys = [...found.numbers.keys()].sort()
  // From the order in which keys were found to the order of surfaces.
  const oldNumbers = Int32Array.from(keys, (key) => found.numbers.get(key)!)
  const surfaces = new Int32Array(keys.length)
  oldNumbers.forEach((old, surface) => {
    surfaces[old] = surface
  })
  return {
    claimStarts: found.claimStarts,
    keys,
    texts: Array.from(oldNumbers, (old) => found.texts[old]!),
    roles: Uint8Array.from(oldNumbers, (old) => found.roles[old]!),
    ...arrangeClaims(found, surfaces, entries)
  }
}

/** Keys in the order in which they are first claimed. */
interface FoundKeys {
  readonly claimStarts: Int32Array
  readonly numbers: ReadonlyMap<string, number>
  readonly texts: readonly string[]
  readonly roles: readonly number[]
  /** Per key: how many claims meet there. */
  readonly counts: readonly number[]
  /** Per claim: the number of its key, or -1. */
  readonly keyOfClaim: readonly number[]
  /** Per claim: its bit of `roleBits`. */
  readonly roleOfClaim: readonly number[]
}

function findKeys(entries: readonly Entry[]): FoundKeys {
  const claimStarts = new Int32Array(entries.length + 1)
  const numbers = new Map<string, number>()
  const texts: string[] = []
  const roles: number[] = []
  const counts: number[] = []
  const keyOfClaim: number[] = []
  const roleOfClaim: number[] = []
  const addKey = (key: string, text: string): number => {
    if (key === '') return -1
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, texts.length)
    roles.push(0)
    counts.push(0)
    return texts.push(text) - 1
  }
  entries.forEach((entry, index) => {
    for (const {text, use} of claimsOf(entry)) {
      const role = roleBits[use.role]
      const number = addKey(foldText(text), text)
      keyOfClaim.push(number)
      roleOfClaim.push(role)
      if (number < 0) continue
      roles[number]! |= role
      counts[number]! += 1
    }
    claimStarts[index + 1] = keyOfClaim.length
  })
  return {claimStarts, numbers, texts, roles, counts, keyOfClaim, roleOfClaim}
}

/** @param surfaces - Per key, in the order of `found`: its surface. */
function arrangeClaims(
  found: FoundKeys,
  surfaces: Int32Array,
  entries: readonly Entry[]
): Pick<ClaimTable, 'claims' | 'surfaceStarts'> {
  const surfaceStarts = new Int32Array(surfaces.length + 1)
  found.counts.forEach((count, key) => {
    surfaceStarts[surfaces[key]! + 1] = count
  })
  for (let surface = 0; surface < surfaces.length; surface++) {
    surfaceStarts[surface + 1]! += surfaceStarts[surface]!
  }
  const claims = new Int32Array(surfaceStarts[surfaces.length]!)
  const ends = surfaceStarts.slice()
  found.keyOfClaim.forEach((key, claim) => {
    if (key >= 0) claims[ends[surfaces[key]!]!++] = claim
  })
  const compare = createCompare(found, entries)
  for (let surface = 0; surface < surfaces.length; surface++) {
    const [start, end] = [surfaceStarts[surface]!, surfaceStarts[surface + 1]!]
    if (end - start > 1) claims.subarray(start, end).sort(compare)
  }
  return {claims, surfaceStarts}
}

/** Order claims by entry id, then role, then text. */
function createCompare(
  {claimStarts, roleOfClaim}: FoundKeys,
  entries: readonly Entry[]
): (a: number, b: number) => number {
  const entryOf = (claim: number): number => upperBound(claimStarts, claim) - 1
  return (a, b) => {
    const entry = entryOf(a)
    const difference = entry - entryOf(b) || roleOfClaim[a]! - roleOfClaim[b]!
    if (difference !== 0) return difference
    // Tells apart two mistranslations of one entry that differ in capitals only.
    const claims = claimsOf(entries[entry]!)
    const textOf = (claim: number): string => {
      const {use} = claims[claim - claimStarts[entry]!]!
      return use.role === 'mistranslation' ? use.mistranslation.text : ''
    }
    return compareText(textOf(a), textOf(b)) || a - b
  }
}

/** How many numbers of an ascending list are not above a value. */
function upperBound(ascending: Int32Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}
