// Compiled glossaries of users, kept in the user's cache folder: to read 100,000 entries of YAML takes seconds, to read
// them back compiled, tenths of one. Nothing is lost with the folder.
import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, rm, stat} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {GlossarySource} from '../glossary/merge.js'
import {type PackedGlossary, packGlossary} from '../glossary/pack.js'
import {type PackedFiles, readPacked, stampOfShipped, writePacked} from './packed.js'
import {readVersion} from './version.js'

/** Where a glossary is kept, and what was found there. */
export interface CompiledPlace {
  readonly files: {readonly json: string; readonly numbers: string}
  readonly packed: PackedGlossary | undefined
}

/** Smaller glossaries are compiled sooner than found, in bytes of all files; with packs that ship none is small. */
const smallest = 100_000

/**
 * Look for a glossary as compiled before.
 *
 * It is found by the contents of its files and the build of this program. What is damaged counts as not there.
 *
 * @returns Nothing for glossaries that are not kept: small ones, folders, and all of a program that is not built.
 */
export async function findCompiled(
  paths: readonly string[],
  cwd: string,
  packs: 'all' | readonly string[]
): Promise<CompiledPlace | undefined> {
  const stamp = await stampOfShipped()
  if (stamp === undefined) return undefined
  const build = [readVersion(), stamp, process.versions.v8]
  const hash = createHash('sha256').update(JSON.stringify([build, packs, paths]))
  let size = packs.length > 0 ? smallest : 0
  for (const given of paths) {
    const file = path.resolve(cwd, given)
    const stats = await stat(file).catch(() => undefined)
    if (!stats?.isFile()) return undefined
    size += stats.size
    hash.update(await readFile(file))
  }
  if (size < smallest) return undefined
  const base = path.join(cacheFolder(), `glossary-${hash.digest('hex').slice(0, 32)}`)
  const files = {json: `${base}.json`, numbers: `${base}.bin`}
  return {files, packed: await readPacked(files).catch(() => undefined)}
}

/**
 * Compile a glossary and keep it; where that is not possible, it is compiled each time.
 *
 * @returns The glossary, compiled.
 */
export async function keepCompiled({files}: CompiledPlace, source: GlossarySource): Promise<PackedGlossary> {
  const packed = packGlossary(source.entries, source)
  const suffix = `.${randomUUID()}`
  const written: PackedFiles & CompiledPlace['files'] = {
    json: files.json + suffix,
    numbers: files.numbers + suffix
  }
  try {
    await mkdir(path.dirname(files.json), {recursive: true})
    await writePacked(packed, written)
    // The numbers first: nobody looks at them before the other file is there.
    await rename(written.numbers, files.numbers)
    await rename(written.json, files.json)
  } catch {
    await Promise.all(
      [written.json, written.numbers].map((file) => rm(file, {force: true}).catch(() => undefined))
    )
  }
  return packed
}

function cacheFolder(): string {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'nameright')
}
