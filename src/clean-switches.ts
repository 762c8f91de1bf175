// Comments in a text switch findings off, whatever an editor has decided about them. How comments are read lives in
// document/switches.ts; clean.ts joins the stages.
import type {Decided} from './decide/apply.js'
import type {Disabled, Document, DocumentProblem, Finding} from './model.js'
import {rangeContains} from './text/range.js'

/** Findings inside a switched-off part are kept. */
export function switchOff(decided: readonly Decided[], document: Document): readonly Decided[] {
  if (document.disabled.length === 0) return decided
  return decided.map((item): Decided => {
    const {finding} = item
    if (finding.verdict === 'keep' || switchOf(finding, document) === undefined) return item
    const reason = {kind: 'comment', weight: 0, text: 'switched off by a comment in the text'}
    return {...item, finding: {...finding, verdict: 'keep', reasons: [reason, ...finding.reasons]}}
  })
}

/** A switch that does nothing is a problem. */
export function unusedSwitches(decided: readonly Decided[], document: Document): DocumentProblem[] {
  const used = new Set(
    decided
      .filter(({finding}) => finding.reasons[0]?.kind === 'comment')
      .map(({finding}) => switchOf(finding, document))
  )
  return document.disabled
    .filter((disabled) => !used.has(disabled))
    .map(({comment}) => ({range: comment, message: 'This comment switches nothing off; remove it'}))
}

function switchOf(finding: Finding, document: Document): Disabled | undefined {
  return document.disabled.find((disabled) => isSwitchedOff(finding, disabled, document))
}

function isSwitchedOff({block, span, rule}: Finding, {range, rules}: Disabled, document: Document): boolean {
  const {starts, ends} = document.blocks[block]!
  const place = {start: starts[span.start]!, end: ends[Math.max(span.start, span.end - 1)]!}
  return rangeContains(range, place) && (rules.length === 0 || rules.includes(rule))
}
