// New words in a front matter value: YAML scalars and TOML strings. Prose has its own rules, in escape.ts.
import type {Block} from '../model.js'
import type {Change} from './change.js'
import type {Splice} from './splice.js'

/** How a value is written: `plain` has no quotes, `block` stands behind `|` or `>`, `literal` is TOML's `'`. */
type ScalarStyle = 'plain' | 'single' | 'double' | 'block' | 'literal'

/**
 * Write a change into a front matter value so that the value reads as wanted.
 *
 * Quotes are kept. A value without quotes that would need them gets single quotes, if it stands on one line.
 *
 * @param wanted - The change in units of the block's text, and the whole value afterwards.
 * @returns The splice, of the changed words or of the whole value, or the reason why there is none.
 * @see YAML 1.2.2, section 7.3; TOML 1.0, section String.
 */
export function writeScalar(
  source: string,
  block: Block,
  wanted: {readonly change: Change; readonly value: string}
): Splice | {readonly reason: string} {
  const {change, value} = wanted
  const style = scalarStyle(source, block.range.start)
  if (style === 'plain' && needsQuotes(block.text, wanted)) {
    return value.includes('\n')
      ? {reason: 'The value needs quotes and stands on several lines; put quotes around it first'}
      : {range: block.range, text: `'${value.replaceAll("'", "''")}'`}
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

/** Quotes are not forced on a value that was read without them for reasons the change has no part in. */
function needsQuotes(
  old: string,
  {change, value}: {readonly change: Change; readonly value: string}
): boolean {
  return !isPlainScalar(value) && (isPlainScalar(old) || /[^\p{L}\p{M}\p{N} .]/u.test(change.text))
}

function scalarStyle(source: string, start: number): ScalarStyle {
  const before = source.slice(0, start)
  if (before.endsWith('"')) return 'double'
  if (before.endsWith("'")) return /^\uFEFF?\+\+\+/.test(source) ? 'literal' : 'single'
  return /[|>][-+\d]*(?:[ \t]+#.*)?\s*$/.test(before) ? 'block' : 'plain'
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
