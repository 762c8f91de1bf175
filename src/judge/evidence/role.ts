// Evidence from grammar: what stands straight before and after the match. A name is rarely plural, rarely after
// “a” or a count, and does what companies and products do.
import type {Reason} from '../../model.js'
import {rangeContains} from '../../text/range.js'
import {isSentenceStart} from '../../text/sentence.js'
import type {BlockContext, Candidate, JudgeContext} from '../context.js'
import {itemsTouching} from '../places.js'
import {role as weights} from '../weights.js'
import {isPossessive, wordAfter, wordBefore} from '../words.js'

/** Weigh the grammar around a match. */
export function roleEvidence(candidate: Candidate, {words}: JudgeContext): Reason[] {
  const {match, context, use, form} = candidate
  const {ordinary} = use.mistranslation
  const {text} = context.block
  const {start, end} = match.span
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
  // A phrase that nobody writes otherwise needs no help from the rest of grammar and is not harmed by it; trade terms
  // are common nouns and verbs themselves.
  if (ordinary === 'never' || candidate.entry.kind === 'jargon') return reasons
  if (isPartOfName(candidate, words.heads))
    add(weights.longer * 2, 'beside a capitalised word, as part of a longer name')
  if (before === 'a' || before === 'an') {
    if (!isHead && !/^an?\s/iu.test(match.text))
      add(weights.article, `after “${before}”, where a common noun stands`)
  } else if (/^\d[\d.,]*$/u.test(before)) add(weights.count, `counted: “${before} ${match.text}”`)
  else if (words.determiners.has(before))
    add(weights.determiner, `after “${before}”, where a common noun stands`)
  else if (words.clauses.has(before) && !capital)
    add(weights.clause, `after “${before}”, where a verb stands`)
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
  if (!isHyphen(text.charCodeAt(start - 1)) && !isHyphen(text.charCodeAt(end))) return false
  return (
    /[\p{L}\p{N}][-\u2010\u2011]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[-\u2010\u2011][\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  )
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

/** How far back a word is looked for, so that long paragraphs cost no more than short ones. */
const longestWord = 40

/** Whether a capitalised word that is no known name stands straight before or after: “Muhammad Ali”, “Byte Cloud”. */
function isPartOfName({match, use, context}: Candidate, heads: ReadonlySet<string>): boolean {
  const {ordinary} = use.mistranslation
  if (ordinary === 'never' || ordinary === 'sometimes' || context.capitals !== 'usual') return false
  if (!/^\p{Lu}/u.test(match.text)) return false
  const {text} = context.block
  const {start, end} = match.span
  const from = Math.max(0, start - longestWord)
  const before = /(\p{Lu}\p{Ll}+) $/u.exec(text.slice(from, start))
  if (before !== null) {
    const unit = from + before.index
    if (!isKnown(unit, context) && !isSentenceStart(text, unit)) return true
  }
  const after = /^ (\p{Lu}\p{Ll}+)/u.exec(text.slice(end))?.[1]
  return after !== undefined && !heads.has(after.toLowerCase()) && !isKnown(end + 1, context)
}

function isKnown(unit: number, context: BlockContext): boolean {
  const place = {start: unit, end: unit + 1}
  return [...itemsTouching(context.names, place), ...context.matchesTouching(place)].some(({span}) =>
    rangeContains(span, place)
  )
}
