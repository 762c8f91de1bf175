// A glossary ready for use: the packs that ship, or files that a user names. What packs mean lives in glossary/.
import {compileGlossary} from '../glossary/compile.js'
import {unpackGlossary} from '../glossary/pack.js'
import type {GlossaryProblem} from '../glossary/problem.js'
import type {EvidenceTables, Glossary} from '../model.js'
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

/**
 * Load a glossary.
 *
 * The packs that ship are compiled when they are built, into `dist/packs.json` and `dist/packs.bin`; run from the sources, where those
 * files are not, their YAML files are read.
 *
 * @param paths - Files or folders; the last has the last word. None: the packs that ship.
 * @param cwd - Absolute folder to which the paths refer.
 * @throws {FileError} When a file cannot be read.
 * @throws {GlossaryError} When one of `paths` has errors.
 */
export async function loadGlossary(
  paths: readonly string[] = [],
  cwd: string = process.cwd()
): Promise<Glossary> {
  if (paths.length > 0) return loadNamed(paths, cwd)
  const packed = await readPacked()
  if (packed !== undefined) return unpackGlossary(packed)
  // Errors in what ships are not looked at: they are told, and stopped, where it is built and checked.
  const {readShipped} = await import('./read-glossary.js')
  const {source} = await readShipped()
  return compileGlossary(source.entries, source)
}

/** Load the general evidence that ships. */
export async function loadEvidence(): Promise<EvidenceTables> {
  const packed = await readPacked()
  if (packed !== undefined) return packed.evidence
  const {readShippedEvidence} = await import('./read-glossary.js')
  return (await readShippedEvidence()).tables
}

async function loadNamed(paths: readonly string[], cwd: string): Promise<Glossary> {
  const {readGlossaries} = await import('./read-glossary.js')
  const {merged, problems} = await readGlossaries(paths, cwd)
  const errors = problems.filter(({severity}) => severity === 'error')
  if (errors.length > 0) throw new GlossaryError(errors)
  return compileGlossary(merged.entries, {languages: merged.languages, evidence: await loadEvidence()})
}
