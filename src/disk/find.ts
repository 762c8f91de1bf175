// Which files the arguments of a command mean: files, folders, globs. Reading them lives in read.ts.
import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import type {Ignore} from 'ignore'
import {FileError, systemCodeOf, tellSystemError} from './file-error.js'

/** Endings of the files that are taken from a folder. */
const endings = ['md', 'markdown', 'mdx', 'txt', 'text'] as const

/** The files that some arguments mean. */
export interface FoundFiles {
  /** As given or below a folder as given, with `/`; in the order of the arguments, then by name; none twice. */
  readonly paths: readonly string[]
  /** One for each argument that means no file. */
  readonly errors: readonly FileError[]
}

/**
 * Find the files meant by arguments.
 *
 * A file is taken whatever its ending. Of a folder, and of a glob that names no ending, the files with one of
 * `endings` are taken; hidden ones, `node_modules` and what `.gitignore` leaves out are not. An argument that
 * begins with `!` takes files away from the folders and globs.
 *
 * @param cwd - Absolute folder to which relative arguments refer.
 */
export async function findFiles(patterns: readonly string[], cwd: string): Promise<FoundFiles> {
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  const isIgnored = createGitIgnore(cwd)
  const errors: FileError[] = []
  const byAbsolute = new Map<string, string>()
  for (const pattern of patterns.filter((candidate) => !candidate.startsWith('!'))) {
    try {
      for (const found of await findOne(pattern, {cwd, excluded, isIgnored})) {
        const absolute = path.resolve(cwd, found)
        if (!byAbsolute.has(absolute)) byAbsolute.set(absolute, found)
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      errors.push(error)
    }
  }
  return {paths: [...byAbsolute.values()], errors}
}

/** Whether there is a file of this name. */
export async function isFile(file: string, cwd: string): Promise<boolean> {
  return stat(path.resolve(cwd, file)).then(
    (stats) => stats.isFile(),
    () => false
  )
}

interface FindSettings {
  readonly cwd: string
  readonly excluded: readonly string[]
  readonly isIgnored: (absolute: string) => Promise<boolean>
}

async function findOne(pattern: string, settings: FindSettings): Promise<string[]> {
  const given = toSlashes(pattern)
  const kind = await kindOf(path.resolve(settings.cwd, pattern), given)
  if (kind === 'file') return [given]
  if (kind === 'missing' && !/[*?[\]{}()]/u.test(given)) {
    throw new FileError('missing', given, `${given}: there is no such file or folder`)
  }
  const found = kind === 'folder' ? await findInFolder(given, settings) : await findByGlob(given, settings)
  if (found.length > 0) return found
  const what =
    kind === 'folder' ? 'in this folder is no file to check' : 'this pattern matches no file to check'
  const advice = `(looked for ${endings.map((ending) => `.${ending}`).join(', ')})`
  throw new FileError('no-match', given, `${given}: ${what} ${advice}`)
}

async function kindOf(absolute: string, given: string): Promise<'file' | 'folder' | 'missing'> {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
    throw new FileError('unreadable', given, `${given}: cannot be read: ${tellSystemError(error)}`)
  }
}

async function findInFolder(folder: string, settings: FindSettings): Promise<string[]> {
  const {cwd, excluded, isIgnored} = settings
  const absolute = path.resolve(cwd, folder)
  // Patterns to leave out are written relative to cwd, but matched relative to the folder.
  const ignored = excluded.map((pattern) => toSlashes(path.relative(absolute, path.resolve(cwd, pattern))))
  const found = await globFiles(`**/*.{${endings.join(',')}}`, {cwd: absolute, ignored, isIgnored})
  const prefix = folder === '.' || folder === './' ? '' : `${folder.replace(/\/+$/u, '')}/`
  return found.map((file) => prefix + file)
}

async function findByGlob(pattern: string, {cwd, excluded, isIgnored}: FindSettings): Promise<string[]> {
  const found = await globFiles(pattern, {cwd, ignored: excluded, isIgnored})
  const namesEnding = /\.[^/.*?]+$/u.test(pattern)
  return namesEnding ? found : found.filter((file) => hasKnownEnding(file))
}

interface GlobSettings {
  readonly cwd: string
  readonly ignored: readonly string[]
  readonly isIgnored: (absolute: string) => Promise<boolean>
}

async function globFiles(pattern: string, {cwd, ignored, isIgnored}: GlobSettings): Promise<string[]> {
  const settings = {cwd, ignore: ['**/node_modules/**', ...ignored], caseSensitiveMatch: false}
  // Not needed, and so not loaded, for a file that is named.
  const {glob} = await import('tinyglobby')
  const found = await glob(pattern, settings)
  const kept: string[] = []
  for (const file of found) {
    if (!(await isIgnored(path.resolve(cwd, file)))) kept.push(toSlashes(file))
  }
  return kept.sort()
}

function hasKnownEnding(file: string): boolean {
  const ending = path.extname(file).slice(1).toLowerCase()
  return endings.some((known) => known === ending)
}

/**
 * Make a test for what Git leaves out.
 *
 * Every `.gitignore` counts, from the folder that holds `.git` (without one: from `cwd`) down to the file's own.
 */
function createGitIgnore(cwd: string): (absolute: string) => Promise<boolean> {
  const rules = new Map<string, Promise<Ignore | undefined>>()
  const roots = new Map<string, Promise<string | undefined>>()
  const rulesOf = (folder: string) => remember(rules, folder, () => readIgnoreFile(folder))
  const rootOf = (folder: string) => remember(roots, folder, () => findRepository(folder))

  return async (absolute) => {
    const root = (await rootOf(path.dirname(absolute))) ?? cwd
    let isIgnored = false
    for (const folder of foldersBetween(root, path.dirname(absolute))) {
      const verdict = (await rulesOf(folder))?.test(toSlashes(path.relative(folder, absolute)))
      if (verdict?.ignored) isIgnored = true
      if (verdict?.unignored) isIgnored = false
    }
    return isIgnored
  }
}

async function readIgnoreFile(folder: string): Promise<Ignore | undefined> {
  try {
    const rules = await readFile(path.join(folder, '.gitignore'), 'utf8')
    const {default: ignore} = await import('ignore')
    return ignore().add(rules)
  } catch {
    // Without a readable .gitignore nothing is left out.
    return undefined
  }
}

async function findRepository(folder: string): Promise<string | undefined> {
  for (let current = folder; ; current = path.dirname(current)) {
    if (await exists(path.join(current, '.git'))) return current
    if (current === path.dirname(current)) return undefined
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false
  )
}

/** The folders from `root` down to `folder`; only `folder` when it is not below `root`. */
function foldersBetween(root: string, folder: string): string[] {
  const relative = path.relative(root, folder)
  if (relative.startsWith('..') || path.isAbsolute(relative)) return [folder]
  const names = relative === '' ? [] : relative.split(path.sep)
  return [root, ...names.map((_, index) => path.join(root, ...names.slice(0, index + 1)))]
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

function toSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file
}
