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

/** The smallest range that holds all `ranges`, of which there is at least one. */
export function rangeAround(ranges: readonly Range[]): Range {
  return {
    start: ranges.reduce((least, {start}) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: ranges.reduce((most, {end}) => Math.max(most, end), 0)
  }
}

/** What stands before an offset on its line. */
export function lineBefore(source: string, offset: number): string {
  // Unit by unit: in a text without any `\r`, looking for the last one would go back to the beginning each time.
  let start = offset
  while (start > 0 && !isLineEnd(source[start - 1]!)) start--
  return source.slice(start, offset)
}

/** What stands behind an offset on its line, without the line ending. */
export function lineAfter(source: string, offset: number): string {
  const ending = /[\r\n]/g
  ending.lastIndex = offset
  return source.slice(offset, ending.exec(source)?.index ?? source.length)
}

/** Whether a unit ends a line. */
export function isLineEnd(unit: string): boolean {
  return unit === '\n' || unit === '\r'
}
