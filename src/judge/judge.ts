// Matches become findings: the evidence is collected, added up, and turned into a verdict with reasons. Each kind of
// evidence is one function in evidence/; what it weighs is in weights.ts; grammar around a replacement is in mend/.
import type {
  Ceiling,
  Document,
  Finding,
  Found,
  Glossary,
  Match,
  MistranslationUse,
  Reason,
  Verdict
} from '../model.js'
import {type Candidate, createContext, type JudgeContext} from './context.js'
import {compileCues, type GeneralCues} from './cues.js'
import {priorEvidence, topicEvidence} from './evidence/document.js'
import {fieldEvidence} from './evidence/field.js'
import {formEvidence, formOf} from './evidence/form.js'
import {mentionEvidence, quoteEvidence, rivalEvidence} from './evidence/mention.js'
import {listEvidence, namesEvidence} from './evidence/names.js'
import {nearEvidence} from './evidence/near.js'
import {roleEvidence} from './evidence/role.js'
import {mendReplacement} from './mend/mend.js'
import {type Judged, scoreOf, toJudged, weighTogether} from './together.js'
import {readTopic, type SurfaceCount} from './topic.js'
import {untranslatedMatches} from './untranslated.js'
import {confidenceOf, other, thresholds as usualThresholds} from './weights.js'
import {indexWords} from './word-index.js'
import {compileWords, type Words} from './words.js'

/** A kind of evidence: from a match read as one entry's to weighed, worded reasons. */
type Evidence = (candidate: Candidate, context: JudgeContext) => readonly Reason[]

const allEvidence: readonly Evidence[] = [
  priorEvidence,
  formEvidence,
  topicEvidence,
  nearEvidence,
  fieldEvidence,
  namesEvidence,
  listEvidence,
  roleEvidence,
  mentionEvidence,
  quoteEvidence,
  rivalEvidence
]

/** What the judge thinks of a document. */
export interface Judgement {
  /** One per match, kept ones included, in source order, none overlapping. */
  readonly findings: readonly Finding[]
  /** How much shows that the text comes from the source language's country or its trade, 0 to 4. */
  readonly topic: number
}

/** Confidences, from 0 to 1, from which a match is fixed unasked, and from which it is worth an editor's time. */
export type Thresholds = Readonly<typeof usualThresholds>

/** How to judge. */
export interface JudgeOptions {
  /** How often each glossary text stands in the raw source. */
  readonly counts: readonly SurfaceCount[]
  /** Whether the topic is taken as given, because a person chose the glossary for these texts. */
  readonly topicAssumed?: boolean
  /** Kinds of evidence to leave out, to see what each is worth. */
  readonly without?: ReadonlySet<string>
  readonly thresholds?: Thresholds
}

const compiled = new WeakMap<Glossary, {cues: GeneralCues; words: Words}>()

/**
 * Judge what was found in a document.
 *
 * Each match is read as the entry for which most evidence speaks; where two readings are nearly as likely, an
 * editor is asked. A second round lets occurrences of one text in one document agree on their sense.
 *
 * @returns One finding per match, kept ones included, in source order, none overlapping.
 */
export function judgeMatches(
  document: Document,
  found: Found,
  glossary: Glossary,
  options: JudgeOptions
): Judgement {
  let made: JudgeContext | undefined
  // Many texts hold no match; then there is nothing to prepare, unless somebody asks for the topic.
  const context = (): JudgeContext => {
    made ??= prepare(document, found, glossary, options)
    return made
  }
  const matches = [...found.matches, ...untranslatedMatches(document, found)].sort(
    (a, b) => a.block - b.block || a.span.start - b.span.start
  )
  const first = matches.map((match) => judgeMatch(match, context(), options.without))
  const {thresholds = usualThresholds} = options
  const agreed = weighTogether(first, options.without)
  const findings = dropOverlaps(agreed.map((judged) => toFinding(judged, context(), thresholds)))
  return {
    findings,
    get topic() {
      return context().topic.general
    }
  }
}

