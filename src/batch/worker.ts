// A thread of a run over many files: takes paths in bundles, sends back what became of them. Who starts it: run.ts.
import {setFlagsFromString} from 'node:v8'
import {parentPort, workerData} from 'node:worker_threads'
import {unpackGlossary} from '../glossary/pack.js'
import type {PackedGlossary} from '../model.js'
import {type BatchJob, type BatchOutcome, createTask} from './task.js'

/** What a thread is given: plain data, of which the glossary lies in memory that all threads share. */
export interface ThreadData {
  readonly job: Omit<BatchJob, 'clean'> & {readonly clean: Omit<BatchJob['clean'], 'glossary'>}
  readonly glossary: PackedGlossary
  readonly thread: number
}

// The cast holds because run.ts starts this file, and nothing else does.
const {job, glossary, thread} = workerData as ThreadData
const task = createTask({...job, clean: {...job.clean, glossary: unpackGlossary(glossary)}}, thread)

// Each thread has its code optimized for itself, which takes a third of a run over some thousand articles. With fewer
// functions copied into one another that is a third less, and they are as fast. The flag holds for all threads; it is
// set when this one has loaded all it needs, because what Node keeps compiled is good for one set of flags.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=150')

parentPort?.on('message', (paths: readonly string[] | undefined) => {
  if (paths === undefined) {
    task.close()
    parentPort?.close()
  } else void runAll(paths)
})

async function runAll(paths: readonly string[]): Promise<void> {
  const outcomes = await Promise.all(paths.map((path) => task.run(path)))
  parentPort?.postMessage(outcomes.map(toPlain))
}

/** Errors of our own lose their class on the way; name, code and message stay. */
function toPlain(outcome: BatchOutcome) {
  if (!('error' in outcome) || !(outcome.error instanceof Error)) return outcome
  const {name, message, stack} = outcome.error
  const code = 'code' in outcome.error ? outcome.error.code : undefined
  return {...outcome, error: {name, message, stack, code}}
}
