// Writing texts, whole or not at all. Reading them lives in read.ts.

import {Buffer} from 'node:buffer'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync
} from 'node:fs'
import path from 'node:path'
import {promisify} from 'node:util'
import {encodeSource} from '../text/decode.js'
import {FileError, systemCodeOf, toUnwritable} from './file-error.js'
import type {TextFile} from './read.js'
import {clearTemporary, nameTemporary} from './temporary.js'

/**
 * Replace a file that was read by a new text.
 *
 * The text goes to a new file beside it, is flushed, and takes the old one's place in one step, so a crash leaves
 * the old or the new file, never half of one. Mode and owner are kept; a symbolic link stays, its target is written.
 *
 * @param file - As it was read.
 * @param text - Well-formed, with a byte order mark where the file is to have one.
 * @throws {FileError} `changed` when its bytes are no longer those that were read; `unwritable` when the system
 *   refuses or the file is write-protected, or no file at all. The file is then as it was.
 */
export async function writeTextFile(
  file: TextFile,
  text: string,
  {beforeRename}: WriteOptions = {}
): Promise<void> {
  const fail = (message: string) =>
    new FileError('unwritable', file.path, `${file.path}: cannot be written: ${message}`)
  try {
    const stats = statSync(file.absolute)
    if (!stats.isFile()) throw fail('it is no file; name it - and the text is printed')
    const target = realpathSync(file.absolute)
    // Taking the place of a file asks its folder only; what its owner has protected stays.
    if ((stats.mode & 0o222) === 0) throw fail('it is write-protected')
    accessSync(target, constants.W_OK)
    await replaceFile(target, encodeSource(text), {
      stats,
      beforeRename: () => {
        refuseIfChanged(file, target)
        beforeRename?.()
      }
    })
  } catch (error) {
    throw systemCodeOf(error) === 'ENOENT' ? changed(file) : toUnwritable(error, file.path)
  }
}

/** What to do besides writing. */
interface WriteOptions {
  /** Called when all is ready and nothing has changed yet; what it throws stops the writing. */
  readonly beforeRename?: () => void
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
    const target = existsSync(absolute) ? realpathSync(absolute) : absolute
    const stats = statSync(target, {throwIfNoEntry: false})
    await replaceFile(target, encodeSource(text), {stats})
  } catch (error) {
    throw toUnwritable(error, name)
  }
}

interface ReplaceOptions extends WriteOptions {
  /** Of the file that is replaced, if there is one: its mode and owner are kept. */
  readonly stats: Stats | undefined
}

// Only flushing is waited for: a run over thousands of files has other work to do in that time, but would spend more
// of it on promises than on the rest.
async function replaceFile(
  target: string,
  bytes: Uint8Array,
  {stats, beforeRename}: ReplaceOptions
): Promise<void> {
  const folder = path.dirname(target)
  clearTemporary(folder)
  const temporary = nameTemporary(folder)
  const handle = openSync(temporary, 'wx', stats ? 0o600 : 0o666)
  try {
    try {
      writeAll(handle, bytes)
      if (stats) keepOwnership(handle, stats)
      await flush(handle)
    } finally {
      closeSync(handle)
    }
    beforeRename?.()
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
}

const flush = promisify(fsync)

/**
 * Write all of some bytes: where little room is left, the system writes a part and says how much, without an error.
 *
 * @param handle - Of an open file; what of the bytes is written when this throws stays there.
 */
export function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}

function keepOwnership(handle: number, stats: Stats): void {
  const made = fstatSync(handle)
  if (made.uid !== stats.uid || made.gid !== stats.gid) fchownSync(handle, stats.uid, stats.gid)
  // After the owner, because a change of owner clears some bits of the mode.
  fchmodSync(handle, stats.mode & 0o7777)
}

function refuseIfChanged(file: TextFile, target: string): void {
  if (Buffer.compare(readFileSync(target), file.bytes) !== 0) throw changed(file)
}

function changed(file: TextFile): FileError {
  const message = `${file.path}: the file has changed since it was read; nothing was written, run the command again`
  return new FileError('changed', file.path, message)
}
