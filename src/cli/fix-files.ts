// `nameright fix` on files alone, spread over the cores. Standard input and `--output` are the business of
// fix-texts.ts; what is done with one file, of batch/task.ts.
import path from 'node:path'
import {runBatch} from '../batch/run.js'
import type {BatchJob} from '../batch/task.js'
import {loadSettings, type Settings} from '../config/settings.js'
import {beginRun, trimRuns} from '../disk/journal.js'
import {loadGlossary} from '../disk/load-glossary.js'
import {readTextFile} from '../disk/read.js'
import {hashSettings, identityOf, type Remembered, readResults, writeResults} from '../disk/result-cache.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {findTexts} from './files.js'
import {type LoadedDecisions, loadDecisions} from './load-decisions.js'
import {type BatchOptions, jobsOf} from './options.js'
import {createProgress, measureOutcome} from './progress.js'

/** What a run over files came to. */
export interface FixedFiles {
  /** Of files with anything to tell, in the order of the paths. */
  readonly reports: readonly FileReport[]
  readonly count: number
  /** Whether somebody ended the run early, and was told how far it came. */
  readonly isStopped: boolean
}

/** Mend files in place; a file that cannot be read or written stops no other. */
export async function fixFiles(
  paths: readonly string[],
  options: BatchOptions,
  context: Context
): Promise<FixedFiles> {
  const settings = await loadSettings(options, context.cwd)
  const loaded = await loadDecisions(settings, context.cwd)
  const found = await findTexts(paths, {settings, options}, context)
  const cache = options.cache ? openCache(settings, loaded, context) : undefined
  const open = cache ? found.filter((path) => !cache.knows(path)) : found
  const reports: FileReport[] = []
  const add = (report: FileReport): void => {
    if (isLeft(report)) context.raise(1)
    // In a quiet run nobody reads them, and they hold the texts.
    if (!options.quiet) reports.push(report)
  }
  if (open.length > 0) {
    const job = await createWriteJob(settings, loaded, {context, remember: cache !== undefined})
    const isStopped = await fixOpen(job, open, {add, cache, options, context})
    trimRuns(loaded.place.folder)
    cache?.save()
    if (isStopped) return {reports, count: found.length, isStopped}
  }
  const done = new Set(open)
  for (const path of found) {
    const report = done.has(path) ? undefined : cache?.reportOf(path)
    if (report) add({...report, ...(await readFor(path, options, context))})
  }
  reports.sort(byOrderOf(found))
  return {reports, count: found.length, isStopped: false}
}

interface OpenFiles {
  /** Told of each file with anything to tell. */
  readonly add: (report: FileReport) => void
  readonly cache: ReturnType<typeof openCache> | undefined
  readonly options: BatchOptions
  readonly context: Context
}

/** @returns Whether somebody ended the run early, and was told how far it came. */
async function fixOpen(
  job: BatchJob,
  open: readonly string[],
  {add, cache, options, context}: OpenFiles
): Promise<boolean> {
  const progress = createProgress({total: open.length, quiet: options.quiet}, context)
  const stop = context.stopSignal?.()
  const counts = {done: 0, changed: 0}
  for await (const outcome of runBatch(job, open, {...jobsOf(options), ...(stop && {stop})})) {
    counts.done++
    progress.advance(measureOutcome(outcome))
    if ('error' in outcome) tellError(outcome.error, context, outcome.path)
    else {
      if (outcome.report) add(outcome.report)
      if (outcome.report && outcome.report.output !== outcome.report.source) counts.changed++
      if (outcome.remembered) cache?.remember(outcome.path, outcome.remembered)
    }
    if (context.isClosed()) break
  }
  progress.finish()
  const isStopped = stop?.aborted === true && counts.done < open.length
  if (isStopped) context.tell(`nameright: ${describeStop(counts, open.length)}`)
  return isStopped
}

function describeStop(
  {done, changed}: {readonly done: number; readonly changed: number},
  total: number
): string {
  const count = (number: number) => number.toLocaleString('en')
  return (
    `stopped after ${count(done)} of ${count(total)} files, ${count(changed)} changed; ` +
    'the same command does the rest, nameright undo takes back what was changed'
  )
}

/** A remembered report lacks the text, which only listings need. */
async function readFor(
  path: string,
  {quiet}: BatchOptions,
  {cwd}: Context
): Promise<Pick<FileReport, 'source' | 'output'>> {
  const source = quiet ? '' : (await readTextFile(path, cwd)).text
  return {source, output: source}
}

function byOrderOf(paths: readonly string[]): (a: FileReport, b: FileReport) => number {
  const places = new Map(paths.map((path, index) => [path, index]))
  return (a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0)
}

async function createWriteJob(
  {glossary, clean}: Settings,
  {place, decisions}: LoadedDecisions,
  {context: {cwd}, remember}: {readonly context: Context; readonly remember: boolean}
): Promise<BatchJob> {
  return {
    cwd,
    clean: {...clean, decisions, glossary: await loadGlossary(glossary.files, cwd, glossary.packs)},
    place,
    mode: 'write',
    journal: beginRun(place.folder),
    ...(remember && {remember})
  }
}

/** What `--cache` knows of the files, and learns. */
function openCache({glossary, clean}: Settings, {place, decisions}: LoadedDecisions, {cwd}: Context) {
  const settings = {...clean, rulesOff: [...(clean.rulesOff ?? [])], packs: glossary.packs, decisions}
  const key = hashSettings(
    settings,
    glossary.files.map((file) => path.resolve(cwd, file))
  )
  const results = readResults(place.folder, key)
  return {
    knows: (file: string) => {
      const known = results.get(file)
      return known !== undefined && known.identity === safeIdentity(path.resolve(cwd, file))
    },
    reportOf: (file: string) => results.get(file)?.report,
    remember: (file: string, remembered: Remembered) => results.set(file, remembered),
    save: () => writeResults(place.folder, key, results)
  }
}

/** A file that is not there is told when it is read. */
function safeIdentity(file: string): string | undefined {
  try {
    return identityOf(file)
  } catch {
    return undefined
  }
}

/** Whether something is left for an editor. */
export function isLeft({findings, problems}: FileReport): boolean {
  return problems.length > 0 || findings.some(({status}) => status === 'propose')
}
