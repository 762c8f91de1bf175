// Offsets to lines and columns and back. Ranges live in range.ts.

/** How a column is counted: LSP and people's editors, rdjson, SARIF with code points. */
export type ColumnUnit = 'utf16' | 'utf8' | 'codePoint'

/** A place in a text; line and column from 1. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** Tells lines and columns of one text. */
export interface Locator {
  /**
   * @param offset - In UTF-16 units, 0 to the length of the text.
   * @param unit - What a column counts, UTF-16 units if not given. A byte order mark counts.
   * @throws {RangeError} When the offset lies outside the text.
   */
  pointAt(offset: number, unit?: ColumnUnit): Point
  /**
   * @param point - Column in UTF-16 units; one beyond the end of the line means its end, as in LSP.
   * @throws {RangeError} When there is no such line, or a number is less than 1.
   */
  offsetAt(point: Point): number
}

/**
 * Make the lines and columns of a text known, in O(log lines) each. Lines end with `\n`, `\r\n` or `\r`; they are
 * looked for when first asked.
 */
export function createLocator(source: string): Locator {
  let found: number[] | undefined
  const lineStarts = (): readonly number[] => {
    found ??= findLineStarts(source)
    return found
  }
  return {
    pointAt(offset, unit = 'utf16') {
      if (!(offset >= 0 && offset <= source.length)) {
        throw new RangeError(`Offset ${offset} is not in a text of ${source.length} units`)
      }
      const starts = lineStarts()
      const line = lineAt(starts, offset)
      return {line, column: 1 + countUnits(source, starts[line - 1]!, offset, unit)}
    },
    offsetAt({line, column}) {
      const starts = lineStarts()
      const start = starts[line - 1]
      if (start === undefined || !(column >= 1))
        throw new RangeError(`No line ${line}, column ${column} in the text`)
      return Math.min(start + column - 1, endOfLine(source, start, starts[line] ?? source.length))
    }
  }
}

function findLineStarts(source: string): number[] {
  const starts = [0]
  for (const ending of source.matchAll(/\r\n?|\n/g)) starts.push(ending.index + ending[0].length)
  return starts
}

/** The last line that starts at or before the offset, from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low + 1
}

function countUnits(source: string, start: number, end: number, unit: ColumnUnit): number {
  if (unit === 'utf16') return end - start
  let count = 0
  for (const character of source.slice(start, end)) count += unit === 'utf8' ? byteLength(character) : 1
  return count
}

/** Bytes of one character; a lone surrogate counts as U+FFFD, which would be written for it. */
function byteLength(character: string): number {
  const codePoint = character.codePointAt(0)!
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

function endOfLine(source: string, start: number, next: number): number {
  let end = next
  if (end > start && source[end - 1] === '\n') end--
  if (end > start && source[end - 1] === '\r') end--
  return end
}
