// The work of `nameright check`. Its options live in check.ts, the loop over the texts in texts.ts.
import type {FileReport} from '../model.js'
import type {Context} from './context.js'
import {formatFindings} from './formats.js'
import type {CheckFormat, FilesOptions} from './options.js'
import {printResult, raiseForFindings} from './results.js'
import {cleanTexts} from './texts.js'

/** Options of `check`. */
export interface CheckOptions extends FilesOptions {
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
  const reports: FileReport[] = []
  for await (const {cleaned} of cleanTexts(paths, options, context)) reports.push(cleaned.report)
  const text = await formatFindings(reports, {
    format: options.format,
    show: options.all ? 'all' : 'open',
    color: options.output === undefined && context.isStyled
  })
  if (!options.quiet || options.output !== undefined) await printResult(text, options.output, context)
  raiseForFindings(reports, context)
}
