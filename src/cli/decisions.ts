// `nameright decisions`: what editors have decided, and what of it is good for nothing any more.
import {Option} from '@commander-js/extra-typings'
import {type Context, isColored} from './context.js'
import {createFilesCommand} from './options.js'

const help = `
used      settles something in the texts
written   what it asks for stands in its text already
standing  holds everywhere, for texts to come
unseen    about a file that was not looked at
stale     nothing fits it any more: the sentence, the file or the entry is gone

Without paths all texts of the project are looked at.

Examples:
  nameright decisions
  nameright decisions --stale            only what is stale
  nameright decisions --prune            drop what is stale

Exit codes:
  0  nothing is stale
  1  stale ones are there
  2  something could not be done; nothing is dropped then`

/** Build the command. */
export function createDecisions(context: Context) {
  return createFilesCommand('decisions')
    .summary('list what editors have decided, and what is stale')
    .description('List what editors have decided, and what of it fits nothing any more.')
    .option('--stale', 'list only what is stale')
    .option('--prune', 'drop what is stale')
    .addOption(
      new Option('-f, --format <name>', 'how to list')
        .choices(['pretty', 'json'] as const)
        .default('pretty' as const)
    )
    .addHelpText('after', help)
    .action(async (paths, options) => {
      const {listDecisions} = await import('./decisions-list.js')
      await listDecisions(paths, options, {...context, isStyled: isColored(options.color, context)})
    })
}
