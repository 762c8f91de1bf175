// What can go wrong with a file, typed, each told in one sentence that says what to do next.
import path from 'node:path'

/**
 * Why a file could not be used.
 *
 * `missing`: there is no such file. `no-match`: a folder or glob without a file to check. `not-utf8`, `binary`:
 * not a text. `unreadable`, `unwritable`: the system refuses. `changed`: not as it was read.
 */
export type FileErrorCode =
  | 'missing'
  | 'no-match'
  | 'not-utf8'
  | 'binary'
  | 'unreadable'
  | 'unwritable'
  | 'changed'

/** A file could not be found, read or written. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly code: FileErrorCode
  /** As the user gave it. */
  readonly path: string

  constructor(code: FileErrorCode, path: string, message: string) {
    super(message)
    this.code = code
    this.path = path
  }
}

/** The system's code (`ENOENT`) of an error that Node throws, if it is one. */
export function systemCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Tell in words why the system refuses to read or write something. */
export function tellSystemError(error: unknown): string {
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left on the device',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    ELOOP: 'its symbolic links go round in a circle',
    EMFILE: 'too many open files'
  }
  const code = systemCodeOf(error)
  return (code && known[code]) ?? code ?? String(error)
}

/**
 * Make of what Node throws when something cannot be written an error that says so.
 *
 * Permission may be missing for the file or for its folder, in which new files are made: it says for which.
 *
 * @param file - As it is to be shown.
 * @returns An error of our own as it is.
 */
export function toUnwritable(error: unknown, file: string): unknown {
  const code = systemCodeOf(error)
  if (code === undefined || error instanceof FileError) return error
  const isRefused = ['EACCES', 'EPERM', 'EROFS'].includes(code)
  const asked = error instanceof Error && 'syscall' in error ? String(error.syscall) : ''
  const isFolder = isRefused && ['open', 'mkdir', 'rename'].includes(asked)
  const where = isFolder ? `its folder ${path.dirname(file)} does not let files be made: ` : ''
  const reason = code === 'ENOENT' ? 'its folder does not exist' : where + tellSystemError(error)
  return new FileError('unwritable', file, `${file}: cannot be written: ${reason}`)
}
