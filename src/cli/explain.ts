// `nameright explain`: everything the program thought about a place.
import {type Context, isColored} from './context.js'
import {createTextCommand} from './options.js'

const help = `
Examples:
  nameright explain article.md:12        the findings on line 12, kept ones too
  nameright explain article.md:12:8      the finding at line 12, column 8
  nameright explain article.md           all findings

Exit codes:
  0  explained
  2  something could not be done: a file, a glossary or an argument is wrong`

/** Build the command. */
export function createExplain(context: Context) {
  return createTextCommand('explain')
    .summary('show everything thought about the findings on a line')
    .description(
      'Show everything that was thought about findings: the verdict, and each piece of evidence with its weight.'
    )
    .argument('<places...>', 'file, file:line or file:line:column; - for standard input')
    .addHelpText('after', help)
    .action(async (places, options) => {
      const {explainPlaces} = await import('./explain-places.js')
      await explainPlaces(places, options, {...context, isStyled: isColored(options.color, context)})
    })
}
