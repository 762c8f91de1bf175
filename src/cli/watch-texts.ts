// The work of `nameright check --watch`: checks again whatever changes, until somebody ends it. One check is
// check-texts.ts; the events of the disk are disk/watch.ts.
import path from 'node:path'
import {loadSettings, type Settings} from '../config/settings.js'
import {realPathOf} from '../disk/find.js'
import {watchFiles} from '../disk/watch.js'
import {type CheckContext, type CheckOptions, checkTexts} from './check-texts.js'
import {tellError} from './errors.js'
import {findTexts, stdinName} from './files.js'
import {locate} from './load-decisions.js'

/** What a run depends on besides texts. */
interface Watched {
  readonly settings: Settings
  /** Absolute files and folders in which texts may appear. */
  readonly roots: readonly string[]
  /** Absolute files and folders that change how all texts are read: configuration, glossaries, decisions. */
  readonly common: readonly string[]
}

/**
 * Check texts, and check again those that change; all of them when the configuration, a glossary or a
 * decision does.
 *
 * What is wrong for the moment, such as a glossary in the middle of an edit, is told and stops nothing.
 *
 * @returns When nobody reads the results any more.
 * @throws {Error} When there is nothing on the disk to watch, or the configuration is wrong at the beginning.
 */
export async function watchTexts(
  paths: readonly string[],
  options: CheckOptions,
  context: CheckContext
): Promise<void> {
  if (paths.includes(stdinName))
    throw new Error('--watch needs files or folders; standard input cannot be watched')
  let watched = await listWatched(paths, options, context)
  const texts = await findTexts(paths, {...watched, options}, context)
  const isCommon = (file: string) => watched.common.some((each) => isWithin(file, each)) || isIgnoreFile(file)
  const watch = await watchFiles([...watched.roots, ...watched.common], isCommon, (error) =>
    tellError(error, context)
  )
  const attempt = (task: () => Promise<void>) => task().catch((error: unknown) => tellError(error, context))
  const check = async (chosen: readonly string[]) => {
    if (chosen.length > 0) await checkTexts(chosen, withoutChoice(options), context)
  }
  await attempt(() => check(texts))
  context.tell('nameright: watching for changes; Ctrl-C ends')
  while (!context.isClosed()) {
    const changed = await watch.next()
    await attempt(async () => {
      watched = await listWatched(paths, options, context)
      watch.add([...watched.roots, ...watched.common])
      const texts = await findTexts(paths, {...watched, options}, context)
      const real = new Set([...changed].map(realPathOf))
      const isChanged = (text: string) => real.has(realPathOf(path.resolve(context.cwd, text)))
      await check([...changed].some(isCommon) ? texts : texts.filter(isChanged))
      await context.flush()
    })
  }
  await watch.close()
}

async function listWatched(
  paths: readonly string[],
  options: CheckOptions,
  {cwd}: CheckContext
): Promise<Watched> {
  const settings = await loadSettings(options, cwd)
  const given = paths.length > 0 ? paths : settings.paths
  const roots = (given.length > 0 ? given : ['.']).filter((each) => !each.startsWith('!')).map(rootOf)
  const {config, baseline, glossary} = settings
  const decisions = await locate(settings, cwd)
  const common = [config, baseline, decisions.absolute, ...glossary.files].filter(
    (file) => file !== undefined
  )
  const toAbsolute = (file: string) => path.resolve(cwd, file)
  return {settings, roots: roots.map(toAbsolute), common: common.map(toAbsolute)}
}

/** Of a glob the folder before its first special character; a file or folder as it is. */
function rootOf(given: string): string {
  return /^[^*?[\]{}()]*$/u.test(given) ? given : (/^[^*?[\]{}()]*\//u.exec(given)?.[0] ?? '.')
}

function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep)
}

function isIgnoreFile(file: string): boolean {
  return ['.gitignore', '.nameright-ignore'].includes(path.basename(file))
}

/** The texts are chosen already. */
function withoutChoice({changed: _, filesFrom: __, ...options}: CheckOptions): CheckOptions {
  return options
}
