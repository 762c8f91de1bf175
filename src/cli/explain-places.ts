// The work of `nameright explain`. Its options live in explain.ts, the loop over the texts in texts.ts.
import type {Cleaned, CleanedFinding} from '../clean.js'
import {loadSettings} from '../config/settings.js'
import {isFile} from '../disk/find.js'
import {thresholds as usualThresholds} from '../judge/weights.js'
import {explainFindings} from '../report/explain.js'
import type {Context} from './context.js'
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

/** Print what was thought about the findings at places. */
export async function explainPlaces(
  places: readonly string[],
  options: TextOptions,
  context: ExplainContext
): Promise<void> {
  const style = await loadStyle(context.isStyled)
  const {clean} = await loadSettings(options, context.cwd)
  const {thresholds = usualThresholds} = clean
  for (const written of places) {
    const place = parsePlace(written, await isFile(written, context.cwd))
    for await (const {cleaned} of cleanTexts([place.path], options, context)) {
      const findings = cleaned.findings
        .filter((finding) => isAt(finding, place))
        .map((finding) => ({...finding, path: cleaned.report.path, blockText: blockTextOf(cleaned, finding)}))
      const nothing = `${written}: nothing was found here\n`
      context.print(findings.length === 0 ? nothing : explainFindings(findings, {thresholds, style}))
    }
  }
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
