// The smallest change: words that stay the same need no edit.
import type {Range} from '../../text/range.js'

/** A place and the texts that may stand there, best first. */
export interface Choices {
  readonly span: Range
  readonly texts: readonly string[]
}

/**
 * “Ali Group” → “Alibaba Group” is a change of one word: leave out the words at both ends that are the same in the
 * old text and in every choice, so that diffs stay small.
 */
export function trimEqual({span, texts}: Choices, old: string): Choices {
  const before = Math.min(...texts.map((text) => equalStart(old, text)))
  const after = Math.min(...texts.map((text) => equalEnd(old.slice(before), text.slice(before))))
  return {
    span: {start: span.start + before, end: span.end - after},
    texts: texts.map((text) => text.slice(before, text.length - after))
  }
}

/** Length of the whole words, with the blank behind them, that both texts begin with; never all of either. */
function equalStart(a: string, b: string): number {
  let length = 0
  for (let end = a.indexOf(' '); end >= 0; end = a.indexOf(' ', end + 1)) {
    if (end + 1 >= b.length || a.slice(0, end + 1) !== b.slice(0, end + 1)) break
    length = end + 1
  }
  return length
}

/** The same for the ends. */
function equalEnd(a: string, b: string): number {
  let length = 0
  for (let start = a.lastIndexOf(' '); start > 0; start = a.lastIndexOf(' ', start - 1)) {
    const tail = a.slice(start)
    if (tail.length >= b.length || !b.endsWith(tail)) break
    length = tail.length
  }
  // “Li,” → “Li Xiang,”: the mark behind the word stays too.
  const mark = /[,.;:!?]$/u.exec(a.slice(0, a.length - length))?.[0] ?? ''
  const marked = mark + a.slice(a.length - length)
  return marked.length < Math.min(a.length, b.length) && b.endsWith(marked) ? marked.length : length
}
