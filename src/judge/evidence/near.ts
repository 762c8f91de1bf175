// Evidence from words near the match: the entry's own cues, and those of its kind and domain. Words of ordinary life
// are the business of field.ts, right names that of names.ts.
import type {Entry, Reason} from '../../model.js'
import type {Range} from '../../text/range.js'
import {rangeContains, rangesOverlap} from '../../text/range.js'
import type {Candidate, JudgeContext} from '../context.js'
import type {CueHit} from '../cues.js'
import {itemsFrom} from '../places.js'
import {near as weights} from '../weights.js'
import {findPhrase} from '../word-index.js'
import {quoteList} from './quote.js'

/** Weigh the words around a match. */
export function nearEvidence(candidate: Candidate, context: JudgeContext): Reason[] {
  return [
    ...ownCues(candidate, context, 'for'),
    ...ownCues(candidate, context, 'against'),
    ...wordsNear(candidate)
  ]
}

/** The cues that the entry and the mistranslation list. */
function ownCues(candidate: Candidate, context: JudgeContext, side: 'for' | 'against'): Reason[] {
  const cues = context.cuesInSource(candidate.use)[side]
  if (cues.length === 0) return []
  const {match, entry, sentence} = candidate
  const places = {sentence: [] as string[], paragraph: [] as string[], document: [] as string[]}
  const spans: Range[] = []
  for (const {word, phrase} of cues) {
    const span = findPhrase(candidate.context.words, phrase, match.span)
    if (span !== undefined) spans.push(span)
    places[placeOf(span, sentence)].push(word)
  }
  const sum =
    places.sentence.length * weights[`${side}InSentence`] +
    places.paragraph.length * weights[`${side}InParagraph`] +
    Math.min(3, places.document.length) * weights[`${side}InDocument`]
  if (sum === 0) return []
  const weight = side === 'for' ? Math.min(weights.forMost, sum) : Math.max(weights.againstMost, sum)
  const told = [
    ...places.sentence,
    ...places.paragraph,
    ...places.document.map((word) => `${word} (elsewhere)`)
  ]
  const fits = side === 'for' ? 'fits' : 'does not fit'
  return [{kind: 'near', weight, text: `${fits} ${entry.term}: ${quoteList(told)}`, spans}]
}

function placeOf(span: Range | undefined, sentence: Range): 'sentence' | 'paragraph' | 'document' {
  if (span === undefined) return 'document'
  return rangeContains(sentence, span) ? 'sentence' : 'paragraph'
}

/** Words of the general tables, in the same sentence. */
function wordsNear({match, sentence, context, entry}: Candidate): Reason[] {
  const hits = itemsFrom(context.cues, sentence).filter(
    ({span}) => rangeContains(sentence, span) && !rangesOverlap(span, match.span)
  )
  return hits.length === 0 ? [] : [...kindCues(entry, hits), ...topicCues(entry, hits)]
}

/** Words that fit the entry's kind, or do not. */
function kindCues({kind}: Entry, near: readonly CueHit[]): Reason[] {
  const hits = near.filter(({table, name}) => name === kind && (table === 'for' || table === 'against'))
  if (hits.length === 0) return []
  const words = distinct(hits.filter(({table}) => table === 'for'))
  const against = distinct(hits.filter(({table}) => table === 'against'))
  const weight = clamp((words.length - against.length) * weights.kindInSentence, weights.kindMost)
  if (weight === 0) return []
  return [
    {
      kind: 'kind',
      weight,
      text: `words that go with a ${kind}: ${quoteList([...words, ...against])}`,
      spans: spansOf(hits)
    }
  ]
}

/** Words of the entry's domain and of China. */
function topicCues(entry: Entry, near: readonly CueHit[]): Reason[] {
  const topics = near.filter(
    ({table, name}) => table === 'topics' && (name === 'china' || name === entry.domain)
  )
  if (topics.length === 0) return []
  const domain = topics.filter(({name}) => name === entry.domain)
  const china = topics.filter(({name}) => name === 'china')
  const weight =
    Math.min(weights.domainMost, distinct(domain).length * weights.domainInSentence) +
    Math.min(weights.chinaMost, distinct(china).length * weights.chinaInSentence)
  if (weight === 0) return []
  const words = distinct([...domain, ...china])
  return [
    {
      kind: 'near',
      weight,
      text: `words of the topic in the sentence: ${quoteList(words)}`,
      spans: spansOf([...domain, ...china])
    }
  ]
}

function distinct(hits: readonly CueHit[]): string[] {
  return [...new Set(hits.map(({word}) => word))]
}

function spansOf(hits: readonly CueHit[]): Range[] {
  return hits.map(({span}) => span)
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}
