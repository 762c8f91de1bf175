// Taking back what a run has written, byte for byte. What is kept for it: disk/journal.ts.
import {Buffer} from 'node:buffer'
import path from 'node:path'
import {FileError} from '../disk/file-error.js'
import {hashBytes, type JournalRecord, type JournalRun, readRun} from '../disk/journal.js'
import {createReader} from '../disk/read.js'
import {writeTextFile} from '../disk/write.js'
import {applyEdits} from '../edit/apply.js'

/** What became of a file that a run had changed. */
export type UndoOutcome =
  /** `same`: it was as before the run already. `changed`: somebody else changed it since, so it was left alone. */
  | {readonly file: string; readonly state: 'restored' | 'same' | 'changed'}
  | {readonly file: string; readonly state: 'failed'; readonly error: unknown}

/**
 * Take a run back: each file that is still as the run left it becomes what it was, byte for byte.
 *
 * @param project - Absolute folder to which the names in the journal refer.
 */
export async function* undoRun(run: JournalRun, project: string): AsyncGenerator<UndoOutcome> {
  const read = createReader()
  for (const record of readRun(run)) {
    try {
      yield {file: record.file, state: await restore(record, project, read)}
    } catch (error) {
      yield error instanceof FileError && error.code === 'changed'
        ? {file: record.file, state: 'changed'}
        : {file: record.file, state: 'failed', error}
    }
  }
}

async function restore(
  {file, before, after, edits}: JournalRecord,
  project: string,
  read: ReturnType<typeof createReader>
): Promise<'restored' | 'same' | 'changed'> {
  const found = read(file.split('/').join(path.sep), project)
  const hash = hashBytes(found.bytes)
  if (hash === before) return 'same'
  if (hash !== after) return 'changed'
  const text = applyEdits(found.text, edits)
  if (hashBytes(Buffer.from(text)) !== before) return 'changed'
  await writeTextFile(found, text)
  return 'restored'
}
