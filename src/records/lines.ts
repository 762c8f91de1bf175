// Lines of a stream of bytes, one at a time, with bounded memory. What a line means: record.ts.

/** A line, without its end; `bytes` is absent when it is longer than what is kept in memory. */
export interface Line {
  /** From 1. */
  readonly number: number
  readonly bytes?: Uint8Array
}

const lineFeed = 0x0a

/**
 * Split a stream into lines; nothing is read ahead of the line that is asked for but the rest of its chunk.
 *
 * @param longest - In bytes: of a longer line only the number comes back, and no more than this is ever held.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  longest: number
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 1
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > longest) parts = []
    else parts.push(part)
  }
  const finish = (): Line => {
    const line = length > longest ? {number} : {number, bytes: join(parts, length)}
    parts = []
    length = 0
    number += 1
    return line
  }
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      add(bytes.subarray(start, end))
      yield finish()
      start = end + 1
    }
    if (start < bytes.length) add(bytes.subarray(start))
  }
  if (length > 0) yield finish()
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
