// An editor's decisions outrank the program's verdicts. What a decision is bound to: fingerprint.ts.
import type {Decision, Document, Finding, Scope} from '../model.js'
import {type Fingerprint, fingerprintOf} from './fingerprint.js'

/** A finding with the decision that settled it, if there is one. */
export interface Decided {
  readonly finding: Finding
  readonly decision?: Decision
}

/** Narrowest first: a word on this very place outranks one on all places. */
const scopes: readonly Scope[] = ['here', 'file', 'everywhere']

/**
 * Settle findings by decisions.
 *
 * The narrowest scope wins; within one scope the decision that stands last. An accepted finding becomes `fix` with
 * the chosen text, a rejected one `keep`.
 *
 * @param file - Path of the text as decisions write it.
 */
export function applyDecisions(
  findings: readonly Finding[],
  decisions: readonly Decision[],
  {document, file}: {document: Document; file: string}
): Decided[] {
  if (decisions.length === 0) return findings.map((finding) => ({finding}))
  const byRuleAndText = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const key = keyOf(decision)
    byRuleAndText.set(key, [...(byRuleAndText.get(key) ?? []), decision])
  }
  return findings.map((finding) => {
    const fingerprint = fingerprintOf(finding, document)
    const decision = findDecision(byRuleAndText.get(keyOf(fingerprint)) ?? [], fingerprint, file)
    return decision === undefined ? {finding} : {finding: settle(finding, decision), decision}
  })
}

function keyOf({rule, text}: Pick<Decision, 'rule' | 'text'>): string {
  return `${rule}\n${text}`
}

function findDecision(
  decisions: readonly Decision[],
  fingerprint: Fingerprint,
  file: string
): Decision | undefined {
  for (const scope of scopes) {
    const found = decisions.findLast(
      (decision) => decision.scope === scope && reaches(decision, fingerprint, file)
    )
    if (found !== undefined) return found
  }
  return undefined
}

function reaches(decision: Decision, {before, after}: Fingerprint, file: string): boolean {
  if (decision.scope === 'everywhere') return true
  if (decision.file !== undefined && decision.file !== file) return false
  return decision.scope === 'file' || (decision.before === before && decision.after === after)
}

function settle(finding: Finding, {verdict, replacement, scope, by}: Decision): Finding {
  const who = by === undefined ? 'an editor' : by
  const reach = {here: '', file: ' for this file', everywhere: ' everywhere'}[scope]
  const reason = {
    kind: 'decision',
    weight: 0,
    text: `${who} ${verdict === 'accept' ? 'accepted' : 'rejected'} it${reach}`
  }
  return {
    ...finding,
    verdict: verdict === 'accept' ? 'fix' : 'keep',
    replacement: replacement ?? finding.replacement,
    reasons: [reason, ...finding.reasons]
  }
}
