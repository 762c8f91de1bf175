// Packs and evidence from YAML files. Loaded only when there are YAML files to read: what ships is built into
// packs.bin (build-packs.ts) and comes back through load-glossary.ts.
import {readdir, stat} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {checkEntries} from '../glossary/check.js'
import {readEvidence} from '../glossary/evidence.js'
import {type GlossarySource, type Merged, mergePacks} from '../glossary/merge.js'
import {compareProblems, type GlossaryProblem} from '../glossary/problem.js'
import {type Pack, readPack} from '../glossary/read.js'
import {FileError} from './file-error.js'
import {lexicon} from './lexicon.js'
import {readTextFile} from './read.js'

/** The folder of the packs that ship. */
const packFolder = fileURLToPath(new URL('../../glossary', import.meta.url))

/** A glossary read, checked and joined; usable when no problem is an error. */
export interface ReadGlossary {
  readonly merged: Merged
  /** All problems, sorted by place. */
  readonly problems: readonly GlossaryProblem[]
}

/**
 * Read glossary files; each is a glossary of its own, the last one has the last word.
 *
 * @param paths - Files, or folders of which the YAML and JSON files are one glossary together.
 * @param cwd - Absolute folder to which the paths refer.
 * @param first - Packs that come before them.
 * @throws {FileError} When a file cannot be read.
 */
export async function readGlossaries(
  paths: readonly string[],
  cwd: string,
  first: readonly Pack[] = []
): Promise<ReadGlossary> {
  const layers: (readonly Pack[])[] = [first]
  for (const given of paths) layers.push(await readLayer(given, cwd))
  return joinLayers(layers)
}

/** Names of the packs that ship, sorted. */
export async function listPackNames(): Promise<string[]> {
  return (await listShippedFiles()).map((file) => path.parse(file).name)
}

/**
 * Read the packs that ship, and the general evidence, from their YAML files.
 *
 * @returns Problems too, those of the evidence among them.
 */
export async function readShipped(): Promise<ReadGlossary & {source: GlossarySource}> {
  const cwd = path.dirname(packFolder)
  const names = await listShippedFiles()
  const packs = await Promise.all(names.map((name) => readPackFile(`glossary/${name}`, cwd)))
  const {merged, problems} = joinLayers([packs])
  const evidence = await readShippedEvidence()
  return {
    merged,
    problems: [...problems, ...evidence.problems].sort(compareProblems),
    source: {languages: merged.languages, entries: merged.entries, evidence: evidence.tables}
  }
}

/** Read the general evidence that ships; tables are empty when it has problems. */
export async function readShippedEvidence(): Promise<ReturnType<typeof readEvidence>> {
  const file = 'glossary/evidence.yaml'
  const {text} = await readTextFile(file, path.dirname(packFolder))
  return readEvidence(text, file)
}

function joinLayers(layers: readonly (readonly Pack[])[]): ReadGlossary {
  const merged = mergePacks(layers)
  const problems = [...merged.problems, ...checkEntries(merged.entries, merged.places, merged.known)]
  return {merged, problems: problems.sort(compareProblems)}
}

async function readLayer(given: string, cwd: string): Promise<Pack[]> {
  const absolute = path.resolve(cwd, given)
  const isFolder = await stat(absolute).then(
    (stats) => stats.isDirectory(),
    // Reading the file tells what is wrong with it.
    () => false
  )
  if (!isFolder) return [await readPackFile(given, cwd)]
  const names = await listGlossaryFiles(absolute)
  if (names.length === 0) {
    throw new FileError(
      'no-match',
      given,
      `${given}: in this folder is no glossary (looked for .yaml, .yml, .json)`
    )
  }
  return Promise.all(names.map((name) => readPackFile(`${given.replace(/[\\/]+$/u, '')}/${name}`, cwd)))
}

async function readPackFile(file: string, cwd: string): Promise<Pack> {
  const {text} = await readTextFile(file, cwd)
  return readPack(text, {file, lexicon})
}

async function listShippedFiles(): Promise<string[]> {
  return (await listGlossaryFiles(packFolder)).filter((name) => name !== 'evidence.yaml')
}

async function listGlossaryFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((name) => /(?<!\.schema|^schema)\.(?:ya?ml|json)$/u.test(name)).sort()
}
