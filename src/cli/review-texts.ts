// The work of `nameright review` in a terminal. Its options live in review.ts, loading in load-review.ts.
import {type Display, type Keyboard, runTerminal} from '../review/terminal/run.js'
import {startTerminal} from '../review/terminal/state.js'
import type {Context} from './context.js'
import {loadStyle} from './formats.js'
import {createSaver, loadReview, timeNow} from './load-review.js'
import type {FilesOptions} from './options.js'
import {isUnread} from './results.js'
import {countNoun, tellEnd} from './review-end.js'

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
  const {stdout} = context
  const stdin = context.openStdin()
  if (!isKeyboard(stdin) || !isDisplay(stdout)) {
    throw new Error(
      'a review needs a terminal; elsewhere use `nameright check`, or decide in a browser with `nameright review --web`'
    )
  }
  if (options.decisions === false) throw new Error('a review keeps decisions; leave --no-decisions out')
  const {session, place} = await loadReview(paths, options, context)
  if (isUnread(session.files, context)) return
  const start = startTerminal(session, options.certain ? 'changes' : 'proposals')
  if (start.questions.length === 0 || start.at === start.questions.length) {
    context.print(`Nothing to decide in ${countNoun(session.files.length, 'file')}\n`)
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
  await tellEnd(end.session, place, context)
}

function isKeyboard(stream: object): stream is Keyboard {
  return 'isTTY' in stream && stream.isTTY === true && 'setRawMode' in stream
}

function isDisplay(stream: object): stream is Display {
  return 'isTTY' in stream && stream.isTTY === true
}
