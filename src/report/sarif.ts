// SARIF 2.1.0 for code scanning. For reviewdog: rdjson.ts; for GitHub's log: github.ts.
import {createHash} from 'node:crypto'
import type {FileReport, ReportedFinding} from '../model.js'
import {createLocator, type Locator} from '../text/location.js'
import {shownFindings} from './json.js'
import {describeFinding, listTexts} from './message.js'

/** Who reports. */
export interface SarifOptions {
  /** Of nameright, as in its package. */
  readonly version?: string
}

/**
 * Write findings as one SARIF log with a fix for every choice. Certain ones are warnings, proposals notes.
 *
 * Columns are UTF-16 units, as `columnKind` says. Fingerprints rest on the entry, the words and the words
 * around them, not on the line, so that alerts survive changes elsewhere in the file.
 *
 * @see SARIF 2.1.0 (OASIS), sections 3.27.17 (fingerprints), 3.30 (regions), 3.55 (fixes).
 */
export function reportSarif(reports: readonly FileReport[], options: SarifOptions = {}): string {
  const findings = reports.flatMap((report) => shownFindings(report, {}))
  const ruleIds = [...new Set(findings.map(({entry}) => entry))].sort()
  const driver = {
    name: 'nameright',
    ...(options.version === undefined ? {} : {version: options.version}),
    rules: ruleIds.map((id) => ({id}))
  }
  const run = {
    tool: {driver},
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results: reports.flatMap((report) => toResults(report, ruleIds))
  }
  const log = {version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run]}
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function toResults(report: FileReport, ruleIds: readonly string[]): object[] {
  const locator = createLocator(report.source)
  const artifactLocation = {uri: toUri(report.path)}
  const seen = new Map<string, number>()
  return shownFindings(report, {}).map((finding) => {
    const region = toRegion(locator, finding)
    const hash = fingerprint(report.source, finding)
    const repeat = seen.get(hash) ?? 0
    seen.set(hash, repeat + 1)
    return {
      ruleId: finding.entry,
      ruleIndex: ruleIds.indexOf(finding.entry),
      level: finding.status === 'fix' ? 'warning' : 'note',
      message: {text: describeFinding(finding)},
      locations: [{physicalLocation: {artifactLocation, region}}],
      partialFingerprints: {'nameright/v1': `${hash}:${repeat}`},
      fixes: listTexts(finding).map((text) => ({
        description: {text: `Replace with ${text}`},
        artifactChanges: [
          {artifactLocation, replacements: [{deletedRegion: region, insertedContent: {text}}]}
        ]
      }))
    }
  })
}

function toRegion(locator: Locator, {start, end}: ReportedFinding): object {
  const from = locator.pointAt(start)
  const to = locator.pointAt(end)
  return {startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column}
}

/** Up to 30 units on each side count, white space levelled. */
function fingerprint(source: string, {entry, start, end, original}: ReportedFinding): string {
  const around = [source.slice(Math.max(0, start - 30), start), original, source.slice(end, end + 30)]
  const parts = [entry, ...around.map((text) => text.replace(/\s+/g, ' '))]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

/** A relative path as URI reference: what is special in one is escaped, slashes are not. */
function toUri(path: string): string {
  return path
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
