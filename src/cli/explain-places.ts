// The work of `nameright explain`. Its options live in explain.ts, the loop over the texts in texts.ts.
import type {Cleaned, CleanedFinding} from '../clean.js'
import {loadSettings} from '../config/settings.js'
import {isFile} from '../disk/find.js'
import {thresholds as usualThresholds} from '../judge/weights.js'
import {type ExplainOptions, explainFindings} from '../report/explain.js'
import {showLines} from '../text/show.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {loadStyle} from './formats.js'
import type {TextOptions} from './options.js'
import {cleanTexts} from './texts.js'

/** The context with the decision about colours. */
export interface ExplainContext extends Context {
  readonly isStyled: boolean
}

/** A place in a text; without a line, the whole text. */
export interface Place {
  readonly path: string
  /** From 1. */
  readonly line?: number
  /** From 1, in UTF-16 units. */
  readonly column?: number
}

/**
 * Print what was thought about the findings at places.
 *
 * A line that a text does not have is told on stderr, raises the exit code to 2, and stops nothing else.
 */
export async function explainPlaces(
  places: readonly string[],
  options: TextOptions,
  context: ExplainContext
): Promise<void> {
  const style = await loadStyle(context.isStyled)
  const {clean} = await loadSettings(options, context.cwd)
  const {thresholds = usualThresholds} = clean
  for (const [path, group] of await groupPlaces(places, context)) {
    for await (const {cleaned} of cleanTexts([path], options, context)) {
      for (const place of group) {
        const missing = tellMissing(place, cleaned)
        if (missing !== undefined) tellError(new Error(missing), context)
        else context.print(explainPlace(place, cleaned, {thresholds, style}))
      }
    }
  }
}

/** By text, in the order in which texts are first named: standard input can be read but once. */
async function groupPlaces(
  places: readonly string[],
  {cwd}: Context
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const groups = new Map<string, Place[]>()
  for (const written of places) {
    const place = parsePlace(written, await isFile(written, cwd))
    groups.set(place.path, [...(groups.get(place.path) ?? []), place])
  }
  return groups
}

function explainPlace(place: Place, cleaned: Cleaned, options: ExplainOptions): string {
  const findings = cleaned.findings
    .filter((finding) => isAt(finding, place))
    .map((finding) => ({...finding, path: cleaned.report.path, blockText: blockTextOf(cleaned, finding)}))
  if (findings.length > 0) return explainFindings(findings, options)
  return showLines(`${showPlace(place, cleaned)}: nothing was found here\n`)
}

/** Why a text has no such line, if it has none. */
function tellMissing(place: Place, cleaned: Cleaned): string | undefined {
  const {line = 1} = place
  const lines = countLines(cleaned.report.source)
  if (line >= 1 && line <= lines) return undefined
  const count = `${lines} ${lines === 1 ? 'line' : 'lines'}`
  return `${showPlace(place, cleaned)}: there is no such line; the text has ${count}`
}

/** As `wc` and editors count them: a line ending at the very end begins no further line. */
function countLines(source: string): number {
  const endings = source.match(/\r\n?|\n/gu)?.length ?? 0
  return Math.max(1, /[\r\n]$/u.test(source) ? endings : endings + 1)
}

function showPlace({line, column}: Place, {report}: Cleaned): string {
  return [report.path, line, column].filter((part) => part !== undefined).join(':')
}

/**
 * Split `file:line:column`.
 *
 * @param isWhole - Whether there is a file of this very name, which may end in a colon and a number.
 */
function parsePlace(written: string, isWhole: boolean): Place {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/u.exec(written) ?? []
  if (file === undefined || isWhole) return {path: written}
  return {path: file, line: Number(line), ...(column === undefined ? {} : {column: Number(column)})}
}

function isAt({reported}: CleanedFinding, {line, column}: Place): boolean {
  const {original} = reported
  if (line === undefined) return true
  const lastLine = reported.line + (original.match(/\n/gu)?.length ?? 0)
  if (line < reported.line || line > lastLine) return false
  if (column === undefined || line !== reported.line) return true
  return column >= reported.column && column < reported.column + original.length
}

function blockTextOf({document}: Cleaned, {finding}: CleanedFinding): string {
  return document.blocks[finding.block]?.text ?? ''
}
