// The work of `nameright score`: read labelled articles, clean them, compare.
import {join} from 'node:path'
import {type CleanOptions, cleanText} from '../clean.js'
import {formatOf} from '../disk/format.js'
import {loadGlossary} from '../disk/load-glossary.js'
import {readTextFile} from '../disk/read.js'
import {compileGlossary} from '../glossary/compile.js'
import type {Glossary} from '../model.js'
import {type Compared, compareLabels} from '../score/compare.js'
import {type Label, LabelError, readLabels} from '../score/label.js'
import {formatMisses, formatScorecard, type Part} from '../score/scorecard.js'
import {type Tally, tally} from '../score/tally.js'
import {foldText} from '../text/fold.js'
import {showLines} from '../text/show.js'
import type {Context} from './context.js'

interface ScoreOptions {
  readonly glossary?: readonly string[]
  readonly misses?: true
  readonly without?: readonly string[]
  readonly blind?: true
  readonly require?: readonly string[]
}

/** Labels or a requirement cannot be read. */
class ScoreError extends Error {
  override readonly name = 'ScoreError'
}

/** Score folders and print the card. @throws {ScoreError} When labels or a requirement cannot be read. */
export async function scoreFolders(
  folders: readonly string[],
  options: ScoreOptions,
  context: Context
): Promise<void> {
  const requirements = (options.require ?? []).map(readRequirement)
  const glossary = await loadGlossary(options.glossary, context.cwd)
  const without = new Set(options.without)
  const parts: Part[] = []
  for (const folder of folders) {
    const labels = await readFolderLabels(folder, context)
    const used = options.blind ? withoutLabels(glossary, labels) : glossary
    parts.push(await scorePart(folder, labels, {glossary: used, without}, context))
  }
  context.print(`${formatScorecard(parts, glossary)}\n`)
  if (options.misses) context.print(`\n${showLines(formatMisses(parts))}\n`)
  const failed = requirements.filter(
    (requirement) =>
      !holds(
        requirement,
        parts.flatMap(({compared}) => compared)
      )
  )
  for (const {text} of failed) context.stderr.write(`nameright: ${text} does not hold\n`)
  if (failed.length > 0) context.raise(1)
}

async function readFolderLabels(folder: string, {cwd}: Context): Promise<Label[]> {
  const path = join(folder, 'labels.jsonl')
  const {text} = await readTextFile(path, cwd)
  try {
    return readLabels(text)
  } catch (error) {
    if (error instanceof LabelError) throw new ScoreError(`${path}: ${error.message}`)
    throw error
  }
}

async function scorePart(
  folder: string,
  labels: readonly Label[],
  options: Pick<CleanOptions, 'glossary' | 'without'>,
  {cwd}: Context
): Promise<Part> {
  const part = {
    name: folder,
    sources: new Map<string, string>(),
    compared: [] as Compared[],
    outside: [] as Part['outside'][number][]
  }
  for (const file of [...new Set(labels.map((label) => label.file))].sort()) {
    const {text} = await readTextFile(join(folder, 'articles', file), cwd)
    const own = labels.filter((label) => label.file === file)
    const comparison = compareLabels(cleanText(text, {...options, path: file, format: formatOf(file)}), own)
    part.sources.set(file, text)
    part.compared.push(...comparison.compared)
    part.outside.push(...comparison.outside)
  }
  return part
}

/** The glossary as if nobody had seen the labels' texts. */
function withoutLabels({entries, languages, evidence}: Glossary, labels: readonly Label[]): Glossary {
  const seen = new Set(labels.map(({surface}) => patternOf(surface)))
  const blind = Array.from(entries, (entry) => ({
    ...entry,
    mistranslations: entry.mistranslations.filter(({text}) => !seen.has(patternOf(text)))
  }))
  return compileGlossary(blind, {languages, evidence})
}

function patternOf(text: string): string {
  return foldText(text).replace(/^the /, '')
}

interface Requirement {
  readonly text: string
  readonly share: keyof Tally
  readonly bound: number
}

/** Shares of which less is better. */
const mostIsWorst: ReadonlySet<keyof Tally> = new Set(['touched', 'asked'])

function readRequirement(text: string): Requirement {
  const [, share, bound] = /^(precision|recall|found|touched|asked)=(\d*\.?\d+)$/.exec(text) ?? []
  if (share === undefined)
    throw new ScoreError(`--require ${text}: expected a share and a bound, such as precision=0.995`)
  // The cast holds because the pattern lists the keys.
  return {text, share: share as keyof Tally, bound: Number(bound)}
}

function holds({share, bound}: Requirement, compared: readonly Compared[]): boolean {
  const {hits, of} = tally(compared)[share]
  const rate = of === 0 ? 1 : hits / of
  return mostIsWorst.has(share) ? rate <= bound : rate >= bound
}
