// The plain part of YAML, read many times faster than all of it: what nearly every entry of a long glossary is written
// in. Whatever is written in another way, or wrongly, is left to the `yaml` package (located.ts).
import type {Path} from './located.js'

/** What a plain text says. */
export interface Plain {
  readonly value: unknown
  /** Offset of an item of a list; nothing for other paths. */
  readonly offsetOf: (path: Path) => number | undefined
}

/**
 * Read YAML that is nothing but block mappings and lists, flow ones of one line, texts of one line, and comments.
 *
 * Keys are lower case words; texts are in quotes without escapes, or begin with a letter or digit and cannot be
 * anything else, such as a number or a key.
 *
 * @returns Nothing where anything else is met, right or wrong; otherwise the same as a full reader.
 */
export function readPlain(text: string): Plain | undefined {
  if (unusual.test(text)) return undefined
  const cursor: Cursor = {text, at: 0, depth: 0, starts: new Map()}
  try {
    moveToLine(cursor)
    const value = cursor.depth === 0 ? readMapping(cursor, 0) : stop()
    if (cursor.depth >= 0) stop()
    return {value, offsetOf: (path) => findItem(value, path, cursor.starts)}
  } catch (error) {
    // Nested too deeply, or a line too long for a pattern: that is not plain either.
    if (error instanceof NotPlainError || error instanceof RangeError) return undefined
    throw error
  }
}

/** Something that only a full reader understands. */
class NotPlainError extends Error {
  override readonly name = 'NotPlainError'
}

function stop(): never {
  throw new NotPlainError()
}

/** Where reading has come to. */
interface Cursor {
  readonly text: string
  at: number
  /** Blanks before what the line holds, where `at` is at its beginning; -1 at the end of the text. */
  depth: number
  /** Per list: where its items begin. */
  readonly starts: Map<unknown, number[]>
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: some mean something to the full reader
const unusual = /[\0-\t\v-\x1f\x7f\ufeff]/
const keyPattern = /([a-z][a-z0-9_-]{0,99}):(?: +|(?=\n)|$)/y
const dashPattern = /- +(?=[^ \n])/y
const lineEnd = / *(?:\n|$)/y
const blankLine = / *(?:#[^\n]*)?\n/y
const blanks = / */y
const singleQuoted = /'([^'\n]*(?:''[^'\n]*)*)'/y
const doubleQuoted = /"([^"\\\n]*)"/y
const restOfLine = /[^\n]*[^ \n]/y
const flowText = /[^,[\]{}:#\n]*[^,[\]{}:#\n ]/y

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (found === null) return undefined
  cursor.at = pattern.lastIndex
  return found
}

/** From the beginning of a line to what the next line with anything but a comment holds. */
function moveToLine(cursor: Cursor): void {
  while (take(cursor, blankLine));
  const depth = take(cursor, blanks)![0].length
  const isOver = cursor.at === cursor.text.length || cursor.text[cursor.at] === '#'
  cursor.depth = isOver ? -1 : depth
}

/** @param depth - Blanks before each key. */
function readMapping(cursor: Cursor, depth: number): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  do {
    const key = readKey(cursor, record)
    record[key] = take(cursor, lineEnd) ? readBlock(cursor, depth) : readRestOfLine(cursor)
    // A deeper line carries on a text.
    if (cursor.depth > depth) stop()
  } while (cursor.depth === depth)
  return record
}

function readKey(cursor: Cursor, record: object): string {
  const key = take(cursor, keyPattern)?.[1] ?? stop()
  return Object.hasOwn(record, key) || isConstant(key) ? stop() : key
}

/** A mapping or list below its key, from the beginning of the next line. */
function readBlock(cursor: Cursor, depth: number): unknown {
  moveToLine(cursor)
  // A list may stand as far to the left as its key.
  if (cursor.depth >= depth && cursor.text[cursor.at] === '-') return readList(cursor, cursor.depth)
  return cursor.depth > depth ? readMapping(cursor, cursor.depth) : stop()
}

/** @param depth - Blanks before each dash. */
function readList(cursor: Cursor, depth: number): unknown[] {
  const items: unknown[] = []
  const starts: number[] = []
  do {
    const inner = depth + (take(cursor, dashPattern)?.[0].length ?? stop())
    starts.push(cursor.at)
    keyPattern.lastIndex = cursor.at
    items.push(keyPattern.test(cursor.text) ? readMapping(cursor, inner) : readRestOfLine(cursor))
    if (cursor.depth > depth) stop()
  } while (cursor.depth === depth && cursor.text[cursor.at] === '-')
  cursor.starts.set(items, starts)
  return items
}

/** A value that ends with its line; on to the next. */
function readRestOfLine(cursor: Cursor): unknown {
  const value = readFlow(cursor) ?? readText(cursor, restOfLine)
  if (!take(cursor, lineEnd)) stop()
  moveToLine(cursor)
  return value
}

/** A value that is seen to end: a flow list or mapping, or a text in quotes. */
function readFlow(cursor: Cursor): unknown {
  switch (cursor.text[cursor.at]) {
    case '[':
      return readFlowList(cursor)
    case '{':
      return readFlowMapping(cursor)
    case "'":
      return (take(cursor, singleQuoted)?.[1] ?? stop()).replaceAll("''", "'")
    case '"':
      return take(cursor, doubleQuoted)?.[1] ?? stop()
    default:
      return undefined
  }
}

function readFlowList(cursor: Cursor): unknown[] {
  const items: unknown[] = []
  const starts: number[] = []
  readMembers(cursor, ']', () => {
    starts.push(cursor.at)
    items.push(readFlow(cursor) ?? readText(cursor, flowText))
  })
  cursor.starts.set(items, starts)
  return items
}

function readFlowMapping(cursor: Cursor): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  readMembers(cursor, '}', () => {
    const key = readKey(cursor, record)
    record[key] = readFlow(cursor) ?? readText(cursor, flowText)
  })
  return record
}

/** All between two brackets, of which the opening one is next, with commas between. */
function readMembers(cursor: Cursor, closing: string, readMember: () => void): void {
  cursor.at += 1
  take(cursor, blanks)
  if (cursor.text[cursor.at] !== closing) readMember()
  take(cursor, blanks)
  while (cursor.text[cursor.at] === ',') {
    cursor.at += 1
    take(cursor, blanks)
    readMember()
    take(cursor, blanks)
  }
  if (cursor.text[cursor.at] !== closing) stop()
  cursor.at += 1
}

/** A text without quotes. */
function readText(cursor: Cursor, pattern: RegExp): string {
  const text = take(cursor, pattern)?.[0] ?? stop()
  // A number has no blank in it.
  const isText = /^(?:\p{L}|\p{Nd}.* )/u.test(text) && !/: |:$| #/.test(text) && !isConstant(text)
  return isText ? text : stop()
}

function isConstant(text: string): boolean {
  return /^(?:null|true|false)$/i.test(text)
}

function findItem(value: unknown, path: Path, starts: Cursor['starts']): number | undefined {
  let parent: unknown
  let inner = value
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) return undefined
    parent = inner
    // The cast holds for lists too; what is not there is undefined.
    inner = (inner as Record<PropertyKey, unknown>)[key]
  }
  return starts.get(parent)?.[Number(path.at(-1))]
}
