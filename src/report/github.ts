// Annotations in the log of a GitHub workflow. For GitHub's code scanning: sarif.ts.
import type {FileReport} from '../model.js'
import {createLocator} from '../text/location.js'
import {shownFindings} from './json.js'
import {describeFinding} from './message.js'

/**
 * Write findings as workflow commands, one a line: certain ones are warnings, proposals notices.
 *
 * GitHub counts columns in characters, so code points are given.
 *
 * @see GitHub Actions, “Workflow commands”; the escapes are those of its toolkit.
 */
export function reportGithub(reports: readonly FileReport[]): string {
  return reports.flatMap(toCommands).join('')
}

function toCommands(report: FileReport): string[] {
  const locator = createLocator(report.source)
  return shownFindings(report, {}).map((finding) => {
    const from = locator.pointAt(finding.start, 'codePoint')
    const to = locator.pointAt(finding.end, 'codePoint')
    // GitHub refuses columns for an annotation of several lines.
    const columns = from.line === to.line ? {col: from.column, endColumn: to.column} : {}
    const properties = Object.entries({
      file: report.path,
      line: from.line,
      endLine: to.line,
      ...columns,
      title: `nameright: ${finding.entry}`
    }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    const level = finding.status === 'fix' ? 'warning' : 'notice'
    return `::${level} ${properties.join(',')}::${escapeData(describeFinding(finding))}\n`
  })
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
