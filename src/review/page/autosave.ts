// Saving by itself: one save at a time, the latest state next, again after a failure. Where to: backend.ts.
import {compareDecisions} from '../../decide/lines.js'
import type {Decision} from '../../model.js'
import type {Backend} from './backend.js'

/** How saving stands. */
export type SaveStatus =
  | {readonly state: 'saved' | 'saving'}
  | {readonly state: 'failed'; readonly message: string}

/** Keeps decisions saved. */
export interface Autosave {
  /** Have these saved. */
  push(decisions: readonly Decision[]): void
  /** These are what is saved already. */
  reset(decisions: readonly Decision[]): void
  /** Wait until all is saved. @throws {Error} When saving fails. */
  flush(): Promise<void>
}

const retryMs = 5000

/** Keep decisions saved. */
export function createAutosave(save: Backend['save'], onStatus: (status: SaveStatus) => void): Autosave {
  let saved: readonly Decision[] = []
  let wanted: readonly Decision[] = []
  let running: Promise<void> | undefined
  let retry = 0

  async function run(): Promise<void> {
    onStatus({state: 'saving'})
    while (wanted !== saved) {
      const target = wanted
      await save(compareDecisions(saved, target), target)
      saved = target
    }
    onStatus({state: 'saved'})
  }

  function start(): Promise<void> {
    clearTimeout(retry)
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  function startAndRetry(): void {
    start().catch((error: unknown) => {
      onStatus({state: 'failed', message: error instanceof Error ? error.message : String(error)})
      retry = Number(setTimeout(startAndRetry, retryMs))
    })
  }

  return {
    push: (decisions) => {
      wanted = decisions
      if (wanted !== saved) startAndRetry()
    },
    reset: (decisions) => {
      wanted = decisions
      saved = decisions
    },
    flush: () => (wanted === saved ? (running ?? Promise.resolve()) : start())
  }
}
