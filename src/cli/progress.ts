// How far a run over many texts has come, on stderr: one line that is redrawn in a terminal, a plain line
// now and then in continuous integration, nothing anywhere else.
import type {BatchOutcome} from '../batch/task.js'
import type {Context} from './context.js'

/** What is told about a run. */
export interface Progress {
  /** A text is done. */
  advance(text: {readonly bytes: number; readonly findings: number}): void
  /** The run is over: tell how long it took. */
  finish(): void
}

/** How a run is told. */
export interface ProgressOptions {
  /** How many texts there are. */
  readonly total: number
  readonly quiet?: boolean | undefined
  /** In ms, from any moment on. */
  readonly now?: () => number
}

/** A way of telling: how often, when first, and how a line is written. */
interface Style {
  readonly everyMs: number
  readonly firstMs: number
  write(line: string, context: Context): void
}

const terminal: Style = {
  everyMs: 100,
  // What is over before anybody has read it would only flicker.
  firstMs: 400,
  write: (line, {stderr, cover}) => {
    stderr.write(`\r${line}${eraseLine}`)
    cover(() => stderr.write(`\r${eraseLine}`))
  }
}

const log: Style = {everyMs: 10_000, firstMs: 10_000, write: (line, {tell}) => tell(`nameright: ${line}`)}

const eraseLine = '\u001b[K'

/** What one file of a run adds to its progress. */
export function measureOutcome(outcome: BatchOutcome): {readonly bytes: number; readonly findings: number} {
  if ('error' in outcome) return {bytes: 0, findings: 0}
  const findings = outcome.report?.findings ?? []
  return {bytes: outcome.bytes, findings: findings.filter(({status}) => status !== 'keep').length}
}

/** Begin to tell about a run. */
export function createProgress(
  {total, quiet, now = () => performance.now()}: ProgressOptions,
  context: Context
): Progress {
  const style = quiet || total < 2 ? undefined : chooseStyle(context)
  // Not even the clock is needed then, which takes a millisecond to load.
  if (style === undefined) return {advance: () => {}, finish: () => {}}
  const start = now()
  const done = {texts: 0, bytes: 0, findings: 0}
  let next = style.firstMs
  let isShown = false
  return {
    advance: ({bytes, findings}) => {
      done.texts += 1
      done.bytes += bytes
      done.findings += findings
      const elapsed = now() - start
      if (elapsed < next) return
      next = elapsed + style.everyMs
      isShown = true
      style.write(describe(done, total, elapsed), context)
    },
    finish: () => {
      if (!isShown) return
      const elapsed = now() - start
      context.tell(
        `nameright: ${showCount(done.texts, 'file')} in ${showTime(elapsed)}, ${showRate(done.bytes, elapsed)}`
      )
    }
  }
}

function chooseStyle({stderr, env}: Context): Style | undefined {
  if (env.CI && env.CI !== 'false') return log
  return stderr.isTTY && env.TERM !== 'dumb' ? terminal : undefined
}

interface Done {
  readonly texts: number
  readonly bytes: number
  readonly findings: number
}

function describe({texts, bytes, findings}: Done, total: number, elapsed: number): string {
  const left = (elapsed / texts) * (total - texts)
  return [
    `${texts.toLocaleString('en')} of ${showCount(total, 'file')}`,
    showRate(bytes, elapsed),
    showCount(findings, 'finding'),
    `${showTime(left)} left`
  ].join(', ')
}

function showCount(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

function showRate(bytes: number, elapsedMs: number): string {
  return `${(bytes / 1000 / Math.max(elapsedMs, 1)).toFixed(1)} MB/s`
}

/** Seconds with one digit below ten, then whole ones, then minutes. */
function showTime(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
