// What a review came to, told when it ends: in the terminal (review-texts.ts) or in the browser (review-web.ts).
import type {DecisionsPlace} from '../disk/decisions-file.js'
import {exists} from '../disk/ignore.js'
import {countProgress, type ReviewSession} from '../review/session.js'
import type {Context} from './context.js'

/** Tell how many questions were decided and are left, which ask for exit code 1, and where the decisions are. */
export async function tellEnd(
  session: ReviewSession,
  place: DecisionsPlace,
  context: Context
): Promise<void> {
  const {accepted, rejected, open, skipped} = countProgress(session)
  const left = open + skipped
  const rest = left === 0 ? 'nothing is left to decide' : `${countNoun(left, 'question')} left`
  context.print(`${accepted} accepted, ${rejected} left as they are, ${rest}.\n`)
  // Without an answer there may be none.
  if (await exists(place.absolute)) {
    context.print(`Decisions are in ${place.path}; \`nameright fix\` writes them into the texts.\n`)
  }
  if (left > 0) context.raise(1)
}

/** “1,200 files”, “1 file”. */
export function countNoun(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : `${noun}s`}`
}
