// The command line as a function: arguments in; streams and an exit code out. The process lives in bin.ts, each
// command in a file of its own.
import {CommanderError} from '@commander-js/extra-typings'
import {createContext, type ExitCode, type Surroundings} from './context.js'
import {tellError} from './errors.js'
import {createProgram} from './program.js'

/**
 * Run one command line.
 *
 * @param argv - The arguments alone: without the paths of Node and of the program.
 * @returns 0: nothing left to do, or the reader of the results has gone; 1: findings remain; 2: could not run.
 */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const context = createContext(surroundings)
  try {
    await createProgram(context, argv[0]).parseAsync([...argv], {from: 'user'})
  } catch (error) {
    // Commander has already written its message; help and version are no failures.
    if (error instanceof CommanderError) context.raise(error.exitCode === 0 ? 0 : 2)
    else tellError(error, context)
  }
  await context.flush()
  return context.exitCode()
}
