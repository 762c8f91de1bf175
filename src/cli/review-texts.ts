// The work of `nameright review` in a terminal. Its options live in review.ts, loading in load-review.ts.
import {countProgress, type ReviewSession} from '../review/session.js'
import {type Display, type Keyboard, runTerminal} from '../review/terminal/run.js'
import {startTerminal} from '../review/terminal/state.js'
import type {Context} from './context.js'
import {loadStyle} from './formats.js'
import {createSaver, loadReview, timeNow} from './load-review.js'
import type {FilesOptions} from './options.js'

/** Options of `review`. */
export interface ReviewOptions extends FilesOptions {
  readonly certain?: true
  readonly by?: string
}

/** The context with the decision about colours. */
export interface ReviewContext extends Context {
  readonly isStyled: boolean
}

/** Ask in the terminal until all is decided or the editor quits. */
export async function reviewTexts(
  paths: readonly string[],
  options: ReviewOptions,
  context: ReviewContext
): Promise<void> {
  const {stdin, stdout} = context
  if (!isKeyboard(stdin) || !isDisplay(stdout)) {
    throw new Error(
      'a review needs a terminal; elsewhere use `nameright check`, or decide in a browser with `nameright review --web`'
    )
  }
  if (options.decisions === false) throw new Error('a review keeps decisions; leave --no-decisions out')
  const {session, place} = await loadReview(paths, options, context)
  const start = startTerminal(session, options.certain ? 'changes' : 'proposals')
  if (start.questions.length === 0 || start.at === start.questions.length) {
    context.print(`Nothing to decide in ${count(session.files.length, 'file')}\n`)
    return
  }
  const end = await runTerminal(start, {
    input: stdin,
    output: stdout,
    style: await loadStyle(context.isStyled),
    canMove: context.env.TERM !== 'dumb',
    save: createSaver(place, session.decisions),
    sign: () => ({...(options.by !== undefined && {by: options.by}), at: timeNow()})
  })
  context.print(summarize(end.session, place.path))
  if (countOpen(end.session) > 0) context.raise(1)
}

function countOpen(session: ReviewSession): number {
  const {open, skipped} = countProgress(session)
  return open + skipped
}

function summarize(session: ReviewSession, path: string): string {
  const {accepted, rejected} = countProgress(session)
  const open = countOpen(session)
  const left = open === 0 ? 'nothing is left to decide' : `${count(open, 'question')} left`
  return `${accepted} accepted, ${rejected} left as they are, ${left}.\nDecisions are in ${path}; \`nameright fix\` writes them into the texts.\n`
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`
}

function isKeyboard(stream: object): stream is Keyboard {
  return 'isTTY' in stream && stream.isTTY === true && 'setRawMode' in stream
}

function isDisplay(stream: object): stream is Display {
  return 'isTTY' in stream && stream.isTTY === true
}
