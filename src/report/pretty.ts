// Findings for people in a terminal: one a line, then what they amount to. Everything about one of them: explain.ts.
import type {FileReport, ReportedFinding, Verdict} from '../model.js'
import {createLocator} from '../text/location.js'
import {showSafely} from '../text/show.js'
import {type FindingOptions, shownFindings} from './json.js'
import {type Paint, plainStyle, type Style} from './style.js'
import {padText, textWidth} from './width.js'

/** How findings are shown. */
export interface PrettyOptions extends FindingOptions {
  /** Default: no colours. */
  readonly style?: Style
}

/** More of them would push the next finding out of sight. */
const reasonsShown = 2

/** From this many findings on, a summary by entry ends the list. */
const longList = 20

const verdictPaint: Readonly<Record<Verdict, Paint>> = {fix: 'green', propose: 'yellow', keep: 'dim'}

/**
 * List findings for people, aligned per text, with problems of the text itself, and a summary at the end.
 *
 * `"Beanbag" → "Doubao"` is certain, `"Byte" → "ByteDance"?` is for an editor, further choices behind a bar;
 * a kept finding shows no arrow.
 */
export function reportPretty(reports: readonly FileReport[], options: PrettyOptions = {}): string {
  const {style = plainStyle} = options
  const shown = reports.flatMap((report) => shownFindings(report, options))
  const lists = reports.map((report) => listFile(report, options, style)).filter((text) => text !== '')
  const parts = [...lists, ...(shown.length > longList ? [summarizeEntries(shown, style)] : [])]
  return [...parts, summarize(reports, shown, style)].join('\n')
}

/** One finding as the cells of a row, before they are aligned. */
interface Row {
  readonly offset: number
  readonly place: string
  readonly change: string
  readonly status: Verdict | 'warning'
  readonly why: string
}

function listFile(report: FileReport, options: PrettyOptions, style: Style): string {
  const locator = createLocator(report.source)
  const path = showSafely(report.path)
  const findings = shownFindings(report, options).map(
    (finding): Row => ({
      offset: finding.start,
      place: `${path}:${finding.line}:${finding.column}`,
      change: showChange(finding),
      status: finding.status,
      why: showReasons(finding)
    })
  )
  const problems = report.problems.map(({range, message}): Row => {
    const {line, column} = locator.pointAt(range.start)
    return {
      offset: range.start,
      place: `${path}:${line}:${column}`,
      change: showSafely(message),
      status: 'warning',
      why: ''
    }
  })
  const rows = [...findings, ...problems].sort((a, b) => a.offset - b.offset)
  const places = widest(rows.map(({place}) => place))
  const changes = widest(findings.map(({change}) => change))
  return rows.map((row) => `${showRow(row, places, changes, style)}\n`).join('')
}

function showRow({place, change, status, why}: Row, places: number, changes: number, style: Style): string {
  const paint = status === 'warning' ? 'red' : verdictPaint[status]
  const cells = [
    style.paint('cyan', padText(place, places)),
    padText(change, changes),
    // As wide as the longest of the four words.
    style.paint(paint, why === '' ? status : padText(status, 'propose'.length)),
    style.paint('dim', why)
  ]
  return cells.join('  ').trimEnd()
}

function showChange({status, original, replacement, alternatives}: ReportedFinding): string {
  if (status === 'keep') return quote(original)
  const choices = [replacement, ...alternatives].map(quote).join(' | ')
  return `${quote(original)} → ${choices}${status === 'propose' ? '?' : ''}`
}

/** The reasons that weigh most; `explain` tells all. */
function showReasons({reasons}: ReportedFinding): string {
  const shown = reasons.slice(0, reasonsShown).join('; ')
  return showSafely(reasons.length > reasonsShown ? `${shown}; …` : shown)
}

/** On one line, whatever the source has inside. */
function quote(text: string): string {
  return `"${showSafely(text)}"`
}

function widest(texts: readonly string[]): number {
  // One very long row must not push all others away.
  return Math.min(48, Math.max(0, ...texts.map(textWidth)))
}

/** What each entry amounts to, the most frequent first. */
function summarizeEntries(findings: readonly ReportedFinding[], style: Style): string {
  const counts = new Map<string, Record<Verdict, number>>()
  for (const {entry, status} of findings) {
    const count = counts.get(entry) ?? {fix: 0, propose: 0, keep: 0}
    counts.set(entry, {...count, [status]: count[status] + 1})
  }
  const total = (count: Record<Verdict, number>): number => count.fix + count.propose + count.keep
  const rows = [...counts].sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1))
  const width = Math.max('By entry'.length, widest([...counts.keys()]))
  const list = rows.map(([entry, count]) => `  ${padText(showSafely(entry), width)}  ${showCounts(count)}\n`)
  return `${style.paint('bold', 'By entry')}\n${list.join('')}`
}

function summarize(reports: readonly FileReport[], shown: readonly ReportedFinding[], style: Style): string {
  const count = {fix: 0, propose: 0, keep: 0}
  for (const {status} of shown) count[status]++
  const problems = reports.reduce((sum, report) => sum + report.problems.length, 0)
  const counted = showCounts(count, problems)
  const where = `${reports.length} ${reports.length === 1 ? 'file' : 'files'}`
  return `${style.paint('bold', counted === '' ? `Nothing found in ${where}` : `${counted} in ${where}`)}\n`
}

function showCounts(count: Readonly<Record<Verdict, number>>, problems = 0): string {
  return [
    countNoun(count.fix, 'fix', 'fixes'),
    countNoun(count.propose, 'proposal', 'proposals'),
    countNoun(count.keep, 'kept', 'kept'),
    countNoun(problems, 'problem', 'problems')
  ]
    .filter((text) => text !== '')
    .join(', ')
}

function countNoun(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
}
