// Labelled articles: what stands where, and what it should become. Read here, compared in compare.ts.

/** One labelled occurrence in an article; offsets in UTF-16 units of the decoded text. */
export interface Label {
  readonly file: string
  readonly surface: string
  readonly start: number
  readonly end: number
  /** Accepted results. */
  readonly accepted: readonly string[]
  readonly level: 'fix' | 'keep'
  readonly why: string
}

/** A line of a labels file is not a label. */
export class LabelError extends Error {
  override readonly name = 'LabelError'
  readonly line: number

  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}; expected {"file", "surface", "start", "end", "label", "level", "why"}`)
    this.line = line
  }
}

/**
 * Read labels, one JSON record a line; several accepted results are separated by `|`.
 *
 * @throws {LabelError} At the first line that is not a label.
 */
export function readLabels(text: string): Label[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLabel(line, index + 1)]))
}

function readLabel(line: string, number: number): Label {
  let record: Record<string, unknown>
  try {
    record = JSON.parse(line) as Record<string, unknown>
  } catch {
    throw new LabelError(number, 'not JSON')
  }
  if (typeof record !== 'object' || record === null) throw new LabelError(number, 'not a record')
  const {file, surface, start, end, label, level, why} = record
  if (
    typeof file !== 'string' ||
    typeof surface !== 'string' ||
    typeof start !== 'number' ||
    typeof end !== 'number'
  )
    throw new LabelError(number, 'a field is missing')
  if (level !== 'fix' && level !== 'keep')
    throw new LabelError(number, `level is ${JSON.stringify(level)}, not fix or keep`)
  const accepted = typeof label === 'string' ? label.split('|') : []
  return {file, surface, start, end, accepted, level, why: typeof why === 'string' ? why : ''}
}
