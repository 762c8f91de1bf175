// A block of prose cut into pieces of equal look. How blocks become an article: build-article.ts.
import {type Block, unitKind} from '../../model.js'
import type {Range} from '../../text/range.js'
import {markFlag, type Piece} from '../article.js'

/** An item and its words in a block. */
export interface PlacedItem {
  readonly id: number
  /** In units of the block's text. */
  readonly span: Range
}

/** Longest text without a finding that is shown whole, and what is left of a longer one at each end. */
const longest = 6000
const ends = 1500

/**
 * Cut a block's text where marks or items begin and end. Where items overlap, the first has the words.
 *
 * @param code - Source ranges of inline code.
 */
export function toPieces(block: Block, items: readonly PlacedItem[], code: readonly Range[]): Piece[] {
  const {text} = block
  const marks = markUnits(block, code)
  const owners = new Int32Array(text.length).fill(-1)
  for (const {id, span} of items) {
    if (owners.subarray(span.start, span.end).every((owner) => owner === -1))
      owners.fill(id, span.start, span.end)
  }
  const pieces: Piece[] = []
  for (let start = 0, end = 1; start < text.length; end++) {
    if (end < text.length && marks[end] === marks[start] && owners[end] === owners[start]) continue
    pieces.push(toPiece(text.slice(start, end), marks[start]!, owners[start]!))
    start = end
  }
  return pieces
}

/** Shorten a text that nobody would read to its end. */
export function cutLong(text: string): string {
  if (text.length <= longest) return text
  const hidden = text.length - 2 * ends
  return `${text.slice(0, ends)} … (${hidden.toLocaleString('en')} more characters) … ${text.slice(-ends)}`
}

function toPiece(text: string, marks: number, owner: number): Piece {
  return {
    text: owner < 0 ? cutLong(text) : text,
    ...(marks !== 0 && {marks}),
    ...(owner >= 0 && {item: owner})
  }
}

function markUnits({text, kinds, marks, starts, ends}: Block, code: readonly Range[]): Uint8Array {
  const units = new Uint8Array(text.length)
  for (const {kind, span} of marks) {
    for (let at = span.start; at < span.end; at++) units[at]! |= markFlag[kind]
  }
  const inside = code.filter(({start, end}) => starts.length > 0 && start < ends.at(-1)! && starts[0]! < end)
  for (const [at, kind] of kinds.entries()) {
    if (kind === unitKind.object) units[at]! |= markFlag.object
    if (kind !== unitKind.protected) continue
    if (inside.some(({start, end}) => start <= starts[at]! && ends[at]! <= end)) units[at]! |= markFlag.code
  }
  return units
}
