// Findings and plans for tests of editing.
import {parseDocument} from '../../src/document/parse.js'
import {applyEdits} from '../../src/edit/apply.js'
import {planEdits} from '../../src/edit/plan.js'
import type {Document, Finding, Format, Plan} from '../../src/model.js'

/** A finding of some units of a block. */
export function findingAt(
  document: Document,
  block: number,
  span: {readonly start: number; readonly end: number},
  replacement: string
): Finding {
  return {
    rule: 'test',
    block,
    span: {start: span.start, end: span.end},
    text: document.blocks[block]!.text.slice(span.start, span.end),
    replacement,
    alternatives: [],
    verdict: 'fix',
    confidence: 1,
    reasons: []
  }
}

/** A finding for each place where a block's text holds `text`, white space levelled. */
function findingsOf(document: Document, text: string, replacement: string): Finding[] {
  const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'), 'g')
  return document.blocks.flatMap((block, index) =>
    [...block.text.matchAll(pattern)].map((match) =>
      findingAt(document, index, {start: match.index, end: match.index + match[0].length}, replacement)
    )
  )
}

/** What came of replacing texts in a source. */
export interface Outcome {
  readonly output: string
  readonly plan: Plan
  readonly document: Document
}

/** Plan and write the replacement of each text by its partner. */
export function replaceIn(
  source: string,
  pairs: Readonly<Record<string, string>>,
  format: Format = 'markdown'
): Outcome {
  const parse = (text: string): Document => parseDocument(text, {format})
  const document = parse(source)
  const findings = Object.entries(pairs).flatMap(([text, replacement]) =>
    findingsOf(document, text, replacement)
  )
  const plan = planEdits(document, findings, {parse})
  return {output: applyEdits(source, plan.edits), plan, document}
}
