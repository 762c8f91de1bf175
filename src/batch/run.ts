// A run over many files on all cores. What is done with each file: task.ts.
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {FileError, type FileErrorCode} from '../disk/file-error.js'
import {type BatchJob, type BatchOutcome, type BatchTask, createTask} from './task.js'
import type {ThreadData} from './worker.js'

/** How a run is spread. */
export interface RunOptions {
  /** How many threads, this one included; default: as many as there are cores. */
  readonly jobs?: number
}

/** How many files are sent to a thread at once, and written at a time: enough that the sending costs nothing. */
const bundleSize = 24
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
  {jobs = availableParallelism()}: RunOptions = {}
): AsyncGenerator<BatchOutcome> {
  const least = filesPerThread + job.clean.glossary.surfaces.length / surfacesPerFile
  const threads = Math.max(1, Math.min(jobs, Math.floor(paths.length / least)))
  if (threads === 1) yield* runHere(job, paths)
  else yield* runSpread(job, paths, threads)
}

async function* runHere(job: BatchJob, paths: readonly string[]): AsyncGenerator<BatchOutcome> {
  const task = createTask(job)
  try {
    for (const bundle of bundlesOf(paths)) yield* await runAll(task, bundle)
  } finally {
    task.close()
  }
}

/** Files are flushed to the disk while the next ones are looked at. */
async function runAll(task: BatchTask, bundle: readonly string[]): Promise<BatchOutcome[]> {
  return Promise.all(bundle.map((path) => task.run(path)))
}

function bundlesOf(paths: readonly string[]): (readonly string[])[] {
  return Array.from({length: Math.ceil(paths.length / bundleSize)}, (_, index) =>
    paths.slice(index * bundleSize, (index + 1) * bundleSize)
  )
}

async function* runSpread(
  job: BatchJob,
  paths: readonly string[],
  threads: number
): AsyncGenerator<BatchOutcome> {
  const bundles = bundlesOf(paths)
  const queue = new BundleQueue(bundles)
  const workers = Array.from({length: threads - 1}, (_, index) => startWorker(job, index + 1, queue))
  const task = createTask(job)
  try {
    for (let wanted = 0; wanted < bundles.length; ) {
      const done = queue.take(wanted)
      if (done) {
        yield* done
        wanted++
        continue
      }
      // This thread works too, and lets messages in between bundles.
      const own = queue.next()
      if (own !== undefined) queue.finish(own, await runAll(task, bundles[own]!))
      else await queue.waitFor(wanted)
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    task.close()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Bundles of paths to be done, and those that are done, by number. */
class BundleQueue {
  readonly bundles: readonly (readonly string[])[]
  #next = 0
  readonly #returned: number[] = []
  readonly #done = new Map<number, readonly BatchOutcome[]>()
  #wake: (() => void) | undefined

  constructor(bundles: readonly (readonly string[])[]) {
    this.bundles = bundles
  }

  /** Take a bundle to work on; nothing when all are taken. */
  next(): number | undefined {
    return this.#returned.pop() ?? (this.#next < this.bundles.length ? this.#next++ : undefined)
  }

  /** Let somebody else work on a bundle. */
  giveBack(number: number): void {
    this.#returned.push(number)
    this.#wake?.()
  }

  finish(number: number, outcomes: readonly BatchOutcome[]): void {
    this.#done.set(number, outcomes)
    this.#wake?.()
  }

  /** What became of a bundle, once. */
  take(number: number): readonly BatchOutcome[] | undefined {
    const outcomes = this.#done.get(number)
    this.#done.delete(number)
    return outcomes
  }

  /** Wait until a bundle is done or there is one to work on. */
  async waitFor(number: number): Promise<void> {
    while (!this.#done.has(number) && this.#returned.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
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
