// A glossary ready for use: the packs that ship, or files that a user names. What packs mean lives in glossary/.
import path from 'node:path'
import {compileGlossary} from '../glossary/compile.js'
import type {GlossarySource} from '../glossary/merge.js'
import {unpackGlossary} from '../glossary/pack.js'
import type {GlossaryProblem} from '../glossary/problem.js'
import type {Pack} from '../glossary/read.js'
import type {EvidenceTables, Glossary, Origin} from '../model.js'
import {findCompiled, keepCompiled} from './compiled-cache.js'
import {readPacked} from './packed.js'

/** A glossary cannot be used; every error is in `problems`. */
export class GlossaryError extends Error {
  override readonly name = 'GlossaryError'
  readonly problems: readonly GlossaryProblem[]

  constructor(problems: readonly GlossaryProblem[]) {
    const count = problems.length === 1 ? 'one error' : `${problems.length} errors`
    super(`The glossary has ${count}; mend it and run the command again`)
    this.problems = problems
  }
}

/** Packs that ship, by name: `ai` is `glossary/ai.yaml`. */
export type PackChoice = 'all' | readonly string[]

/**
 * Load a glossary.
 *
 * The packs that ship are compiled when they are built, into `dist/packs.bin`; run from the sources, where that file
 * is not, their YAML files are read.
 *
 * @param paths - Files or folders; the last has the last word.
 * @param cwd - Absolute folder to which the paths refer.
 * @param packs - Packs that come before `paths`; default: none where there are paths, otherwise all.
 * @throws {FileError} When a file cannot be read.
 * @throws {GlossaryError} When one of `paths` has errors.
 */
export async function loadGlossary(
  paths: readonly string[] = [],
  cwd: string = process.cwd(),
  packs: PackChoice = paths.length > 0 ? [] : 'all'
): Promise<Glossary> {
  return packs === 'all' && paths.length === 0 ? loadShipped() : loadJoined(paths, cwd, packs)
}

async function loadShipped(): Promise<Glossary> {
  const packed = readPacked()
  if (packed !== undefined) return unpackGlossary(packed)
  // Errors in what ships are not looked at: they are told, and stopped, where it is built and checked.
  const {readShipped} = await import('./read-glossary.js')
  const {source} = await readShipped()
  return compileGlossary(source.entries, source)
}

/** Load the general evidence that ships. */
export async function loadEvidence(): Promise<EvidenceTables> {
  const packed = readPacked()
  if (packed !== undefined) return packed.evidence
  const {readShippedEvidence} = await import('./read-glossary.js')
  return (await readShippedEvidence()).tables
}

/** Large glossaries are compiled once, and read back as long as nothing they are made of changes. */
async function loadJoined(paths: readonly string[], cwd: string, packs: PackChoice): Promise<Glossary> {
  const cache = await findCompiled(paths, cwd, packs)
  if (cache?.packed) return unpackGlossary(cache.packed)
  const source = await joinSources(paths, cwd, packs)
  return cache ? unpackGlossary(await keepCompiled(cache, source)) : compileGlossary(source.entries, source)
}

async function joinSources(
  paths: readonly string[],
  cwd: string,
  packs: PackChoice
): Promise<GlossarySource> {
  const {readGlossaries} = await import('./read-glossary.js')
  const {merged, problems} = await readGlossaries(paths, cwd, await loadPacks(packs))
  // A pack without those that it refers to has problems, but none that its user could mend.
  const errors = problems.filter(({severity, origin}) => severity === 'error' && !isShipped(origin))
  if (errors.length > 0) throw new GlossaryError(errors)
  return {entries: merged.entries, languages: merged.languages, evidence: await loadEvidence()}
}

/**
 * Load chosen packs that ship, as a glossary that others can follow.
 *
 * @param choice - Names that no pack has mean nothing.
 * @returns One pack with the entries of all, without their examples; none for an empty choice. Their origins begin
 *   with the name of this package, for a user may have a `glossary/ai.yaml` too.
 */
export async function loadPacks(choice: PackChoice): Promise<Pack[]> {
  if (choice.length === 0) return []
  const {entries, languages} = await loadShipped()
  const chosen = [...entries]
    .filter(({origin}) => choice === 'all' || choice.includes(path.parse(origin.file).name))
    .map((entry) => ({...entry, origin: {...entry.origin, file: `${shippedPrefix}${entry.origin.file}`}}))
  return [{file: shippedPrefix, languages, entries: chosen, silence: [], problems: [], places: new Map()}]
}

/** Whether a place is in one of the packs of `loadPacks`. */
export function isShipped({file}: Origin): boolean {
  return file.startsWith(shippedPrefix)
}

const shippedPrefix = 'nameright/'
