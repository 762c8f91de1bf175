// `nameright check`: what is wrong, and why; nothing is written.
import {Option} from '@commander-js/extra-typings'
import {type Context, isColored} from './context.js'
import {checkFormats, createFilesCommand, exitCodesHelp, jobsOption} from './options.js'

const help = `
Examples:
  nameright check article.md
  nameright check posts 'drafts/**/*.md'
  nameright check --format json posts > findings.json
  nameright check --all article.md       what was left alone too, with the reasons
  nameright check --baseline old.jsonl --write-baseline posts
                                         accept what is found today, and from then on
  nameright check --baseline old.jsonl posts
                                         fail on what is new
  nameright check --watch posts          while you write
${exitCodesHelp}`

/** Build the command. */
export function createCheck(context: Context) {
  return createFilesCommand('check')
    .summary('list what is wrong, and why; write nothing')
    .description('List what is wrong in texts: where, what it should say, and why. Nothing is written.')
    .addOption(
      new Option('-f, --format <name>', 'how to list').choices(checkFormats).default('pretty' as const)
    )
    .option('--all', 'list what was looked at and kept, too')
    .option('--baseline <file>', 'list only what this file does not accept')
    .option('--write-baseline', 'accept all findings of today: write them to the file of --baseline')
    .addOption(
      new Option('-w, --watch', 'check again whatever changes, until Ctrl-C').conflicts([
        'writeBaseline',
        'filesFrom'
      ])
    )
    .addOption(jobsOption())
    .option('-o, --output <file>', 'write the list to a file')
    .option('-q, --quiet', 'print nothing but errors; the exit code tells')
    .addHelpText('after', help)
    .action(async (paths, options) => {
      if (options.writeBaseline) {
        const {baseline} = options
        if (baseline === undefined) throw new Error('--write-baseline needs --baseline FILE, which it writes')
        const {writeBaseline} = await import('./baseline.js')
        return writeBaseline(paths, {...options, baseline}, context)
      }
      const styled = {...context, isStyled: isColored(options.color, context)}
      if (options.watch) {
        const {watchTexts} = await import('./watch-texts.js')
        return watchTexts(paths, options, styled)
      }
      const {checkTexts} = await import('./check-texts.js')
      return checkTexts(paths, options, styled)
    })
}
