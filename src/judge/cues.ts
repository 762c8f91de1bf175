// Cue words found in a text: the general tables in one search, an entry's own cues one by one.
// What they weigh is told in weights.ts and evidence/.
import type {EvidenceTables} from '../model.js'
import {foldText, foldUnits} from '../text/fold.js'
import type {Range} from '../text/range.js'
import {compileSearch, type Search, searchText} from '../text/search.js'
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

/** The general tables, ready to search. */
export interface GeneralCues {
  readonly search: Search
  /** By pattern number. */
  readonly cues: readonly (readonly GeneralCue[])[]
}

/** Make the tables searchable; every word is found in its plural too. */
export function compileCues(tables: EvidenceTables): GeneralCues {
  const byPattern = new Map<string, GeneralCue[]>()
  const add = (cue: GeneralCue): void => {
    for (const form of [cue.word, `${cue.word}s`]) {
      const pattern = foldText(form)
      const cues = byPattern.get(pattern)
      if (cues === undefined) byPattern.set(pattern, [cue])
      else if (!cues.some((known) => known.table === cue.table && known.name === cue.name)) cues.push(cue)
    }
  }
  for (const table of ['topics', 'fields'] as const)
    for (const [name, words] of Object.entries(tables[table]))
      for (const word of words) add({table, name, word})
  for (const [name, cues] of Object.entries(tables.kinds))
    for (const table of ['for', 'against'] as const) for (const word of cues[table]) add({table, name, word})
  return {search: compileSearch([...byPattern.keys()]), cues: [...byPattern.values()]}
}

/** Find the general cues of a text, in source order. */
export function findCues({search, cues}: GeneralCues, text: string): CueHit[] {
  const hits: CueHit[] = []
  searchText(search, text, (pattern, start, end) => {
    for (const cue of cues[pattern] ?? []) hits.push({...cue, span: {start, end}})
  })
  return hits.sort((a, b) => a.span.start - b.span.start)
}

/** A text folded once, for looking words up in it. */
export interface FoldedText {
  readonly text: string
  /** The same length as the text. */
  readonly folded: string
  /** All its words, folded, to see at once that a cue is not there. */
  readonly words: ReadonlySet<string>
}

const chunk = 8192

/** Fold a text for `findWord`. */
export function foldForCues(text: string): FoldedText {
  const units = new Uint16Array(text.length)
  for (let unit = 0; unit < text.length; unit++) units[unit] = foldUnits[text.charCodeAt(unit)]!
  let folded = ''
  for (let from = 0; from < units.length; from += chunk)
    folded += String.fromCharCode(...units.subarray(from, from + chunk))
  return {text, folded, words: new Set(folded.match(wordPattern))}
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu

/** A cue as it is looked for. */
interface Pattern {
  readonly folded: string
  /** Whole words that a text must have; Chinese has none that stand apart. */
  readonly words: readonly string[]
}

const patterns = new Map<string, Pattern>()

function patternOf(word: string): Pattern {
  const known = patterns.get(word)
  if (known !== undefined) return known
  const folded = foldText(word)
  const words = /\p{Script=Han}/u.test(folded) ? [] : (folded.match(wordPattern) ?? [])
  const made = {folded, words}
  patterns.set(word, made)
  return made
}

/**
 * Find a word or phrase in a text, also in its plural and possessive.
 *
 * @returns Its first place that is not `except`, or undefined.
 */
export function findWord({text, folded, words}: FoldedText, word: string, except?: Range): Range | undefined {
  const pattern = patternOf(word)
  if (pattern.folded === '' || !pattern.words.every((part) => words.has(part) || words.has(`${part}s`)))
    return undefined
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
