// New words as Markdown source: what must be escaped where. Front matter has its own rules, in scalar.ts.
import type {Surroundings} from './surroundings.js'

/** `needed`: only what could be read as markup in this place. `all`: every ASCII punctuation mark. */
export type Escaping = 'needed' | 'all'

/**
 * Write words so that Markdown reads them as just these words.
 *
 * `[`, `]` and `\` are always escaped; `*`, `_`, `~` and backticks only where they could find a partner,
 * which is looked for in the source as it is. Two replacements in one block may still pair: the proof in
 * plan.ts sees it, and the second is written with `all`.
 *
 * @see CommonMark 0.31.2, sections 2.4 (backslash escapes) and 6; GFM sections 4.10 (tables) and 6.9 (autolinks).
 */
export function escapeWords(words: string, around: Surroundings, escaping: Escaping): string {
  if (around.format === 'text' || around.kind === 'line' || words === '') return words
  const leading = around.startsLine ? leadingMarker(words + around.after) : -1
  if (leading < 0 && plain.test(words)) return words
  const line = around.before + words + around.after
  const offset = around.before.length
  let written = ''
  for (let index = 0; index < words.length; index++) {
    const char = words[index]!
    const escaped =
      index === leading ||
      (escaping === 'all' ? isPunctuation(char) : isMarkup(line, offset + index, words, around))
    written += escaped ? `\\${char}` : char
  }
  return written
}

/** Words that are markup nowhere but where a line begins. */
const plain = /^[\p{L}\p{N} ]*$/u

/**
 * Whether `escapeWords` leaves words alone whatever stands around them, as it does most names: what surrounds
 * these is not looked at.
 *
 * @param isFirst - Whether they may be the first of a line. No marker of a block begins with a letter.
 */
export function isPlainProse(words: string, isFirst: boolean): boolean {
  return plain.test(words) && (!isFirst || /^\p{L}/u.test(words))
}

function isMarkup(line: string, at: number, words: string, around: Surroundings): boolean {
  const char = line[at]!
  if (char === '\\') return true
  if (char === '&') return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(line.slice(at))
  if (around.kind === 'title') return isTitleMarkup(char, around.delimiter)
  if (char === '|') return around.kind === 'cell' || around.kind === 'alt'
  if (char === '[' || char === ']') return true
  if (char === '_' && isWordUnit(line[at - 1]) && isWordUnit(line[at + 1])) return false
  // One dollar sign is money; two together are math.
  if (char === '$') return line[at - 1] === '$' || line[at + 1] === '$'
  if ('*_~`'.includes(char)) return around.hasPartner(char) || words.indexOf(char) !== words.lastIndexOf(char)
  if (around.format === 'mdx' && '<{}'.includes(char)) return true
  if (char === '<') return /[a-z/!?]/i.test(line[at + 1] ?? '')
  if (char === '!') return line[at + 1] === '['
  if (char === '#') return around.kind === 'heading' && /[ \t]#*$/.test(line.slice(0, at))
  return isAutolinkPart(line, at)
}

/** A title may hold anything but its own delimiter; inside a table, a pipe would end the cell. */
function isTitleMarkup(char: string, delimiter: string): boolean {
  if (char === '|' || char === delimiter) return true
  return delimiter === ')' && char === '('
}

/** A bare domain (“JD.com”, “Ele.me”) is no autolink in GFM: only `www.`, a scheme or `@` make one. */
function isAutolinkPart(line: string, at: number): boolean {
  const before = line.slice(0, at)
  const after = line.slice(at + 1)
  if (line[at] === '.') return /(?:^|[\s*_~(])www$/i.test(before)
  if (line[at] === ':') return /https?$/i.test(before) && after.startsWith('//')
  return line[at] === '@' && /[\w.+-]$/.test(before) && /^\w/.test(after)
}

/** Index of the character that would make the line a heading, a quote, an item, a rule …; -1 if none would. */
function leadingMarker(line: string): number {
  const number = /^(\d{1,9})[.)](?:[ \t]|$)/.exec(line)
  if (number) return number[1]!.length
  return leadingMarkers.some((marker) => marker.test(line)) ? 0 : -1
}

const leadingMarkers = [
  /^#{1,6}(?:[ \t]|$)/,
  /^>/,
  /^[-+*](?:[ \t]|$)/,
  /^=+[ \t]*$/,
  /^-+[ \t]*$/,
  /^([-_*])(?:[ \t]*\1){2,}[ \t]*$/,
  /^(?:```|~~~|:::?)/,
  // A row of a table, or the row under its head.
  /^[-:| \t]+$/,
  /^\|/
]

function isPunctuation(char: string): boolean {
  return /[!-/:-@[-`{-~]/.test(char)
}

function isWordUnit(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}\p{Surrogate}]/u.test(char)
}
