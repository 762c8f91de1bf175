// One writer at a time, by a file beside the one that is written; a writer that died is not waited for.
import {randomUUID} from 'node:crypto'
import {type FileHandle, open, readFile, rename, rm, stat} from 'node:fs/promises'
import {setTimeout as wait} from 'node:timers/promises'
import {FileError, systemCodeOf, tellSystemError} from './file-error.js'

/** How long is waited, in milliseconds. */
export interface LockTimes {
  /** A lock this old belongs to a writer that is gone: writers hold it for a moment only. */
  readonly staleMs: number
  /** When to give up. */
  readonly timeoutMs: number
}

const usual: LockTimes = {staleMs: 10_000, timeoutMs: 30_000}

/**
 * Do something while no other writer does.
 *
 * A writer that was held up so long that its lock was taken over may still be at work, so the work itself must look
 * before it writes: the lock keeps writers from racing, it does not replace that look.
 *
 * @param target - Absolute path of the file that is written; the lock stands beside it.
 * @throws {FileError} `unwritable` when another writer does not come to an end in time.
 */
export async function withLock<T>(
  target: string,
  work: () => Promise<T>,
  times: LockTimes = usual
): Promise<T> {
  const lock = `${target}.lock`
  const token = await acquire(lock, times)
  try {
    return await work()
  } finally {
    if ((await readToken(lock)) === token) await rm(lock, {force: true})
  }
}

async function acquire(lock: string, {staleMs, timeoutMs}: LockTimes): Promise<string> {
  const token = randomUUID()
  const end = Date.now() + timeoutMs
  for (;;) {
    if (await create(lock, token)) return token
    await removeStale(lock, staleMs)
    if (Date.now() > end) {
      const message = `${lock}: another program has been writing for too long; if there is none, delete this file`
      throw new FileError('unwritable', lock, message)
    }
    // Not all at the same moment.
    await wait(5 + Math.random() * 20)
  }
}

async function create(lock: string, token: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx')
    await fill(lock, handle, token)
    return true
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** On a full disk no lock may stay that nobody holds. */
async function fill(lock: string, handle: FileHandle, token: string): Promise<void> {
  try {
    await handle.writeFile(token).finally(() => handle.close())
  } catch (error) {
    await rm(lock, {force: true})
    throw new FileError('unwritable', lock, `${lock}: cannot be written: ${tellSystemError(error)}`)
  }
}

/** Of several that find the same stale lock, one moves it away; who moves away a fresh one instead gives it back. */
async function removeStale(lock: string, staleMs: number): Promise<void> {
  const age = await ageOf(lock)
  if (age === undefined || age < staleMs) return
  const aside = `${lock}.${randomUUID()}`
  try {
    await rename(lock, aside)
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return
    throw error
  }
  const moved = await ageOf(aside)
  if (moved !== undefined && moved < staleMs && !(await ageOf(lock))) await rename(aside, lock)
  else await rm(aside, {force: true})
}

async function ageOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({mtimeMs}) => Date.now() - mtimeMs,
    () => undefined
  )
}

async function readToken(lock: string): Promise<string | undefined> {
  return readFile(lock, 'utf8').catch(() => undefined)
}
