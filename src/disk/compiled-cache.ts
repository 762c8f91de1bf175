// Compiled glossaries of users, kept in the user's cache folder: to read 100,000 entries of YAML takes seconds, to read
// them back compiled, tenths of one. Nothing is lost with the folder.
import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {GlossarySource} from '../glossary/merge.js'
import {packGlossary} from '../glossary/pack.js'
import type {PackedGlossary} from '../model.js'
import {readPacked, stampOfShipped, writePacked} from './packed.js'
import {clearTemporary, nameTemporary} from './temporary.js'
import {readVersion} from './version.js'

/** Where a glossary is kept, and what was found there. */
export interface CompiledPlace {
  readonly file: string
  readonly packed: PackedGlossary | undefined
}

/** Smaller glossaries are compiled sooner than found, in bytes of all files; with packs that ship none is small. */
const smallest = 100_000
/** How many compiled glossaries are kept: each change of a glossary makes another one, of megabytes. */
const most = 16

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
 * Compile a glossary and keep it beside the latest others; where that is not possible, it is compiled each time.
 *
 * @returns The glossary, compiled.
 */
export async function keepCompiled({file}: CompiledPlace, source: GlossarySource): Promise<PackedGlossary> {
  const packed = packGlossary(source.entries, source)
  const folder = path.dirname(file)
  const temporary = nameTemporary(folder)
  try {
    await mkdir(folder, {recursive: true})
    clearTemporary(folder)
    writePacked(packed, temporary)
    await rename(temporary, file)
    await removeOldest(folder)
  } catch {
    await rm(temporary, {force: true}).catch(() => undefined)
  }
  return packed
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^glossary-[0-9a-f]{32}\.bin$/u.test(name))
  if (names.length <= most) return
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name)
      return {file, writtenMs: (await stat(file)).mtimeMs}
    })
  )
  files.sort((a, b) => b.writtenMs - a.writtenMs)
  await Promise.all(files.slice(most).map(({file}) => rm(file, {force: true})))
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
