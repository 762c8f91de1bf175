// The work of `nameright check`. Its options live in check.ts; files alone are spread over the cores as in
// fix-files.ts, anything else goes through the loop in texts.ts.
import {runBatch} from '../batch/run.js'
import {loadSettings} from '../config/settings.js'
import {loadGlossary} from '../disk/load-glossary.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {findTexts, stdinName} from './files.js'
import {formatFindings} from './formats.js'
import {loadDecisions} from './load-decisions.js'
import {type CheckFormat, type FilesOptions, type JobsOption, jobsOf} from './options.js'
import {createProgress, measureOutcome} from './progress.js'
import {isUnread, printResult, raiseForFindings} from './results.js'
import {cleanTexts} from './texts.js'

/** Options of `check`. */
export interface CheckOptions extends FilesOptions, JobsOption {
  readonly format: CheckFormat
  readonly all?: true
  readonly output?: string
}

/** The context with the decision about colours. */
export interface CheckContext extends Context {
  readonly isStyled: boolean
}

/** List the findings of texts. */
export async function checkTexts(
  paths: readonly string[],
  options: CheckOptions,
  context: CheckContext
): Promise<void> {
  const isListed = !options.quiet || options.output !== undefined
  const reports: FileReport[] = []
  for await (const report of reportTexts(paths, options, context)) {
    raiseForFindings([report], context)
    // In a quiet run nobody reads them, and they hold the texts.
    if (isListed) reports.push(report)
  }
  if (!isListed || (options.format === 'pretty' && isUnread(reports, context))) return
  const text = await formatFindings(reports, {
    format: options.format,
    show: options.all ? 'all' : 'open',
    color: options.output === undefined && context.isStyled
  })
  await printResult(text, options.output, context)
}

async function* reportTexts(
  paths: readonly string[],
  options: CheckOptions,
  context: Context
): AsyncGenerator<FileReport> {
  if (paths.includes(stdinName)) {
    for await (const {cleaned} of cleanTexts(paths, options, context)) yield cleaned.report
    return
  }
  const {cwd} = context
  const settings = await loadSettings(options, cwd)
  const {place, decisions} = await loadDecisions(settings, cwd)
  const glossary = await loadGlossary(settings.glossary.files, cwd, settings.glossary.packs)
  const found = await findTexts(paths, {settings, options}, context)
  const progress = createProgress({total: found.length, quiet: options.quiet}, context)
  const clean = {...settings.clean, decisions, glossary}
  for await (const outcome of runBatch({cwd, clean, place, mode: 'look'}, found, jobsOf(options))) {
    progress.advance(measureOutcome(outcome))
    if ('error' in outcome) tellError(outcome.error, context, outcome.path)
    else yield outcome.report ?? {path: outcome.path, source: '', output: '', findings: [], problems: []}
    if (context.isClosed()) return
  }
  progress.finish()
}
