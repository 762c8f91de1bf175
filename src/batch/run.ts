// A run over many files on all cores. What is done with each file: task.ts.
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {FileError, type FileErrorCode} from '../disk/file-error.js'
import {BundleQueue} from './queue.js'
import {type BatchJob, type BatchOutcome, type BatchTask, createTask} from './task.js'
import type {ThreadData} from './worker.js'

/** How a run is spread. */
export interface RunOptions {
  /** How many threads, this one included; default: as many as there are cores. */
  readonly jobs?: number
  /** Ends the run early: files that are at work are finished, no others are begun. */
  readonly stop?: AbortSignal
}

/** A further thread takes some tenths of a second to start, and has the glossary once more in its memory. */
const filesPerThread = 150
const surfacesPerFile = 50

/**
 * Do a job with many files.
 *
 * Threads beside this one are started only where there is work for them. What goes wrong with one file is its outcome.
 *
 * @returns What became of each file, in the order of `paths`, as soon as it is known.
 */
export async function* runBatch(
  job: BatchJob,
  paths: readonly string[],
  {jobs = availableParallelism(), stop}: RunOptions = {}
): AsyncGenerator<BatchOutcome> {
  const least = filesPerThread + job.clean.glossary.surfaces.length / surfacesPerFile
  const threads = Math.max(1, Math.min(jobs, Math.floor(paths.length / least)))
  const queue = new BundleQueue(paths)
  const end = () => queue.stop()
  if (stop?.aborted) end()
  stop?.addEventListener('abort', end)
  try {
    yield* runQueue(job, queue, threads)
  } finally {
    stop?.removeEventListener('abort', end)
  }
}

/** Files are flushed to the disk while the next ones are looked at. */
async function runAll(task: BatchTask, bundle: readonly string[]): Promise<BatchOutcome[]> {
  return Promise.all(bundle.map((path) => task.run(path)))
}

async function* runQueue(job: BatchJob, queue: BundleQueue, threads: number): AsyncGenerator<BatchOutcome> {
  const workers = Array.from({length: threads - 1}, (_, index) => startWorker(job, index + 1, queue))
  const task = createTask(job)
  try {
    while (!queue.isDone()) {
      const done = queue.take()
      if (done) {
        yield* done
        continue
      }
      // This thread works too, and lets messages and signals in between bundles.
      const own = queue.next()
      if (own !== undefined) queue.finish(own, await runAll(task, queue.bundles[own]!))
      else await queue.wait()
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    task.close()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function startWorker(job: BatchJob, thread: number, queue: BundleQueue): Worker {
  const {glossary, ...clean} = job.clean
  const data: ThreadData = {job: {...job, clean}, glossary: glossary.packed, thread}
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: data,
    // What is made of one text is mostly gone with the next: room for it spares the collector work.
    resourceLimits: {maxYoungGenerationSizeMb: 64}
  })
  const current: {number?: number} = {}
  const send = (): void => {
    const number = queue.next()
    if (number === undefined) worker.postMessage(undefined)
    else {
      current.number = number
      worker.postMessage(queue.bundles[number])
    }
  }
  worker.on('message', (outcomes: readonly BatchOutcome[]) => {
    queue.finish(current.number!, outcomes.map(restoreError))
    delete current.number
    send()
  })
  // What a thread leaves behind when it dies is done by another; each file was written whole or not at all.
  worker.on('error', () => {
    if (current.number !== undefined) queue.giveBack(current.number)
  })
  send()
  return worker
}

/** Make an error again of what came from another thread. */
function restoreError(outcome: BatchOutcome): BatchOutcome {
  if (!('error' in outcome)) return outcome
  // The cast holds because worker.ts sends errors as such records.
  const {name, message, code, stack} = outcome.error as {
    name: string
    message: string
    code?: string
    stack?: string
  }
  const error =
    name === 'FileError'
      ? new FileError(code as FileErrorCode, outcome.path, message)
      : Object.assign(new Error(message), {name, stack})
  return {path: outcome.path, error}
}
