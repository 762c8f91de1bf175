// Names that nobody listed: capitalised words that are an entry's pinyin, or a letter or two off it (“Wenxin Yiyin”).
// Listed texts are found in find.ts. Here only a likeness is stated; whether it counts is the judge's business.
import type {Block, Document, Entry, Found, Glossary, Match, MistranslationUse} from '../model.js'
import {unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import {rangesOverlap} from '../text/range.js'
import type {RawReadings} from '../text/raw-markup.js'

/** Romanised forms that an unlisted text may come close to. */
interface Keys {
  readonly entries: Glossary['entries']
  /** Sorted. */
  readonly names: readonly string[]
  /** Per name: index of its entry. */
  readonly owners: ArrayLike<number>
  /** Per name: a bit per letter, to leave most comparisons out; 0 before it is first asked for. */
  readonly masks: Int32Array
  /** Where the names with a first letter begin and end. */
  readonly byLetter: ReadonlyMap<string, Range>
}

const shortestExact = 7
const shortestOneOff = 9
const shortestTwoOff = 13
const mostWords = 4

const capitalised = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}[\p{Ll}\p{Lu}]*(?![\p{L}\p{N}])/gu

const compiled = new WeakMap<Glossary, Keys>()

/**
 * Find texts that come close to a romanised name of the glossary and are neither a name nor a listed mistranslation.
 *
 * @returns Matches with a made-up mistranslation: `sometimes` for the pinyin itself (`often` for people, who share
 * names), and at most a proposal for anything further off.
 */
export function findNearMisses(document: Document, found: Found, glossary: Glossary): Match[] {
  const keys = keysOf(glossary)
  if (keys.byLetter.size === 0) return []
  const taken = rangesByBlock([...found.names, ...found.matches])
  return document.blocks.flatMap((block, index) => {
    const matches: Match[] = []
    const isTaken = createOverlapTest(taken.get(index) ?? [])
    let end = 0
    for (const span of candidateSpans(block)) {
      if (span.start < end || isTaken(span)) continue
      const text = block.text.slice(span.start, span.end)
      const uses = lookUp(text, keys)
      if (uses.length === 0) continue
      matches.push({block: index, span, text, uses})
      end = span.end
    }
    return matches
  })
}

function rangesByBlock(
  occurrences: readonly (Found['names'] | Found['matches'])[number][]
): Map<number, Range[]> {
  const ranges = new Map<number, Range[]>()
  for (const {block, span} of occurrences) {
    const known = ranges.get(block)
    if (known) known.push(span)
    else ranges.set(block, [span])
  }
  return ranges
}

/** Whether one of many ranges overlaps a range; to be asked about ranges in the order of their starts. */
function createOverlapTest(ranges: Range[]): (range: Range) => boolean {
  const sorted = ranges.sort((a, b) => a.start - b.start)
  let first = 0
  return (range) => {
    while (first < sorted.length && sorted[first]!.end <= range.start) first++
    for (let at = first; at < sorted.length && sorted[at]!.start < range.end; at++)
      if (rangesOverlap(sorted[at]!, range)) return true
    return false
  }
}

/** Whether prose in raw Markdown may hold a near-miss; it may say yes where there is none. */
export function mayComeClose(readings: RawReadings, glossary: Glossary): boolean {
  const keys = keysOf(glossary)
  if (keys.byLetter.size === 0) return false
  return readings.kind === 'unknown' || readings.texts.some((text) => textComesClose(text, keys))
}

function textComesClose(text: string, keys: Keys): boolean {
  let words: string[] = []
  let end = -1
  for (const {0: word, index} of text.matchAll(capitalised)) {
    if (end >= 0 && !/^[\s\u00a0-]*$/u.test(text.slice(end, index))) words = []
    words = [...words, word].slice(-mostWords)
    end = index + word.length
    for (let first = 0; first < words.length; first++) {
      if (lookUp(words.slice(first).join(' '), keys).length > 0) return true
    }
  }
  return false
}

