// What a run changed, kept so that it can be taken back: per run a folder below `.nameright/undo`, in it per thread a
// file of lines, each with the reverse edits of one file. Taking a run back: undo.ts.
import {createHash, randomUUID} from 'node:crypto'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import type {Edit} from '../model.js'
import {FileError, tellSystemError} from './file-error.js'
import {writeAll} from './write.js'

/** Where the journals of a project are, below its folder. */
const journalFolder = '.nameright/undo'
/** How many runs are kept. */
const mostRuns = 20

/** How to take the change of one file back. */
export interface JournalRecord {
  /** Relative to the project's folder, with `/`. */
  readonly file: string
  /** Hashes of the file before and after the change. */
  readonly before: string
  readonly after: string
  /** What turns the text after the change into the one before. */
  readonly edits: readonly Edit[]
}

/** A run that changed files. */
export interface JournalRun {
  /** Its name, which begins with its time; later ones sort behind earlier ones. */
  readonly name: string
  /** Absolute. */
  readonly folder: string
}

/** Takes records down, one thread's. */
export interface Journal {
  /** @throws {FileError} `unwritable`, such as when there is no room for all of the record; then nothing of it stays. */
  add(record: JournalRecord): void
  close(): void
}

/** The hash under which a journal knows a file. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64')
}

/**
 * Name the run that begins now. Nothing is made on the disk before a file is changed.
 *
 * @param project - Absolute folder.
 */
export function nameRun(project: string, now: Date, id: string): JournalRun {
  const name = `${now.toISOString().replaceAll(':', '-')}-${id}`
  return {name, folder: path.join(project, journalFolder, name)}
}

/** Name the run that begins at this moment: see `nameRun`. */
export function beginRun(project: string): JournalRun {
  return nameRun(project, new Date(), randomUUID().slice(0, 8))
}

/**
 * Open one thread's part of a run's journal; its file is made with the first record.
 *
 * Each record is handed to the system before its file changes, so a run that is killed can be taken back too. It is
 * not flushed to the disk, which would double the time of a run: after a power cut records of the last seconds may be
 * missing, while every text is whole.
 */
export function openJournal({folder}: JournalRun, thread = 0): Journal {
  let handle: number | undefined
  let length = 0
  return {
    add(record) {
      try {
        handle ??= openFirst(folder, thread)
        length += addLine(handle, length, JSON.stringify(record))
      } catch (error) {
        const message = `${record.file}: cannot be written: undo needs ${journalFolder}, and there: ${tellSystemError(error)}`
        throw new FileError('unwritable', record.file, message)
      }
    },
    close() {
      if (handle !== undefined) closeSync(handle)
      handle = undefined
    }
  }
}

/** @returns How many bytes were added behind the `length` that are there. */
function addLine(handle: number, length: number, text: string): number {
  const line = Buffer.from(`${text}\n`)
  try {
    writeAll(handle, line)
    return line.length
  } catch (error) {
    // Half a line would swallow the next one, should there be room again.
    ftruncateSync(handle, length)
    throw error
  }
}

function openFirst(folder: string, thread: number): number {
  mkdirSync(folder, {recursive: true})
  // Nobody wants to commit what undo needs. A full disk may have left this file empty.
  const ignored = path.join(path.dirname(folder), '.gitignore')
  if (!statSync(ignored, {throwIfNoEntry: false})?.size) writeFileSync(ignored, '*\n')
  return openSync(path.join(folder, `${thread}.jsonl`), 'a')
}

/** List the runs that can be taken back, the earliest first; not those that came to an end before any change. */
export function listRuns(project: string): JournalRun[] {
  return listFolders(project).filter(hasRecords)
}

function hasRecords({folder}: JournalRun): boolean {
  try {
    return readdirSync(folder).some((name) => statSync(path.join(folder, name)).size > 0)
  } catch {
    // Another program has just removed it.
    return false
  }
}

function listFolders(project: string): JournalRun[] {
  const folder = path.join(project, journalFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder, {withFileTypes: true})
    .filter((item) => item.isDirectory())
    .map(({name}) => ({name, folder: path.join(folder, name)}))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Read what a run changed; the last line of a run that was killed may be cut off, and then was not acted on. */
export function readRun({folder}: JournalRun): JournalRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1))
    .map((line) => JSON.parse(line) as JournalRecord)
}

/** Forget a run. */
export function removeRun({folder}: JournalRun): void {
  rmSync(folder, {recursive: true, force: true})
}

/** Forget the earliest runs where there are too many; what cannot be removed is in nobody's way. */
export function trimRuns(project: string): void {
  const [earliest] = listRuns(project).slice(-mostRuns)
  if (earliest === undefined) return
  // Runs without a change go with those around them.
  try {
    for (const run of listFolders(project)) if (run.name < earliest.name) removeRun(run)
  } catch {
    // The next run tries again.
  }
}
