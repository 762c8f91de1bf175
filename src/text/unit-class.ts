// What each UTF-16 unit is to a word: the one table behind word.ts, fold.ts and search.ts.
import {classRuns} from './unit-runs.js'

/** What a character is to the words around it. */
export const unitClass = {
  /** Punctuation, symbols, and letters of scripts without spaces between words: an edge on both sides. */
  other: 0,
  /** Letter or digit of a script with spaces between words. */
  word: 1,
  /** Combining mark: belongs to the character before it. */
  mark: 2,
  /** Takes no room and is no character to a reader: soft hyphen, zero-width space, byte order mark. */
  zeroWidth: 3,
  /** White space, hyphens and dashes. */
  separator: 4,
  /** First half of a character outside the BMP; see `astralClass`. */
  highSurrogate: 5,
  /** Second half of a character outside the BMP. */
  lowSurrogate: 6
} as const

/** In unit-runs.ts classes are capital letters, `A` for the first, so that lengths can have small ones as digits. */
const firstClassSign = 0x41
const lastClassSign = 0x5a

// Other numbers (², ①) are left out: a footnote sign after a name is no part of it.
const letters = /[\p{L}\p{Nd}\p{Nl}]+/gu
// Thai and its neighbours write without spaces like Chinese; Korean has spaces, but glues particles to names.
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu
const marks = /\p{M}+/gu
/** Runs of characters that take no room. */
export const zeroWidths = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/gu

/** Where the classes of units come from; a later one paints over an earlier one. */
export const classSources: readonly {readonly pattern: RegExp; readonly value: number}[] = [
  {pattern: letters, value: unitClass.word},
  {pattern: unspaced, value: unitClass.other},
  {pattern: marks, value: unitClass.mark},
  // A letter to Unicode, but an apostrophe to whoever writes it.
  {pattern: /\u02bc/gu, value: unitClass.other},
  // White space, hyphens and dashes.
  {pattern: /[\p{Z}\t-\r\u0085\p{Pd}\u2043\u2212]+/gu, value: unitClass.separator},
  {pattern: zeroWidths, value: unitClass.zeroWidth}
]

/** Per UTF-16 unit: a value of `unitClass`. */
export const unitClasses: Uint8Array = buildUnitClasses()

function buildUnitClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  eachClassRun((value, start, end) => classes.fill(value, start, end))
  return classes
}

/**
 * Visit the runs of neighbouring units of one class, in order.
 *
 * They are written down in unit-runs.ts: to ask Unicode for each unit takes some milliseconds of every start.
 */
export function eachClassRun(visit: (value: number, start: number, end: number) => void): void {
  let start = 0
  let length = 0
  for (let at = 0; at < classRuns.length; at++) {
    const sign = classRuns.charCodeAt(at)
    if (sign < firstClassSign || sign > lastClassSign) {
      length = length * 36 + digitOf(sign)
      continue
    }
    visit(sign - firstClassSign, start, start + length)
    start += length
    length = 0
  }
}

/** Of the digits `0` to `9` and `a` to `z`. */
function digitOf(sign: number): number {
  return sign < 0x3a ? sign - 0x30 : sign - 0x61 + 10
}

/** Whether a unit is one of A to Z in either case: the quick way over most of a text. */
export function isAsciiLetter(unit: number): boolean {
  return ((unit | 0x20) - 0x61) >>> 0 < 26
}

/**
 * What a character outside the BMP is to the words around it.
 *
 * @param character - One character of two units.
 * @returns `word`, `mark` or `other` of `unitClass`.
 */
export function astralClass(character: string): number {
  if (matches(marks, character)) return unitClass.mark
  return matches(letters, character) && !matches(unspaced, character) ? unitClass.word : unitClass.other
}

function matches(pattern: RegExp, character: string): boolean {
  return character.search(pattern) === 0
}
