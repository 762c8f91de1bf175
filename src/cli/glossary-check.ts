// The work of `nameright glossary check`. Its options live in glossary.ts.
import {cleanText} from '../clean.js'
import {loadSettings} from '../config/settings.js'
import {isShipped, loadEvidence, loadPacks} from '../disk/load-glossary.js'
import {readGlossaries, readShipped} from '../disk/read-glossary.js'
import {checkExamples, type ExampleOutcome} from '../glossary/check-examples.js'
import {compileGlossary} from '../glossary/compile.js'
import type {Merged} from '../glossary/merge.js'
import {compareProblems, type GlossaryProblem} from '../glossary/problem.js'
import type {EvidenceTables} from '../model.js'
import type {Context} from './context.js'
import {formatProblem} from './errors.js'

/** Options of `glossary check`. */
export interface CheckGlossaryOptions {
  readonly all?: true
  readonly quiet?: true
  readonly config?: string | boolean
}

/** Tell the problems of glossaries on stderr, notes only where all is asked for, and a summary on stdout. */
export async function checkGlossaries(
  files: readonly string[],
  options: CheckGlossaryOptions,
  context: Context
): Promise<void> {
  const {merged, evidence, problems, topic} = await read(files, options, context)
  // What ships is checked when it is built; here it only stands before what a configuration names.
  const own = (problem: GlossaryProblem) => !isShipped(problem.origin)
  const all = [...problems.filter(own), ...runExamples(merged, evidence, topic)].sort(compareProblems)
  const errors = all.filter(({severity}) => severity === 'error')
  for (const problem of all) if (isTold(problem, options)) context.tell(formatProblem(problem))
  if (errors.length > 0) context.raise(2)
  if (!options.quiet) context.print(`${summarize(merged, all, options)}\n`)
}

function isTold({severity}: GlossaryProblem, {all, quiet}: CheckGlossaryOptions): boolean {
  if (severity === 'error') return true
  return !quiet && (severity === 'warning' || all === true)
}

interface Checked {
  readonly merged: Merged
  readonly evidence: EvidenceTables
  readonly problems: readonly GlossaryProblem[]
  readonly topic: 'judge' | 'given'
}

/** The files that are named, else those of the configuration, else what ships. */
async function read(
  files: readonly string[],
  {config}: CheckGlossaryOptions,
  {cwd}: Context
): Promise<Checked> {
  const flags = {...(config !== undefined && {config}), ...(files.length > 0 && {glossary: files})}
  const {glossary, clean} = await loadSettings(flags, cwd)
  const topic = clean.topic ?? 'judge'
  if (glossary.files.length > 0) {
    const packs = await loadPacks(glossary.packs)
    return {...(await readGlossaries(glossary.files, cwd, packs)), evidence: await loadEvidence(), topic}
  }
  const {merged, problems, source} = await readShipped()
  return {merged, problems, evidence: source.evidence, topic}
}

/** Examples are run by the whole glossary, as texts are. */
function runExamples(
  {entries, languages, places}: Merged,
  evidence: EvidenceTables,
  topic: 'judge' | 'given'
): GlossaryProblem[] {
  const glossary = compileGlossary(entries, {languages, evidence})
  const clean = (text: string): ExampleOutcome => cleanText(text, {glossary, topic, only: 'names'}).report
  return checkExamples(entries, clean, places)
}

function summarize(
  merged: Merged,
  problems: readonly GlossaryProblem[],
  {all}: CheckGlossaryOptions
): string {
  const entries = merged.entries.filter(({origin}) => !isShipped(origin))
  const count = (severity: GlossaryProblem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length
  const sum = (size: (entry: Merged['entries'][number]) => number) =>
    entries.reduce((total, entry) => total + size(entry), 0)
  const parts = [
    plural(entries.length, 'entry', 'entries'),
    plural(
      sum(({mistranslations}) => mistranslations.length),
      'mistranslation',
      'mistranslations'
    ),
    plural(
      sum(({examples}) => examples.length),
      'example',
      'examples'
    )
  ]
  const found = [plural(count('error'), 'error', 'errors'), plural(count('warning'), 'warning', 'warnings')]
  const notes = count('note')
  if (notes > 0) found.push(`${plural(notes, 'note', 'notes')}${all ? '' : ' (--all tells them)'}`)
  return `${parts.join(', ')}: ${found.join(', ')}`
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
