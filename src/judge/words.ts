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
  const found = /([\p{L}\p{N}][\p{L}\p{N}'’.-]*)[ \u00a0\n]+$/u.exec(
    text.slice(Math.max(0, unit - lookAround), unit)
  )
  return found?.[1]?.toLowerCase() ?? ''
}

/** The word that begins after a unit with only blanks between, in lower case; '' where something else stands. */
export function wordAfter(text: string, unit: number): string {
  const found = /^[ \u00a0\n]+([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u.exec(text.slice(unit, unit + lookAround))
  return found?.[1]?.toLowerCase() ?? ''
}

/** Whether a possessive follows the unit. */
export function isPossessive(text: string, unit: number): boolean {
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
