// The second round: what the matches of one document say about one another. The first is judge.ts.
import type {MistranslationUse, Reason} from '../model.js'
import type {Candidate} from './context.js'
import {formOf} from './evidence/form.js'
import {quoteList} from './evidence/near.js'
import {confidenceOf, fellowShare, other, thresholds} from './weights.js'

/** A match with the reasons of its best reading. */
export interface Judged {
  readonly candidate: Candidate
  readonly reasons: readonly Reason[]
  /** In log-odds. */
  readonly score: number
  /** Other readings that are nearly as likely. */
  readonly rivals: readonly MistranslationUse[]
}

/**
 * Weigh the matches of a document together.
 *
 * A text that garbles one name garbles others. And one entry has one sense in one document: where one occurrence is
 * certain, the others lean towards it, less so in lower case where the certain one has capitals, and not at all where
 * the words beside it speak against.
 *
 * @see Gale, Church and Yarowsky 1992, “One sense per discourse”.
 */
export function weighTogether(judged: readonly Judged[], without?: ReadonlySet<string>): Judged[] {
  const local = judged.map(letNeighboursDecide)
  const fellows = without?.has('fellows')
    ? local
    : local.map((item) => addReason(item, fellowReason(item, local)))
  const together = without?.has('sense')
    ? fellows
    : fellows.map((item) => addReason(item, senseReason(item, fellows)))
  return without?.has('limit') ? together : together.map(askNeighbours)
}

/** Where words beside a match give it another sense, it matters little what the document is about. */
function letNeighboursDecide(item: Judged): Judged {
  if (!item.reasons.some(speaksAgainst)) return item
  const reasons = item.reasons.map((reason) =>
    reason.kind === 'topic' && reason.weight > 0 ? {...reason, weight: 0} : reason
  )
  return {...item, reasons, score: scoreOf(reasons)}
}

const ofDocument: ReadonlySet<string> = new Set(['topic', 'fellows', 'sense'])

/**
 * Ordinary words without a capital of their own need support from the words beside them: the most that the document
 * can give is limited, or every bean bag of an article about Doubao would become one.
 */
function askNeighbours(item: Judged): Judged {
  const {candidate, reasons, score} = item
  if (candidate.use.mistranslation.ordinary === 'never' || candidate.entry.kind === 'jargon') return item
  if (!isPlain(candidate)) return item
  const given = scoreOf(reasons.filter(({kind}) => ofDocument.has(kind)))
  if (given <= other.documentMost) return item
  const text = 'an ordinary word without a capital of its own needs more than a fitting document'
  const limit: Reason = {kind: 'limit', weight: other.documentMost - given, text}
  return {...item, reasons: [...reasons, limit], score: score + limit.weight}
}

/** Add reasons up, in log-odds. */
export function scoreOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, {weight}) => sum + weight, 0)
}

function addReason(item: Judged, reason: Reason | undefined): Judged {
  if (reason === undefined) return item
  return {...item, reasons: [...item.reasons, reason], score: item.score + reason.weight}
}

function fellowReason({candidate, reasons}: Judged, judged: readonly Judged[]): Reason | undefined {
  if (reasons.some(speaksAgainst)) return undefined
  const fellows = new Set<string>()
  for (const {candidate: mate, score} of judged)
    if (score > 0 && mate.entry !== candidate.entry && mate.entry.kind !== 'jargon')
      fellows.add(mate.match.text)
  if (fellows.size === 0) return undefined
  const {ordinary} = candidate.use.mistranslation
  return {
    kind: 'fellows',
    weight: Math.min(other.fellowMost, fellows.size * other.fellow) * fellowShare[ordinary],
    text: `other names are garbled in this text: ${quoteList([...fellows])}`
  }
}

function senseReason(item: Judged, judged: readonly Judged[]): Reason | undefined {
  const {candidate, score, reasons} = item
  const certain = judged.filter(
    (mate) =>
      mate.candidate.entry === candidate.entry &&
      mate.score > score &&
      confidenceOf(mate.score) >= thresholds.fix
  )
  if (certain.length === 0 || reasons.some(speaksAgainst)) return undefined
  const plain = isPlain(candidate) && !certain.some((mate) => isPlain(mate.candidate))
  return {
    kind: 'sense',
    weight: plain ? other.sensePlain : other.sense,
    text: `surely ${candidate.entry.term} elsewhere in this text`
  }
}

function isPlain(candidate: Candidate): boolean {
  const form = formOf(candidate)
  return form === 'lower' || form === 'listed' || form === 'initial'
}

/** Words beside a match that give it another sense. */
function speaksAgainst({kind, weight}: Reason): boolean {
  return (
    kind === 'mention' ||
    kind === 'title' ||
    ((kind === 'near' || kind === 'field') && weight <= other.against)
  )
}
