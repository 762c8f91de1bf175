// What is left out of a search for files: the rules of `.gitignore`, `.nameright-ignore` and the
// configuration, all in Git's syntax. The search itself is find.ts.
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {Ignore} from 'ignore'

/** Rules in the syntax of `.gitignore`, and the absolute folder to which they refer. */
export interface IgnoreRules {
  readonly folder: string
  readonly patterns: readonly string[]
}

/**
 * Who says that a file is left out: Git of what nobody writes by hand, or the project of what is not for us.
 */
export type IgnoredBy = 'git' | 'project'

/** Tell whether a file, given as absolute path, is left out. */
export type IgnoreTest = (absolute: string) => Promise<IgnoredBy | undefined>

const fileOf: Readonly<Record<IgnoredBy, string>> = {git: '.gitignore', project: '.nameright-ignore'}

/**
 * Make a test for what is left out.
 *
 * Every ignore file counts, from the folder that holds `.git` (without one: from `cwd`) down to the file's
 * own; a later one may take back what an earlier one says. `rules` come before all of the project's.
 */
export function createIgnoreTest(cwd: string, rules: IgnoreRules): IgnoreTest {
  const own = compileRules(rules)
  const repositoryOf = remember(async (folder): Promise<string | undefined> => {
    if (await exists(path.join(folder, '.git'))) return folder
    const above = path.dirname(folder)
    return above === folder ? undefined : repositoryOf(above)
  })
  const rulesOf = remember((file) => readRules(path.dirname(file), path.basename(file)))
  const rulesIn = remember(async (folder): Promise<FolderRules> => {
    const folders = foldersBetween((await repositoryOf(folder)) ?? cwd, folder)
    const read = async (by: IgnoredBy) => {
      const all = await Promise.all(folders.map((each) => rulesOf(path.join(each, fileOf[by]))))
      return all.filter((found) => found !== undefined)
    }
    const [git, project] = await Promise.all([read('git'), read('project')])
    return {git, project: [...(await own), ...project]}
  })
  return async (absolute) => {
    const {project, git} = await rulesIn(path.dirname(absolute))
    if (isLeftOut(absolute, project)) return 'project'
    return isLeftOut(absolute, git) ? 'git' : undefined
  }
}

/** Ask once for each name. */
function remember<T>(ask: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (name) => {
    const answer = known.get(name) ?? ask(name)
    known.set(name, answer)
    return answer
  }
}

/** The rules of one ignore file. */
interface Rules {
  readonly folder: string
  readonly rules: Ignore
}

/** All rules that hold in a folder, the last having the last word. */
type FolderRules = Readonly<Record<IgnoredBy, readonly Rules[]>>

async function readRules(folder: string, name: string): Promise<Rules | undefined> {
  const file = path.join(folder, name)
  if (!existsSync(file)) return undefined
  try {
    const text = readFileSync(file, 'utf8')
    const [rules] = await compileRules({folder, patterns: [text]})
    return rules
  } catch {
    // Without a readable file nothing is left out.
    return undefined
  }
}

async function compileRules({folder, patterns}: IgnoreRules): Promise<Rules[]> {
  if (patterns.length === 0) return []
  const {default: ignore} = await import('ignore')
  return [{folder, rules: ignore().add(patterns.join('\n'))}]
}

function isLeftOut(absolute: string, all: readonly Rules[]): boolean {
  let isOut = false
  for (const {folder, rules} of all) {
    const relative = path.relative(folder, absolute).replaceAll(path.sep, '/')
    if (isOutside(relative)) continue
    const verdict = rules.test(relative)
    if (verdict.ignored) isOut = true
    if (verdict.unignored) isOut = false
  }
  return isOut
}

/** Whether there is anything of this name. Asked synchronously: to hand it to another thread takes much longer. */
export async function exists(file: string): Promise<boolean> {
  return existsSync(file)
}

/** The folders from `root` down to `folder`; only `folder` when it is not below `root`. */
function foldersBetween(root: string, folder: string): string[] {
  const relative = path.relative(root, folder)
  if (isOutside(relative)) return [folder]
  const names = relative === '' ? [] : relative.split(path.sep)
  return [root, ...names.map((_, index) => path.join(root, ...names.slice(0, index + 1)))]
}

function isOutside(relative: string): boolean {
  return relative === '..' || /^\.\.[\\/]/u.test(relative) || path.isAbsolute(relative)
}
