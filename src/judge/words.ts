// Words beside a match and the closed lists they are looked up in. Cues from tables live in cues.ts.
import type {EvidenceTables} from '../model.js'

/** The closed word lists, in lower case. */
export interface Words {
  readonly heads: ReadonlySet<string>
  readonly verbs: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  /** Small words before which a name stands alone. */
  readonly alone: ReadonlySet<string>
  /** Pronouns and modal verbs, after which a verb stands. */
  readonly clauses: ReadonlySet<string>
  /** Domains whose right names say little about where a text comes from. */
  readonly abroad: ReadonlySet<string>
  /** What a company's name may end in, in the capitals of names. */
  readonly suffixes: ReadonlySet<string>
  /** First words that take “a”, or “an”, against their spelling. */
  readonly a: ReadonlySet<string>
  readonly an: ReadonlySet<string>
  /** A phrase that introduces words as words, straight before a unit; group 1 is the phrase. Undefined: none listed. */
  readonly mention: RegExp | undefined
}

/** Make the word lists of the tables ready for look-ups; a list that is not given is empty. */
export function compileWords({words}: EvidenceTables): Words {
  const set = (name: string): Set<string> => new Set((words[name] ?? []).map((word) => word.toLowerCase()))
  return {
    heads: set('heads'),
    verbs: set('verbs'),
    determiners: set('determiners'),
    alone: set('alone'),
    clauses: set('clauses'),
    abroad: new Set(words.abroad),
    suffixes: new Set(words.suffixes),
    a: set('a'),
    an: set('an'),
    mention: compileMention([...set('mentions')])
  }
}

const lookAround = 60

/** The word that ends before a unit with only blanks between, in lower case; '' where something else stands. */
export function wordBefore(text: string, unit: number): string {
  return plainWordBefore(text, unit) ?? anyWordBefore(text, unit)
}

/**
 * The same for words in plain letters, without a regular expression, for it is asked of every match.
 *
 * @returns Undefined where other characters stand near, which only Unicode can tell apart.
 */
function plainWordBefore(text: string, unit: number): string | undefined {
  const from = Math.max(0, unit - lookAround)
  let end = unit
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--
  if (end === unit) return ''
  let first = end
  let start = end
  for (; start > from; start--) {
    const before = text.charCodeAt(start - 1)
    if (isPlainWord(before)) first = start - 1
    else if (!joinsPlain(before) && before !== fullStop) break
  }
  if (start > from && text.charCodeAt(start - 1) >= ascii) return undefined
  return text.slice(first, end).toLowerCase()
}

/** Exported for its law: where there are only plain letters, it agrees with the quick way. */
export function anyWordBefore(text: string, unit: number): string {
  const found = /([\p{L}\p{N}][\p{L}\p{N}'’.-]*)[ \u00a0\n]+$/u.exec(
    text.slice(Math.max(0, unit - lookAround), unit)
  )
  return found?.[1]?.toLowerCase() ?? ''
}

/** The word that begins after a unit with only blanks between, in lower case; '' where something else stands. */
export function wordAfter(text: string, unit: number): string {
  return plainWordAfter(text, unit) ?? anyWordAfter(text, unit)
}

/** As {@link plainWordBefore}. */
function plainWordAfter(text: string, unit: number): string | undefined {
  const to = Math.min(text.length, unit + lookAround)
  let start = unit
  while (start < to && isBlank(text.charCodeAt(start))) start++
  if (start === unit) return ''
  let end = start
  while (end < to && (isPlainWord(text.charCodeAt(end)) || joinsPlain(text.charCodeAt(end)))) end++
  if (end < to && text.charCodeAt(end) >= ascii) return undefined
  return isPlainWord(text.charCodeAt(start)) ? text.slice(start, end).toLowerCase() : ''
}

/** Exported for its law, as {@link anyWordBefore}. */
export function anyWordAfter(text: string, unit: number): string {
  const found = /^[ \u00a0\n]+([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u.exec(text.slice(unit, unit + lookAround))
  return found?.[1]?.toLowerCase() ?? ''
}

/** From here on units are no plain letters. */
const ascii = 0x80
const fullStop = 0x2e

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x0a
}

/** A letter or digit of ASCII. */
function isPlainWord(unit: number): boolean {
  const small = unit | 0x20
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
}

/** An apostrophe or hyphen. */
function joinsPlain(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2d
}

/** Whether a possessive follows the unit. */
export function isPossessive(text: string, unit: number): boolean {
  const mark = text.charCodeAt(unit)
  if (mark !== 0x27 && mark !== 0x2019) return false
  return /^['’]s(?![\p{L}\p{N}])/u.test(text.slice(unit, unit + 3))
}

/** Longest first, or “means” would hide “which means”. */
function compileMention(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined
  const escaped = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[^\p{L}\p{N} ]/gu, '\\$&'))
  return new RegExp(`(?:^|\\W)(${escaped.join('|')})[\\s:,“”"'‘’(（the]*$`, 'u')
}
