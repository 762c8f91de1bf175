// The stages joined: a source and a glossary become findings and a new source. Pure; the ways in (cli/, remark/,
// batch/, review/) are thin on top of this.

import {readPieces} from './clean-pieces.js'
import {type CleanedFinding, reportFindings} from './clean-report.js'
import {settleInRounds} from './clean-rounds.js'
import {switchOff, unusedSwitches} from './clean-switches.js'
import {repairDamage} from './damage/repair.js'
import {applyDecisions, type Decided} from './decide/apply.js'
import {parseDocument} from './document/parse.js'
import {applyEdits} from './edit/apply.js'
import {useFirstForms} from './judge/first-mention.js'
import {type Judgement, judgeMatches, type Thresholds} from './judge/judge.js'
import {findAll, type KnownCandidates} from './match/find.js'
import {findNearMisses} from './match/near-miss.js'
import {scanSource} from './match/scan.js'
import type {Decision, Document, Edit, FileReport, Finding, Format, Glossary} from './model.js'

export type {CleanedFinding} from './clean-report.js'

/** How to clean a text. */
export interface CleanOptions {
  readonly glossary: Glossary
  /** Default `markdown`. */
  readonly format?: Format
  /** Path of the text as reports and decisions show it, with `/`; default `-`. */
  readonly path?: string
  /** Front matter keys that hold prose; a sensible list by default. */
  readonly metadataKeys?: readonly string[]
  readonly decisions?: readonly Decision[]
  /** As decisions name the text: relative to their project's folder; default `path`. */
  readonly name?: string
  /** `names`: leave the damage of translation software alone; `damage`: leave names alone; default both. */
  readonly only?: 'names' | 'damage'
  /** `long`: the first mention of each mended name takes its longer form; default `term`. */
  readonly firstMention?: 'term' | 'long'
  /** Whether the texts are known to be about the glossary's topic, because a person chose it for them. */
  readonly topic?: 'judge' | 'given'
  /** Kinds of evidence to leave out, to see what each is worth. */
  readonly without?: ReadonlySet<string>
  /** Confidences at which names are proposed and fixed; well tried ones by default. */
  readonly thresholds?: Thresholds
  /** Ids of damage rules that are switched off. */
  readonly rulesOff?: ReadonlySet<string>
  /**
   * `pieces`: of Markdown, read only what may hold findings, many times as fast; the report is the same, but
   * `Cleaned.document` holds only the blocks that were read. Default `whole`.
   */
  readonly reading?: 'whole' | 'pieces'
}

/** What cleaning found and made of a text. */
export interface Cleaned {
  readonly document: Document
  /** In source order, kept ones included. */
  readonly findings: readonly CleanedFinding[]
  /** What turns the source into `report.output`; in source order, none overlapping. */
  readonly edits: readonly Edit[]
  readonly report: FileReport
}

/**
 * Find what is wrong in a text, judge it, and mend what is certain.
 *
 * @param source - Decoded text, byte order mark included, line ends as found.
 * @throws {DocumentError} When an MDX text does not parse.
 */
export function cleanText(source: string, options: CleanOptions): Cleaned {
  const {format = 'markdown', reading, firstMention} = options
  if (reading === 'pieces' && format === 'markdown' && firstMention !== 'long') {
    const pieces = readPieces(source, options)
    if (pieces?.isNothing) return reportNothing(pieces.document, options)
    const outcome = pieces && cleanDocument(pieces, options)
    if (outcome && pieces.isCertain(outcome.accepted)) return outcome.cleaned
  }
  const parse = (text: string): Document =>
    parseDocument(text, {format, ...(options.metadataKeys && {metadataKeys: options.metadataKeys})})
  return cleanDocument({document: parse(source), parse}, options).cleaned
}

function reportNothing(document: Document, {path = '-'}: CleanOptions): Cleaned {
  const {source} = document
  const report: FileReport = {path, source, output: source, findings: [], problems: []}
  return {document, findings: [], edits: [], report}
}

/** A text as it was read, and how to read it again. */
interface ReadText {
  readonly document: Document
  readonly parse: (source: string) => Document
}

