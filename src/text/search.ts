// Many-pattern search: all glossary texts in one pass over a text. Which texts count as the same: fold.ts; where
// words begin and end: word.ts. The trie is built in search-trie.ts.
import {foldText, foldUnits} from './fold.js'
import {buildTrie} from './search-trie.js'
import {astralClass, unitClass, unitClasses} from './unit-class.js'
import {isWordEdge} from './word.js'

/** Longest run of separators in a text that counts as one space, in UTF-16 units. */
const maxRun = 8

// Symbols: what a unit of text is to the trie. The letters of the patterns follow from 2 on.
const foreign = 0
const space = 1
const nothing = 0xffff

/**
 * Patterns made ready for searching. Plain data (numbers and typed arrays), so that it can be stored, and shared
 * between threads.
 *
 * The patterns, folded, form a trie in a double array: from node `n`, symbol `s` leads to `base[n] + s` if `check`
 * there is `n`. A node below which only one row is left has `-1 - row` as its base, and the rest of the row is
 * compared directly. A row is one folded text, and has a list of the patterns that fold to it.
 */
export interface Search {
  readonly patternCount: number
  /** Per UTF-16 unit: its symbol; 0 when no pattern holds it. */
  readonly symbols: Uint16Array
  readonly base: Int32Array
  readonly check: Int32Array
  /** All rows' symbols, one row after the other. */
  readonly rows: Uint16Array
  /** Per row, and once more at the end: where it begins in `rows`. */
  readonly rowStarts: Int32Array
  /** Per row: its first pattern. */
  readonly rowPatterns: Int32Array
  /** Per pattern: the next one that folds to the same text, or -1. */
  readonly nextPatterns: Int32Array
}

/**
 * Make patterns ready for searching.
 *
 * @param patterns - Texts as written; folded here. One that folds to nothing is never found.
 * @returns Hits refer to patterns by their index here.
 */
export function compileSearch(patterns: readonly string[]): Search {
  const patternsByText = new Map<string, number[]>()
  patterns.forEach((pattern, index) => {
    const text = foldText(pattern)
    const same = patternsByText.get(text)
    if (same) same.push(index)
    else if (text !== '') patternsByText.set(text, [index])
  })
  // Sorted, so that the order of the patterns changes nothing, and patterns with one beginning are neighbours.
  const texts = [...patternsByText.keys()].sort()
  const nextPatterns = new Int32Array(patterns.length).fill(-1)
  for (const same of patternsByText.values()) {
    same.forEach((pattern, at) => {
      nextPatterns[pattern] = same[at + 1] ?? -1
    })
  }
  const symbols = buildSymbols(texts)
  const {rows, rowStarts} = buildRows(texts, symbols)
  return {
    patternCount: patterns.length,
    symbols,
    ...buildTrie(rows, rowStarts),
    rows,
    rowStarts,
    rowPatterns: Int32Array.from(texts, (text) => patternsByText.get(text)![0]!),
    nextPatterns
  }
}

/** Give each unit a symbol, frequent letters the smallest: that keeps the double array dense. */
function buildSymbols(texts: readonly string[]): Uint16Array {
  const counts = new Uint32Array(0x10000)
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) counts[text.charCodeAt(at)]!++
  }
  const letters: number[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    if (counts[unit]! > 0 && unit !== 0x20) letters.push(unit)
  }
  letters.sort((a, b) => counts[b]! - counts[a]! || a - b)
  const symbolOf = new Uint16Array(0x10000)
  letters.forEach((unit, at) => {
    symbolOf[unit] = at + 2
  })
  symbolOf[0x20] = space
  symbolOf[0] = nothing
  return foldUnits.map((unit) => symbolOf[unit]!)
}

function buildRows(texts: readonly string[], symbols: Uint16Array): Pick<Search, 'rows' | 'rowStarts'> {
  const rowStarts = new Int32Array(texts.length + 1)
  texts.forEach((text, row) => {
    rowStarts[row + 1] = rowStarts[row]! + text.length
  })
  const rows = new Uint16Array(rowStarts[texts.length]!)
  let at = 0
  for (const text of texts) {
    for (let unit = 0; unit < text.length; unit++) rows[at++] = symbols[text.charCodeAt(unit)]!
  }
  return {rows, rowStarts}
}

/** Told for each place where a pattern is found; `text.slice(start, end)` folds to the pattern. */
export type OnHit = (pattern: number, start: number, end: number) => void

/**
 * Find all patterns in a text, in one pass whose cost does not depend on how many there are.
 *
 * A hit begins and ends at a word edge; a space in the pattern stands for a run of white space, hyphens and dashes
 * of up to 8 units with at most one line break; zero-width characters inside a hit count for nothing. Hits inside
 * and across each other are all reported.
 *
 * @param onHit - Called by ascending start, then end, then pattern.
 */
export function searchText(search: Search, text: string, onHit: OnHit): void {
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    let found = unitClasses[text.charCodeAt(at)]!
    const start = at
    if (found === unitClass.highSurrogate) {
      const character = String.fromCodePoint(text.codePointAt(at)!)
      if (character.length === 2) {
        found = astralClass(character)
        at++
      }
    }
    if (found === unitClass.zeroWidth || found === unitClass.mark) continue
    const isEdge = !(inWord && found === unitClass.word)
    inWord = found === unitClass.word
    if (isEdge && found !== unitClass.separator) searchAt(search, text, start, onHit)
  }
}

/** Report every pattern that begins at `start`. */
function searchAt(search: Search, text: string, start: number, onHit: OnHit): void {
  const {symbols, base, check, rows, rowStarts} = search
  let node = 0
  let end = start
  for (let depth = 0; ; depth++) {
    const children = base[node]!
    const row = children < 0 ? -1 - children : -1
    if (row >= 0) {
      if (rowStarts[row]! + depth === rowStarts[row + 1]) {
        reportRow(search, text, row, start, end, onHit)
        return
      }
    } else if (check[children] === node) {
      reportRow(search, text, -1 - base[children]!, start, end, onHit)
    }
    let symbol = symbols[text.charCodeAt(end)]
    while (symbol === nothing) symbol = symbols[text.charCodeAt(++end)]
    if (symbol === undefined || symbol === foreign) return
    end = symbol === space ? endOfRun(text, end) : end + 1
    if (end < 0) return
    if (row >= 0) {
      if (rows[rowStarts[row]! + depth] !== symbol) return
    } else {
      if (check[children + symbol] !== node) return
      node = children + symbol
    }
  }
}

function reportRow(
  search: Search,
  text: string,
  row: number,
  start: number,
  end: number,
  onHit: OnHit
): void {
  if (!isWordEdge(text, end)) return
  for (let pattern = search.rowPatterns[row]!; pattern >= 0; pattern = search.nextPatterns[pattern]!) {
    onHit(pattern, start, end)
  }
}

/** Where a run of separators ends; -1 if it is too long, or has more than one line break, to be one space. */
function endOfRun(text: string, start: number): number {
  let breaks = 0
  let at = start
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const found = unitClasses[unit]
    if (found !== unitClass.separator && found !== unitClass.zeroWidth) break
    if (isLineBreak(unit) && !(unit === 0x0a && text.charCodeAt(at - 1) === 0x0d)) breaks++
    if (breaks > 1 || at - start >= maxRun) return -1
  }
  return at
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029
}
