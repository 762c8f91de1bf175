// Evidence from the match's own capitals, against those that ordinary English would have at its place.
import type {Reason} from '../../model.js'
import {isSentenceStart} from '../../text/sentence.js'
import type {BlockContext, Candidate} from '../context.js'
import {type Form, form as weights} from '../weights.js'

const explanations: Readonly<Record<Form, string>> = {
  capital: 'written with a capital where only a name has one',
  title: 'written with a capital, but among capitals',
  initial: 'its capital begins the sentence, as any word’s would',
  upper: 'written in capitals',
  lower: 'written in lower case, as ordinary words are',
  listed: 'written in lower case, as listed'
}

/** Weigh the capitals of a match. */
export function formEvidence({form, use}: Candidate): Reason[] {
  const weight = weights[form][use.mistranslation.ordinary]
  return weight === 0 ? [] : [{kind: 'form', weight, text: explanations[form]}]
}

/** Tell the capitals of a match apart. */
export function formOf({match, use, context}: Pick<Candidate, 'match' | 'use' | 'context'>): Form {
  // A small letter of English, which most texts have, settles that they are not all capitals.
  const letters = /[a-z]/.test(match.text) ? undefined : match.text.replace(/\P{L}/gu, '')
  if (letters !== undefined && isUpper(letters)) {
    return context.capitals === 'all' || use.mistranslation.text !== match.text ? 'upper' : 'capital'
  }
  const inner = hasInnerCapital(match.text)
  const first = /^\P{L}*\p{Lu}/u.test(match.text)
  if (!inner && !first) {
    const listed = use.mistranslation.text
    return letters === '' || listed === listed.toLowerCase() ? 'listed' : 'lower'
  }
  if (context.capitals !== 'usual') return 'title'
  return inner || !isInitial(match.span.start, context) ? 'capital' : 'initial'
}

function isUpper(letters: string): boolean {
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

/**
 * Whether a word behind the first one, or a part of a word, begins with a capital; a possessive is no word.
 *
 * Exported for its law: words taken out one by one say the same.
 */
export function hasInnerCapital(text: string): boolean {
  const words = /['’]s/.test(text) ? text.replace(/['’]s\b/gu, '') : text
  return /[\p{L}\p{N}][^\p{L}\p{N}]+\p{Lu}/u.test(words) || /\p{Ll}\p{Lu}/u.test(text)
}

function isInitial(unit: number, {block}: BlockContext): boolean {
  return isSentenceStart(block.text, unit)
}
