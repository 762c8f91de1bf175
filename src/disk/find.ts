// Which files the arguments of a command mean: files, folders, globs. Reading them lives in read.ts.
import {lstatSync, realpathSync, statSync} from 'node:fs'
import path from 'node:path'
import {FileError, systemCodeOf, tellSystemError} from './file-error.js'
import {isNoText} from './format.js'
import {createIgnoreTest, type IgnoreRules, type IgnoreTest} from './ignore.js'
import {walkFolder} from './walk.js'

/** Endings of the files that are taken from a folder. */
const endings = ['md', 'markdown', 'mdx', 'txt', 'text'] as const

/** The same, for messages. */
const listedEndings = endings.map((ending) => `.${ending}`).join(', ')

/** The files that some arguments mean. */
export interface FoundFiles {
  /**
   * As given or below a folder as given, with `/`; in the order of the arguments, then by name; none twice.
   */
  readonly paths: readonly string[]
  /** Files that were named but that the project leaves out. */
  readonly ignored: readonly string[]
  /** One for each argument that means no file. */
  readonly errors: readonly FileError[]
}

/** How to look for files. */
export interface FindOptions {
  /** What the project leaves out, besides its `.nameright-ignore` files. */
  readonly ignore?: IgnoreRules
  /** Real paths of the files that may be found at all. */
  readonly within?: ReadonlySet<string>
  /** Further files and folders, named just so, whatever characters they hold. */
  readonly names?: readonly string[]
}

/**
 * Find the files meant by arguments.
 *
 * A file is taken whatever its ending, unless that says that it is no text (`.pdf`): then it is an error as an
 * argument, and left out of globs and of `names`, which programs list. Of a folder, and of a glob that names no
 * ending, the files with one of `endings` are taken; hidden ones, `node_modules` and what `.gitignore` leaves out are
 * not. What the project leaves out (`.nameright-ignore`) is not taken even when it is named. An argument that begins
 * with `!` takes files away from the folders and globs. A file that links lead to several times is found once.
 *
 * @param cwd - Absolute folder to which relative arguments refer.
 */
export async function findFiles(
  given: readonly string[],
  cwd: string,
  options: FindOptions = {}
): Promise<FoundFiles> {
  const isExclusion = (argument: string) => argument.startsWith('!')
  const settings: FindSettings = {
    cwd,
    excluded: given.filter(isExclusion).map((argument) => argument.slice(1)),
    ignoredBy: createIgnoreTest(cwd, options.ignore ?? {folder: cwd, patterns: []})
  }
  const errors: FileError[] = []
  const ignored: string[] = []
  const names: FoundName[] = []
  const add = async (argument: string, isName: boolean) => {
    try {
      const found = await findOne(argument, isName, settings)
      for (const name of found.paths) names.push({name, isNoLink: found.isWithoutLinks === true})
      ignored.push(...found.ignored)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      errors.push(error)
    }
  }
  for (const pattern of given) if (!isExclusion(pattern)) await add(pattern, false)
  for (const name of options.names ?? []) await add(name, true)
  return {paths: dropRepeated(names, cwd, options.within), ignored, errors}
}

interface FoundName {
  readonly name: string
  /** Known without asking the system. */
  readonly isNoLink: boolean
}

/** Of the names of one file the one without links stays, else the first. */
function dropRepeated(names: readonly FoundName[], cwd: string, within?: ReadonlySet<string>): string[] {
  const realCwd = realPathOf(cwd)
  const realOf = createRealPaths()
  const chosen = new Map<string, {at: number; isDirect: boolean}>()
  names.forEach(({name, isNoLink}, at) => {
    const real = realOf(path.resolve(cwd, name), isNoLink)
    const isDirect = path.resolve(realCwd, name) === real
    const earlier = chosen.get(real)
    if (within?.has(real) === false || earlier?.isDirect || (earlier && !isDirect)) return
    chosen.set(real, {at, isDirect})
  })
  return [...chosen.values()].sort((a, b) => a.at - b.at).map(({at}) => names[at]!.name)
}

/**
 * The path without links; of what cannot be resolved, the path itself. Synchronous: much faster for many
 * files.
 */
export function realPathOf(absolute: string): string {
  try {
    return realpathSync.native(absolute)
  } catch {
    return absolute
  }
}

/** Resolve many paths: each folder once, for most files are no links. */
function createRealPaths(): (absolute: string, isNoLink: boolean) => string {
  const folders = new Map<string, string>()
  return (absolute, isNoLink) => {
    if (!isNoLink && lstatSync(absolute, {throwIfNoEntry: false})?.isSymbolicLink())
      return realPathOf(absolute)
    const folder = path.dirname(absolute)
    const real = folders.get(folder) ?? realPathOf(folder)
    folders.set(folder, real)
    return path.join(real, path.basename(absolute))
  }
}

/** Whether there is a file of this name. */
export async function isFile(file: string, cwd: string): Promise<boolean> {
  try {
    return statSync(path.resolve(cwd, file), {throwIfNoEntry: false})?.isFile() ?? false
  } catch {
    return false
  }
}

interface FindSettings {
  readonly cwd: string
  readonly excluded: readonly string[]
  readonly ignoredBy: IgnoreTest
}

