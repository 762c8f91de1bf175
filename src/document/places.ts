// The map from a block's units to the source. What the units are and say: draft.ts.
import type {Range} from '../text/range.js'

/** Text of one or more units. An atom's units all stand for its whole range; otherwise unit i is source unit i. */
export interface PieceOfText {
  readonly text: string
  readonly range: Range
  readonly isAtom: boolean
}

/** Per unit of a text: where its source begins and ends. */
export interface Places {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Texts up to this long share their numbers; the numbers of one block beyond are its own. */
const mostShared = 1 << 20

/** 0, 1, 2 …; never written to once it is filled, as blocks hold views of it. */
let counting: Uint32Array = new Uint32Array(0)
/** Nothing but 0. Never written to. */
let zeros = new Uint8Array(0)

/**
 * Place the units of a text.
 *
 * Most blocks stand in the source as they are, so that their places are part of one row of numbers: for them
 * nothing is filled, and nothing is left to be collected.
 *
 * @param pieces - Of the text, in order.
 * @param length - Of all pieces together.
 * @returns Lists that must not be changed.
 */
export function placePieces(pieces: readonly PieceOfText[], length: number): Places {
  const first = pieces[0]
  if (first && pieces.length === 1 && !first.isAtom) {
    const {start, end} = first.range
    return {starts: countFrom(start, end), ends: countFrom(start + 1, end + 1)}
  }
  const starts = new Uint32Array(length)
  const ends = new Uint32Array(length)
  let unit = 0
  for (const {text, range, isAtom} of pieces) {
    const last = unit + text.length
    for (let place = range.start; unit < last; unit++) {
      starts[unit] = place
      if (!isAtom) place++
      ends[unit] = isAtom ? range.end : place
    }
  }
  return {starts, ends}
}

/** Places of the same text somewhere else in the source. */
export function movePlaces({starts, ends}: Places, by: number): Places {
  return {starts: moveNumbers(starts, by), ends: moveNumbers(ends, by)}
}

function moveNumbers(numbers: Uint32Array, by: number): Uint32Array {
  const first = (numbers[0] ?? 0) + by
  return numbers.buffer === counting.buffer
    ? countFrom(first, first + numbers.length)
    : numbers.map((place) => place + by)
}

/**
 * Give the kinds of units that are all prose.
 *
 * @returns As many times 0. Must not be changed.
 */
export function allProse(length: number): Uint8Array {
  if (length > mostShared) return new Uint8Array(length)
  if (length > zeros.length) zeros = new Uint8Array(Math.max(length, 2 * zeros.length))
  return zeros.subarray(0, length)
}

/** The numbers from `start` up to but not including `end`. */
function countFrom(start: number, end: number): Uint32Array {
  if (end > mostShared) return listNumbers(start, end)
  if (end > counting.length) counting = listNumbers(0, Math.max(end, 2 * counting.length))
  return counting.subarray(start, end)
}

function listNumbers(start: number, end: number): Uint32Array {
  const numbers = new Uint32Array(end - start)
  for (let index = 0; index < numbers.length; index++) numbers[index] = start + index
  return numbers
}
