// Writing edits into a source, and the way back. Which edits to write is decided in plan.ts.
import type {Edit} from '../model.js'

/** The source no longer holds what the edit was made for. */
export class StaleEditError extends Error {
  override readonly name = 'StaleEditError'
  readonly edit: Edit
  readonly actual: string

  constructor(edit: Edit, actual: string) {
    super(`Expected \`${edit.expected}\` at ${edit.range.start}, found \`${actual}\`; check the file again`)
    this.edit = edit
    this.actual = actual
  }
}

/**
 * Write edits into a source. Edits that only touch both apply.
 *
 * @param source - The whole document, decoded, line endings as found.
 * @param edits - In source order, none overlapping; offsets in UTF-16 code units of `source`.
 * @returns The new source; text outside the edits is identical.
 * @throws {StaleEditError} When `source` does not hold `edit.expected` at `edit.range`.
 * @throws {RangeError} When the edits are out of order or overlap.
 * @see Language Server Protocol, `TextEdit[]`: every range refers to the original document.
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let end = 0
  for (const edit of edits) {
    checkEdit(source, edit, end)
    pieces.push(source.slice(end, edit.range.start), edit.replacement)
    end = edit.range.end
  }
  pieces.push(source.slice(end))
  return pieces.join('')
}

/**
 * Give the edits that take back what `edits` did.
 *
 * @param source - The source before the edits.
 * @param edits - As for `applyEdits`.
 * @returns Edits in coordinates of the new source: `applyEdits(applyEdits(source, edits), inverse)` is `source`.
 * @throws {StaleEditError} When `source` does not hold `edit.expected` at `edit.range`.
 * @throws {RangeError} When the edits are out of order or overlap.
 */
export function invertEdits(source: string, edits: readonly Edit[]): Edit[] {
  const inverse: Edit[] = []
  let end = 0
  let shift = 0
  for (const edit of edits) {
    checkEdit(source, edit, end)
    const start = edit.range.start + shift
    inverse.push({
      range: {start, end: start + edit.replacement.length},
      expected: edit.replacement,
      replacement: edit.expected
    })
    shift += edit.replacement.length - edit.expected.length
    end = edit.range.end
  }
  return inverse
}

function checkEdit(source: string, edit: Edit, from: number): void {
  if (edit.range.start < from) {
    throw new RangeError(
      `Unexpected edit at ${edit.range.start}, expected one at or after ${from}; sort the edits`
    )
  }
  const actual = source.slice(edit.range.start, edit.range.end)
  if (actual !== edit.expected) throw new StaleEditError(edit, actual)
}
