// New words in a front matter value: YAML scalars and TOML strings. Prose has its own rules, in escape.ts.
import type {Block} from '../model.js'
import type {Range} from '../text/range.js'
import type {Change} from './change.js'
import {lineBefore, type Splice, spliceSource} from './splice.js'

/** How a value is written: `plain` has no quotes, `block` stands behind `|` or `>`, `literal` is TOML's `'`. */
type ScalarStyle = 'plain' | 'single' | 'double' | 'block' | 'literal'

/** All that changes in one front matter value. */
export interface ValueChanges {
  /** In units of the block's text, in order. */
  readonly changes: readonly Change[]
  /** Whether a value without quotes needs them afterwards. */
  readonly needsQuotes: boolean
}

/** Gather the changes of a value. */
export function gatherChanges({text}: Block, changes: readonly Change[]): ValueChanges {
  return {changes, needsQuotes: needsQuotes(text, changes)}
}

/** A change of a value, beside all that changes in it. */
export interface ScalarChange {
  /** In units of the block's text. */
  readonly change: Change
  readonly all: ValueChanges
  /** What this change writes where the whole value must be written: the shares of all changes make up the value. */
  readonly share: Range
}

/**
 * Write a change into a front matter value so that the value reads as wanted.
 *
 * Quotes are kept. A value without quotes that would need them gets single quotes, if it stands on one line.
 *
 * @returns The splice, of the changed words or of the change's share, or the reason why there is none.
 * @see YAML 1.2.2, section 7.3; TOML 1.0, section String.
 */
export function writeScalar(
  source: string,
  block: Block,
  {change, all, share}: ScalarChange
): Splice | {readonly reason: string} {
  const style = scalarStyle(source, block.range.start)
  if (style === 'plain' && all.needsQuotes) {
    return block.text.includes('\n')
      ? {reason: 'The value needs quotes and stands on several lines; put quotes around it first'}
      : writeQuoted(block, change, share)
  }
  if (style === 'literal' && change.text.includes("'")) {
    return {reason: "The value stands in single quotes, which cannot hold `'` in TOML; use double quotes"}
  }
  const {start, end} = change.span
  return {
    range: {start: block.starts[start]!, end: block.ends[end - 1]!},
    text: escapeWords(change.text, style)
  }
}

/** Quotes are not forced on a value that was read without them for reasons the changes have no part in. */
function needsQuotes(old: string, all: readonly Change[]): boolean {
  const value = changeText(old, {start: 0, end: old.length}, all)
  return (
    !isPlainScalar(value) && (isPlainScalar(old) || all.some(({text}) => /[^\p{L}\p{M}\p{N} .]/u.test(text)))
  )
}

function changeText(text: string, part: Range, changes: readonly Change[]): string {
  return spliceSource(
    text,
    part,
    changes.map(({span, text: words}) => ({range: span, text: words}))
  )
}

/** One share of a value in single quotes; the first opens and the last closes them. */
function writeQuoted({text, starts, ends}: Block, change: Change, share: Range): Splice {
  const words = escapeWords(changeText(text, share, [change]), 'single')
  return {
    range: {start: starts[share.start]!, end: ends[share.end - 1]!},
    text: `${share.start === 0 ? "'" : ''}${words}${share.end === text.length ? "'" : ''}`
  }
}

function scalarStyle(source: string, start: number): ScalarStyle {
  const quote = source[start - 1]
  if (quote === '"') return 'double'
  if (quote === "'") return /^\uFEFF?\+\+\+/.test(source) ? 'literal' : 'single'
  let end = start
  while (end > 0 && /\s/.test(source[end - 1]!)) end--
  // A comment may stand behind the sign.
  return /[|>][-+\d]*(?:[ \t]+#.*)?$/.test(lineBefore(source, end)) ? 'block' : 'plain'
}

function escapeWords(words: string, style: ScalarStyle): string {
  if (style === 'double') return words.replace(/["\\]/g, '\\$&')
  return style === 'single' ? words.replaceAll("'", "''") : words
}

/** Whether a value may stand without quotes; stricter than YAML, as inside of `[a, b]` more is needed. */
function isPlainScalar(value: string): boolean {
  if (value === '' || value !== value.trim()) return false
  if (/^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/.test(value)) return false
  if (/:(?:\s|$)|\s#|[[\]{}]/.test(value)) return false
  return !/^(?:~|null|true|false|yes|no|on|off|[-+]?[.\d][\d_.,:eExo+-]*|[-+]?\.(?:inf|nan))$/i.test(value)
}
