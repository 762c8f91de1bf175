// What cleaning made of each labelled occurrence. Adding up: tally.ts.
import type {Cleaned, CleanedFinding} from '../clean.js'
import type {ReportedFinding} from '../model.js'
import {rangesOverlap} from '../text/range.js'
import type {Label} from './label.js'

/**
 * What became of a labelled occurrence: `right` (mended unasked, or right as it stood), `proposed` (the right text was
 * offered), `offered-wrong` (something else was offered), `wrong` (changed unasked into something else), `missed`,
 * and for texts that must stay `kept`, `asked`, `touched`.
 */
export type Outcome =
  | 'right'
  | 'proposed'
  | 'offered-wrong'
  | 'wrong'
  | 'missed'
  | 'kept'
  | 'asked'
  | 'touched'

/** A label with its outcome. */
export interface Compared {
  readonly label: Label
  readonly outcome: Outcome
  /** What an automatic run leaves at the label's place. */
  readonly result: string
  /** The findings there, kept ones included. */
  readonly findings: readonly CleanedFinding[]
}

/** Automatic changes outside every label, and what became of the labels. */
export interface Comparison {
  readonly compared: readonly Compared[]
  readonly outside: readonly CleanedFinding[]
}

/** Compare a cleaned article with its labels. */
export function compareLabels({report, findings}: Cleaned, labels: readonly Label[]): Comparison {
  const compared = labels.map((label) => compareLabel(report.source, findings, label))
  const outside = findings.filter(
    ({reported}) => reported.status === 'fix' && !labels.some((label) => rangesOverlap(reported, label))
  )
  return {compared, outside}
}

function compareLabel(source: string, findings: readonly CleanedFinding[], label: Label): Compared {
  const here = findings.filter(({reported}) => rangesOverlap(reported, label))
  const fixes = here.flatMap(({reported}) => (reported.status === 'fix' ? [reported] : []))
  const result = resultAt(source, fixes, label)
  return {label, outcome: outcomeOf(source, here, fixes, {label, result}), result, findings: here}
}

function outcomeOf(
  source: string,
  here: readonly CleanedFinding[],
  fixes: readonly ReportedFinding[],
  {label, result}: {label: Label; result: string}
): Outcome {
  const open = here.filter(({reported}) => reported.status === 'propose')
  if (label.level === 'keep')
    return fixes.length > 0 && result !== label.surface ? 'touched' : open.length > 0 ? 'asked' : 'kept'
  const after = source.slice(Math.max(label.end, ...fixes.map(({end}) => end)))
  const before = source.slice(0, Math.min(label.start, ...fixes.map(({start}) => start)))
  if (isAccepted(result, label) || (fixes.length > 0 && isAcceptedWithin(before, result, after, label)))
    return 'right'
  if (fixes.length > 0) return 'wrong'
  if (open.length === 0) return 'missed'
  const offers = open.flatMap(({reported}) =>
    [reported.replacement, ...reported.alternatives].map((replacement) => ({...reported, replacement}))
  )
  return offers.some(
    (offer) => isAccepted(resultAt(source, [offer], label), label) || isAccepted(offer.replacement, label)
  )
    ? 'proposed'
    : 'offered-wrong'
}

/** What stands at a label once edits are written; an edit that reaches beyond the label counts whole. */
function resultAt(source: string, edits: readonly ReportedFinding[], {start, end}: Label): string {
  let result = ''
  let at = start
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(at, Math.max(at, edit.start)) + edit.replacement
    at = Math.max(at, edit.end)
  }
  return result + source.slice(at, Math.max(at, end))
}

function isAccepted(result: string, {accepted}: Label): boolean {
  return accepted.flatMap(withoutGloss).some((text) => bare(text) === bare(result))
}

/** “Dark Moon AI” → “Moonshot AI” changes two words; words of the right name that stood beside the label count. */
function isAcceptedWithin(before: string, result: string, after: string, {accepted}: Label): boolean {
  return accepted.some((text) => {
    const at = bare(result) === '' ? -1 : text.indexOf(bare(result))
    return (
      at >= 0 && before.endsWith(text.slice(0, at)) && after.startsWith(text.slice(at + bare(result).length))
    )
  })
}

/** A label may explain itself, “Mi Home (Xiaomi store)”: both the whole and the name alone are right. */
function withoutGloss(text: string): string[] {
  const found = /^(.+?) \((.+)\)$/u.exec(text)
  return found === null ? [text] : [text, found[1]!]
}

/** Articles before a name are a matter of grammar, not of the name. */
function bare(text: string): string {
  return text.replace(/^(?:the|a|an)\s+/iu, '').trim()
}
