// Running the command line: inside this process, or as a real one, built.
import {spawn} from 'node:child_process'
import {statSync} from 'node:fs'
import path from 'node:path'
import {runCommandLine} from '../../src/cli/run.js'

/** What a run left behind. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How to run. */
export interface RunOptions {
  readonly cwd: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Whether standard output is a terminal; inside this process only. */
  readonly isTTY?: boolean
}

/** Run inside this process. */
export async function run(args: readonly string[], options: RunOptions): Promise<Outcome> {
  const {cwd, input, env = {}, isTTY = false} = options
  const written = {stdout: '', stderr: ''}
  const collect = (stream: keyof typeof written) => ({
    isTTY,
    write: (text: string, done?: () => void) => {
      written[stream] += text
      done?.()
    }
  })
  const stdin = (async function* () {
    if (input !== undefined) yield input
  })()
  const code = await runCommandLine(args, {
    openStdin: () => stdin,
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    cwd,
    env
  })
  return {code, ...written}
}

/** How to run a real process. */
export interface ProcessOptions extends RunOptions {
  /** Arguments of Node itself. */
  readonly nodeArgs?: readonly string[]
  /** Close standard output as soon as something comes out of it. */
  readonly closeEarly?: true
  /** Run without the rights of the administrator. */
  readonly asNobody?: boolean
}

const root = path.resolve(import.meta.dirname, '../..')
/** The built program. */
export const bin = path.join(root, 'dist/bin.js')

/** Run the built program as a process. */
export async function runProcess(args: readonly string[], options: ProcessOptions): Promise<Outcome> {
  const {cwd, input = '', env = {}, nodeArgs = [], closeEarly, asNobody} = options
  const child = spawn(process.execPath, [...nodeArgs, bin, ...args], {
    cwd,
    env: {PATH: process.env.PATH, ...env},
    ...(asNobody ? {uid: 65534, gid: 65534} : {})
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (closeEarly) child.stdout.destroy()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {
    // The program may end without reading what it is given.
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  return {code, stdout, stderr}
}

/** Whether this process may do everything, so that permissions cannot be tested with it. */
export const isRoot = process.getuid?.() === 0

/** Whether somebody without rights may read the built program. */
export function canOthersRead(): boolean {
  for (let folder = path.dirname(bin); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return false
  }
  return true
}
