// Everything the program thought about single findings. All findings, one a line: pretty.ts.
import type {Finding, Reason, ReportedFinding, Verdict} from '../model.js'
import {showSafely} from '../text/show.js'
import {plainStyle, type Style} from './style.js'

/** A finding as judged together with where it stands. */
export interface ExplainedFinding {
  readonly path: string
  readonly finding: Finding
  readonly reported: ReportedFinding
  /** Text of the block that `finding.span` and the spans of its reasons refer to. */
  readonly blockText: string
}

/** The least confidence, 0 to 1, for a verdict. */
export interface Thresholds {
  readonly fix: number
  readonly propose: number
}

/** How findings are explained. */
export interface ExplainOptions {
  readonly thresholds: Thresholds
  /** Default: no colours. */
  readonly style?: Style
}

/**
 * Explain findings: what is replaced by what, the verdict with its confidence, every reason with its weight
 * and the words that it rests on, and what it would take for another verdict.
 */
export function explainFindings(findings: readonly ExplainedFinding[], options: ExplainOptions): string {
  return findings.map((explained) => explainOne(explained, options)).join('\n')
}

function explainOne(explained: ExplainedFinding, {thresholds, style = plainStyle}: ExplainOptions): string {
  const {finding, reported, blockText} = explained
  const path = showSafely(explained.path)
  const choices = [finding.replacement, ...finding.alternatives].map(quote).join(' | ')
  const head = [
    style.paint('bold', `${path}:${reported.line}:${reported.column}`),
    `${quote(finding.text)} → ${choices}`,
    style.paint('dim', `(${finding.rule})`)
  ].join('  ')
  const verdict = `${style.paint('bold', finding.verdict)}, confidence ${finding.confidence.toFixed(2)}`
  const reasons = [...finding.reasons]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map((reason) => explainReason(reason, blockText, style))
  const notes = [finding.entry?.note, explainOthers(finding, thresholds)]
    .filter((note) => note !== undefined)
    .map(showSafely)
  return `${[head, verdict, ...reasons, ...notes].map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n')}\n`
}

/** On one line, whatever the text has inside. */
function quote(text: string): string {
  return `"${showSafely(text)}"`
}

function explainReason(reason: Reason, blockText: string, style: Style): string {
  const text = showSafely(reason.text)
  const words = wordsBehind(reason, blockText).filter(
    (word) => !text.toLowerCase().includes(word.toLowerCase())
  )
  const cues = words.length > 0 ? ` ${style.paint('dim', words.join(', '))}` : ''
  const weight = style.paint(reason.weight < 0 ? 'red' : 'green', formatWeight(reason.weight))
  return `${weight}  ${reason.kind}: ${text}${cues}`
}

/** The words that a reason rests on, in quotes, each once however often and in whatever capitals it stands there. */
function wordsBehind({spans = []}: Reason, blockText: string): string[] {
  const words = new Map<string, string>()
  for (const {start, end} of spans) {
    const word = `“${showSafely(blockText.slice(start, end))}”`
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
  }
  return [...words.values()]
}

/** A verdict next to the one given, and on which side of which confidence it begins. */
interface Neighbour {
  readonly verdict: Verdict
  readonly side: 'above' | 'below'
  readonly confidence: number
}

function neighboursOf(verdict: Verdict, {fix, propose}: Thresholds): Neighbour[] {
  if (verdict === 'fix') return [{verdict: 'propose', side: 'below', confidence: fix}]
  if (verdict === 'keep') return [{verdict: 'propose', side: 'above', confidence: propose}]
  return [
    {verdict: 'fix', side: 'above', confidence: fix},
    {verdict: 'keep', side: 'below', confidence: propose}
  ]
}

/** How far the evidence is from other verdicts, and which reason alone makes the difference. */
function explainOthers(finding: Finding, thresholds: Thresholds): string {
  const ways = neighboursOf(finding.verdict, thresholds).map((other) => explainWay(finding, other))
  return `other verdicts: ${ways.join('; ')}`
}

function explainWay(
  {confidence, reasons, entry}: Finding,
  {verdict, side, confidence: at}: Neighbour
): string {
  const distance = toLogOdds(at) - toLogOdds(confidence)
  if (side === 'above' ? distance <= 0 : distance > 0) {
    const hasCeiling = verdict === 'fix' && entry?.ceiling === 'propose'
    return `${verdict} is ruled out ${hasCeiling ? 'by the ceiling of the entry' : 'whatever the evidence'}`
  }
  const alone = reasons.find(({weight}) =>
    side === 'above' ? -weight >= distance : weight > 0 && -weight <= distance
  )
  return `${verdict} at ${formatWeight(distance)}${alone ? `, as it would be without “${alone.text}”` : ''}`
}

function toLogOdds(confidence: number): number {
  // Certainty has no finite log-odds.
  const inside = Math.min(0.9999, Math.max(0.0001, confidence))
  return Math.log(inside / (1 - inside))
}

function formatWeight(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`
}
