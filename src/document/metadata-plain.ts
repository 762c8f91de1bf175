// Front matter in the plainest YAML: keys with words, quoted words or short lists, as nearly all articles have it.
// It is read a hundred times as fast as by a YAML parser; everything else is left to the one in metadata.ts.
import type {Scalar} from './scalar.js'

/** A string value with its key. */
export interface KeyedScalar extends Scalar {
  readonly key: string
}

const keyLine = /^([A-Za-z][\w-]*):(?: +(\S.*))?$/u
/** Words that begin with a letter or digit, without any sign that could mean something to YAML. */
const plainWords =
  /^[\p{L}\d](?:[^\p{Cc}\u2028\u2029\ufeff:#[\]{}\\]*[^\p{Cc}\u2028\u2029\ufeff:#[\]{}\\\s])?$/u
const quoted = /^(?:"([^"\\\p{Cc}\u2028\u2029]*)"|'([^'\p{Cc}\u2028\u2029]*)')$/u
const flowList = /^\[(?:[\p{L}\d][\p{L}\d _-]*(?:, *[\p{L}\d][\p{L}\d _-]*)*)?\]$/u
const item = /^( *)- +(\S.*)$/u
/** Words that are no strings to YAML. */
const otherType = /^(?:[-+.\d_eExXoa-fA-F:TZ ]+|true|false|null|nan|yes|no|on|off|[yn])$/iu

/**
 * Read front matter that holds nothing but plain keys.
 *
 * @param text - Without the fences.
 * @returns Its string values in order, or nothing where the text is not that plain: then it may even be invalid.
 */
export function readPlainYaml(text: string): KeyedScalar[] | undefined {
  const scalars: KeyedScalar[] = []
  let start = 0
  // Indentation of the items of the key before, -1 before the first of them; nothing where none may follow.
  let indent: number | undefined
  for (const ended of text.split('\n')) {
    const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended
    const [, key, value] = keyLine.exec(line) ?? []
    if (key !== undefined) {
      indent = value === undefined ? -1 : undefined
      if (value !== undefined && !flowList.test(value)) {
        const scalar = readScalar(value, start + line.length - value.length)
        if (scalar === undefined) return undefined
        if (scalar !== 'other') scalars.push({...scalar, key})
      }
    } else if (line !== '' || start + ended.length < text.length) {
      const [, space, words] = item.exec(line) ?? []
      if (space === undefined || words === undefined || indent === undefined) return undefined
      if (indent >= 0 && indent !== space.length) return undefined
      if (readScalar(words, 0) === undefined) return undefined
      indent = space.length
    }
    start += ended.length + 1
  }
  return scalars
}

/** A string, or `other` for a number and the like. */
function readScalar(written: string, start: number): Scalar | 'other' | undefined {
  const isQuoted = written.startsWith('"') || written.startsWith("'")
  const [, double, single] = (isQuoted && quoted.exec(written)) || []
  const inner = double ?? single
  if (inner !== undefined) {
    return {style: double === undefined ? 'single' : 'double', written: inner, start: start + 1, value: inner}
  }
  if (otherType.test(written)) return /^[-\d]+$/u.test(written) ? 'other' : undefined
  return plainWords.test(written) ? {style: 'plain', written, start, value: written} : undefined
}
