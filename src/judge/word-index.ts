// The words of a text by what they are, so that a phrase is looked up and not searched for. Which phrases are looked
// up, and what they mean to the judge, is the business of cues.ts.
import {foldText, foldUnits} from '../text/fold.js'
import type {Range} from '../text/range.js'
import {unitClass, unitClasses} from '../text/unit-class.js'
import {isWordEdge} from '../text/word.js'

/**
 * The words of a text in its order: runs of letters, digits and marks. Of scripts without blanks each character is one,
 * and so is each punctuation mark.
 */
export interface WordIndex {
  readonly text: string
  /** Where each word starts. */
  readonly starts: Int32Array
  /** A number for each word after folding: the same for the same word, and seldom for another. */
  readonly hashes: Int32Array
  /** The first word with a hash, and from each word the next one with the same; made when first asked for. */
  readonly chains: () => Chains
}

/** Words with the same lowest bits of their hashes, in order: a table of lists, each list a chain. */
interface Chains {
  /** Per value of the lowest bits: the first word, or -1. */
  readonly first: Int32Array
  /** Per word: the next one of its chain, or -1. */
  readonly next: Int32Array
}

/** A word or several, as they are looked up. */
export interface Phrase {
  readonly folded: string
  /** Of its first word. */
  readonly hash: number
  /** Of its first word in the plural, where that is all. */
  readonly plural: number | undefined
}

/** Take a text apart, once for all that is looked up in it. */
export function indexWords(text: string): WordIndex {
  const from = makeRoom(text)
  const to = readWords(text, from)
  page.used = to
  const starts = page.starts.subarray(from, to)
  const hashes = page.hashes.subarray(from, to)
  let chains: Chains | undefined
  return {
    text,
    starts,
    hashes,
    chains: () => {
      chains ??= chain(hashes)
      return chains
    }
  }
}

/** The words of one text after the other: lists that grow, and typed arrays for each text, take longer than reading. */
let page = createPage(0)

function createPage(room: number): {starts: Int32Array; hashes: Int32Array; used: number} {
  return {starts: new Int32Array(room), hashes: new Int32Array(room), used: 0}
}

const leastRoom = 2 ** 15

/** @returns Where in the page the words of a text may be written. */
function makeRoom({length}: string): number {
  if (page.starts.length - page.used < length) page = createPage(Math.max(leastRoom, length))
  return page.used
}

/** Write the words of a text into the page. @returns Where they end. */
function readWords(text: string, from: number): number {
  // Names of other files and of this one are looked up at each use; in this loop that shows.
  const {starts, hashes} = page
  const classes = unitClasses
  const folds = foldUnits
  const {word, mark, separator, zeroWidth} = unitClass
  let to = from
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const kind = classes[unit]
    const start = at++
    if (kind === separator || kind === zeroWidth) continue
    let hash = addUnit(0, folds[unit]!)
    if (kind === word) {
      for (; at < text.length; at++) {
        const next = text.charCodeAt(at)
        const nextKind = classes[next]
        if (nextKind !== word && nextKind !== mark) break
        hash = addUnit(hash, folds[next]!)
      }
    }
    starts[to] = start
    hashes[to++] = hash
  }
  return to
}

function continuesWord(unit: number): boolean {
  const kind = unitClasses[unit]
  return kind === unitClass.word || kind === unitClass.mark
}

/** Small enough to be a number without a place of its own in memory. */
function addUnit(hash: number, folded: number): number {
  return (Math.imul(hash, 31) + folded) & 0x3fffffff
}

function chain(hashes: Int32Array): Chains {
  const size = 2 ** Math.ceil(Math.log2(hashes.length + 1))
  const first = new Int32Array(size).fill(-1)
  const next = new Int32Array(hashes.length)
  // From the end, so that chains run from the start.
  for (let word = hashes.length - 1; word >= 0; word--) {
    const slot = hashes[word]! & (size - 1)
    next[word] = first[slot]!
    first[slot] = word
  }
  return {first, next}
}

/** Make a word or phrase ready for being looked up; nothing but blanks is nowhere. */
export function toPhrase(text: string): Phrase | undefined {
  const folded = foldText(text)
  const from = makeRoom(folded)
  const count = readWords(folded, from) - from
  if (count === 0) return undefined
  const hash = page.hashes[from]!
  const isOneWord = count === 1 && continuesWord(folded.charCodeAt(folded.length - 1))
  return {folded, hash, plural: isOneWord ? addUnit(hash, small.s) : undefined}
}

/** Whether a phrase stands at a place, but for the edges of words. */
export function standsAt({folded}: Pick<Phrase, 'folded'>, text: string, start: number): boolean {
  for (let unit = 0; unit < folded.length; unit++)
    if (foldUnits[text.charCodeAt(start + unit)] !== folded.charCodeAt(unit)) return false
  return true
}

/**
 * Find a phrase, also in its plural and possessive.
 *
 * @returns Its first place that does not overlap `except`, or undefined.
 */
export function findPhrase(index: WordIndex, phrase: Phrase, except?: Range): Range | undefined {
  const single = findFirst(index, phrase, phrase.hash, except)
  const plural = phrase.plural === undefined ? undefined : findFirst(index, phrase, phrase.plural, except)
  if (single === undefined || plural === undefined) return single ?? plural
  return single.start < plural.start ? single : plural
}

function findFirst(
  index: WordIndex,
  phrase: Phrase,
  hash: number,
  except: Range | undefined
): Range | undefined {
  const {text, starts, hashes} = index
  const {first, next} = index.chains()
  for (let word = first[hash & (first.length - 1)]!; word >= 0; word = next[word]!) {
    if (hashes[word] !== hash) continue
    const start = starts[word]!
    if (!standsAt(phrase, text, start)) continue
    const end = takePlural(text, start + phrase.folded.length)
    if (except !== undefined && start < except.end && except.start < end) continue
    if (isWordEdge(text, start) && isWordEdge(text, end)) return {start, end}
  }
  return undefined
}

/** Take a plural `s` in. */
function takePlural(text: string, end: number): number {
  return foldUnits[text.charCodeAt(end)] === small.s && !isPlainLetter(text.charCodeAt(end + 1))
    ? end + 1
    : end
}

const small = {a: 0x61, s: 0x73, z: 0x7a, zero: 0x30, nine: 0x39} as const

/** A letter or digit of ASCII once folded. */
function isPlainLetter(unit: number): boolean {
  const folded = foldUnits[unit] ?? 0
  return (folded >= small.a && folded <= small.z) || (folded >= small.zero && folded <= small.nine)
}
