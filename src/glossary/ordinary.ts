// How ordinary a mistranslation's text is when its entry does not say. Other defaults live in resolve.ts.
import type {Ordinary} from '../model.js'

/**
 * Whether an English dictionary takes a word in these capitals: words in lower case may also be capitalised
 * (“spark”, “Spark”), names may only (“Ali”, not “ali”).
 */
export type IsWord = (word: string) => boolean

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu

/**
 * Guess how often a text is ordinary language.
 *
 * A word that no dictionary has makes it `never`; one dictionary word alone is `often`, a first name such as
 * “Ali” too; several are `sometimes`. Numbers count as ordinary words, a leading “the” does not count.
 */
export function guessOrdinary(text: string, isWord: IsWord): Ordinary {
  const words = wordsOf(text)
  if (words.some((word) => !isKnown(word, isWord))) return 'never'
  return words.length > 1 ? 'sometimes' : 'often'
}

/** Keep the names that are also an ordinary word, such as “Spark”; names of several words never are. */
export function ordinaryOf(names: readonly string[], isWord: IsWord): string[] {
  return names.filter((name) => /^\p{L}+$/u.test(name) && isWord(name.toLowerCase()))
}

function isKnown(word: string, isWord: IsWord): boolean {
  if (/^\p{N}+$/u.test(word)) return true
  return isWord(word) || isWord(word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
}

function wordsOf(text: string): string[] {
  const words = text.match(wordPattern) ?? []
  const bare = words.map((word) => word.replace(/['’]s?$/u, ''))
  return bare.length > 1 && bare[0]?.toLowerCase() === 'the' ? bare.slice(1) : bare
}
