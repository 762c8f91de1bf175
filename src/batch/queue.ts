// What is to be done in a run, and what is done, in bundles of files. Who works on them: run.ts.
import type {BatchOutcome} from './task.js'

/** How many files are sent to a thread at once, and written at a time: enough that the sending costs nothing. */
const bundleSize = 24

/** Bundles of files by number; those that are done are taken in their order, in whatever order they were done. */
export class BundleQueue {
  readonly bundles: readonly (readonly string[])[]
  /** The first that nobody has begun. */
  #next = 0
  /** The next to be taken. */
  #wanted = 0
  #isStopped = false
  readonly #returned: number[] = []
  readonly #done = new Map<number, readonly BatchOutcome[]>()
  #wake: (() => void) | undefined

  constructor(paths: readonly string[]) {
    this.bundles = Array.from({length: Math.ceil(paths.length / bundleSize)}, (_, index) =>
      paths.slice(index * bundleSize, (index + 1) * bundleSize)
    )
  }

  /** Begin a bundle; nothing when all are begun, or no more are to be. */
  next(): number | undefined {
    if (this.#isStopped) return undefined
    return this.#returned.pop() ?? (this.#next < this.bundles.length ? this.#next++ : undefined)
  }

  /** How many bundles nobody has begun. */
  left(): number {
    return this.#isStopped ? 0 : this.bundles.length - this.#next + this.#returned.length
  }

  /** Let somebody else begin a bundle again. */
  giveBack(number: number): void {
    if (this.#isStopped) this.finish(number, [])
    else this.#returned.push(number)
    this.#wake?.()
  }

  finish(number: number, outcomes: readonly BatchOutcome[]): void {
    this.#done.set(number, outcomes)
    this.#wake?.()
  }

  /** Begin no more. */
  stop(): void {
    this.#isStopped = true
    for (const number of this.#returned.splice(0)) this.giveBack(number)
  }

  /** What became of the next bundle, if it is done. */
  take(): readonly BatchOutcome[] | undefined {
    const outcomes = this.#done.get(this.#wanted)
    if (outcomes) this.#done.delete(this.#wanted++)
    return outcomes
  }

  /** Whether everything is taken that ever will be done. */
  isDone(): boolean {
    return this.#wanted === (this.#isStopped ? this.#next : this.bundles.length)
  }

  /** Wait until there may be a bundle to take or to begin. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}
