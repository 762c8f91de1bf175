// Evidence from grammar: what stands straight before and after the match. A name is rarely plural, rarely after
// “a” or a count, and does what companies and products do.
import type {Reason} from '../../model.js'
import type {Candidate, JudgeContext} from '../context.js'
import {role as weights} from '../weights.js'
import {isPossessive, wordAfter, wordBefore} from '../words.js'
import {formOf} from './form.js'

/** Weigh the grammar around a match. */
export function roleEvidence(candidate: Candidate, {words}: JudgeContext): Reason[] {
  const {match, context, use} = candidate
  const {ordinary} = use.mistranslation
  const {text} = context.block
  const {start, end} = match.span
  const form = formOf(candidate)
  const capital = form === 'capital'
  const before = wordBefore(text, start)
  const after = wordAfter(text, end)
  const reasons: Reason[] = []
  const add = (weight: number, words: string): void => {
    reasons.push({kind: 'role', weight: capital && weight < 0 ? weight / 2 : weight, text: words})
  }
  const isHead = words.heads.has(after)
  if (isCompound(text, start, end) && !capital) add(weights.compound, 'part of a hyphenated word')
  if (form === 'lower' && /\S-\S/u.test(match.text) && !use.mistranslation.text.includes('-'))
    add(weights.identifier, 'written as an identifier is')
  // A phrase that nobody writes otherwise needs no help from the rest of grammar and is not harmed by it.
  if (ordinary === 'never') return reasons
  if (before === 'a' || before === 'an') {
    if (!isHead && !/^an?\s/iu.test(match.text))
      add(weights.article, `after “${before}”, where a common noun stands`)
  } else if (/^\d[\d.,]*$/u.test(before)) add(weights.count, `counted: “${before} ${match.text}”`)
  else if (words.determiners.has(before))
    add(weights.determiner, `after “${before}”, where a common noun stands`)
  else if (before !== 'the' && !capital && isVerbLike(after, words.verbs))
    add(weights.bare, 'a noun without an article, as names are')
  if (isHead) add(weights.head, `before “${after}”, as names of products and companies stand`)
  else if (words.verbs.has(after) && after !== 'and')
    add(weights.verb, `does what companies and products do: “${after}”`)
  if (isPossessive(text, end)) add(weights.possessive, 'owns something')
  return reasons
}

function isVerbLike(after: string, verbs: ReadonlySet<string>): boolean {
  return after === '' || verbs.has(after)
}

function isCompound(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N}][-\u2010\u2011]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[-\u2010\u2011][\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  )
}
