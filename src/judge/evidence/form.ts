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
  const words = match.text.replace(/['’]s\b/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = match.text.replace(/\P{L}/gu, '')
  const listedLower = use.mistranslation.text === use.mistranslation.text.toLowerCase()
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return context.capitals === 'all' || use.mistranslation.text !== match.text ? 'upper' : 'capital'
  }
  const inner = words.slice(1).some(isContentCapital) || /\p{Ll}\p{Lu}/u.test(match.text)
  const first = /^\P{L}*\p{Lu}/u.test(match.text)
  if (!inner && !first) return listedLower || letters === '' ? 'listed' : 'lower'
  if (context.capitals !== 'usual') return 'title'
  return inner || !isInitial(match.span.start, context) ? 'capital' : 'initial'
}

/** A capital inside a phrase is one of its own, save on words that titles write small anyway. */
function isContentCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function isInitial(unit: number, {block}: BlockContext): boolean {
  return isSentenceStart(block.text, unit)
}
