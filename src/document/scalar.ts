// Where each unit of a YAML or TOML string value stands: through quotes, escapes, folds and indentation.
// metadata.ts finds the values; a value that cannot be mapped exactly is refused here.
import {unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import type {Draft} from './draft.js'

/** How a string is written. `block` is YAML's `|` and `>` without an indentation sign. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block'

/** A string value as written. */
export interface Scalar {
  readonly style: ScalarStyle
  /** Without quotes and without the header of a block. */
  readonly written: string
  /** Where `written` starts in the source. */
  readonly start: number
  /** What a parser made of it. */
  readonly value: string
}

/** Text with its place; an atom stands for all of its range. */
interface Piece {
  readonly text: string
  readonly range: Range
  readonly isAtom: boolean
}

const lineEnding = '(?:\\r\\n|\\r|\\n)'
const fold = `[ \\t]*${lineEnding}(?:[ \\t]*${lineEnding})*[ \\t]*`
const specials = {
  single: new RegExp(`''|${fold}`, 'g'),
  double: new RegExp(
    `\\\\(?:x[\\da-fA-F]{2}|u[\\da-fA-F]{4}|U[\\da-fA-F]{8}|${lineEnding}[ \\t]*|[^])|${fold}`,
    'g'
  )
}
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029'
}

/** One line without blanks at its ends. */
const plainLine = /^\S(?:[^\r\n]*\S)?$/

/**
 * Write a string value into a draft.
 *
 * @param draft - Empty; filled only where the map is exact.
 * @param scalar - The value as written and as parsed.
 * @returns Whether every unit of the value could be placed. Line endings at its end do not count.
 */
export function addScalar(draft: Draft, scalar: Scalar): boolean {
  const {style, written, value} = scalar
  // Mostly there is nothing to decode and nothing to fold.
  if (written === value && plainLine.test(value)) {
    draft.addRun(value, scalar.start, unitKind.prose)
    return true
  }
  const pieces =
    style === 'single' || style === 'double' ? readQuoted(scalar, style) : readLines(scalar, style)
  const text = pieces.map((piece) => piece.text).join('')
  if (text !== withoutEnd(value) && text !== value) return false
  for (const piece of pieces) {
    if (piece.isAtom) draft.addAtom(piece.text, piece.range, unitKind.prose)
    else draft.addRun(piece.text, piece.range.start, unitKind.prose)
  }
  return true
}

/** A value without the line endings at its end. Unit by unit: a pattern would be tried at each empty line of it. */
function withoutEnd(value: string): string {
  let end = value.length
  while (end > 0 && value[end - 1] === '\n') end--
  return value.slice(0, end)
}

/** The text between quotes: escapes and folded lines are atoms, the rest stands as it is. */
function readQuoted({written, start}: Scalar, style: 'single' | 'double'): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  const addRun = (end: number) => pieces.push(toRun(written.slice(done, end), start + done))
  for (const match of written.matchAll(specials[style])) {
    addRun(match.index)
    done = match.index + match[0].length
    const range = {start: start + match.index, end: start + done}
    pieces.push({text: decodeSpecial(match[0]), range, isAtom: true})
  }
  addRun(written.length)
  return pieces
}

/** What an escape or a fold means; an unknown escape means nothing, and the value is then refused. */
export function decodeSpecial(special: string): string {
  if (special === "''") return "'"
  const code = /^\\[xuU]([\da-fA-F]+)$/.exec(special)?.[1]
  if (code) return Number.parseInt(code, 16) > 0x10ffff ? '' : String.fromCodePoint(Number.parseInt(code, 16))
  if (special.startsWith('\\')) return escapes[special.slice(1)] ?? ''
  const breaks = special.match(/\r\n|\r|\n/g)?.length ?? 0
  return breaks > 1 ? '\n'.repeat(breaks - 1) : ' '
}

/** Plain and block text: each line stands in the value as it is, only the white space between is rewritten. */
function readLines({written, start, value}: Scalar, style: 'plain' | 'block'): Piece[] {
  const pieces: Piece[] = []
  const indent = style === 'block' ? (/^[ \t\r\n]*?( *)[^ \t\r\n]/.exec(written)?.[1]?.length ?? 0) : 0
  let done = 0
  let lastEnd = start
  for (const match of written.matchAll(/[^\r\n]+/g)) {
    const {text, skipped} =
      style === 'plain' ? trim(match[0]) : {text: match[0].slice(indent), skipped: indent}
    if (text === '') continue
    const from = start + match.index + skipped
    const at = skipSpace(value, done, text)
    if (at > done)
      pieces.push({text: value.slice(done, at), range: {start: lastEnd, end: from}, isAtom: true})
    pieces.push(toRun(text, from))
    done = at + text.length
    lastEnd = from + text.length
  }
  return pieces
}

/** The first place from `from` on, behind white space only, where `value` goes on with `text`. */
function skipSpace(value: string, from: number, text: string): number {
  let at = from
  while (!value.startsWith(text, at) && (value[at] === ' ' || value[at] === '\n')) at += 1
  return at
}

function trim(line: string): {readonly text: string; readonly skipped: number} {
  const text = line.trim()
  return {text, skipped: line.indexOf(text)}
}

function toRun(text: string, start: number): Piece {
  return {text, range: {start, end: start + text.length}, isAtom: false}
}
