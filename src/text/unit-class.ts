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

// Thai and its neighbours write without spaces like Chinese; Korean has spaces, but glues particles to names.
const unspaced =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Yiii}' +
  '\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}'

// Other numbers (², ①) are left out: a footnote sign after a name is no part of it.
const wordPattern = new RegExp(`(?![${unspaced}])[\\p{L}\\p{Nd}\\p{Nl}]`, 'gu')
const markPattern = /\p{M}/gu
const zeroWidthPattern = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu
const separatorPattern = /[\p{Z}\t-\r\u0085\p{Pd}\u2043\u2212]/gu

/** Every UTF-16 unit once, in order, so that index and unit are the same number. */
export const everyUnit: string = Array.from({length: 16}, (_, chunk) =>
  String.fromCharCode(...Array.from({length: 4096}, (_, unit) => chunk * 4096 + unit))
).join('')

/** Per UTF-16 unit: a value of `unitClass`. */
export const unitClasses: Uint8Array = buildUnitClasses()

// One pass of a pattern over all units is twenty times as fast as asking 65,536 times.
function buildUnitClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  const paint = (pattern: RegExp, value: number): void => {
    for (const {index} of everyUnit.matchAll(pattern)) classes[index] = value
  }
  paint(wordPattern, unitClass.word)
  paint(markPattern, unitClass.mark)
  paint(separatorPattern, unitClass.separator)
  paint(zeroWidthPattern, unitClass.zeroWidth)
  classes.fill(unitClass.highSurrogate, 0xd800, 0xdc00)
  classes.fill(unitClass.lowSurrogate, 0xdc00, 0xe000)
  return classes
}

/**
 * What a character outside the BMP is to the words around it.
 *
 * @param character - One character of two units.
 * @returns `word`, `mark` or `other` of `unitClass`.
 */
export function astralClass(character: string): number {
  if (matches(wordPattern, character)) return unitClass.word
  return matches(markPattern, character) ? unitClass.mark : unitClass.other
}

function matches(pattern: RegExp, text: string): boolean {
  return text.search(pattern) === 0
}
