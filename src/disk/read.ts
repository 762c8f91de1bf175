// Reading texts. Which files: find.ts; writing them back: write.ts; bytes to text: text/decode.ts.
import {Buffer} from 'node:buffer'
import {closeSync, openSync, readSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {DecodeError, decodeSource} from '../text/decode.js'
import {FileError, systemCodeOf, tellSystemError} from './file-error.js'

/** A text as it stood on the disk when it was read. */
export interface TextFile {
  /** As the user gave it. */
  readonly path: string
  readonly absolute: string
  /** Decoded, byte order mark included. */
  readonly text: string
  /** What `text` was decoded from: writing compares it, so that nobody's change is lost. */
  readonly bytes: Uint8Array
}

/**
 * Read a file as strict UTF-8.
 *
 * @param file - As the user gave it.
 * @param cwd - Absolute folder to which it refers.
 * @throws {FileError} `missing`, `unreadable`, `not-utf8` or `binary`.
 */
export async function readTextFile(file: string, cwd: string): Promise<TextFile> {
  const absolute = path.resolve(cwd, file)
  const bytes = await readBytes(absolute, file)
  return {path: file, absolute, text: decodeBytes(bytes, file), bytes}
}

/**
 * Decode what came from a file or from standard input.
 *
 * @param name - As it is to be shown.
 * @throws {FileError} `not-utf8` or `binary`.
 */
export function decodeBytes(bytes: Uint8Array, name: string): string {
  try {
    return decodeSource(bytes)
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    const code = error.problem === 'binary' ? 'binary' : 'not-utf8'
    throw new FileError(code, name, `${name}: ${error.message}`)
  }
}

/**
 * Read a file as it is.
 *
 * @param file - As it is to be shown.
 * @throws {FileError} `missing` or `unreadable`.
 */
export async function readBytes(absolute: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(absolute)
  } catch (error) {
    throw toFileError(error, file)
  }
}

function toFileError(error: unknown, file: string): FileError {
  if (error instanceof FileError) return error
  return systemCodeOf(error) === 'ENOENT'
    ? new FileError('missing', file, `${file}: there is no such file`)
    : new FileError('unreadable', file, `${file}: cannot be read: ${tellSystemError(error)}`)
}

/**
 * Make a reader for many files, one after the other, that keeps its memory.
 *
 * @returns As `readTextFile`, but `bytes` are good only until the next file is read.
 */
export function createReader(): (file: string, cwd: string) => TextFile {
  let buffer = Buffer.allocUnsafe(1 << 16)
  return (file, cwd) => {
    const absolute = path.resolve(cwd, file)
    try {
      const handle = openSync(absolute, 'r')
      try {
        let length = 0
        for (;;) {
          const count = readSync(handle, buffer, length, buffer.length - length, null)
          if (count === 0) break
          length += count
          if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 4)
        }
        const bytes = buffer.subarray(0, length)
        return {path: file, absolute, text: decodeBytes(bytes, file), bytes}
      } finally {
        closeSync(handle)
      }
    } catch (error) {
      throw toFileError(error, file)
    }
  }
}
