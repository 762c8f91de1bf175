// Errors in words, on stderr. What the exit codes mean: context.ts.
import {FileError} from '../disk/file-error.js'
import type {GlossaryProblem} from '../glossary/problem.js'
import type {Context} from './context.js'

/**
 * Tell an error in one clear message and raise the exit code to 2.
 *
 * @param path - The text it is about, if it does not say so itself.
 */
export function tellError(error: unknown, context: Context, path?: string): void {
  context.raise(2)
  if (hasProblems(error)) for (const problem of error.problems) context.tell(formatProblem(problem))
  context.tell(`nameright: ${messageOf(error, path)}`)
  if (context.env.NAMERIGHT_DEBUG && error instanceof Error) context.tell(error.stack ?? '')
}

/** Write a problem of a glossary the way compilers do, so that editors can jump to it. */
export function formatProblem({severity, message, origin: {file, line, column}}: GlossaryProblem): string {
  return `${file}:${line}:${column} ${severity}: ${message}`
}

function messageOf(error: unknown, path: string | undefined): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof FileError || path === undefined) return error.message
  // A message that begins with line and column follows without a space, as compilers write it.
  return /^\d+:/u.test(error.message) ? `${path}:${error.message}` : `${path}: ${error.message}`
}

/** Recognised by its shape, so that the start of the program loads neither glossary nor configuration. */
function hasProblems(error: unknown): error is {readonly problems: readonly GlossaryProblem[]} {
  return error instanceof Error && 'problems' in error && Array.isArray(error.problems)
}
