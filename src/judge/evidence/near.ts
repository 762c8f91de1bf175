// Evidence from words near the match: the entry's own cues, those of its kind and domain, and the words of
// ordinary fields. Right names near the match are the business of names.ts.
import type {Reason} from '../../model.js'
import type {Range} from '../../text/range.js'
import {rangeContains, rangesOverlap} from '../../text/range.js'
import type {Candidate, JudgeContext} from '../context.js'
import {type CueHit, findWord} from '../cues.js'
import {near as weights} from '../weights.js'

/** Weigh the words around a match. */
export function nearEvidence(candidate: Candidate, context: JudgeContext): Reason[] {
  return [
    ...ownCues(candidate, context, 'for'),
    ...ownCues(candidate, context, 'against'),
    ...kindCues(candidate),
    ...topicCues(candidate),
    ...fieldCues(candidate)
  ]
}

/** The cues that the entry and the mistranslation list. */
function ownCues(candidate: Candidate, context: JudgeContext, side: 'for' | 'against'): Reason[] {
  const {match, use, entry, sentence} = candidate
  const places = {sentence: [] as string[], paragraph: [] as string[], document: [] as string[]}
  const spans: Range[] = []
  for (const word of context.cuesInSource(use)[side]) {
    const span = findWord(candidate.context.folded, word, match.span)
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

/** Words that fit the entry's kind, in the same sentence. */
function kindCues(candidate: Candidate): Reason[] {
  const {entry} = candidate
  const hits = hitsNear(
    candidate,
    ({table, name}) => (table === 'for' || table === 'against') && name === entry.kind
  )
  const words = distinct(hits.filter(({table}) => table === 'for'))
  const against = distinct(hits.filter(({table}) => table === 'against'))
  const weight = clamp((words.length - against.length) * weights.kindInSentence, weights.kindMost)
  if (weight === 0) return []
  return [
    {
      kind: 'kind',
      weight,
      text: `words that go with a ${entry.kind}: ${quoteList([...words, ...against])}`,
      spans: spansOf(hits)
    }
  ]
}

/** Words of the entry's domain and of China in the same sentence. */
function topicCues(candidate: Candidate): Reason[] {
  const domain = hitsNear(candidate, ({table, name}) => table === 'topics' && name === candidate.entry.domain)
  const china = hitsNear(candidate, ({table, name}) => table === 'topics' && name === 'china')
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

/** Words of ordinary life speak against, unless nobody would write the text otherwise. */
function fieldCues(candidate: Candidate): Reason[] {
  const {match, use, sentence, context} = candidate
  if (use.mistranslation.ordinary === 'never') return []
  const hits = context.cues.filter(({table, span}) => table === 'fields' && !rangesOverlap(span, match.span))
  const inSentence = hits.filter(({span}) => rangeContains(sentence, span))
  const beside = inSentence.filter(({span}) => isBeside(context.block.text, match.span, span))
  const elsewhere = hits.filter((hit) => !inSentence.includes(hit))
  const weight = Math.max(
    weights.fieldMost,
    (beside.length > 0 ? weights.fieldBeside : 0) +
      distinct(inSentence).length * weights.fieldInSentence +
      Math.min(3, distinct(elsewhere).length) * weights.fieldInParagraph
  )
  if (weight === 0) return []
  const fields = [...new Set(hits.map(({name}) => name))]
  return [
    {
      kind: 'field',
      weight,
      text: `words of ${fields.join(', ')}: ${quoteList(distinct(hits))}`,
      spans: spansOf(hits)
    }
  ]
}

/** Whether only blanks or a hyphen stand between two places. */
function isBeside(text: string, a: Range, b: Range): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  return /^[\s\u2010-\u2015-]{0,3}$/u.test(text.slice(first.end, second.start))
}

function hitsNear({match, sentence, context}: Candidate, accept: (hit: CueHit) => boolean): CueHit[] {
  return context.cues.filter(
    (hit) => accept(hit) && rangeContains(sentence, hit.span) && !rangesOverlap(hit.span, match.span)
  )
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

/** Name words for a reader: the first few in quotes. */
export function quoteList(words: readonly string[], most = 5): string {
  const shown = words.slice(0, most).map((word) => `“${word.replace(/\s+/gu, ' ')}”`)
  return words.length > most ? `${shown.join(', ')} and ${words.length - most} more` : shown.join(', ')
}
