// The process as a command sees it: streams, folder, environment, all passed in. Who passes them: bin.ts.
import {Buffer} from 'node:buffer'
import {tellSystemError} from '../disk/file-error.js'
import {showLines} from '../text/show.js'

/** A stream that takes text: `process.stdout`, or a collector in a test. */
export interface Output {
  /** `done` is called when the text has arrived or cannot. */
  write(text: string, done?: (error?: Error | null) => void): unknown
  /** Whether a person reads it in a terminal. */
  readonly isTTY?: boolean
  /** Told when writing fails, such as when the reader of a pipe has gone. */
  on?(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
}

/** What the surroundings of a run are. */
export interface Surroundings {
  /** To open it takes milliseconds, and most runs read files alone. */
  openStdin(): AsyncIterable<Uint8Array | string>
  readonly stdout: Output
  readonly stderr: Output
  /** Absolute folder to which paths refer. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /**
   * From the first call on, the first wish to end the process (Ctrl-C, SIGTERM) aborts this signal instead, with the
   * wish's name as the reason. A second one ends the process.
   */
  readonly stopSignal?: () => AbortSignal
}

/** The surroundings with what all commands do to them. */
export interface Context extends Surroundings {
  /** Write results. */
  print(text: string): void
  /** Write everything that is no result; one message, one line or more, made safe to be shown. */
  tell(message: string): void
  /** Say how to clear the unfinished line that stands where the next message or result will. */
  cover(clear: () => void): void
  /** Wait until all results have arrived, or nobody reads them any more. */
  flush(): Promise<void>
  /** Whether nobody reads results any more. */
  isClosed(): boolean
  /** What the exit code will be: the highest that anything has asked for. */
  exitCode(): ExitCode
  /** Ask for an exit code. */
  raise(code: ExitCode): void
}

/** 0: nothing left to do. 1: findings remain. 2: something could not be done. */
export type ExitCode = 0 | 1 | 2

/** Make the context of one run; a pipe that its reader closes is not an error. */
export function createContext(surroundings: Surroundings): Context {
  const {stdout, stderr} = surroundings
  let isClosed = false
  let exitCode: ExitCode = 0
  let uncover = () => {}
  const clear = () => {
    uncover()
    uncover = () => {}
  }
  let isBroken = false
  for (const output of [stdout, stderr]) {
    output.on?.('error', (error) => {
      if (error.code === 'EPIPE') isClosed ||= output === stdout
      else if (!isBroken) {
        isBroken = true
        stderr.write(`nameright: the output cannot be written: ${tellSystemError(error)}\n`)
      }
    })
  }
  return {
    ...surroundings,
    print: (text) => {
      if (isClosed || text === '') return
      clear()
      stdout.write(text)
    },
    tell: (message) => {
      clear()
      // Messages quote names of files and words of texts, which could drive the terminal.
      stderr.write(`${showLines(message)}\n`)
    },
    cover: (wayToClear) => {
      uncover = wayToClear
    },
    flush: () =>
      new Promise((resolve) => {
        stdout.write('', (error) => {
          // The reader may go while the last results are on their way, and the disk may be full.
          if (error && 'code' in error && error.code === 'EPIPE') isClosed = true
          resolve()
        })
      }),
    isClosed: () => isClosed,
    exitCode: () => (isBroken ? 2 : isClosed ? 0 : exitCode),
    raise: (code) => {
      if (code > exitCode) exitCode = code
    }
  }
}

/**
 * Whether results are coloured.
 *
 * @param wish - `--color` or `--no-color`, which outrank the environment.
 * @see https://no-color.org, https://force-color.org
 */
export function isColored(wish: boolean | undefined, {env, stdout}: Surroundings): boolean {
  if (wish !== undefined) return wish
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stdout.isTTY === true && env.TERM !== 'dumb'
}

/** Read all of standard input. */
export async function readStdin({openStdin}: Surroundings): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of openStdin()) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}
