// `nameright glossary check` and `nameright glossary list`.
import {Command, Option} from '@commander-js/extra-typings'
import type {Context} from './context.js'
import {glossaryOption} from './options.js'

const checkHelp = `
Examples:
  nameright glossary check names.yaml
  nameright glossary check               the glossaries that ship

Every problem is told as file:line:column, all of them in one run; notes, such as that an entry replaces an earlier one,
only with --all. Examples are run with the glossaries as given.

Exit codes:
  0  no errors; warnings and notes do not count
  2  errors`

const listHelp = `
Examples:
  nameright glossary list beanbag        the entries that a word belongs to
  nameright glossary list 豆包
  nameright glossary list --format json  everything, for other programs

Exit codes:
  0  listed
  1  no entry has the word
  2  a glossary is wrong`

/** Build the command. */
export function createGlossary(context: Context) {
  const check = new Command('check')
    .summary('find every problem in glossaries')
    .description('Find every problem in glossaries: form, clashes between entries, examples that fail.')
    .argument(
      '[files...]',
      'glossaries, the last has the last word; none: those of the configuration, else those that ship'
    )
    .option('--config <file>', 'use this configuration instead of the nearest nameright.config.yaml')
    .option('--no-config', 'use no configuration')
    .option('--all', 'tell notes, too')
    .option('-q, --quiet', 'say nothing but errors')
    .addHelpText('after', checkHelp)
    .action(async (files, options) => {
      const {checkGlossaries} = await import('./glossary-check.js')
      await checkGlossaries(files, options, context)
    })
  const list = new Command('list')
    .summary('list entries')
    .description('List entries with their source forms and mistranslations.')
    .argument('[word]', 'only entries that have this in an id, a name or a mistranslation')
    .addOption(glossaryOption())
    .option('--config <file>', 'use this configuration instead of the nearest nameright.config.yaml')
    .option('--no-config', 'use no configuration')
    .addOption(
      new Option('-f, --format <name>', 'how to list')
        .choices(['pretty', 'json'] as const)
        .default('pretty' as const)
    )
    .addHelpText('after', listHelp)
    .action(async (word, options) => {
      const {listEntries} = await import('./glossary-list.js')
      await listEntries(word, options, context)
    })
  return new Command('glossary').description('Check and list glossaries.').addCommand(check).addCommand(list)
}
