// Evidence from right names near the match: alone, and side by side with it in a list.
import type {Match, Name, Reason, SurfaceUse} from '../../model.js'
import type {Range} from '../../text/range.js'
import {rangeContains, rangesOverlap} from '../../text/range.js'
import type {Candidate, JudgeContext} from '../context.js'
import {itemsTouching} from '../places.js'
import {other, names as weights} from '../weights.js'
import type {Words} from '../words.js'
import {quoteList} from './quote.js'

/** Weigh the right names in the sentence, the paragraph and the document. */
export function namesEvidence(candidate: Candidate, context: JudgeContext): Reason[] {
  const {entry} = candidate
  const reasons: Reason[] = []
  const near = weighNames(candidate, context.words)
  const sum = near.reduce((total, {weight}) => total + weight, 0)
  if (sum > 0) {
    const text = `known names near: ${quoteList(near.map(({name}) => name.text))}`
    const spans = near.map(({name}) => name.span)
    reasons.push({kind: 'names', weight: Math.min(weights.most, sum), text, spans})
  }
  const elsewhere = weights.sameEntryInDocument * shareOfSame(candidate)
  if (elsewhere > 0 && context.topic.holds(entry) && !isNamedNear(candidate))
    reasons.push({
      kind: 'names',
      weight: elsewhere,
      text: `${entry.term} is named rightly elsewhere in the text`
    })
  return reasons
}

/** Where each text that weighs something does so first, in source order. */
function weighNames(candidate: Candidate, words: Words): {readonly name: Name; readonly weight: number}[] {
  const {match, sentence, context} = candidate
  const firsts = context.namesAlike.flatMap((alike) => {
    const {uses, text} = alike[0]!
    const weigh = (inSentence: boolean): number =>
      Math.max(...uses.map((use) => weighName(use, candidate, {text, inSentence, words})))
    const [inside, outside] = [weigh(true), weigh(false)]
    const weightOf = ({span}: Name): number => (rangeContains(sentence, span) ? inside : outside)
    const name =
      inside <= 0 && outside <= 0
        ? undefined
        : alike.find((each) => weightOf(each) > 0 && !rangesOverlap(each.span, match.span))
    return name === undefined ? [] : [{name, weight: weightOf(name)}]
  })
  const told = new Set<string>()
  return firsts
    .sort((a, b) => a.name.span.start - b.name.span.start)
    .filter(({name: {text}}) => !told.has(text) && told.add(text))
}

/** Whether the entry's right name stands in the paragraph. */
function isNamedNear({match, entry, context}: Candidate): boolean {
  return context.namesAlike.some(
    (alike) =>
      alike[0]!.uses.some((use) => use.entry === entry) &&
      alike.some(({span}) => !rangesOverlap(span, match.span))
  )
}

interface NearName {
  readonly text: string
  readonly inSentence: boolean
  readonly words: Words
}

function weighName(
  {entry, role}: SurfaceUse,
  candidate: Candidate,
  {text, inSentence, words}: NearName
): number {
  if (entry.kind === 'jargon') return 0
  const ordinary = entry.ordinaryNames.includes(text) ? 0.25 : 1
  if (!inSentence) return weights.inParagraph * ordinary
  // One sentence seldom has two names for one thing; where it holds the term, the other text is mostly something else.
  if (entry.id === candidate.entry.id)
    return role === 'term' ? 0 : weights.sameEntry * ordinary * shareOfSame(candidate)
  if (entry.id === candidate.entry.owner) return weights.owner * ordinary
  if (entry.domain === candidate.entry.domain) return weights.sameDomain * ordinary
  return weights.otherDomain * ordinary * (words.abroad.has(entry.domain) ? weights.abroad : 1)
}

/** An ordinary word without a capital of its own gains little from its entry's right name: who knows it, uses it. */
function shareOfSame({form, use}: Candidate): number {
  return form === 'capital' || form === 'upper' ? 1 : weights.sameEntryPlain[use.mistranslation.ordinary]
}

/** A match side by side with known names, separated by commas or “and”, is one of them. */
export function listEvidence(candidate: Candidate, {words}: JudgeContext): Reason[] {
  const {match, sentence, context} = candidate
  const near = {start: match.span.start - longestList, end: match.span.end + longestList}
  const mates = [
    ...itemsTouching(context.names, near).filter(({uses, text}) =>
      uses.some(({entry}) => isSolid(entry.ordinaryNames, text, entry.kind))
    ),
    ...context.matchesTouching(near).filter((mate) => mate !== match && isUndoubted(mate))
  ]
  const listed = mates.filter(
    ({span}) =>
      !rangesOverlap(span, match.span) &&
      rangeContains(sentence, span) &&
      isListedWith(context.block.text, match.span, span)
  )
  if (listed.length === 0) return []
  const texts = [...new Set(listed.map(({text}) => text))]
  const isLocal = listed.some(({uses}) => uses.some(({entry}) => !words.abroad.has(entry.domain)))
  return [
    {
      kind: 'list',
      weight: isLocal ? other.listed : other.listedAbroad,
      text: `listed beside ${quoteList(texts)}`,
      spans: listed.map(({span}) => span)
    }
  ]
}

function isSolid(ordinaryNames: readonly string[], text: string, kind: string): boolean {
  return kind !== 'jargon' && !ordinaryNames.includes(text)
}

function isUndoubted({uses}: Match): boolean {
  return uses.some(
    ({entry, mistranslation: {ordinary}}) =>
      entry.kind !== 'jargon' && (ordinary === 'never' || ordinary === 'sometimes')
  )
}

const separator = /\s*(?:[,、;/&，；]|\band\b|\bor\b)\s*/u
const longestItem = 4
const longestList = 120

/** Whether only list separators and short items without a verb of their own stand between two places. */
function isListedWith(text: string, a: Range, b: Range): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const between = text.slice(first.end, second.start)
  if (between.length > longestList || /[.!?:()（）。]/u.test(between) || !separator.test(between))
    return false
  const items = between.split(separator)
  return items.every((item, index) => {
    const words = item.split(/\s+/u).filter(Boolean)
    // The pieces that touch the two names may only hold what belongs to the names themselves.
    const edge = index === 0 || index === items.length - 1
    return edge ? words.length <= 1 : words.length <= longestItem
  })
}
