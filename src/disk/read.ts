// Reading texts. Which files: find.ts; writing them back: write.ts; bytes to text: text/decode.ts.
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
    if (systemCodeOf(error) === 'ENOENT')
      throw new FileError('missing', file, `${file}: there is no such file`)
    throw new FileError('unreadable', file, `${file}: cannot be read: ${tellSystemError(error)}`)
  }
}
