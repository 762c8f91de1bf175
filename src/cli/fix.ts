// `nameright fix`: write what is certain, list what is left.
import {Option} from '@commander-js/extra-typings'
import {type Context, isColored} from './context.js'
import {createFilesCommand, exitCodesHelp, jobsOption} from './options.js'

const help = `
Examples:
  nameright fix article.md               change the file in place
  nameright fix posts                    all texts of a folder
  cat a.md | nameright fix - > b.md      the text goes to standard output, the list to standard error
  nameright fix draft.md -o clean.md     leave the draft as it is
  nameright fix --jsonl < in.jsonl       a stream of records, each answered with its findings

Only what is certain is written; nothing but the listed words changes. A file that changes
between reading and writing is left alone. With --jsonl the exit code is 0 whatever is found, because every
record is answered; one that cannot be mended is answered with an error.
${exitCodesHelp}`

/** Build the command. */
export function createFix(context: Context) {
  return createFilesCommand('fix')
    .summary('write what is certain, list what is left')
    .description(
      'Write what is certain into the files; list what changed and what only an editor can decide.'
    )
    .option('-o, --output <file>', 'write the text to this file instead; for one text only')
    .option('-q, --quiet', 'list nothing; errors are told all the same')
    .addOption(jobsOption())
    .option('--cache', 'do not look again at files that have not changed since the last run with --cache')
    .addOption(
      new Option('--jsonl', 'mend one JSON record a line, from standard input to standard output').conflicts([
        'output',
        'changed',
        'filesFrom'
      ])
    )
    .option('--field <name>', 'member of a record that holds its text', 'text')
    .option('--id <name>', 'member of a record that names it', 'id')
    .addHelpText('after', help)
    .action(async (paths, options) => {
      if (options.jsonl) {
        const {fixRecords} = await import('./fix-records.js')
        await fixRecords(paths, options, context)
        return
      }
      const {fixTexts} = await import('./fix-texts.js')
      await fixTexts(paths, options, {...context, isStyled: isColored(options.color, context)})
    })
}
