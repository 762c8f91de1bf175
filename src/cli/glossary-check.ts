// The work of `nameright glossary check`. Its options live in glossary.ts.
import {cleanText} from '../clean.js'
import {loadEvidence} from '../disk/load-glossary.js'
import {readGlossaries, readShipped} from '../disk/read-glossary.js'
import {checkExamples, type ExampleOutcome} from '../glossary/check-examples.js'
import {compileGlossary} from '../glossary/compile.js'
import type {Merged} from '../glossary/merge.js'
import {compareProblems, type GlossaryProblem} from '../glossary/problem.js'
import type {EvidenceTables} from '../model.js'
import type {Context} from './context.js'
import {formatProblem} from './errors.js'

/** Tell every problem of glossaries on stderr, and a summary on stdout. */
export async function checkGlossaries(
  files: readonly string[],
  {quiet}: {readonly quiet?: true},
  context: Context
): Promise<void> {
  const {merged, evidence, problems} = await read(files, context)
  const all = [...problems, ...runExamples(merged, evidence, files.length === 0 ? 'judge' : 'given')].sort(
    compareProblems
  )
  const errors = all.filter(({severity}) => severity === 'error')
  for (const problem of quiet ? errors : all) context.tell(formatProblem(problem))
  if (errors.length > 0) context.raise(2)
  if (!quiet) context.print(`${summarize(merged, all)}\n`)
}

interface Checked {
  readonly merged: Merged
  readonly evidence: EvidenceTables
  readonly problems: readonly GlossaryProblem[]
}

async function read(files: readonly string[], context: Context): Promise<Checked> {
  if (files.length === 0) {
    const {merged, problems, source} = await readShipped()
    return {merged, problems, evidence: source.evidence}
  }
  return {...(await readGlossaries(files, context.cwd)), evidence: await loadEvidence()}
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

function summarize({entries}: Merged, problems: readonly GlossaryProblem[]): string {
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
  return `${parts.join(', ')}: ${found.join(', ')}`
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
