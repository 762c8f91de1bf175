// Writing texts, whole or not at all. Reading them lives in read.ts.
import {randomUUID} from 'node:crypto'
import {constants, type Stats} from 'node:fs'
import {access, type FileHandle, open, readFile, realpath, rename, rm, stat} from 'node:fs/promises'
import path from 'node:path'
import {encodeSource} from '../text/decode.js'
import {FileError, systemCodeOf, tellSystemError} from './file-error.js'
import type {TextFile} from './read.js'

/**
 * Replace a file that was read by a new text.
 *
 * The text goes to a new file beside it, is flushed, and takes the old one's place in one step, so a crash leaves
 * the old or the new file, never half of one. Mode and owner are kept; a symbolic link stays, its target is written.
 *
 * @param file - As it was read.
 * @param text - Well-formed, with a byte order mark where the file is to have one.
 * @throws {FileError} `changed` when its bytes are no longer those that were read; `unwritable` when the system
 *   refuses or the file is write-protected. The file is then as it was.
 */
export async function writeTextFile(file: TextFile, text: string): Promise<void> {
  const fail = (message: string) =>
    new FileError('unwritable', file.path, `${file.path}: cannot be written: ${message}`)
  try {
    const target = await realpath(file.absolute)
    await refuseIfChanged(file, target)
    const stats = await stat(target)
    // Taking the place of a file asks its folder only; what its owner has protected stays.
    if ((stats.mode & 0o222) === 0) throw fail('it is write-protected')
    await access(target, constants.W_OK)
    await replaceFile(target, encodeSource(text), {stats, beforeRename: () => refuseIfChanged(file, target)})
  } catch (error) {
    if (error instanceof FileError) throw error
    if (systemCodeOf(error) === 'ENOENT') throw changed(file)
    throw fail(await tellWhere(error, file))
  }
}

/**
 * Write a new file, or replace one without looking at what it held.
 *
 * @param name - As the user gave it.
 * @throws {FileError} `unwritable`.
 */
export async function writeNewFile(name: string, cwd: string, text: string): Promise<void> {
  const absolute = path.resolve(cwd, name)
  try {
    const target = await realpath(absolute).catch(() => absolute)
    const stats = await stat(target).catch(() => undefined)
    await replaceFile(target, encodeSource(text), {stats})
  } catch (error) {
    const reason = systemCodeOf(error) === 'ENOENT' ? 'its folder does not exist' : tellSystemError(error)
    throw new FileError('unwritable', name, `${name}: cannot be written: ${reason}`)
  }
}

interface ReplaceOptions {
  /** Of the file that is replaced, if there is one: its mode and owner are kept. */
  readonly stats: Stats | undefined
  readonly beforeRename?: () => Promise<void>
}

async function replaceFile(
  target: string,
  bytes: Uint8Array,
  {stats, beforeRename}: ReplaceOptions
): Promise<void> {
  // Without the file's own name, which may be as long as names can be.
  const temporary = path.join(path.dirname(target), `.nameright-${randomUUID()}.tmp`)
  const handle = await open(temporary, 'wx', stats ? 0o600 : 0o666)
  try {
    try {
      await handle.writeFile(bytes)
      if (stats) await keepOwnership(handle, stats)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await beforeRename?.()
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
}

async function keepOwnership(handle: FileHandle, stats: Stats): Promise<void> {
  const made = await handle.stat()
  if (made.uid !== stats.uid || made.gid !== stats.gid) await handle.chown(stats.uid, stats.gid)
  // After the owner, because a change of owner clears some bits of the mode.
  await handle.chmod(stats.mode & 0o7777)
}

async function refuseIfChanged(file: TextFile, target: string): Promise<void> {
  const bytes = await readFile(target)
  if (Buffer.compare(bytes, file.bytes) !== 0) throw changed(file)
}

function changed(file: TextFile): FileError {
  const message = `${file.path}: the file has changed since it was read; nothing was written, run the command again`
  return new FileError('changed', file.path, message)
}

/** Permission may be missing for the file or for its folder; say for which. */
async function tellWhere(error: unknown, file: TextFile): Promise<string> {
  const reason = tellSystemError(error)
  const isRefused = ['EACCES', 'EPERM', 'EROFS'].includes(systemCodeOf(error) ?? '')
  const isFolder = isRefused && error instanceof Error && 'syscall' in error && error.syscall !== 'access'
  return isFolder ? `its folder ${path.dirname(file.path)} does not let files be made: ${reason}` : reason
}
