// `nameright apply`: take back what an editor decided elsewhere.
import {type Context, isColored} from './context.js'
import {createTextCommand} from './options.js'

const help = `
A decisions file, as the review page saves it, is checked line by line against the texts as they are now. What fits is
added to .nameright/decisions.jsonl; what fits no longer is listed and left out. Texts are not changed: fix does that.

With --critic the file is a text in which an editor worked on the marks that diff --format critic wrote:
  {~~old~>new~~}  left as it is: not decided
  {~~old~>own~~}  with another new text: accepted with that text
  new             accepted; with any other words, accepted with these
  old             rejected
Words that the editor changed elsewhere are told, and not taken.

Examples:
  nameright apply decisions.jsonl
  nameright diff --format critic --proposals article.md -o article.critic.md
  nameright apply --critic article.critic.md

Exit codes:
  0  everything was taken
  1  something does not fit any more, or was left undecided
  2  something could not be done; nothing was taken from that file`

/** Build the command. */
export function createApply(context: Context) {
  return createTextCommand('apply')
    .summary("take an editor's decisions back from a file")
    .description("Take an editor's decisions back from a file that came by mail or from a text editor.")
    .argument('<files...>', 'decisions as lines of JSON; with --critic, texts with CriticMarkup')
    .option('--critic', 'the files are texts with CriticMarkup')
    .option('--to <file>', 'the text that CriticMarkup was written into (default: its name without .critic)')
    .option('--proposals', 'the marks were written with --proposals, though none of them is left')
    .option('--by <name>', 'who decided, to be kept with the decisions that --critic makes')
    .option('--dry-run', 'tell what would be taken, and take nothing')
    .addHelpText('after', help)
    .action(async (files, options) => {
      const styled = {...context, isStyled: isColored(options.color, context)}
      if (options.critic) await (await import('./apply-critic.js')).applyCritic(files, options, styled)
      else await (await import('./apply-decisions.js')).applyDecisionFiles(files, options, styled)
    })
}
