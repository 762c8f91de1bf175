// Two texts as one report, so that every diff format shows what became different between them.
import path from 'node:path'
import {decodeBytes, readTextFile} from '../disk/read.js'
import type {FileReport} from '../model.js'
import {type Context, readStdin} from './context.js'
import {stdinName} from './files.js'

/**
 * Read an earlier and a later text.
 *
 * @param paths - Both, in this order; one of them may be `-` for standard input.
 * @returns A report without findings, under the name of the first, which a patch then changes.
 * @throws {Error} When there are not two.
 */
export async function readBetween(paths: readonly string[], context: Context): Promise<FileReport> {
  const [before, after, ...others] = paths
  if (before === undefined || after === undefined || others.length > 0) {
    throw new Error('--between takes two files, the earlier and the later one')
  }
  if (before === after && before === stdinName) throw new Error('standard input can be only one of the two')
  const source = await readOne(before, context)
  const output = await readOne(after, context)
  const shown = before === stdinName ? after : before
  return {path: shown.replaceAll(path.sep, '/'), source, output, findings: [], problems: []}
}

async function readOne(file: string, context: Context): Promise<string> {
  if (file === stdinName) return decodeBytes(await readStdin(context), 'standard input')
  return (await readTextFile(file, context.cwd)).text
}
