// `nameright review`: an editor decides, once.
import {type Context, isColored} from './context.js'
import {createFilesCommand} from './options.js'

const help = `
One screen a question: the paragraph with the change in it, why, and the choices. Keys: y yes, n no, a all like this
in this file, d all like this everywhere, e edit, s skip, u undo, q quit, ? all keys. Every answer is saved at once in
.nameright/decisions.jsonl, which check, diff and fix honour; the next review goes on where this one stopped, and asks
nothing twice.

Examples:
  nameright review posts
  nameright review --certain article.md  what fix would write unasked, too
  nameright review posts && nameright fix posts
  nameright review --web posts           the same in a browser, with whole articles

Exit codes:
  0  nothing left to decide
  1  questions remain
  2  could not run: no terminal, or a file, a glossary or an argument is wrong`

/** Build the command. */
export function createReview(context: Context) {
  return createFilesCommand('review')
    .summary('decide what only an editor can decide')
    .description('Decide what only an editor can decide: one question a screen, each asked once.')
    .option('--certain', 'ask about what is certain, too')
    .option('--web', 'decide in a browser, on a page that this machine alone serves')
    .option('--no-open', 'with --web: print the address, open no browser')
    .option('--by <name>', 'who decides, to be kept with the decisions')
    .addHelpText('after', help)
    .action(async (paths, options) => {
      if (options.web) {
        const {reviewInBrowser} = await import('./review-web.js')
        return reviewInBrowser(paths, options, context)
      }
      const {reviewTexts} = await import('./review-texts.js')
      await reviewTexts(paths, options, {...context, isStyled: isColored(options.color, context)})
    })
}