function keysOf(glossary: Glossary): Keys {
  const keys = compiled.get(glossary) ?? compileKeys(glossary)
  compiled.set(glossary, keys)
  return keys
}

function compileKeys({entries, pinyin}: Glossary): Keys {
  const names = pinyin.letters === '' ? [] : pinyin.letters.split(' ')
  const byLetter = new Map<string, Range>()
  for (let start = 0; start < names.length; ) {
    const first = names[start]!.charAt(0)
    let end = start + 1
    while (end < names.length && names[end]!.startsWith(first)) end++
    byLetter.set(first, {start, end})
    start = end
  }
  return {entries, names, owners: pinyin.owners, masks: new Int32Array(names.length), byLetter}
}

/** Runs of up to four capitalised Latin words, the longest first at each place. */
function* candidateSpans({text, kinds}: Block): Generator<Range> {
  const words = [...text.matchAll(capitalised)].filter(({index, 0: word}) =>
    kinds.subarray(index, index + word.length).every((kind) => kind === unitKind.prose)
  )
  for (let first = 0; first < words.length; first++) {
    let last = first
    while (
      last + 1 < words.length &&
      last - first + 1 < mostWords &&
      isJoined(text, words[last]!, words[last + 1]!)
    )
      last++
    for (; last >= first; last--) {
      const end = words[last]!.index + words[last]![0].length
      yield {start: words[first]!.index, end}
    }
  }
}

function isJoined(text: string, a: RegExpExecArray, b: RegExpExecArray): boolean {
  return /^[ \u00a0\n-]$/u.test(text.slice(a.index + a[0].length, b.index))
}

function lookUp(
  text: string,
  {entries, names, owners: ownersOf, masks, byLetter}: Keys
): MistranslationUse[] {
  if (text.length < shortestExact) return []
  const letters = text.replace(/[^\p{L}]/gu, '').toLowerCase()
  if (letters.length < shortestExact) return []
  const mask = maskOf(letters)
  const most = letters.length >= shortestTwoOff ? 2 : letters.length >= shortestOneOff ? 1 : 0
  let best = most + 1
  let owners: number[] = []
  const {start, end} = byLetter.get(letters.charAt(0)) ?? {start: 0, end: 0}
  for (let at = start; at < end; at++) {
    const name = names[at]!
    if (name.length < shortestExact || Math.abs(name.length - letters.length) > most) continue
    masks[at] ||= maskOf(name)
    if (bitsSet(mask ^ masks[at]!) > 2 * most) continue
    const off = distance(letters, name, most)
    if (off > most || off > best) continue
    if (off < best) owners = []
    best = off
    const owner = ownersOf[at]!
    if (!owners.includes(owner)) owners.push(owner)
  }
  return owners
    .map((owner) => entries.at(owner)!)
    .filter(({term, variants}) => ![term, ...variants].includes(text))
    .map((entry) => toUse(entry, text, best))
}

function toUse(entry: Entry, text: string, off: number): MistranslationUse {
  return {
    role: 'mistranslation',
    entry,
    mistranslation: {
      text,
      replacement: entry.term,
      alternatives: entry.variants.slice(0, 2),
      ordinary: off > 0 || entry.kind === 'person' ? 'often' : 'sometimes',
      case: 'exact',
      ceiling: off === 0 ? entry.ceiling : 'propose',
      cues: {for: [], against: []},
      note: off === 0 ? 'pinyin' : `${off} letter${off > 1 ? 's' : ''} off the pinyin`
    }
  }
}

function maskOf(letters: string): number {
  let mask = 0
  for (let at = 0; at < letters.length; at++) mask |= 1 << (letters.charCodeAt(at) - 97)
  return mask
}

function bitsSet(mask: number): number {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count++
  return count
}

/** Levenshtein distance, or a number above `most` as soon as it must be. */
function distance(a: string, b: string, most: number): number {
  let previous = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change))
    }
    if (Math.min(...row) > most) return most + 1
    previous = row
  }
  return previous[b.length]!
}
