// What stands around new words, as far as it says how they are written. Writing them: escape.ts.
import type {Block, BlockKind, Document, Format} from '../model.js'
import type {Range} from '../text/range.js'
import {isLineEnd, lineAfter, lineBefore} from './splice.js'

/** What surrounds new words in the source. */
export interface Surroundings {
  readonly kind: BlockKind
  readonly format: Format
  /** The source in front on the same line; of a long line only what is near, with all of a run of `#`. */
  readonly before: string
  /** The source behind on the same line; of a long line only what is near, but all if the words start the line. */
  readonly after: string
  /** Whether the words are the first of a line in a place where blocks can begin. */
  readonly startsLine: boolean
  /** Whether a sign occurs in the rest of the block: a delimiter that occurs nowhere else pairs with nothing. */
  readonly hasPartner: (sign: string) => boolean
  /** What closes the title that the words stand in: `"`, `'`, `)`; otherwise empty. */
  readonly delimiter: string
}

/** Where new words are written. */
export interface Place {
  /** What is written over. */
  readonly range: Range
  /** What is written in front of the words. */
  readonly head: string
  /** What is written behind the words. */
  readonly tail: string
  /** Whether they are the first of their line in the block. */
  readonly isFirst: boolean
}

/** As many units as a look at the neighbourhood of a sign may need: the longest entity has 33. */
const near = 64

/** Tell what stands around new words, without copying the line or the block, which may hold thousands of findings. */
export function surroundingsOf(
  {source, format}: Document,
  {kind, range: all}: Block,
  {range, head, tail, isFirst}: Place
): Surroundings {
  const startsLine = isFirst && containerSigns.test(head) && followsContainers(source, range.start)
  const opening = kind === 'title' ? (source[all.start - 1] ?? '') : ''
  return {
    kind,
    format,
    before: nearBefore(source, range.start) + head,
    after: tail + (startsLine ? lineAfter(source, range.end) : nearAfter(source, range.end)),
    startsLine,
    hasPartner: (sign) =>
      head.includes(sign) ||
      tail.includes(sign) ||
      source.slice(all.start, range.start).includes(sign) ||
      source.slice(range.end, all.end).includes(sign) ||
      lineBefore(source, all.start).includes(sign) ||
      lineAfter(source, all.end).includes(sign),
    delimiter: opening === '(' ? ')' : opening
  }
}

/** The signs of containers. Behind `#` and `|`, which open a heading and a cell, no block begins. */
const containerSigns = /^[\s>*+\-\d.)[\]xX:^\w]*$/

/** Whether nothing but the signs of containers stands before an offset on its line. */
function followsContainers(source: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0 && !isLineEnd(source[at]!); at--) {
    if (!containerSigns.test(source[at]!)) return false
  }
  return true
}

function nearBefore(source: string, offset: number): string {
  let start = offset
  // How many `#` there are at the end of a heading changes nothing: what is in front of them does.
  while (start > 0 && !isLineEnd(source[start - 1]!) && (offset - start < near || source[start] === '#')) {
    start--
  }
  return source.slice(start, offset)
}

function nearAfter(source: string, offset: number): string {
  return lineAfter(source.slice(offset, offset + near), 0)
}
