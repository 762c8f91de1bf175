// The work of `nameright fix`. Its options live in fix.ts, the loop over the texts in texts.ts.
import {writeNewFile, writeTextFile} from '../disk/write.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {formatFindings} from './formats.js'
import type {FilesOptions} from './options.js'
import {type CleanedText, cleanTexts} from './texts.js'

/** Options of `fix`. */
export interface FixOptions extends FilesOptions {
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
  if (!options.quiet) await listFixes(written, options, context)
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
async function listFixes(
  reports: readonly FileReport[],
  options: FixOptions,
  context: FixContext
): Promise<void> {
  const settings = {format: 'pretty', show: 'open'} as const
  const isPlain = (path: string) => path === '-' || path === options.stdinPath
  const piped = reports.filter(({path}) => options.output === undefined && isPlain(path))
  const others = reports.filter((report) => !piped.includes(report))
  if (piped.length > 0) context.tell((await formatFindings(piped, {...settings, color: false})).trimEnd())
  if (others.length === 0) return
  context.print(await formatFindings(others, {...settings, color: context.isStyled}))
  const changed = others.filter(({source, output}) => source !== output).length
  if (options.output === undefined) context.print(`Changed ${changed} of ${countFiles(others.length)}\n`)
}

function countFiles(count: number): string {
  return count === 1 ? 'one file' : `${count} files`
}

function isLeft({findings, problems}: FileReport): boolean {
  return problems.length > 0 || findings.some(({status}) => status === 'propose')
}
