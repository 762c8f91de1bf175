// Capitals of a replacement: names keep their own, jargon follows the text, headlines in capitals stay in capitals.
import type {Candidate, JudgeContext} from '../context.js'
import type {Mending} from './mend.js'

/** Shape the capitals of a replacement after those of the match. */
export function mendCapitals(mending: Mending, candidate: Candidate, _context: JudgeContext): Mending {
  const {match, entry} = candidate
  if (isUpper(match.text) && candidate.use.mistranslation.text !== match.text)
    return {...mending, replacement: shout(mending.replacement)}
  // Written just as the glossary lists it, the glossary's own pair of capitals holds.
  if (entry.kind !== 'jargon' || match.text === candidate.use.mistranslation.text) return mending
  return {...mending, replacement: followCapitals(match.text, mending.replacement)}
}

function isUpper(text: string): boolean {
  // A small letter of English, which most texts have, settles it.
  if (/[a-z]/.test(text)) return false
  const letters = text.replace(/\P{L}/gu, '')
  return letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

/** Plain words and usually capitalised names go to capitals; iFLYTEK, miHoYo and 01.AI have a form of their own. */
function shout(words: string): string {
  return words.replace(/[\p{L}\p{N}.]+/gu, (word) =>
    /^\p{Lu}?\p{Ll}*$/u.test(word) ? word.toUpperCase() : word
  )
}

const smallWords = new Set('a an and as at but by for from in of on or the to with'.split(' '))

/** “Big Models” → “Large Models”, “Big models” → “Large models”; words that have capitals of their own keep them. */
function followCapitals(model: string, words: string): string {
  const parts = model.match(/[\p{L}\p{N}]+/gu) ?? []
  const isTitle = parts.length > 1 && parts.every((word) => smallWords.has(word) || /^\P{Ll}/u.test(word))
  if (isTitle)
    return words.replace(/(?<![\p{L}\p{N}'’])\p{Ll}[\p{L}\p{N}]*/gu, (word, at: number) =>
      at > 0 && smallWords.has(word) ? word : capitalise(word)
    )
  return /^\p{Lu}/u.test(model) ? capitalise(words) : words
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
