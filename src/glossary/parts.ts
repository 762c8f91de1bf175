// A long pack cut into parts that are read one at a time: the tree of all its values takes a hundred times the room of
// the text. What is read of a part lives in read.ts.

/** A text to be read by itself, and how to get from it back to the file. */
export interface Part {
  readonly text: string
  /** To be added to an offset in `text` for the offset in the file. */
  readonly shift: number
}

/** Length of a part, in UTF-16 units: short enough to need little room, long enough that parts cost nothing. */
const usualLength = 60_000

const prefix = 'entries:\n'

/**
 * Cut a pack into its head and some entries at a time.
 *
 * Only a block list of entries that ends the file is cut, at lines which can be nothing but the beginning of an item.
 * Whether the parts mean the same as the whole is seen when they are read: one with a syntax error, such as an open
 * quote, says that the cut was wrong, or else that the file is.
 *
 * @param length - Least length of a part, in UTF-16 units.
 * @returns The head first; nothing where the file is short or written in another way.
 */
export function cutPack(text: string, length: number = usualLength): Part[] | undefined {
  const head = length < text.length ? headPattern.exec(text) : null
  if (head === null || reachesOver(text, head.index)) return undefined
  const {key, indent} = head.groups as {key: string; indent: string}
  const starts = findItems(text, head.index + head[0].length, indent.length)
  if (starts === undefined) return undefined
  const parts: Part[] = [{text: `${text.slice(0, head.index + key.length)} []\n`, shift: 0}]
  let start = starts[0]!
  for (const end of [...starts.slice(1), text.length]) {
    if (end - start < length && end < text.length) continue
    parts.push({text: prefix + text.slice(start, end), shift: start - prefix.length})
    start = end
  }
  return parts
}

/** From the key `entries` to the first item. */
const headPattern =
  /(?<=^\uFEFF?|\n)(?<key>entries:)[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?=(?<indent> *)-[ \r\n])/u

/** Whether something may mean more than its part: directives, document markers, anchors with aliases. */
function reachesOver(text: string, head: number): boolean {
  if (/^(?:%|---|\.\.\.)/mu.test(text.slice(0, head))) return true
  // A carriage return alone ends a line for some and not for others.
  if (/\r(?!\n)/u.test(text)) return true
  return /[\s[{,:]&\S/u.test(text) && /[\s[{,:]\*\S/u.test(text)
}

/** Where the lines of items begin; nothing where a line is no part of the list. */
function findItems(text: string, from: number, indent: number): number[] | undefined {
  const starts: number[] = []
  for (let line = from; line < text.length; line = endOfLine(text, line)) {
    const depth = measureIndent(text, line, indent)
    if (depth > indent || /[\r\n#]/u.test(text.charAt(line + depth))) continue
    if (depth === indent && isItem(text, line + depth)) starts.push(line)
    else if (line + depth < text.length) return undefined
  }
  return starts
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

/** Count blanks at the beginning of a line, up to one more than `most`. */
function measureIndent(text: string, line: number, most: number): number {
  let depth = 0
  while (depth <= most && text.charAt(line + depth) === ' ') depth += 1
  return depth
}

function isItem(text: string, at: number): boolean {
  return text.charAt(at) === '-' && /[ \r\n]/u.test(text.charAt(at + 1) || '\n')
}