function prepare(document: Document, found: Found, glossary: Glossary, options: JudgeOptions): JudgeContext {
  let tables = compiled.get(glossary)
  if (tables === undefined) {
    tables = {cues: compileCues(glossary.evidence), words: compileWords(glossary.evidence)}
    compiled.set(glossary, tables)
  }
  const source = indexWords(document.source)
  const topic = readTopic(source, options.counts, {
    glossary,
    cues: tables.cues,
    assumed: options.topicAssumed ?? false
  })
  return createContext(document, found, {glossary, ...tables, topic, source})
}

function judgeMatch(match: Match, context: JudgeContext, without?: ReadonlySet<string>): Judged {
  const block = context.blockAt(match.block)
  const sentence = block.sentenceAt(match.span.start)
  const readings = match.uses.map((use) => {
    const form = formOf({match, use, context: block})
    const candidate: Candidate = {match, use, entry: use.entry, context: block, sentence, form}
    const reasons = collectReasons(candidate, context, without)
    return toJudged(candidate, reasons, {score: scoreOf(reasons), rivals: noRivals})
  })
  // Most texts have one reading, which has no rivals.
  return readings.length === 1 ? readings[0]! : chooseReading(readings)
}

const noRivals: readonly MistranslationUse[] = []

function collectReasons(
  candidate: Candidate,
  context: JudgeContext,
  without: ReadonlySet<string> | undefined
): readonly Reason[] {
  const reasons: Reason[] = []
  for (const evidence of allEvidence)
    for (const reason of evidence(candidate, context)) if (!without?.has(reason.kind)) reasons.push(reason)
  return reasons
}

/** The reading for which most speaks, with those that are nearly as likely and would write another text. */
function chooseReading(readings: readonly Judged[]): Judged {
  const [best, ...others] = readings.toSorted((a, b) => b.score - a.score) as [Judged, ...Judged[]]
  const {candidate, reasons, score} = best
  const rivals = others
    .filter((rival) => score - rival.score < other.anotherCandidate)
    .map((rival) => rival.candidate.use)
    .filter(({mistranslation}) => mistranslation.replacement !== candidate.use.mistranslation.replacement)
  return toJudged(candidate, reasons, {score, rivals})
}

function toFinding(
  {candidate, reasons, score, rivals}: Judged,
  context: JudgeContext,
  thresholds: Thresholds
): Finding {
  const {match, use, entry} = candidate
  const confidence = confidenceOf(score)
  const others = [
    ...use.mistranslation.alternatives,
    ...rivals.map(({mistranslation}) => mistranslation.replacement)
  ]
  const mended = mendReplacement(candidate, context, [use.mistranslation.replacement, ...others])
  const ceiling = rivals.length > 0 ? 'propose' : use.mistranslation.ceiling
  return {
    rule: entry.id,
    entry,
    block: match.block,
    span: mended.span,
    text: candidate.context.block.text.slice(mended.span.start, mended.span.end),
    replacement: mended.replacement,
    alternatives: mended.alternatives,
    pair: {span: match.span, text: match.text, forms: mended.forms},
    verdict: verdictOf(confidence, ceiling, thresholds),
    confidence: Math.round(confidence * 1000) / 1000,
    reasons: [...[...reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)), ...mended.reasons]
  }
}

function verdictOf(confidence: number, ceiling: Ceiling, thresholds: Thresholds): Verdict {
  if (confidence < thresholds.propose) return 'keep'
  return confidence >= thresholds.fix && ceiling === 'fix' ? 'fix' : 'propose'
}

/** Mending may widen a span over a neighbour, as in “Doubao (Beanbag)”: the finding that changes more stays. */
function dropOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const finding of findings) {
    const last = kept.at(-1)
    if (last === undefined || last.block !== finding.block || last.span.end <= finding.span.start) {
      kept.push(finding)
    } else if (rank(finding) > rank(last)) kept[kept.length - 1] = finding
  }
  return kept
}

function rank({verdict, span}: Finding): number {
  return (verdict === 'fix' ? 2e6 : verdict === 'propose' ? 1e6 : 0) + (span.end - span.start)
}
