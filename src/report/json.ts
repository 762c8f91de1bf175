// The JSON contract: what other programs read. For people: pretty.ts.
import type {FileReport, ReportedFinding} from '../model.js'

/** What a report of findings shows. */
export interface FindingOptions {
  /** `all`: kept ones too. Default `open`: what is or could be changed. */
  readonly show?: 'open' | 'all'
}

/**
 * Write the findings of all texts as one JSON document, version 1.
 *
 * `original` is `text.slice(start, end)` of the decoded file, byte order mark included; applying every `fix`
 * gives the fixed text. Texts without findings are listed too.
 */
export function reportJson(reports: readonly FileReport[], options: FindingOptions = {}): string {
  const files = reports.map((report) => ({
    path: report.path,
    findings: listFindings(report, options)
  }))
  return `${JSON.stringify({version: 1, files}, undefined, 2)}\n`
}

/** The findings of a text that are to be shown, in source order. */
export function shownFindings(report: FileReport, options: FindingOptions): ReportedFinding[] {
  return report.findings.filter(({status}) => options.show === 'all' || status !== 'keep')
}

/** The findings of a text that are to be shown, as the contract has them. */
export function listFindings(report: FileReport, options: FindingOptions = {}): ReportedFinding[] {
  return shownFindings(report, options).map(toRecord)
}

/** Named one by one, so that the contract is this list and no field of our own slips into it. */
function toRecord(finding: ReportedFinding): ReportedFinding {
  const {entry, start, end, line, column, original, replacement, alternatives, status, confidence, reasons} =
    finding
  return {entry, start, end, line, column, original, replacement, alternatives, status, confidence, reasons}
}
