// A run over many files on all cores. What is done with each file: task.ts.
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {FileError, type FileErrorCode} from '../disk/file-error.js'
import {BundleQueue} from './queue.js'
import {type BatchJob, type BatchOutcome, type BatchTask, createTask} from './task.js'
import type {ThreadData} from './worker.js'

/** How a run is spread. */
export interface RunOptions {
  /** How many threads, this one included; default: as many as pay, at most one a core. */
  readonly jobs?: number
  /** Ends the run early: files that are at work are finished, no others are begun. */
  readonly stop?: AbortSignal
}

/**
 * How much work must be left for each further thread, in ms: one takes some tenths of a second to start and to have
 * its code optimized, and more for what it makes of a large glossary.
 */
const least = {ms: 1500, msPerSurface: 0.01} as const

/**
 * Do a job with many files.
 *
 * This thread begins; others are started once it has seen that there is work for them. What goes wrong with one file
 * is its outcome.
 *
 * @returns What became of each file, in the order of `paths`, as soon as it is known.
 */
export async function* runBatch(
  job: BatchJob,
  paths: readonly string[],
  {jobs, stop}: RunOptions = {}
): AsyncGenerator<BatchOutcome> {
  const queue = new BundleQueue(paths)
  const end = () => queue.stop()
  if (stop?.aborted) end()
  stop?.addEventListener('abort', end)
  try {
    yield* runQueue(job, queue, jobs)
  } finally {
    stop?.removeEventListener('abort', end)
  }
}

async function* runQueue(
  job: BatchJob,
  queue: BundleQueue,
  jobs: number | undefined
): AsyncGenerator<BatchOutcome> {
  const task = createTask(job)
  const workers: Worker[] = []
  const employ = (count: number) => {
    while (workers.length < count) workers.push(startWorker(job, workers.length + 1, queue))
  }
  if (jobs !== undefined) employ(Math.min(jobs, queue.bundles.length) - 1)
  try {
    while (!queue.isDone()) {
      const done = queue.take()
      if (done) {
        yield* done
        continue
      }
      // This thread works too, and lets messages and signals in between bundles.
      const own = queue.next()
      if (own === undefined) await queue.wait()
      else {
        const start = performance.now()
        queue.finish(own, await runAll(task, queue.bundles[own]!))
        if (jobs === undefined) employ(countHelpers(job, queue.left() * (performance.now() - start)))
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    task.close()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** @param leftMs - How long this thread alone would need for what nobody has begun. */
function countHelpers({clean: {glossary}}: BatchJob, leftMs: number): number {
  const pays = Math.floor(leftMs / (least.ms + least.msPerSurface * glossary.surfaces.length))
  return Math.min(pays, availableParallelism() - 1)
}

/** Files are flushed to the disk while the next ones are looked at. */
async function runAll(task: BatchTask, bundle: readonly string[]): Promise<BatchOutcome[]> {
  return Promise.all(bundle.map((path) => task.run(path)))
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
