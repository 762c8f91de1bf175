// Compiled glossaries of users, kept in the user's cache folder: to read 100,000 entries of YAML takes seconds, to read
// them back compiled, tenths of one. Nothing is lost with the folder.
import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, rm, stat} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {GlossarySource} from '../glossary/merge.js'
import {packGlossary} from '../glossary/pack.js'
import type {PackedGlossary} from '../model.js'
import {readPacked, stampOfShipped, writePacked} from './packed.js'
import {readVersion} from './version.js'

/** Where a glossary is kept, and what was found there. */
export interface CompiledPlace {
  readonly file: string
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
  const file = path.join(cacheFolder(), `glossary-${hash.digest('hex').slice(0, 32)}.bin`)
  return {file, packed: readUndamaged(file)}
}

/**
 * Compile a glossary and keep it; where that is not possible, it is compiled each time.
 *
 * @returns The glossary, compiled.
 */
export async function keepCompiled({file}: CompiledPlace, source: GlossarySource): Promise<PackedGlossary> {
  const packed = packGlossary(source.entries, source)
  const temporary = `${file}.${randomUUID()}`
  try {
    await mkdir(path.dirname(file), {recursive: true})
    writePacked(packed, temporary)
    await rename(temporary, file)
  } catch {
    await rm(temporary, {force: true}).catch(() => undefined)
  }
  return packed
}

function readUndamaged(file: string): PackedGlossary | undefined {
  try {
    return readPacked(file)
  } catch {
    return undefined
  }
}

function cacheFolder(): string {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'nameright')
}
