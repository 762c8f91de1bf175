// The second round: what the matches of one document say about one another. The first is judge.ts.
import type {Entry, MistranslationUse, Reason} from '../model.js'
import type {Candidate} from './context.js'
import {quotedAtMost, quoteList} from './evidence/quote.js'
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

/** Make a judged match; all are made here, for objects of one shape are read fastest. */
export function toJudged(
  candidate: Candidate,
  reasons: readonly Reason[],
  {score, rivals}: Pick<Judged, 'score' | 'rivals'>
): Judged {
  return {candidate, reasons, score, rivals}
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
  const garbled = listGarbled(local)
  const fellows = without?.has('fellows')
    ? local
    : local.map((item) => addReason(item, fellowReason(item, garbled)))
  const surest = findSurest(fellows)
  const together = without?.has('sense')
    ? fellows
    : fellows.map((item) => addReason(item, senseReason(item, surest)))
  return without?.has('limit') ? together : together.map(askNeighbours)
}

/** Where words beside a match give it another sense, it matters little what the document is about. */
function letNeighboursDecide(item: Judged): Judged {
  if (!item.reasons.some(speaksAgainst)) return item
  const reasons = item.reasons.map((reason) =>
    reason.kind === 'topic' && reason.weight > 0 ? {...reason, weight: 0} : reason
  )
  return toJudged(item.candidate, reasons, {score: scoreOf(reasons), rivals: item.rivals})
}

const ofDocument: ReadonlySet<string> = new Set(['topic', 'fellows', 'sense'])

/**
 * Ordinary words without a capital of their own need support from the words beside them: the most that the document
 * can give is limited, or every bean bag of an article about Doubao would become one.
 */
function askNeighbours(item: Judged): Judged {
  const {candidate, reasons} = item
  if (candidate.use.mistranslation.ordinary === 'never' || candidate.entry.kind === 'jargon') return item
  if (!isPlain(candidate)) return item
  const given = scoreOf(reasons.filter(({kind}) => ofDocument.has(kind)))
  if (given <= other.documentMost) return item
  const text = 'an ordinary word without a capital of its own needs more than a fitting document'
  const limit: Reason = {kind: 'limit', weight: other.documentMost - given, text}
  return addReason(item, limit)
}

/** Add reasons up, in log-odds. */
export function scoreOf(reasons: readonly Reason[]): number {
  let sum = 0
  for (const {weight} of reasons) sum += weight
  return sum
}

function addReason(item: Judged, reason: Reason | undefined): Judged {
  if (reason === undefined) return item
  const {candidate, reasons, score, rivals} = item
  return toJudged(candidate, [...reasons, reason], {score: score + reason.weight, rivals})
}

/** The likely garbled texts of a document, read once for all its matches. */
interface Garbled {
  /** Each text with each entry that it garbles, in source order. */
  readonly pairs: readonly {readonly text: string; readonly entry: Entry}[]
  /** How many different texts there are. */
  readonly count: number
  /** How many of them garble one entry and no other. */
  readonly ownOf: ReadonlyMap<Entry, number>
}

function listGarbled(judged: readonly Judged[]): Garbled {
  const entriesOf = new Map<string, Set<Entry>>()
  const pairs: {text: string; entry: Entry}[] = []
  for (const {candidate, score} of judged) {
    const {entry, match} = candidate
    if (score <= 0 || entry.kind === 'jargon') continue
    const entries = entriesOf.get(match.text) ?? new Set()
    if (entries.has(entry)) continue
    entriesOf.set(match.text, entries.add(entry))
    pairs.push({text: match.text, entry})
  }
  const ownOf = new Map<Entry, number>()
  for (const [entry, ...others] of entriesOf.values())
    if (entry !== undefined && others.length === 0) ownOf.set(entry, (ownOf.get(entry) ?? 0) + 1)
  return {pairs, count: entriesOf.size, ownOf}
}

function fellowReason({candidate, reasons}: Judged, garbled: Garbled): Reason | undefined {
  const {entry, use} = candidate
  const count = garbled.count - (garbled.ownOf.get(entry) ?? 0)
  if (count === 0 || reasons.some(speaksAgainst)) return undefined
  return {
    kind: 'fellows',
    weight: Math.min(other.fellowMost, count * other.fellow) * fellowShare[use.mistranslation.ordinary],
    text: `other names are garbled in this text: ${quoteList(firstFellows(entry, garbled), count)}`
  }
}

/** As many texts that garble other entries as are told. */
function firstFellows(own: Entry, {pairs}: Garbled): string[] {
  const texts = new Set<string>()
  for (const {text, entry} of pairs) {
    if (texts.size === quotedAtMost) break
    if (entry !== own) texts.add(text)
  }
  return [...texts]
}

/** The highest scores of an entry's certain matches, in log-odds. */
interface Surest {
  readonly score: number
  /** Of those without a capital of their own. */
  readonly plain: number
}

function findSurest(judged: readonly Judged[]): ReadonlyMap<Entry, Surest> {
  const surest = new Map<Entry, Surest>()
  for (const {candidate, score} of judged) {
    if (confidenceOf(score) < thresholds.fix) continue
    const known = surest.get(candidate.entry) ?? {score: -Infinity, plain: -Infinity}
    surest.set(candidate.entry, {
      score: Math.max(known.score, score),
      plain: isPlain(candidate) ? Math.max(known.plain, score) : known.plain
    })
  }
  return surest
}

function senseReason(
  {candidate, score, reasons}: Judged,
  surest: ReadonlyMap<Entry, Surest>
): Reason | undefined {
  const certain = surest.get(candidate.entry)
  if (certain === undefined || certain.score <= score || reasons.some(speaksAgainst)) return undefined
  const plain = certain.plain <= score && isPlain(candidate)
  return {
    kind: 'sense',
    weight: plain ? other.sensePlain : other.sense,
    text: `surely ${candidate.entry.term} elsewhere in this text`
  }
}

function isPlain({form}: Candidate): boolean {
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
