// What is wrong with a glossary, told at its place. Found in read.ts, check.ts and merge.ts.
import type {Origin} from '../model.js'

/**
 * Something about a glossary that its author should know.
 *
 * `error`: the glossary cannot be used as it is. `warning`: most likely a mistake. `note`: for information.
 */
export interface GlossaryProblem {
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly origin: Origin
  /** The other place, where two clash. */
  readonly related?: Origin
}

/** Order problems by file, then line, then column, then message. */
export function compareProblems(a: GlossaryProblem, b: GlossaryProblem): number {
  return compareOrigins(a.origin, b.origin) || compareText(a.message, b.message)
}

/** Write an origin as `file:line:column`. */
export function formatOrigin({file, line, column}: Origin): string {
  return `${file}:${line}:${column}`
}

/** Order texts by UTF-16 units: the same in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function compareOrigins(a: Origin, b: Origin): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column
}
