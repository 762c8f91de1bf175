// What is done with one file of a run: read, clean, and write where asked. Runs over many files: run.ts.
import {type CleanOptions, cleanText} from '../clean.js'
import {type DecisionsPlace, nameInDecisions} from '../disk/decisions-file.js'
import {formatOf} from '../disk/format.js'
import {type JournalRun, openJournal} from '../disk/journal.js'
import {createReader} from '../disk/read.js'
import type {FileReport} from '../model.js'
import {writeChange} from './write-change.js'

/** What a run does with its files; plain data, so that it can be sent to another thread. */
export interface BatchJob {
  /** Absolute folder to which paths refer. */
  readonly cwd: string
  readonly clean: Omit<CleanOptions, 'path' | 'name' | 'format'>
  /** Where decisions are, which says how they name files. */
  readonly place: DecisionsPlace
  /** `write`: put the outcome into the files, and keep in `journal` how to take it back. */
  readonly mode: 'look' | 'write'
  readonly journal?: JournalRun
}

/** What became of a file. */
export type BatchOutcome =
  | {
      readonly path: string
      readonly bytes: number
      /** Absent where nothing at all was found: then only `path` and `bytes` are of interest. */
      readonly report?: FileReport
    }
  | {readonly path: string; readonly error: unknown}

/** Does one file after the other. */
export interface BatchTask {
  run(path: string): BatchOutcome
  close(): void
}

/** @param thread - Tells the threads of one run apart. */
export function createTask(job: BatchJob, thread = 0): BatchTask {
  const {clean, cwd, mode} = job
  const read = createReader()
  const journal = job.journal && openJournal(job.journal, thread)
  return {
    run(given) {
      try {
        const file = read(given, cwd)
        const name = nameInDecisions(job.place, given)
        const {report, edits} = cleanText(file.text, {
          ...clean,
          path: given,
          name,
          format: formatOf(given),
          reading: 'pieces'
        })
        const outcome = {path: given, bytes: file.bytes.length}
        if (mode === 'write' && report.output !== report.source) {
          writeChange({file, output: report.output, edits}, {journal, place: job.place})
        }
        const isBare = report.findings.length === 0 && report.problems.length === 0
        return isBare ? outcome : {...outcome, report}
      } catch (error) {
        return {path: given, error}
      }
    },
    close: () => journal?.close()
  }
}
