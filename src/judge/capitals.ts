// Whether the words of a block are capitalised as in a headline. The capitals of one match: evidence/form.ts.

/** `title`: nearly all words begin with a capital; `all`: nearly all have nothing else. */
export type Capitals = 'usual' | 'title' | 'all'

/** The words that count, how many of them begin with a capital, and how many have nothing else. */
interface WordCounts {
  words: number
  capital: number
  upper: number
}

/** As many units as are looked at. */
const looked = 400

/** Headlines have a capital on nearly every word; one or two words prove nothing. */
export function capitalsOf(text: string): Capitals {
  const {words, upper, capital} = countPlainWords(text) ?? countWords(text)
  if (words < 4) return 'usual'
  if (upper / words > 0.75) return 'all'
  return words <= 20 && capital / words > 0.75 ? 'title' : 'usual'
}

const smallWords = new Set(
  'a an the and or but nor for of in on at to by from with as is are was be it its into over vs via'.split(
    ' '
  )
)
const longestSmallWord = Math.max(...[...smallWords].map((word) => word.length))

/** The same words as numbers, five bits a letter, so that none need be cut out of a text. */
const smallNumbers: ReadonlySet<number> = new Set(
  [...smallWords].map((word) =>
    Array.from(word).reduce((number, letter) => addLetter(number, letter.charCodeAt(0)), 0)
  )
)

/** Add a plain letter, small or capital, to the number of a word. */
function addLetter(number: number, unit: number): number {
  return (number << 5) | (unit & 0x1f)
}

/**
 * Count the words of a text in any script.
 *
 * Exported for its law: plain texts are counted the same.
 */
export function countWords(text: string): Readonly<WordCounts> {
  const words = (text.slice(0, looked).match(/\p{L}[\p{L}\p{N}'’]*/gu) ?? []).filter(
    (word) => !smallWords.has(word.toLowerCase()) && /\p{Script=Latin}/u.test(word)
  )
  return {
    words: words.length,
    capital: words.filter((word) => /^\p{Lu}/u.test(word)).length,
    upper: words.filter((word) => word.length > 1 && word === word.toUpperCase()).length
  }
}

/** Count the words of a text in plain letters without taking it apart; undefined where it has others. */
export function countPlainWords(text: string): Readonly<WordCounts> | undefined {
  const counts: WordCounts = {words: 0, capital: 0, upper: 0}
  const end = Math.min(looked, text.length)
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isSmall(unit) || isCapital(unit)) at = countWord(text, {start: at, end}, counts) - 1
    else if (!isPlain(unit)) return undefined
  }
  return counts
}

/** Count the word that starts here. @returns Where it ends. */
function countWord(
  text: string,
  {start, end}: {readonly start: number; readonly end: number},
  counts: WordCounts
): number {
  let at = start
  let hasSmall = false
  let number = 0
  let letters = 0
  for (; at < end; at++) {
    const unit = text.charCodeAt(at)
    const small = isSmall(unit)
    if (small || isCapital(unit)) {
      number = addLetter(number, unit)
      letters++
      if (small) hasSmall = true
    } else if (!isDigit(unit) && unit !== 0x27 && unit !== 0x2019) break
  }
  const length = at - start
  if (length === letters && length <= longestSmallWord && smallNumbers.has(number)) return at
  counts.words++
  if (isCapital(text.charCodeAt(start))) counts.capital++
  if (length > 1 && !hasSmall) counts.upper++
  return at
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** ASCII, and the usual dashes, quotation marks and dots. */
function isPlain(unit: number): boolean {
  return unit < 0x80 || (unit >= 0x2010 && unit <= 0x2026)
}
