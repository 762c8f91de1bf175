// `nameright score`: how good the verdicts are on labelled articles.
import {Command} from '@commander-js/extra-typings'
import type {Context} from './context.js'
import {glossaryOption} from './options.js'

const help = `
A folder holds articles/ and labels.jsonl, one record a line:
  {"file": "a.md", "surface": "Beanbag", "start": 4, "end": 11, "label": "Doubao", "level": "fix", "why": "literal"}
Offsets count UTF-16 units; label lists the accepted results separated by |; level is fix or keep.

Examples:
  nameright score corpus
  nameright score corpus --misses          what went wrong, with the words around it
  nameright score corpus --without near    what that kind of evidence is worth
  nameright score corpus --blind           without the mistranslations that the labels show
  nameright score corpus --require precision=0.995 touched=0.005

Exit codes:
  0  scored, and every --require holds
  1  a --require does not hold
  2  could not run`

/** Build the command. */
export function createScore(context: Context) {
  return new Command('score')
    .summary('score a glossary on labelled articles')
    .description('Score the verdicts on labelled articles: precision, recall, found at all, touched, asked.')
    .argument('<folders...>', 'folders of labelled articles')
    .addOption(glossaryOption())
    .option('--misses', 'list what went wrong')
    .option('--without <kinds...>', 'leave kinds of evidence out')
    .option('--blind', 'leave out the mistranslations that the labels show')
    .option('--require <bounds...>', 'fail when a share is on the wrong side of its bound')
    .addHelpText('after', help)
    .action(async (folders, options) => {
      const {scoreFolders} = await import('./score-folders.js')
      await scoreFolders(folders, options, context)
    })
}
