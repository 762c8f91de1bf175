// The work of `nameright undo`. Its options live in undo.ts; how a run is taken back in batch/undo.ts.
import {undoRun} from '../batch/undo.js'
import {locateDecisions} from '../disk/decisions-file.js'
import {type JournalRun, listRuns, readRun, removeRun} from '../disk/journal.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'

/** List the runs that can be taken back, with how many files each changed. */
export async function listUndo(context: Context): Promise<void> {
  const {folder} = await locateDecisions(context.cwd)
  for (const run of listRuns(folder)) context.print(`${run.name}  ${countFiles(readRun(run).length)}\n`)
}

/**
 * Take one run back.
 *
 * @param name - Of an earlier run; default: the last one.
 * @throws {Error} When there is no such run.
 */
export async function undoOne(name: string | undefined, context: Context): Promise<void> {
  const {folder} = await locateDecisions(context.cwd)
  const run = findRun(listRuns(folder), name)
  let restored = 0
  let isWhole = true
  for await (const outcome of undoRun(run, folder)) {
    if (outcome.state === 'restored') restored++
    else if (outcome.state !== 'same') {
      isWhole = false
      const changed = new Error(`${outcome.file}: changed since; left alone`)
      tellError(outcome.state === 'failed' ? outcome.error : changed, context)
    }
  }
  if (isWhole) removeRun(run)
  context.print(`Restored ${countFiles(restored)}\n`)
}

function findRun(runs: readonly JournalRun[], name: string | undefined): JournalRun {
  const run = name === undefined ? runs.at(-1) : runs.find((candidate) => candidate.name === name)
  if (run) return run
  throw new Error(name === undefined ? 'no run to take back' : `no run ${name}; see nameright undo --list`)
}

function countFiles(count: number): string {
  return count === 1 ? 'one file' : `${count} files`
}
