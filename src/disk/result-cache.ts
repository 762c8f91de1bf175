// What `--cache` remembers of a run: per file how it stood on the disk and what is left in it for an editor, so that a
// file that nobody has touched is not looked at again. Compiled glossaries are kept in compiled-cache.ts.
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {FileReport} from '../model.js'
import {clearTemporary, nameTemporary} from './temporary.js'
import {readVersion} from './version.js'

/** Below the project's folder. */
const cacheName = '.nameright/cache.json'

/** What is left in a file; without its text. */
export type RememberedReport = Omit<FileReport, 'source' | 'output'>

/** What is known of a file. */
export interface Remembered {
  /** How it stood on the disk: `identityOf`. */
  readonly identity: string
  /** Absent where nothing is left. */
  readonly report?: RememberedReport
}

/** By path as given. */
export type ResultCache = Map<string, Remembered>

/** What a file is known by: a file that was changed, replaced or restored has another one. */
export function identityOf(absolute: string): string {
  const {size, mtimeNs, ctimeNs, ino} = statSync(absolute, {bigint: true})
  return [size, mtimeNs, ctimeNs, ino].map((number) => number.toString(36)).join('.')
}

/**
 * A key for everything besides a file that its result depends on.
 *
 * @param settings - In JSON values.
 * @param files - Files and folders whose contents count, absolute; those that are not there count as empty.
 */
export function hashSettings(settings: unknown, files: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([readVersion(), settings]))
  for (const file of files.flatMap(listFiles)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function listFiles(given: string): string[] {
  const stats = statSync(given, {throwIfNoEntry: false})
  if (!stats?.isDirectory()) return stats ? [given] : []
  return readdirSync(given, {recursive: true, encoding: 'utf8'})
    .map((name) => path.join(given, name))
    .filter((file) => statSync(file).isFile())
    .sort()
}

/** Read what a run with the same key has left behind; empty where there was none. */
export function readResults(project: string, key: string): ResultCache {
  try {
    // The cast holds for what writeResults has written; anything else has another key, or no JSON.
    const stored = JSON.parse(readFileSync(path.join(project, cacheName), 'utf8')) as {
      readonly key: string
      readonly files: readonly (readonly [string, Remembered])[]
    }
    return new Map(stored.key === key ? stored.files : [])
  } catch {
    return new Map()
  }
}

/**
 * Remember the results of a run; what is remembered of other files under the same key stays.
 *
 * Where that is not possible, such as on a full disk, the next run looks at the files again.
 */
export function writeResults(project: string, key: string, results: ResultCache): void {
  const file = path.join(project, cacheName)
  const folder = path.dirname(file)
  const temporary = nameTemporary(folder)
  try {
    mkdirSync(folder, {recursive: true})
    clearTemporary(folder)
    writeFileSync(temporary, JSON.stringify({key, files: [...results]}))
    renameSync(temporary, file)
  } catch {
    rmSync(temporary, {force: true})
  }
}
