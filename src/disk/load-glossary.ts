// A glossary ready for use: the packs that ship, or files that a user names. What packs mean lives in glossary/.
import {readFile} from 'node:fs/promises'
import {compileGlossary} from '../glossary/compile.js'
import type {GlossarySource} from '../glossary/merge.js'
import type {GlossaryProblem} from '../glossary/problem.js'
import type {EvidenceTables, Glossary} from '../model.js'
import {systemCodeOf} from './file-error.js'

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
 * @param paths - Files or folders; the last has the last word. None: the packs that ship.
 * @param cwd - Absolute folder to which the paths refer.
 * @throws {FileError} When a file cannot be read.
 * @throws {GlossaryError} When one has errors.
 */
export async function loadGlossary(
  paths: readonly string[] = [],
  cwd: string = process.cwd()
): Promise<Glossary> {
  const shipped = await loadShipped()
  const {languages, entries} = paths.length === 0 ? shipped : await loadNamed(paths, cwd)
  return compileGlossary(entries, {languages, evidence: shipped.evidence})
}

/** Load the general evidence that ships. */
export async function loadEvidence(): Promise<EvidenceTables> {
  return (await loadShipped()).evidence
}

/**
 * Load the entries and the evidence that ship.
 *
 * They are built into `dist/packs.json`, because JSON parses in milliseconds; run from the sources, where that
 * file is not beside this one, the YAML files are read.
 */
async function loadShipped(): Promise<GlossarySource> {
  try {
    // The cast holds because build-packs.ts writes the file, in the same build.
    return JSON.parse(await readFile(new URL('../packs.json', import.meta.url), 'utf8')) as GlossarySource
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error
    const {readShipped} = await import('./read-glossary.js')
    // Errors in what ships are told, and stopped, where it is built and checked.
    return (await readShipped()).source
  }
}

async function loadNamed(
  paths: readonly string[],
  cwd: string
): Promise<Pick<GlossarySource, 'languages' | 'entries'>> {
  const {readGlossaries} = await import('./read-glossary.js')
  const {merged, problems} = await readGlossaries(paths, cwd)
  throwErrors(problems)
  return merged
}

function throwErrors(problems: readonly GlossaryProblem[]): void {
  const errors = problems.filter(({severity}) => severity === 'error')
  if (errors.length > 0) throw new GlossaryError(errors)
}
