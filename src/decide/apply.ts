// An editor's decisions outrank the program's verdicts. Which decision settles which finding: find.ts.
import type {Decision, Document, Finding, Scope} from '../model.js'
import {findDecision, indexDecisions} from './find.js'
import {fingerprintFindings} from './fingerprint.js'
import {chooseText, isSameText, offerOf} from './offer.js'

/** A finding with the decision that settled it, if there is one. */
export interface Decided {
  readonly finding: Finding
  readonly decision?: Decision
}

/**
 * Settle findings by decisions: an accepted one becomes `fix` with the chosen text, a rejected one `keep`.
 *
 * The narrowest scope wins; within one scope the decision that stands last.
 *
 * @param findings - All of the document, by block, then place.
 * @param file - Path of the text as decisions write it.
 */
export function applyDecisions(
  findings: readonly Finding[],
  decisions: readonly Decision[],
  {document, file}: {document: Document; file: string}
): Decided[] {
  if (decisions.length === 0) return findings.map((finding) => ({finding}))
  const index = indexDecisions(decisions)
  const fingerprints = fingerprintFindings(findings, document)
  return findings.map((finding, at) => {
    const decision = findDecision(index, fingerprints[at]!, file)
    return decision === undefined ? {finding} : {finding: settle(finding, decision, document), decision}
  })
}

const reaches: Readonly<Record<Scope, string>> = {
  here: '',
  file: ' for this file',
  everywhere: ' everywhere',
  entry: ', with all of this entry in this file'
}

function settle(finding: Finding, decision: Decision, document: Document): Finding {
  const {verdict, scope, by = 'an editor', note} = decision
  const why = note === undefined ? '' : `: ${note}`
  const text = `${by} ${verdict === 'accept' ? 'accepted' : 'rejected'} it${reaches[scope]}${why}`
  const reasons = [{kind: 'decision', weight: 0, text}, ...finding.reasons]
  if (verdict === 'reject') return {...finding, verdict: 'keep', reasons}
  const offer = offerOf(finding, document.blocks[finding.block]!)
  const replacement = chooseText(offer, decision)
  // Whoever chooses what stands there already wants it kept.
  if (isSameText(replacement, offer.text)) return {...finding, verdict: 'keep', reasons}
  const {span} = offer
  return {...finding, span, text: offer.text, replacement, verdict: 'fix', reasons}
}
