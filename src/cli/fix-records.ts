// The work of `nameright fix --jsonl`: a stream of records, one JSON object a line. What becomes of each:
// records/.
import {loadSettings} from '../config/settings.js'
import {readLines} from '../records/lines.js'
import {mendRecord} from '../records/record.js'
import type {Context} from './context.js'
import type {FilesOptions} from './options.js'
import {createCleaner} from './texts.js'

/** Options of `fix --jsonl`. */
export interface RecordsOptions extends FilesOptions {
  readonly field: string
  readonly id: string
}

/** In bytes: a longer line is told, not read. */
const longestLine = 64 * 2 ** 20

/** In units: so much may be on its way to the reader before it is waited for. */
const mostPending = 2 ** 16

/**
 * Mend records from standard input, in order; the next is read when the last has been taken.
 *
 * Every line is answered, so neither findings nor bad records raise the exit code: they are in the answer.
 *
 * @throws {Error} When paths are named.
 */
export async function fixRecords(
  paths: readonly string[],
  options: RecordsOptions,
  context: Context
): Promise<void> {
  if (paths.some((path) => path !== '-')) {
    throw new Error('--jsonl reads standard input: write nameright fix --jsonl < records.jsonl')
  }
  const {field, id, stdinPath} = options
  const settings = await loadSettings(options, context.cwd)
  // Only reports are wanted, and they are the same.
  const quick = {...settings, clean: {...settings.clean, reading: 'pieces'}} as const
  const cleanText = await createCleaner(quick, context)
  const clean = (text: string, name = '-') =>
    cleanText({text, path: name, ...(stdinPath && {like: stdinPath})}).report
  let pending = 0
  for await (const line of readLines(context.openStdin(), longestLine)) {
    const answer = mendRecord(line, {field, id, clean})
    if (answer !== undefined) context.print(`${answer}\n`)
    pending += answer?.length ?? 0
    if (pending < mostPending) continue
    await context.flush()
    if (context.isClosed()) return
    pending = 0
  }
}