interface Found extends Pick<FoundFiles, 'paths' | 'ignored'> {
  /** Whether none of the files is a link. */
  readonly isWithoutLinks?: boolean
}

async function findOne(argument: string, isName: boolean, settings: FindSettings): Promise<Found> {
  const {cwd, ignoredBy} = settings
  // To the system it is the folder that we are in, or the root: nobody means that who leaves a variable unset.
  if (argument === '') throw new FileError('missing', '', 'a path is empty; is a variable not set?')
  const given = toSlashes(argument)
  const absolute = path.resolve(cwd, argument)
  const kind = kindOf(absolute, given)
  if (kind === 'file') {
    if ((await ignoredBy(absolute)) === 'project') return {paths: [], ignored: [given]}
    if (!isNoText(given)) return {paths: [given], ignored: []}
    if (isName) return {paths: [], ignored: []}
    throw tellNoText(given)
  }
  if (kind === 'other') {
    if (isName) return {paths: [], ignored: []}
    throw tellNoFile(given)
  }
  if (kind === 'missing' && (isName || !/[*?[\]{}()]/u.test(given))) {
    throw new FileError('missing', given, `${given}: there is no such file or folder`)
  }
  const found =
    kind === 'folder'
      ? await findInFolder(given, settings)
      : {paths: await findByGlob(given, settings), ignored: []}
  if (found.paths.length > 0) return found
  const what =
    kind === 'folder' ? 'in this folder is no file to check' : 'this pattern matches no file to check'
  throw new FileError('no-match', given, `${given}: ${what} (looked for ${listedEndings})`)
}

function tellNoText(given: string): FileError {
  const taken = `taken are ${listedEndings}, and other files of plain text`
  const message = `${given}: a ${path.extname(given)} file is no text; ${taken}`
  return new FileError('binary', given, message)
}

function tellNoFile(given: string): FileError {
  const message = `${given}: it is a pipe, a socket or a device, not a file; write - to read standard input`
  return new FileError('unreadable', given, message)
}

function kindOf(absolute: string, given: string): 'file' | 'folder' | 'other' | 'missing' {
  try {
    const stats = statSync(absolute)
    if (stats.isDirectory()) return 'folder'
    // Opening any other pipe waits until somebody writes into it.
    return stats.isFile() || (stats.isFIFO() && isOpen(absolute)) ? 'file' : 'other'
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
    throw new FileError('unreadable', given, `${given}: cannot be read: ${tellSystemError(error)}`)
  }
}

/** Whether a path is another name of what the shell has opened for us: `/dev/stdin`, or `<(command)`. */
function isOpen(absolute: string): boolean {
  return /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/u.test(absolute)
}

async function findInFolder(folder: string, settings: FindSettings): Promise<Found> {
  const {cwd, excluded, ignoredBy} = settings
  const absolute = path.resolve(cwd, folder)
  // Patterns to leave out are written relative to cwd, but matched relative to the folder.
  const ignored = excluded.map((pattern) => toSlashes(path.relative(absolute, path.resolve(cwd, pattern))))
  // A library is loaded only where it is needed: for patterns, and for links.
  const listed = ignored.length === 0 ? walkFolder(absolute, hasKnownEnding) : undefined
  const found = listed
    ? await keepListed(listed, ignoredBy, (file) => absolute + path.sep + file)
    : await globFiles(`**/*.{${endings.join(',')}}`, {cwd: absolute, ignored, ignoredBy})
  const prefix = folder === '.' || folder === './' ? '' : `${folder.replace(/\/+$/u, '')}/`
  return {paths: found.map((file) => prefix + file), ignored: [], isWithoutLinks: listed !== undefined}
}

async function findByGlob(pattern: string, {cwd, excluded, ignoredBy}: FindSettings): Promise<string[]> {
  const found = await globFiles(pattern, {cwd, ignored: excluded, ignoredBy})
  const namesEnding = /\.[^/.*?]+$/u.test(pattern)
  return found.filter((file) => (namesEnding ? !isNoText(file) : hasKnownEnding(file)))
}

interface GlobSettings {
  readonly cwd: string
  readonly ignored: readonly string[]
  readonly ignoredBy: IgnoreTest
}

async function globFiles(pattern: string, {cwd, ignored, ignoredBy}: GlobSettings): Promise<string[]> {
  const settings = {cwd, ignore: ['**/node_modules/**', ...ignored], caseSensitiveMatch: false}
  const {glob} = await import('tinyglobby')
  return keepListed(await glob(pattern, settings), ignoredBy, (file) => path.resolve(cwd, file))
}

/** Without those that are left out, sorted. */
async function keepListed(
  found: readonly string[],
  ignoredBy: IgnoreTest,
  toAbsolute: (file: string) => string
): Promise<string[]> {
  const kept: string[] = []
  for (const file of found) {
    if ((await ignoredBy(toAbsolute(file))) === undefined) kept.push(toSlashes(file))
  }
  return kept.sort()
}

/** Whether a file would be taken from a folder, by its ending. */
export function hasKnownEnding(file: string): boolean {
  const ending = path.extname(file).slice(1).toLowerCase()
  return endings.some((known) => known === ending)
}

function toSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file
}
