// `nameright fix` on files alone, spread over the cores. Standard input and `--output` are the business of
// fix-texts.ts; what is done with one file, of batch/task.ts.
import {randomUUID} from 'node:crypto'
import {runBatch} from '../batch/run.js'
import type {BatchJob, BatchOutcome} from '../batch/task.js'
import {loadSettings, type Settings} from '../config/settings.js'
import {nameRun, trimRuns} from '../disk/journal.js'
import {loadGlossary} from '../disk/load-glossary.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {findTexts} from './files.js'
import {loadDecisions} from './load-decisions.js'
import type {BatchOptions} from './options.js'
import {createProgress} from './progress.js'

/** What a run over files came to. */
export interface FixedFiles {
  /** Of files with anything to tell, in the order of the paths. */
  readonly reports: readonly FileReport[]
  readonly count: number
}

/** Mend files in place; a file that cannot be read or written stops no other. */
export async function fixFiles(
  paths: readonly string[],
  options: BatchOptions,
  context: Context
): Promise<FixedFiles> {
  const settings = await loadSettings(options, context.cwd)
  const job = await createWriteJob(settings, context)
  const found = await findTexts(paths, {settings, options}, context)
  const progress = createProgress({total: found.length, quiet: options.quiet}, context)
  const reports: FileReport[] = []
  for await (const outcome of runBatch(job, found, options.jobs === undefined ? {} : {jobs: options.jobs})) {
    progress.advance(measure(outcome))
    if ('error' in outcome) tellError(outcome.error, context, outcome.path)
    else if (outcome.report) {
      if (isLeft(outcome.report)) context.raise(1)
      // In a quiet run nobody reads them, and they hold the texts.
      if (!options.quiet) reports.push(outcome.report)
    }
    if (context.isClosed()) break
  }
  progress.finish()
  trimRuns(job.place.folder)
  return {reports, count: found.length}
}

async function createWriteJob(settings: Settings, {cwd}: Context): Promise<BatchJob> {
  const {glossary, clean} = settings
  const {place, decisions} = await loadDecisions(settings, cwd)
  return {
    cwd,
    clean: {...clean, decisions, glossary: await loadGlossary(glossary.files, cwd, glossary.packs)},
    place,
    mode: 'write',
    journal: nameRun(place.folder, new Date(), randomUUID().slice(0, 8))
  }
}

function measure(outcome: BatchOutcome) {
  if ('error' in outcome) return {bytes: 0, findings: 0}
  const findings = outcome.report?.findings ?? []
  return {bytes: outcome.bytes, findings: findings.filter(({status}) => status !== 'keep').length}
}

/** Whether something is left for an editor. */
export function isLeft({findings, problems}: FileReport): boolean {
  return problems.length > 0 || findings.some(({status}) => status === 'propose')
}
