// How patterns begin, as a set that is quick to ask: at nearly every word of a text no pattern begins, and these words
// cost no walk through the trie. The trie and its arrays: search.ts.
import type {Search} from './search.js'
import {specialSteps as steps} from './search-steps.js'
import {isAsciiLetter} from './unit-class.js'

/** Hashes of how rows begin: of their first steps, of all where a row has fewer. One bit each. */
export type Openings = Uint8Array

/** How many steps are looked at: with fewer, too many words begin like a pattern. */
const depth = 4
const size = 0x10000

/**
 * Collect how the rows of a search begin.
 *
 * @param isWanted - Whether a row counts; default all.
 */
export function collectOpenings(
  {rows, rowStarts}: Pick<Search, 'rows' | 'rowStarts'>,
  isWanted?: ArrayLike<number>
): Openings {
  const openings = new Uint8Array(size >> 3)
  for (let row = 0; row < rowStarts.length - 1; row++) {
    if (isWanted && isWanted[row] !== 1) continue
    const start = rowStarts[row]!
    const end = Math.min(start + depth, rowStarts[row + 1]!)
    let hash = 0
    for (let at = start; at < end; at++) hash = addStep(hash, rows[at]!)
    openings[hash >> 3]! |= 1 << (hash & 7)
  }
  return openings
}

/** Three ASCII letters as a number of 15 bits, whatever their capitals: 1 where a row begins with them. */
export type Triples = Uint8Array

const letterBits = 5

/**
 * Collect the three letters with which the rows of a search begin, for `isOtherWord`.
 *
 * @param isWanted - Whether a row counts; default all.
 */
export function collectTriples(
  {
    rows,
    rowStarts,
    firstSteps,
    secondSteps
  }: Pick<Search, 'rows' | 'rowStarts' | 'firstSteps' | 'secondSteps'>,
  isWanted?: ArrayLike<number>
): Triples {
  const triples = new Uint8Array(1 << (3 * letterBits))
  const letters = new Map<number, number>()
  for (let letter = 1; letter <= 26; letter++) {
    const unit = 0x60 + letter
    // Among thousands of characters a letter may be a rare one, which its first step does not tell.
    if (secondSteps[unit] !== 0) return triples.fill(1)
    if (firstSteps[unit] !== steps.foreign) letters.set(firstSteps[unit]!, letter)
  }
  for (let row = 0; row < rowStarts.length - 1; row++) {
    const start = rowStarts[row]!
    if ((isWanted && isWanted[row] !== 1) || start + 3 > rowStarts[row + 1]!) continue
    const first = letters.get(rows[start]!)
    const second = letters.get(rows[start + 1]!)
    const third = letters.get(rows[start + 2]!)
    if (first && second && third) triples[(((first << letterBits) | second) << letterBits) | third] = 1
  }
  return triples
}

/**
 * Whether a word begins at a place with three ASCII letters with which no row begins. So do most words, and they are
 * done with here; rows of one or two letters end at a word edge, which is not inside the three.
 */
export function isOtherWord(triples: Triples, text: string, start: number): boolean {
  const first = text.charCodeAt(start)
  const second = text.charCodeAt(start + 1)
  const third = text.charCodeAt(start + 2)
  if (!isAsciiLetter(first) || !isAsciiLetter(second) || !isAsciiLetter(third)) return false
  return triples[((((first & 31) << letterBits) | (second & 31)) << letterBits) | (third & 31)] === 0
}

/**
 * Whether a row may begin at a place; it may say yes where none does.
 *
 * @param firstSteps - Those of the search, or of a search through markup.
 */
export function mayOpen(
  openings: Openings,
  firstSteps: Uint16Array,
  secondSteps: Uint16Array,
  text: string,
  start: number
): boolean {
  let hash = 0
  for (let count = 0, at = start; count < depth; count++, at++) {
    const unit = text.charCodeAt(at)
    // Behind the text there is no unit, and no step.
    const step = firstSteps[unit] ?? steps.foreign
    if (step === steps.foreign) return false
    // Rare letters are two steps, and markup is none: the trie knows.
    if (step === steps.nothing || secondSteps[unit] !== 0) return true
    if (step === steps.space) while (firstSteps[text.charCodeAt(at + 1)] === steps.space) at++
    hash = addStep(hash, step)
    if ((openings[hash >> 3]! & (1 << (hash & 7))) !== 0) return true
  }
  return false
}

function addStep(hash: number, step: number): number {
  return (Math.imul(hash, 0x6f) + step + 1) & (size - 1)
}
