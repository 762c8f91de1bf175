// Whether entries do what their examples show. Other checks live in check.ts.
import type {Entry, Example} from '../model.js'
import {placeOf} from './check.js'
import {compareProblems, type GlossaryProblem} from './problem.js'
import type {Places} from './read.js'

/** What cleaning a text gives, as far as examples need it. */
export interface ExampleOutcome {
  /** The text with every fix applied. */
  readonly output: string
  readonly findings: readonly {readonly entry: string; readonly status: 'fix' | 'propose' | 'keep'}[]
}

/** Clean one text with the glossary under check; passed in, because stages do not import one another. */
export type CleanExample = (text: string) => ExampleOutcome

/**
 * Run the examples of all entries.
 *
 * @returns An error for each example that comes out otherwise, sorted by place.
 */
export function checkExamples(
  entries: readonly Entry[],
  clean: CleanExample,
  places: Places = new Map()
): GlossaryProblem[] {
  const problems = entries.flatMap((entry) =>
    entry.examples.flatMap((example): GlossaryProblem[] => {
      const message = tellFailure(entry, example, clean)
      return message === undefined
        ? []
        : [{severity: 'error', message, origin: placeOf(example, entry, places)}]
    })
  )
  return problems.sort(compareProblems)
}

function tellFailure(entry: Entry, example: Example, clean: CleanExample): string | undefined {
  if (example.kind === 'fix') {
    const {output} = clean(example.before)
    if (output === example.after) return undefined
    const became = output === example.before ? 'stays as it is' : `becomes “${output}”`
    return `Example of \`${entry.id}\`: “${example.before}” ${became}, expected “${example.after}”`
  }
  const {output, findings} = clean(example.text)
  if (example.kind === 'propose') {
    if (findings.some((finding) => finding.entry === entry.id && finding.status !== 'keep')) return undefined
    return `Example of \`${entry.id}\`: in “${example.text}” nothing is proposed`
  }
  if (output === example.text) return undefined
  return `Example of \`${entry.id}\`: “${example.text}” becomes “${output}”, expected no change`
}
