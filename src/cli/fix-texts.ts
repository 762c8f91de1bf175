// The work of `nameright fix`. Its options live in fix.ts, the loop over the texts in texts.ts.
import {writeNewFile, writeTextFile} from '../disk/write.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {stdinName} from './files.js'
import {fixFiles, isLeft} from './fix-files.js'
import {formatFindings} from './formats.js'
import type {BatchOptions} from './options.js'
import {type CleanedText, cleanTexts} from './texts.js'

/** Options of `fix`. */
export interface FixOptions extends BatchOptions {
  readonly output?: string
}

/** The context with the decision about colours. */
export interface FixContext extends Context {
  readonly isStyled: boolean
}

/** Clean texts and write each as soon as it is done; a text that cannot be written stops no other. */
export async function fixTexts(
  paths: readonly string[],
  options: FixOptions,
  context: FixContext
): Promise<void> {
  if (options.output === undefined && !paths.includes(stdinName)) {
    const {reports, count, isStopped} = await fixFiles(paths, options, context)
    if (!options.quiet && !isStopped) await listFixes(reports, count, context)
    return
  }
  await fixOthers(paths, options, context)
}

/** Standard input, and one text written to another file. */
async function fixOthers(paths: readonly string[], options: FixOptions, context: FixContext): Promise<void> {
  const written: FileReport[] = []
  const texts = cleanTexts(paths, options, context)
  for await (const text of options.output === undefined ? texts : await takeOne(texts)) {
    try {
      await writeText(text, options.output, context)
      written.push(text.cleaned.report)
    } catch (error) {
      tellError(error, context, text.cleaned.report.path)
    }
    if (isLeft(text.cleaned.report)) context.raise(1)
  }
  if (!options.quiet) await tellFixes(written, options, context)
}

/** Look at all texts before one is written over another. */
async function takeOne(texts: AsyncIterable<CleanedText>): Promise<CleanedText[]> {
  const taken: CleanedText[] = []
  for await (const text of texts) taken.push(text)
  if (taken.length > 1) throw new Error('--output takes one text; name one path only')
  return taken
}

async function writeText(
  {cleaned, file}: CleanedText,
  output: string | undefined,
  context: Context
): Promise<void> {
  const text = cleaned.report.output
  if (output !== undefined) await writeNewFile(output, context.cwd, text)
  else if (file === undefined) context.print(text)
  else if (text !== file.text) await writeTextFile(file, text)
}

/** The list goes to stderr when the text itself is the result. */
async function tellFixes(
  reports: readonly FileReport[],
  options: FixOptions,
  context: FixContext
): Promise<void> {
  const isPlain = (path: string) => path === stdinName || path === options.stdinPath
  const piped = reports.filter(({path}) => options.output === undefined && isPlain(path))
  const others = reports.filter((report) => !piped.includes(report))
  if (piped.length > 0) context.tell((await formatFindings(piped, {...listing, color: false})).trimEnd())
  if (others.length === 0) return
  if (options.output === undefined) await listFixes(others, others.length, context)
  else context.print(await formatFindings(others, {...listing, color: context.isStyled}))
}

const listing = {format: 'pretty', show: 'open'} as const

/** @param count - Of all files, those without findings too. */
async function listFixes(reports: readonly FileReport[], count: number, context: FixContext): Promise<void> {
  if (count === 0) return
  if (reports.length > 0) context.print(await formatFindings(reports, {...listing, color: context.isStyled}))
  const changed = reports.filter(({source, output}) => source !== output).length
  context.print(`Changed ${changed} of ${count} ${count === 1 ? 'file' : 'files'}\n`)
}
