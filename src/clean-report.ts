// Findings as reports show them: with the edit that each makes or would make, and its place in the source. What is
// written lives in edit/, the formats in report/; clean.ts joins the stages.
import type {Decided} from './decide/apply.js'
import {draftEdit} from './edit/draft.js'
import type {Document, Edit, Finding, PlannedEdit, ReportedFinding} from './model.js'
import {createLocator, type Locator} from './text/location.js'

/** A finding in all its detail beside the form in which it is reported. */
export interface CleanedFinding extends Decided {
  readonly reported: ReportedFinding
}

/**
 * Give findings the form of a report, and links that follow a changed heading one of their own.
 *
 * @returns In source order.
 */
export function reportFindings(
  document: Document,
  decided: readonly Decided[],
  edits: readonly PlannedEdit[]
): CleanedFinding[] {
  const locator = createLocator(document.source)
  const editOf = new Map(
    edits.filter(({follows}) => follows === undefined).map((edit) => [edit.finding, edit])
  )
  const followers = edits.filter(({follows}) => follows !== undefined)
  const findings = decided.map((item) => {
    const edit = editOf.get(item.finding) ?? draftOrQuote(document, item.finding)
    return {...item, reported: toReported(item.finding, edit, locator)}
  })
  for (const edit of followers) {
    const finding: Finding = {
      ...edit.finding,
      alternatives: [],
      reasons: [{kind: 'follows', weight: 0, text: 'this link leads to a heading whose words change'}]
    }
    findings.push({finding, reported: toReported(finding, edit, locator)})
  }
  return findings.sort((a, b) => a.reported.start - b.reported.start || a.reported.end - b.reported.end)
}

/** The edit that a finding would make; where it cannot be written, the place and the words alone. */
function draftOrQuote(document: Document, finding: Finding): Edit {
  const draft = draftEdit(document, finding)
  if ('range' in draft) return draft
  const {starts, ends} = document.blocks[finding.block]!
  const range = {start: starts[finding.span.start]!, end: ends[finding.span.end - 1]!}
  return {range, expected: document.source.slice(range.start, range.end), replacement: finding.replacement}
}

function toReported(
  finding: Finding,
  {range, expected, replacement}: Edit,
  locator: Locator
): ReportedFinding {
  const {line, column} = locator.pointAt(range.start)
  return {
    entry: finding.rule,
    start: range.start,
    end: range.end,
    line,
    column,
    original: expected,
    replacement,
    alternatives: finding.alternatives,
    status: finding.verdict,
    confidence: finding.confidence,
    reasons: finding.reasons.map(({text}) => text)
  }
}
