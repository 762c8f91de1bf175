// The changes that a report is about, as edits of the source; every diff format starts here.
import type {FileReport, ReportedFinding, Verdict} from '../model.js'
import {findHunks} from '../text/hunks.js'

/** A change of a source: `before` stands at `[start, end)`, `after` replaces it. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
  /** `fix`: part of the output. `propose`: offered to an editor. */
  readonly status: Exclude<Verdict, 'keep'>
  /** The finding behind it; unknown where output and findings differ. */
  readonly finding?: ReportedFinding
}

/** Which findings count as changes. */
export interface ChangeOptions {
  /** `proposals`: the doubtful ones too. Default `fixes`. */
  readonly include?: 'fixes' | 'proposals'
}

/**
 * List the changes of one text, in source order, none overlapping.
 *
 * The findings say them; where applying the fixes does not give the output, as after an editor's decisions
 * or for a foreign pair of texts, the two are compared word by word instead. A proposal that overlaps a fix
 * is left out.
 */
export function listChanges(report: FileReport, options: ChangeOptions = {}): Change[] {
  const fixes = report.findings.filter(({status}) => status === 'fix').map(toChange)
  const known = applyChanges(report.source, fixes) === report.output ? fixes : compareTexts(report)
  if (options.include !== 'proposals') return known
  const proposals = report.findings
    .filter(({status}) => status === 'propose')
    .map(toChange)
    .filter((proposal) => !known.some((change) => change.start < proposal.end && proposal.start < change.end))
  return [...known, ...proposals].sort((a, b) => a.start - b.start)
}

/** Write changes into a source, whatever their status. */
export function applyChanges(source: string, changes: readonly Change[]): string {
  let written = ''
  let end = 0
  for (const change of changes) {
    written += source.slice(end, change.start) + change.after
    end = change.end
  }
  return written + source.slice(end)
}

function toChange(finding: ReportedFinding): Change {
  const {start, end, original, replacement, status} = finding
  return {
    start,
    end,
    before: original,
    after: replacement,
    status: status === 'fix' ? 'fix' : 'propose',
    finding
  }
}

function compareTexts({source, output}: FileReport): Change[] {
  return findHunks(source, output).map(({start, end, from, to}) => ({
    start,
    end,
    before: source.slice(start, end),
    after: output.slice(from, to),
    status: 'fix'
  }))
}
