// From an entry as written to an `Entry` in which every default is resolved. The schema of what is written
// lives in schema.ts, the guess of `ordinary` in ordinary.ts.
import type {Cues, Entry, Example, Mistranslation, Origin} from '../model.js'
import {guessOrdinary, type IsWord, ordinaryOf} from './ordinary.js'
import type {WrittenCues, WrittenEntry} from './schema.js'

type WrittenMistranslation = WrittenEntry['mistranslations'][number]
type LongMistranslation = Exclude<WrittenMistranslation, string>
type WrittenExample = NonNullable<WrittenEntry['examples']>[number]

/** Knowledge of language that the defaults rest on; big, so the caller loads it when it is needed. */
export interface Lexicon {
  readonly isWord: IsWord
  /** Toneless pinyin, lower case, letters only; empty for a text that is not all Chinese characters and marks. */
  readonly toPinyin: (text: string) => string
}

/** What the defaults of an entry depend on besides the entry. */
export interface Surroundings {
  /** Default domain. */
  readonly domain: string
  readonly origin: Origin
  readonly lexicon: Lexicon
}

/** Fill in every default of an entry; lists keep the order in which they are written. */
export function resolveEntry(written: WrittenEntry, {domain, origin, lexicon}: Surroundings): Entry {
  const kind = written.kind ?? 'product'
  const ceiling = written.ceiling ?? (kind === 'jargon' ? 'propose' : 'fix')
  const source = typeof written.source === 'string' ? [written.source] : (written.source ?? [])
  const variants = written.variants ?? []
  const {isWord, toPinyin} = lexicon
  const defaults = {term: written.term, ceiling, ordinary: written.ordinary, isWord}
  return {
    id: written.id,
    term: written.term,
    kind,
    domain: written.domain ?? domain,
    source,
    variants,
    mistranslations: written.mistranslations.map((item) => resolveMistranslation(item, defaults)),
    ...(written.owner === undefined ? {} : {owner: written.owner}),
    cues: resolveCues(written.cues),
    exceptions: written.exceptions ?? [],
    ceiling,
    ordinaryNames: ordinaryOf([written.term, ...variants], isWord),
    pinyin: [...new Set(source.map(toPinyin))].filter((text) => text !== ''),
    first: written.first ?? (source[0] === undefined ? written.term : `${written.term} (${source[0]})`),
    ...(written.note === undefined ? {} : {note: written.note}),
    references: written.references ?? [],
    examples: (written.examples ?? []).map(resolveExample),
    origin
  }
}

/** Fill in the lists that are not written. */
export function resolveCues(written: WrittenCues | undefined): Cues {
  return {for: written?.for ?? [], against: written?.against ?? []}
}

interface MistranslationDefaults {
  readonly term: string
  readonly ceiling: Entry['ceiling']
  readonly ordinary: Mistranslation['ordinary'] | undefined
  readonly isWord: IsWord
}

function resolveMistranslation(
  item: WrittenMistranslation,
  {term, ceiling, ordinary, isWord}: MistranslationDefaults
): Mistranslation {
  const written: LongMistranslation = typeof item === 'string' ? {text: item} : item
  const replacement = written.replacement ?? term
  return {
    text: written.text,
    replacement,
    alternatives: (written.alternatives ?? []).filter((text) => text !== replacement),
    ordinary: written.ordinary ?? ordinary ?? guessOrdinary(written.text, isWord),
    case: written.case ?? 'any',
    ceiling: written.ceiling ?? ceiling,
    cues: resolveCues(written.cues),
    ...(written.note === undefined ? {} : {note: written.note})
  }
}

function resolveExample(written: WrittenExample): Example {
  if ('propose' in written) return {kind: 'propose', text: written.propose}
  if ('keep' in written) return {kind: 'keep', text: written.keep}
  return {kind: 'fix', before: written.before, after: written.after}
}
