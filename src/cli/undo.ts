// `nameright undo`: take back what the last `fix` wrote.
import {Command} from '@commander-js/extra-typings'
import type {Context} from './context.js'

const help = `
Examples:
  nameright undo                         take back what the last fix wrote
  nameright undo --list                  runs that can be taken back

A file that was changed since is left alone, and the run is kept.

Exit codes:
  0  everything is as it was before the run
  2  a file was changed since, or could not be written`

/** Build the command. */
export function createUndo(context: Context) {
  return new Command('undo')
    .summary('take back what the last fix wrote, byte for byte')
    .description('Take back what the last run of `nameright fix` wrote into files, byte for byte.')
    .argument('[run]', 'name of an earlier run, as --list tells')
    .option('--list', 'list the runs that can be taken back')
    .addHelpText('after', help)
    .action(async (run, options) => {
      const {listUndo, undoOne} = await import('./undo-run.js')
      await (options.list ? listUndo(context) : undoOne(run, context))
    })
}
