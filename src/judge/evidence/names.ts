// Evidence from right names near the match: alone, and side by side with it in a list.
import type {Match, Reason, SurfaceUse} from '../../model.js'
import type {Range} from '../../text/range.js'
import {rangeContains, rangesOverlap} from '../../text/range.js'
import type {Candidate, JudgeContext} from '../context.js'
import {other, names as weights} from '../weights.js'
import type {Words} from '../words.js'
import {formOf} from './form.js'
import {quoteList} from './near.js'

/** Weigh the right names in the sentence, the paragraph and the document. */
export function namesEvidence(candidate: Candidate, context: JudgeContext): Reason[] {
  const {match, entry, sentence} = candidate
  const near = candidate.context.names.filter(({span}) => !rangesOverlap(span, match.span))
  const reasons: Reason[] = []
  let sum = 0
  const told = new Map<string, Range>()
  for (const name of near) {
    const inSentence = rangeContains(sentence, name.span)
    const weight = Math.max(
      ...name.uses.map((use) =>
        weighName(use, candidate, {text: name.text, inSentence, words: context.words})
      )
    )
    if (weight <= 0 || told.has(name.text)) continue
    told.set(name.text, name.span)
    sum += weight
  }
  if (sum > 0) {
    const text = `known names near: ${quoteList([...told.keys()])}`
    reasons.push({kind: 'names', weight: Math.min(weights.most, sum), text, spans: [...told.values()]})
  }
  const elsewhere = weights.sameEntryInDocument * shareOfSame(candidate)
  if (
    elsewhere > 0 &&
    context.topic.holds(entry) &&
    !near.some(({uses}) => uses.some((use) => use.entry === entry))
  )
    reasons.push({
      kind: 'names',
      weight: elsewhere,
      text: `${entry.term} is named rightly elsewhere in the text`
    })
  return reasons
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
function shareOfSame(candidate: Candidate): number {
  const form = formOf(candidate)
  return form === 'capital' || form === 'upper'
    ? 1
    : weights.sameEntryPlain[candidate.use.mistranslation.ordinary]
}

/** A match side by side with known names, separated by commas or “and”, is one of them. */
export function listEvidence(candidate: Candidate, {words}: JudgeContext): Reason[] {
  const {match, sentence, context} = candidate
  const mates = [
    ...context.names.filter(({uses, text}) =>
      uses.some(({entry}) => isSolid(entry.ordinaryNames, text, entry.kind))
    ),
    ...context.matches.filter((mate) => mate !== match && isUndoubted(mate))
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
