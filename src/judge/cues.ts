// Cue words found in a text: the general tables in one search, an entry's own cues one by one.
// What they weigh is told in weights.ts and evidence/.
import type {EvidenceTables} from '../model.js'
import {foldText, foldUnits} from '../text/fold.js'
import type {Range} from '../text/range.js'
import {isWordEdge} from '../text/word.js'

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

/** A pattern of the general tables, as it is looked for. */
interface CuePattern {
  readonly folded: string
  readonly cues: GeneralCue[]
}

/** The general tables by the first word of each pattern; cheaper to make at every start than a search. */
export type GeneralCues = ReadonlyMap<string, readonly CuePattern[]>

/** Make the tables ready for look-ups; every word is found in its plural too. */
export function compileCues(tables: EvidenceTables): GeneralCues {
  const byPattern = new Map<string, CuePattern>()
  const add = (cue: GeneralCue): void => {
    for (const form of [cue.word, `${cue.word}s`]) {
      const folded = foldText(form)
      const pattern = byPattern.get(folded) ?? {folded, cues: []}
      byPattern.set(folded, pattern)
      if (!pattern.cues.some(({table, name}) => table === cue.table && name === cue.name))
        pattern.cues.push(cue)
    }
  }
  for (const table of ['topics', 'fields'] as const)
    for (const [name, words] of Object.entries(tables[table]))
      for (const word of words) add({table, name, word})
  for (const [name, cues] of Object.entries(tables.kinds))
    for (const table of ['for', 'against'] as const) for (const word of cues[table]) add({table, name, word})
  const byWord = new Map<string, CuePattern[]>()
  for (const pattern of byPattern.values()) {
    const first = pattern.folded.match(firstWord)?.[0] ?? pattern.folded
    byWord.set(first, [...(byWord.get(first) ?? []), pattern])
  }
  return byWord
}

// Chinese has no blanks between words: each of its characters may begin one.
const anyWord = /[\p{Script=Latin}\p{M}\p{N}]+|\p{L}/gu
const firstWord = /[\p{Script=Latin}\p{M}\p{N}]+|\p{L}/u

/** Tell each place where a pattern stands, in source order. */
function eachPattern(
  cues: GeneralCues,
  text: string,
  tell: (pattern: CuePattern, span: Range) => void
): void {
  const {folded} = foldForCues(text)
  for (const {0: word, index} of folded.matchAll(anyWord)) {
    for (const pattern of cues.get(word) ?? []) {
      const end = index + pattern.folded.length
      if (pattern.folded !== word && !folded.startsWith(pattern.folded, index)) continue
      if (isWordEdge(text, index) && isWordEdge(text, end)) tell(pattern, {start: index, end})
    }
  }
}

/** Find the general cues of a text, in source order. */
export function findCues(general: GeneralCues, text: string): CueHit[] {
  const hits: CueHit[] = []
  eachPattern(general, text, ({cues}, span) => {
    for (const cue of cues) hits.push({...cue, span})
  })
  return hits
}

/** Find which topic words a text holds, by topic; places do not matter. */
export function findTopicWords(general: GeneralCues, text: string): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>()
  eachPattern(general, text, ({cues}) => {
    for (const {table, name, word} of cues)
      if (table === 'topics') words.set(name, (words.get(name) ?? new Set()).add(word))
  })
  return words
}

/** A text folded once, for looking words up in it. */
export interface FoldedText {
  readonly text: string
  /** The same length as the text. */
  readonly folded: string
}

// The quickest way from units to a string; a half of a surrogate pair becomes another unit, never none.
const utf16 = new TextDecoder('utf-16le', {ignoreBOM: true})

/** Fold a text for `findWord`. */
export function foldForCues(text: string): FoldedText {
  const units = new Uint16Array(text.length)
  for (let unit = 0; unit < text.length; unit++) units[unit] = foldUnits[text.charCodeAt(unit)]!
  return {text, folded: utf16.decode(units)}
}

/** All words of a text, to see at once that a cue is not there. */
export function wordsOf({folded}: FoldedText): ReadonlySet<string> {
  return new Set(folded.match(wordPattern))
}

/** Whether a text with these words can hold a cue. */
export function mayHold(words: ReadonlySet<string>, cue: string): boolean {
  return patternOf(cue).words.every((word) => words.has(word) || words.has(`${word}s`))
}

// As word edges have it (text/unit-class.ts): “²” is none of a word, and scripts without blanks are edges.
const wordPattern =
  /(?:(?![\u02bc\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])[\p{L}\p{M}\p{Nd}\p{Nl}])+/gu

/** A cue as it is looked for. */
interface Pattern {
  readonly folded: string
  /** Whole words that a text must have; Chinese has none. */
  readonly words: readonly string[]
}

const patterns = new Map<string, Pattern>()

function patternOf(word: string): Pattern {
  const known = patterns.get(word)
  if (known !== undefined) return known
  const folded = foldText(word)
  const words = folded.match(wordPattern) ?? []
  const made = {folded, words}
  patterns.set(word, made)
  return made
}

/**
 * Find a word or phrase in a text, also in its plural and possessive.
 *
 * @returns Its first place that is not `except`, or undefined.
 */
export function findWord({text, folded}: FoldedText, word: string, except?: Range): Range | undefined {
  const pattern = patternOf(word)
  if (pattern.folded === '') return undefined
  for (
    let start = folded.indexOf(pattern.folded);
    start >= 0;
    start = folded.indexOf(pattern.folded, start + 1)
  ) {
    const end = wordEnd(folded, start + pattern.folded.length)
    if (except !== undefined && start < except.end && except.start < end) continue
    if (isWordEdge(text, start) && isWordEdge(text, end)) return {start, end}
  }
  return undefined
}

/** Take a plural `s` in. */
function wordEnd(folded: string, end: number): number {
  return folded[end] === 's' && !/[a-z0-9]/.test(folded[end + 1] ?? '') ? end + 1 : end
}
