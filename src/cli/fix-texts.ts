// The work of `nameright fix`. Its options live in fix.ts, the loop over the texts in texts.ts.
import path from 'node:path'
import {writeChange} from '../batch/write-change.js'
import {loadSettings} from '../config/settings.js'
import type {DecisionsPlace} from '../disk/decisions-file.js'
import {realPathOf} from '../disk/find.js'
import {beginRun, type Journal, openJournal, trimRuns} from '../disk/journal.js'
import type {TextFile} from '../disk/read.js'
import {writeNewFile} from '../disk/write.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {stdinName} from './files.js'
import {fixFiles, isLeft} from './fix-files.js'
import {formatFindings} from './formats.js'
import {locate} from './load-decisions.js'
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

/** Standard input, and one text written to another file; a text that is written over itself can be taken back. */
async function fixOthers(paths: readonly string[], options: FixOptions, context: FixContext): Promise<void> {
  const place = await locate(await loadSettings(options, context.cwd), context.cwd)
  const journal = openJournal(beginRun(place.folder))
  const written: FileReport[] = []
  const texts = cleanTexts(paths, options, context)
  for await (const text of options.output === undefined ? texts : await takeOne(texts)) {
    try {
      await writeText(text, {output: options.output, journal, place, context})
      written.push(text.cleaned.report)
    } catch (error) {
      tellError(error, context, text.cleaned.report.path)
    }
    if (isLeft(text.cleaned.report)) context.raise(1)
  }
  journal.close()
  trimRuns(place.folder)
  if (!options.quiet) await tellFixes(written, options, context)
}

/** Look at all texts before one is written over another. */
async function takeOne(texts: AsyncIterable<CleanedText>): Promise<CleanedText[]> {
  const taken: CleanedText[] = []
  for await (const text of texts) taken.push(text)
  if (taken.length > 1) throw new Error('--output takes one text; name one path only')
  return taken
}

interface Target {
  readonly output: string | undefined
  readonly journal: Journal
  readonly place: DecisionsPlace
  readonly context: Context
}

async function writeText(
  {cleaned, file}: CleanedText,
  {output, journal, place, context}: Target
): Promise<void> {
  const {report, edits} = cleaned
  const isInPlace = output === undefined || isSameFile(file, path.resolve(context.cwd, output))
  if (file && isInPlace) {
    if (report.output !== file.text) await writeChange({file, output: report.output, edits}, {journal, place})
  } else if (output === undefined) context.print(report.output)
  else await writeNewFile(output, context.cwd, report.output)
}

function isSameFile(file: TextFile | undefined, absolute: string): boolean {
  return file !== undefined && realPathOf(file.absolute) === realPathOf(absolute)
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
