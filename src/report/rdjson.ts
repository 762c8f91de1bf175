// Reviewdog's diagnostics, as one document or one a line. For code scanning: sarif.ts.
import type {FileReport, ReportedFinding} from '../model.js'
import {createLocator, type Locator} from '../text/location.js'
import {shownFindings} from './json.js'
import {describeFinding, listTexts} from './message.js'

/**
 * Write findings as one rdjson document.
 *
 * Columns count UTF-8 bytes from 1, ends are exclusive: in 使用Beanbag the name starts at column 7.
 *
 * @see reviewdog, `proto/rdf/reviewdog.proto`, DiagnosticResult.
 */
export function reportRdjson(reports: readonly FileReport[]): string {
  const result = {source: {name: 'nameright'}, diagnostics: reports.flatMap(toDiagnostics)}
  return `${JSON.stringify(result, undefined, 2)}\n`
}

/**
 * Write findings as rdjsonl: one Diagnostic a line; empty when there is nothing to tell.
 *
 * @see reviewdog, `proto/rdf/reviewdog.proto`, Diagnostic.
 */
export function reportRdjsonl(reports: readonly FileReport[]): string {
  const diagnostics = reports.flatMap(toDiagnostics)
  return diagnostics
    .map((diagnostic) => `${JSON.stringify({...diagnostic, source: {name: 'nameright'}})}\n`)
    .join('')
}

function toDiagnostics(report: FileReport): object[] {
  const locator = createLocator(report.source)
  return shownFindings(report, {}).map((finding) => {
    const range = toRange(locator, finding)
    return {
      message: describeFinding(finding),
      location: {path: report.path, range},
      severity: finding.status === 'fix' ? 'WARNING' : 'INFO',
      code: {value: finding.entry},
      suggestions: listTexts(finding).map((text) => ({range, text})),
      original_output: finding.original
    }
  })
}

function toRange(locator: Locator, {start, end}: ReportedFinding): object {
  return {start: locator.pointAt(start, 'utf8'), end: locator.pointAt(end, 'utf8')}
}
