// Which texts a command line means: its paths, a list, what Git says has changed, or what the configuration
// names. Searching the disk lives in disk/find.ts; the loop over the texts in texts.ts.
import path from 'node:path'
import type {Settings} from '../config/settings.js'
import {findFiles} from '../disk/find.js'
import {readBytes} from '../disk/read.js'
import {type Context, readStdin} from './context.js'
import {tellError} from './errors.js'
import {parseNames} from './name-list.js'
import type {FilesOptions} from './options.js'

/** The name of standard input, as an argument and in reports. */
export const stdinName = '-'

/**
 * Find the texts that a command line means, in a stable order.
 *
 * What cannot be found is told on stderr, raises the exit code to 2, and stops nothing else.
 *
 * @returns Paths as reports show them, `-` for standard input.
 * @throws {Error} When nothing is named.
 */
export async function findTexts(
  paths: readonly string[],
  {settings, options}: {readonly settings: Settings; readonly options: FilesOptions},
  context: Context
): Promise<string[]> {
  const {cwd} = context
  const {ignore} = settings
  const listed =
    options.filesFrom === undefined ? undefined : await readList(options.filesFrom, paths, context)
  const within = options.changed === undefined ? undefined : await loadChanged(options.changed, context)
  const named = paths.filter((given) => given !== stdinName)
  const given = paths.length > 0 || listed ? named : namedOtherwise(settings, within !== undefined)
  const found = await findFiles(given, cwd, {ignore, ...(listed && {names: listed}), ...(within && {within})})
  for (const error of found.errors) tellError(error, context)
  for (const left of found.ignored) {
    context.tell(`nameright: ${left}: left out, as .nameright-ignore or the configuration says`)
  }
  return paths.includes(stdinName) ? [stdinName, ...found.paths] : [...found.paths]
}

function namedOtherwise({paths}: Settings, isNarrowed: boolean): readonly string[] {
  if (paths.length > 0) return paths
  if (isNarrowed) return ['.']
  throw new Error(
    'no files named: add files, folders or globs, - for standard input, or `paths` to nameright.config.yaml'
  )
}

async function loadChanged(changed: string | true, {cwd, env}: Context): Promise<ReadonlySet<string>> {
  const {findChangedFiles} = await import('../disk/changed.js')
  return findChangedFiles({cwd, env, revision: changed === true ? undefined : changed})
}

async function readList(file: string, paths: readonly string[], context: Context): Promise<string[]> {
  if (file === stdinName && paths.includes(stdinName)) {
    throw new Error('standard input cannot be a text and the list of --files-from at once')
  }
  const bytes =
    file === stdinName ? await readStdin(context) : await readBytes(path.resolve(context.cwd, file), file)
  return parseNames(new TextDecoder().decode(bytes))
}
