// The program with its commands; what each does is loaded when it runs. Their common options: options.ts.
import {Command} from '@commander-js/extra-typings'
import {readVersion} from '../disk/version.js'
import {showLines} from '../text/show.js'
import {createApply} from './apply.js'
import {createCheck} from './check.js'
import {type Context, isColored} from './context.js'
import {createDecisions} from './decisions.js'
import {createDiff} from './diff.js'
import {createExplain} from './explain.js'
import {createFix} from './fix.js'
import {createGlossary} from './glossary.js'
import {createInit} from './init.js'
import {exitCodesHelp} from './options.js'
import {createReview} from './review.js'
import {createScore} from './score.js'
import {createUndo} from './undo.js'

const help = `
Examples:
  nameright check article.md             what would change, and why; nothing is written
  nameright diff article.md              the same as a word diff
  nameright fix article.md               write what is certain, list what is left for you
  cat a.md | nameright fix - > b.md      as a filter
  nameright review posts                 decide, question by question, what only you can decide
  nameright explain article.md:12        everything thought about line 12

Without --glossary, those of the nearest nameright.config.yaml are used, else all that ship; nameright init writes one.
${exitCodesHelp}`

/** By name, in the order of the help. */
const commands = {
  check: createCheck,
  diff: createDiff,
  fix: createFix,
  undo: createUndo,
  explain: createExplain,
  glossary: createGlossary,
  init: createInit,
  review: createReview,
  apply: createApply,
  decisions: createDecisions,
  score: createScore
} as const

/**
 * Build the program for one run.
 *
 * @param called - The first argument: where it is the name of a command, that command is all that is built.
 */
export function createProgram(context: Context, called?: string): Command {
  const program = new Command('nameright')
    .description('Get names right in machine-translated text.')
    .version(readVersion(), '-V, --version')
    .addHelpText('after', help)
  const own = Object.entries(commands).filter(([name]) => name === called)
  for (const [, create] of own.length > 0 ? own : Object.entries(commands)) {
    program.addCommand(create(context))
  }
  for (const command of allCommands(program)) configure(command, context)
  return program
}

/** Streams instead of the process, a thrown error instead of its end, for a command that was made on its own. */
function configure(command: Command, context: Context): void {
  command
    .exitOverride()
    .showHelpAfterError('(add --help for what can be written here)')
    .configureOutput({
      writeOut: (text) => context.print(text),
      writeErr: (text) => context.stderr.write(showLines(text)),
      outputError: (text, write) => write(text.replace(/^error: /u, 'nameright: ')),
      getOutHasColors: () => isColored(undefined, context)
    })
}

function allCommands(command: Command): Command[] {
  // The cast forgets the types of options, which are nobody's business here.
  return [command, ...command.commands.flatMap((child) => allCommands(child as Command))]
}