/** @returns The outcome, and the findings that were to be written. */
function cleanDocument(
  {document, parse}: ReadText,
  options: CleanOptions
): {readonly cleaned: Cleaned; readonly accepted: readonly Finding[]} {
  const {path = '-'} = options
  const {source} = document
  const known: KnownCandidates = new Map()
  const {decided, plan: planned} = settleInRounds(document, {
    find: (text) => findEverything(text, {...options, known}),
    decide: (findings, text, which) => switchOff(decide(findings, text, {...options, path, which}), text),
    parse
  })
  const accepted = decided.flatMap(({finding}) => (finding.verdict === 'fix' ? [finding] : []))
  const refused = new Map(planned.refused.map(({finding, reason}) => [finding, reason]))
  const checked = decided.map((item) => refuse(item, refused.get(item.finding)))
  const findings = reportFindings(document, checked, planned.edits)
  const report: FileReport = {
    path,
    source,
    output: applyEdits(source, planned.edits),
    findings: findings.map(({reported}) => reported),
    problems: [...document.problems, ...unusedSwitches(decided, document)].sort(
      (a, b) => a.range.start - b.range.start
    )
  }
  return {cleaned: {document, findings, edits: planned.edits, report}, accepted}
}

/** What one round takes along to the next. */
interface RoundMemory {
  readonly known: KnownCandidates
}

function findEverything(document: Document, options: CleanOptions & RoundMemory): Finding[] {
  const names = judgeNames(document, options)
  const repairs = options.only === 'names' ? [] : repairDamage(document, options.rulesOff)
  // The topic is asked for last: to read it takes longer than to see that nothing is damaged.
  const damage = repairs.length > 0 && names.topic >= topicOfTranslation ? repairs : []
  return options.only === 'damage' ? [...damage] : mergeFindings(names.findings, damage)
}

function decide(
  findings: readonly Finding[],
  document: Document,
  {path, name = path, decisions = [], which}: CleanOptions & DecideOptions
): Decided[] {
  if (findings.length === 0) return []
  const chosen = which === 'all' ? decisions : decisions.filter(({verdict}) => verdict === 'accept')
  return applyDecisions(findings, chosen, {document, file: name})
}

interface DecideOptions {
  readonly path: string
  readonly which: 'all' | 'accepted'
}

function judgeNames(document: Document, options: CleanOptions & RoundMemory): Judgement {
  const {glossary, topic, without, firstMention, thresholds} = options
  const found = findAll(document, glossary, options.known)
  const matches = [...found.matches, ...findNearMisses(document, found, glossary)]
  const judgement = judgeMatches(document, {...found, matches}, glossary, {
    get counts() {
      return scanSource(document.source, glossary)
    },
    topicAssumed: topic === 'given',
    ...(without && {without}),
    ...(thresholds && {thresholds})
  })
  if (firstMention !== 'long') return judgement
  return {findings: useFirstForms(judgement.findings, found), topic: judgement.topic}
}

/** Damage is only looked for where names or words show that a text was translated: elsewhere its shapes are meant. */
const topicOfTranslation = 1

/** Both lists in one order; where a repair overlaps a name that is not kept, the name wins. */
function mergeFindings(names: readonly Finding[], damage: readonly Finding[]): Finding[] {
  const free = damage.filter(
    (repair) =>
      !names.some(
        ({verdict, block, span}) =>
          verdict !== 'keep' &&
          block === repair.block &&
          span.start < repair.span.end &&
          repair.span.start < span.end
      )
  )
  const spans = free.map(({block, span}) => ({block, span}))
  const left = names.filter(
    ({verdict, block, span}) =>
      verdict !== 'keep' ||
      !spans.some(
        (other) => other.block === block && span.start < other.span.end && other.span.start < span.end
      )
  )
  return [...left, ...free].sort((a, b) => a.block - b.block || a.span.start - b.span.start)
}

function refuse(item: Decided, reason: string | undefined): Decided {
  if (reason === undefined) return item
  const refusal = {kind: 'refused', weight: 0, text: `cannot be written safely: ${reason}`}
  return {
    ...item,
    finding: {...item.finding, verdict: 'propose', reasons: [refusal, ...item.finding.reasons]}
  }
}
