// Names of files in a list, as programs print them. Who reads lists: files.ts.
import {Buffer} from 'node:buffer'

/**
 * Read the names in a list: one a line, or ended by NUL characters where there is one, as `git ls-files -z` and
 * `find -print0` write them.
 *
 * On lines Git puts names with other letters than English ones in quotes and escapes them as C does, byte by byte:
 * `"caf\303\251.md"`. A line that only looks so is a name as it stands.
 *
 * @see https://git-scm.com/docs/git-config, `core.quotePath`
 */
export function parseNames(text: string): string[] {
  if (text.includes('\0')) return text.split('\0').filter(Boolean)
  return text.split(/\r?\n/u).filter(Boolean).map(unquote)
}

const escaped = /\\(?:([0-3][0-7]{2})|([abtnvfr"\\]))/gu
const quoted = /^"(?:[^"\\]|\\[0-3][0-7]{2}|\\[abtnvfr"\\])*"$/u
const letters = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\'
} as const

function unquote(line: string): string {
  if (!quoted.test(line)) return line
  // Escapes stand for bytes, several of which make one character; so all of the name becomes bytes.
  const bytes = Buffer.from(line.slice(1, -1)).toString('latin1')
  const name = bytes.replace(escaped, (_, octal: string | undefined, letter: keyof typeof letters) =>
    octal === undefined ? letters[letter] : String.fromCharCode(Number.parseInt(octal, 8))
  )
  return Buffer.from(name, 'latin1').toString()
}
