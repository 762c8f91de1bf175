// Several small replacements inside one range of a source. Edits of a whole source: apply.ts.
import type {Range} from '../text/range.js'

/** A piece of source and what is written for it. */
export interface Splice {
  readonly range: Range
  readonly text: string
}

/**
 * Write splices into a part of a source.
 *
 * @param part - Holds every splice wholly.
 * @param splices - In source order, none overlapping.
 */
export function spliceSource(source: string, part: Range, splices: readonly Splice[]): string {
  let written = ''
  let end = part.start
  for (const {range, text} of splices) {
    written += source.slice(end, range.start) + text
    end = range.end
  }
  return written + source.slice(end, part.end)
}

/** The smallest range that holds `range` and all `others`. */
export function rangeAround(range: Range, others: readonly Range[]): Range {
  return {
    start: Math.min(range.start, ...others.map((other) => other.start)),
    end: Math.max(range.end, ...others.map((other) => other.end))
  }
}

/** The line around an offset, back to its start. */
export function lineBefore(source: string, offset: number): string {
  const start = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  return offset === 0 ? '' : source.slice(start, offset)
}

/** The line around an offset, on to its end, without the line ending. */
export function lineAfter(source: string, offset: number): string {
  const ending = /[\r\n]/g
  ending.lastIndex = offset
  return source.slice(offset, ending.exec(source)?.index ?? source.length)
}
