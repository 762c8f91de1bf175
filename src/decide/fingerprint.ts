// What a decision is bound to: the rule, the words and their neighbours, never a position, so that a decision outlives
// edits elsewhere, re-wrapping and moving. Applying decisions: apply.ts.
import type {Decision, Document, Finding} from '../model.js'
import {levelText} from '../text/fold.js'

/** The part of a decision that says what it is about. */
export type Fingerprint = Pick<Decision, 'rule' | 'text' | 'before' | 'after'>

const wordsAround = 5
const unitsAround = 160

/** Take the fingerprint of a finding: its rule, its text, and up to five words before and after it in its block. */
export function fingerprintOf({rule, block, span, text}: Finding, document: Document): Fingerprint {
  const prose = document.blocks[block]!.text
  const before = wordsOf(prose.slice(Math.max(0, span.start - unitsAround), span.start)).slice(-wordsAround)
  const after = wordsOf(prose.slice(span.end, span.end + unitsAround)).slice(0, wordsAround)
  return {rule, text: levelText(text), before: before.join(' '), after: after.join(' ')}
}

function wordsOf(text: string): string[] {
  return levelText(text).split(' ').filter(Boolean)
}
