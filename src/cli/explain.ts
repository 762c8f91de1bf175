// `nameright explain`: everything the program thought about a place.
import {Option} from '@commander-js/extra-typings'
import {type Context, isColored} from './context.js'
import {createTextCommand} from './options.js'

const help = `
Examples:
  nameright explain article.md:12        the findings on line 12, kept ones too
  nameright explain article.md:12:8      the finding at line 12, column 8
  nameright explain article.md           all findings
  nameright explain -:12 < article.md    line 12 of standard input

Exit codes:
  0  explained
  2  something could not be done: a file, a glossary or an argument is wrong`

/** Build the command. */
export function createExplain(context: Context) {
  return (
    createTextCommand('explain')
      .summary('show everything thought about the findings on a line')
      .description(
        'Show everything that was thought about findings: the verdict, and each piece of evidence with its weight.'
      )
      // None where all are lines of standard input.
      .usage('[options] <places...>')
      .argument('[places...]', 'file, file:line or file:line:column; - for standard input')
      .addOption(stdinLineOption())
      .addHelpText('after', help)
      .action(async (places, {stdinLine = [], ...options}) => {
        const all = [...places, ...stdinLine]
        if (all.length === 0) throw new Error('no place named: add a file, file:line or file:line:column')
        const {explainPlaces} = await import('./explain-places.js')
        await explainPlaces(all, options, {...context, isStyled: isColored(options.color, context)})
      })
  )
}

/** `-:12`: what begins with a hyphen is an option, so the place of a line in standard input has to be one. */
function stdinLineOption() {
  return new Option('-:, --stdin-line <line>')
    .hideHelp()
    .argParser((line: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), `-:${line}`])
}
