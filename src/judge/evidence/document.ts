// Evidence from the whole document: what it is about, and the sense that its other occurrences have.
import type {Reason} from '../../model.js'
import type {Candidate, JudgeContext} from '../context.js'
import {prior, topicMost, topicPart, topic as weights} from '../weights.js'
import {quoteList} from './quote.js'

const priorTexts = {
  never: 'nobody writes this otherwise',
  sometimes: 'seldom means anything else',
  often: 'often ordinary language or another name',
  mostly: 'nearly always ordinary language'
} as const

/** What is known before anything is read. */
export function priorEvidence({use}: Candidate): Reason[] {
  const {ordinary} = use.mistranslation
  return [
    {kind: 'prior', weight: prior[ordinary], text: `“${use.mistranslation.text}” ${priorTexts[ordinary]}`}
  ]
}

/** Weigh what the document is about; the entry's own cues anywhere in it count too. */
export function topicEvidence({use, entry}: Candidate, {topic, cuesInSource}: JudgeContext): Reason[] {
  const {ordinary} = use.mistranslation
  const {amount, names, words} = topic.for(entry)
  const cues = cuesInSource(use).for.map(({word}) => word)
  const own = Math.min(topicPart.ownCueMost, cues.length * topicPart.ownCue)
  const weight = weights.base[ordinary] + weights.slope[ordinary] * Math.min(topicMost, amount + own)
  const told = [...new Set([...names, ...cues, ...words])]
  const text =
    told.length === 0
      ? `nothing in the text points to the field of ${entry.term}`
      : `the text speaks of ${quoteList(told)}`
  return [{kind: 'topic', weight, text}]
}
