// What is done with one file of a run: read, clean, and write where asked. Runs over many files: run.ts.
import {Buffer} from 'node:buffer'
import path from 'node:path'
import {type CleanOptions, cleanText} from '../clean.js'
import {type DecisionsPlace, nameInDecisions} from '../disk/decisions-file.js'
import {formatOf} from '../disk/format.js'
import {type JournalRun, openJournal} from '../disk/journal.js'
import {createReader} from '../disk/read.js'
import {identityOf, type Remembered, type RememberedReport} from '../disk/result-cache.js'
import type {FileReport} from '../model.js'
import {writeChange} from './write-change.js'

/** What a run does with its files. */
export interface BatchJob {
  /** Absolute folder to which paths refer. */
  readonly cwd: string
  readonly clean: Omit<CleanOptions, 'path' | 'name' | 'format'>
  /** Where decisions are, which says how they name files. */
  readonly place: DecisionsPlace
  /** `write`: put the outcome into the files, and keep in `journal` how to take it back. */
  readonly mode: 'look' | 'write'
  readonly journal?: JournalRun
  /** Tell what is left in each file, and how it stands on the disk, so that it need not be looked at again. */
  readonly remember?: true
}

/** What became of a file. */
export type BatchOutcome =
  | {
      readonly path: string
      readonly bytes: number
      /** Absent where nothing at all was found: then only `path` and `bytes` are of interest. */
      readonly report?: FileReport
      /** Where the job asks for it. */
      readonly remembered?: Remembered
    }
  | {readonly path: string; readonly error: unknown}

/** Does one file after the other. */
export interface BatchTask {
  /**
   * Read and clean a file at once; only where it is written, something is left to wait for. What goes wrong is the
   * outcome.
   */
  run(path: string): Promise<BatchOutcome>
  close(): void
}

/** @param thread - Tells the threads of one run apart. */
export function createTask(job: BatchJob, thread = 0): BatchTask {
  const {clean, cwd, mode} = job
  const read = createReader()
  const journal = job.journal && openJournal(job.journal, thread)
  return {
    async run(given) {
      try {
        // Before it is read: a change in between is then noticed the next time.
        let identity = job.remember && identityOf(path.resolve(cwd, given))
        const file = read(given, cwd)
        const bytes = file.bytes.length
        const names = {path: given, name: nameInDecisions(job.place, given), format: formatOf(given)}
        const options: CleanOptions = {...clean, ...names, reading: 'pieces'}
        const {report, edits} = cleanText(file.text, options)
        let left = report
        if (mode === 'write' && report.output !== report.source) {
          // Its bytes are good only until the next file is read, which is before this one is written.
          const own = {...file, bytes: Buffer.from(file.bytes)}
          await writeChange({file: own, output: report.output, edits}, {journal, place: job.place})
          identity = job.remember && identityOf(file.absolute)
          if (job.remember) left = cleanText(report.output, options).report
        }
        return {
          path: given,
          bytes,
          ...(!isBare(report) && {report}),
          ...(identity !== undefined && {
            remembered: {identity, ...(!isBare(left) && {report: withoutText(left)})}
          })
        }
      } catch (error) {
        return {path: given, error}
      }
    },
    close: () => journal?.close()
  }
}

function isBare({findings, problems}: FileReport): boolean {
  return findings.length === 0 && problems.length === 0
}

function withoutText({source: _, output: __, ...rest}: FileReport): RememberedReport {
  return rest
}
