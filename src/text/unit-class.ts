// What each UTF-16 unit is to a word: the one table behind word.ts, fold.ts and search.ts.

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

// Other numbers (², ①) are left out: a footnote sign after a name is no part of it.
const letters = /[\p{L}\p{Nd}\p{Nl}]+/gu
// Thai and its neighbours write without spaces like Chinese; Korean has spaces, but glues particles to names.
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu
const marks = /\p{M}+/gu
/** Runs of white space, hyphens and dashes. */
export const separators = /[\p{Z}\t-\r\u0085\p{Pd}\u2043\u2212]+/gu
/** Runs of characters that take no room. */
export const zeroWidths = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/gu

/** Every UTF-16 unit in order, so that index and unit are the same number. */
export const units: Uint16Array = new Uint16Array(0x10000)
// Calling a function for each of them takes ten times as long.
for (let unit = 0; unit < 0x10000; unit++) units[unit] = unit

/** The same as a text, for patterns: one pass over it is twenty times as fast as asking 65,536 times. */
export const everyUnit: string = [0, 0x4000, 0x8000, 0xc000].map(textOfUnits).join('')

function textOfUnits(start: number): string {
  // `apply` takes anything like an array, though its type does not say so; spreading takes ten times as long.
  const part = units.subarray(start, start + 0x4000) as unknown as number[]
  return String.fromCharCode.apply(null, part)
}

/** Per UTF-16 unit: a value of `unitClass`. */
export const unitClasses: Uint8Array = buildUnitClasses()

function buildUnitClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  const paint = (pattern: RegExp, value: number): void => {
    for (const {0: run, index} of everyUnit.matchAll(pattern)) classes.fill(value, index, index + run.length)
  }
  paint(letters, unitClass.word)
  paint(unspaced, unitClass.other)
  paint(marks, unitClass.mark)
  // A letter to Unicode, but an apostrophe to whoever writes it.
  classes[0x2bc] = unitClass.other
  paint(separators, unitClass.separator)
  paint(zeroWidths, unitClass.zeroWidth)
  classes.fill(unitClass.highSurrogate, 0xd800, 0xdc00)
  classes.fill(unitClass.lowSurrogate, 0xdc00, 0xe000)
  return classes
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
