// Cue words found in a text: the words of the general tables, and those that entries list themselves. How words are
// looked up is told in word-index.ts, what they weigh in weights.ts and evidence/.
import type {Cues, EvidenceTables, MistranslationUse} from '../model.js'
import type {Range} from '../text/range.js'
import {isWordEdge} from '../text/word.js'
import {findPhrase, type Phrase, standsAt, toPhrase, type WordIndex} from './word-index.js'

/** A word of a general table. */
export interface GeneralCue {
  readonly table: 'topics' | 'fields' | 'for' | 'against'
  /** Name of the topic or field, or the entry kind. */
  readonly name: string
  readonly word: string
}

/** A general cue at one place of a text. */
export interface CueHit extends GeneralCue {
  readonly span: Range
}

/** A phrase of the general tables, as it is looked up. */
interface CuePattern {
  readonly folded: string
  /** Of its first word. */
  readonly hash: number
  readonly cues: GeneralCue[]
}

/** The general tables as they are looked up. */
export interface GeneralCues {
  readonly all: PatternTable
  /** Those of topics alone, for these are looked up in the whole source. */
  readonly topics: PatternTable
}

/** Patterns by the lowest bits of their hashes; cheaper to make at every start than a search. */
interface PatternTable {
  /** Per value of these bits: which list. Most words begin no pattern, and are done with here: list 0 is empty. */
  readonly slots: Uint16Array
  readonly lists: readonly (readonly CuePattern[])[]
}

const slotCount = 2 ** 14

/** Make the tables ready for look-ups; every word is found in its plural too. */
export function compileCues(tables: EvidenceTables): GeneralCues {
  const byText = new Map<string, CuePattern>()
  for (const cue of listCues(tables)) {
    for (const {folded, hash} of phrasesOf(cue.word)) {
      const known = byText.get(folded)
      if (known === undefined) byText.set(folded, {folded, hash, cues: [cue]})
      else if (!known.cues.some(({table, name}) => table === cue.table && name === cue.name))
        known.cues.push(cue)
    }
  }
  const patterns = [...byText.values()]
  return {
    all: tabulate(patterns),
    topics: tabulate(patterns.filter(({cues}) => cues.some(({table}) => table === 'topics')))
  }
}

/** A word as it is looked up, and its plural. */
function phrasesOf(word: string): readonly Pick<Phrase, 'folded' | 'hash'>[] {
  const phrase = toPhrase(word)
  return phrase === undefined
    ? []
    : [phrase, {folded: `${phrase.folded}s`, hash: phrase.plural ?? phrase.hash}]
}

function tabulate(patterns: readonly CuePattern[]): PatternTable {
  const slots = new Uint16Array(slotCount)
  const lists: CuePattern[][] = [[]]
  for (const pattern of patterns) {
    const slot = pattern.hash % slotCount
    if (slots[slot] === 0) slots[slot] = lists.push([]) - 1
    lists[slots[slot]!]!.push(pattern)
  }
  return {slots, lists}
}

/** The words of the source language's country, in all forms in which they are found. */
export function countryWords({topics}: EvidenceTables): readonly string[] {
  return (topics.china ?? []).flatMap((word) => [word, `${word}s`])
}

function listCues({topics, fields, kinds}: EvidenceTables): GeneralCue[] {
  const list = (table: GeneralCue['table'], name: string, words: readonly string[]): GeneralCue[] =>
    words.map((word) => ({table, name, word}))
  return [
    ...Object.entries(topics).flatMap(([name, words]) => list('topics', name, words)),
    ...Object.entries(fields).flatMap(([name, words]) => list('fields', name, words)),
    ...Object.entries(kinds).flatMap(([name, cues]) => [
      ...list('for', name, cues.for),
      ...list('against', name, cues.against)
    ])
  ]
}

/** Tell each place where a pattern stands, in source order. */
function eachPattern(
  {slots, lists}: PatternTable,
  {text, starts, hashes}: WordIndex,
  tell: (pattern: CuePattern, start: number) => void
): void {
  for (let word = 0; word < hashes.length; word++) {
    const hash = hashes[word]!
    const list = slots[hash % slotCount]!
    if (list === 0) continue
    for (const pattern of lists[list]!)
      if (pattern.hash === hash && isWhole(pattern, text, starts[word]!)) tell(pattern, starts[word]!)
  }
}

/** Whether a pattern stands at a place, not as a part of other words. */
function isWhole(pattern: CuePattern, text: string, start: number): boolean {
  return (
    standsAt(pattern, text, start) &&
    isWordEdge(text, start) &&
    isWordEdge(text, start + pattern.folded.length)
  )
}

/** Find the general cues of a text, in source order. */
export function findCues(general: GeneralCues, words: WordIndex): CueHit[] {
  const hits: CueHit[] = []
  eachPattern(general.all, words, ({cues, folded}, start) => {
    const span = {start, end: start + folded.length}
    for (const {table, name, word} of cues) hits.push({table, name, word, span})
  })
  return hits
}

/** Find which topic words a text holds, by topic; places do not matter. */
export function findTopicWords(general: GeneralCues, words: WordIndex): Map<string, Set<string>> {
  const found = new Set<CuePattern>()
  eachPattern(general.topics, words, (pattern) => found.add(pattern))
  const byTopic = new Map<string, Set<string>>()
  for (const {cues} of found)
    for (const {table, name, word} of cues)
      if (table === 'topics') byTopic.set(name, (byTopic.get(name) ?? new Set()).add(word))
  return byTopic
}

/** A word that an entry or a mistranslation lists as its cue. */
export interface OwnCue {
  /** As listed. */
  readonly word: string
  readonly phrase: Phrase
}

/** Own cues, in the order in which they are listed. */
export type OwnCues = Readonly<Record<keyof Cues, readonly OwnCue[]>>

const noCues: OwnCues = {for: [], against: []}

/** Per mistranslation: its cues and its entry's. */
const compiled = new WeakMap<MistranslationUse['mistranslation'], OwnCues>()

/** The cues of an entry and of the mistranslation; one inside the mistranslation itself says nothing. */
function ownCuesOf({entry, mistranslation}: MistranslationUse): OwnCues {
  const known = compiled.get(mistranslation)
  if (known !== undefined) return known
  const list = (side: keyof Cues): OwnCue[] =>
    [...new Set([...mistranslation.cues[side], ...entry.cues[side]])].flatMap((word) => {
      const phrase = isPartOf(word, mistranslation.text) ? undefined : toPhrase(word)
      return phrase === undefined ? [] : [{word, phrase}]
    })
  const made = {for: list('for'), against: list('against')}
  compiled.set(mistranslation, made)
  return made
}

function isPartOf(word: string, text: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase())
}

/** Prepare for telling which own cues of a mistranslation, and of its entry, stand anywhere in a text. */
export function createCueReader(words: WordIndex): (use: MistranslationUse) => OwnCues {
  const found = new Map<MistranslationUse['mistranslation'], OwnCues>()
  return (use) => {
    const known = found.get(use.mistranslation)
    if (known !== undefined) return known
    const own = ownCuesOf(use)
    const isThere = ({phrase}: OwnCue): boolean => findPhrase(words, phrase) !== undefined
    const made = isBare(own) ? noCues : {for: own.for.filter(isThere), against: own.against.filter(isThere)}
    found.set(use.mistranslation, made)
    return made
  }
}

// Most entries of most glossaries have none.
function isBare(cues: OwnCues): boolean {
  return cues.for.length === 0 && cues.against.length === 0
}
