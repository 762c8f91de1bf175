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

/**
 * Hashes of the first four ASCII letters of rows, whatever their capitals; behind a shorter word blanks take the place
 * of letters. One bit each.
 */
export type Heads = Uint8Array

const headLength = 4
const letterBits = 5
const headBits = 18

/**
 * Collect the first letters of the rows of a search, for `isOtherWord`.
 *
 * @param isWanted - Whether a row counts; default all.
 */
export function collectHeads(
  {
    rows,
    rowStarts,
    firstSteps,
    secondSteps
  }: Pick<Search, 'rows' | 'rowStarts' | 'firstSteps' | 'secondSteps'>,
  isWanted?: ArrayLike<number>
): Heads {
  const heads = new Uint8Array(1 << (headBits - 3))
  const letters = new Map<number, number>()
  for (let letter = 1; letter <= 26; letter++) {
    const unit = 0x60 + letter
    // Among thousands of characters a letter may be a rare one, which its first step does not tell.
    if (secondSteps[unit] !== 0) return heads.fill(0xff)
    if (firstSteps[unit] !== steps.foreign) letters.set(firstSteps[unit]!, letter)
  }
  for (let row = 0; row < rowStarts.length - 1; row++) {
    if (isWanted && isWanted[row] !== 1) continue
    const head = headOf(rows.subarray(rowStarts[row]!, rowStarts[row + 1]!), letters)
    if (head === undefined) continue
    const hash = hashHead(head)
    heads[hash >> 3]! |= 1 << (hash & 7)
  }
  return heads
}

/** @returns Nothing where there is something else than letters in the first word: no such word is looked up. */
function headOf(row: ArrayLike<number>, letters: ReadonlyMap<number, number>): number | undefined {
  let head = 0
  for (let at = 0; at < headLength; at++) {
    // A word ends where a row has a space, and at the end of a row.
    if (at > 0 && (at === row.length || row[at] === steps.space))
      return head << (letterBits * (headLength - at))
    const letter = letters.get(row[at]!)
    if (letter === undefined) return undefined
    head = (head << letterBits) | letter
  }
  return head
}

function hashHead(head: number): number {
  return Math.imul(head, 0x9e3779b1) >>> (32 - headBits)
}

/**
 * Whether four units are the beginning of an ASCII word with which no row begins. So are most words, and they are done
 * with here: rows end at a word edge, which is not inside of the four.
 */
export function isOtherWord(
  heads: Heads,
  first: number,
  second: number,
  third: number,
  fourth: number
): boolean {
  // Anything but letters and blanks may be markup in the middle of a word.
  if (!isAsciiLetter(first)) return false
  let head = first & 31
  if (isBlank(second)) head <<= 3 * letterBits
  else if (!isAsciiLetter(second)) return false
  else {
    head = (head << letterBits) | (second & 31)
    if (isBlank(third)) head <<= 2 * letterBits
    else if (!isAsciiLetter(third)) return false
    else {
      head = (head << letterBits) | (third & 31)
      if (isBlank(fourth)) head <<= letterBits
      else if (!isAsciiLetter(fourth)) return false
      else head = (head << letterBits) | (fourth & 31)
    }
  }
  const hash = hashHead(head)
  return (heads[hash >> 3]! & (1 << (hash & 7))) === 0
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a
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
