// What really changes between the text found and the text wanted: words that both share keep their source.
import type {Range} from '../text/range.js'

/** The part of a text that changes. */
export interface Change {
  /** In units of the old text; never empty unless the old text is. */
  readonly span: Range
  /** What must stand at `span` instead. */
  readonly text: string
}

/**
 * Find the words that change, so that markup, wraps and entities around shared words stay as written:
 * “**Intelligent spectrum** AI” → “Zhipu AI” leaves “ AI” alone.
 *
 * Words are runs without white space. Any two runs of white space count as the same, so a soft break or a
 * no-break space beside a shared word survives. A pure insertion takes the next word (else the word before)
 * into the change, because new words must have a place in the markup. Line ends in the new text become
 * spaces: that is how a soft break reads.
 *
 * @param before - What a reader sees now.
 * @param after - What a reader must see.
 */
export function findChange(before: string, after: string): Change {
  const old = toTokens(before)
  const wanted = toTokens(after.replace(/\r\n|[\r\n]/g, ' '))
  const shortest = Math.min(old.length, wanted.length)
  let head = 0
  while (head < shortest && sameToken(old[head]!, wanted[head]!)) head++
  let tail = 0
  while (tail < shortest - head && sameToken(old.at(-1 - tail)!, wanted.at(-1 - tail)!)) tail++
  if (head + tail === old.length && old.length < wanted.length) {
    if (tail > 0) tail--
    else head--
  }
  const start = lengthOf(old.slice(0, head))
  const end = before.length - lengthOf(old.slice(old.length - tail))
  return {span: {start, end}, text: wanted.slice(head, wanted.length - tail).join('')}
}

function toTokens(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? []
}

function sameToken(a: string, b: string): boolean {
  return a === b || (a.trim() === '' && b.trim() === '')
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0)
}
