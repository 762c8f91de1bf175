// Writing one file of a run so that the run can be taken back. Taking it back: undo.ts.
import {Buffer} from 'node:buffer'
import path from 'node:path'
import type {DecisionsPlace} from '../disk/decisions-file.js'
import {hashBytes, type Journal} from '../disk/journal.js'
import type {TextFile} from '../disk/read.js'
import {writeTextFile} from '../disk/write.js'
import {invertEdits} from '../edit/apply.js'
import type {Edit} from '../model.js'

/** A file and what it becomes. */
export interface FileChange {
  readonly file: TextFile
  readonly output: string
  /** What turns the file's text into the output. */
  readonly edits: readonly Edit[]
}

/**
 * Write a file, and before that into the journal how to take it back.
 *
 * @throws {FileError} See `writeTextFile`.
 */
export async function writeChange(
  {file, output, edits}: FileChange,
  {journal, place}: {readonly journal?: Journal | undefined; readonly place: DecisionsPlace}
): Promise<void> {
  const change = {before: hashBytes(file.bytes), after: hashBytes(Buffer.from(output))}
  const name = path.relative(place.folder, file.absolute).split(path.sep).join('/')
  const record = {file: name, ...change, edits: invertEdits(file.text, edits)}
  await writeTextFile(file, output, {beforeRename: () => journal?.add(record)})
}
