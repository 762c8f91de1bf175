// Many-pattern search: all glossary texts in one pass over a text. Which texts count as the same: fold.ts; where
// words begin and end: word.ts. The trie is built in search-trie.ts.
import {foldText, foldUnits} from './fold.js'
import type {Range} from './range.js'
import {
  collectHeads,
  collectOpenings,
  type Heads,
  isOtherWord,
  mayOpen,
  type Openings
} from './search-openings.js'
import {specialSteps} from './search-steps.js'
import {buildTrie} from './search-trie.js'
import {astralClass, isAsciiLetter, unitClass, unitClasses} from './unit-class.js'
import {isWordEdge} from './word.js'

/** Longest run of separators in a text that counts as one space, in UTF-16 units. */
const maxRun = 8

// Steps: how a unit of text leads through the trie. A frequent letter is one step; the others, thousands where there
// is Chinese, are two, because the trie is compact only if the steps are few.
/** The most frequent letter; the next ones follow. */
const frequent = 2
/** The first step of the most frequent letters of two steps. */
const rare = 384
/** How many letters share a first step. */
const radix = 512
const {foreign, space, nothing} = specialSteps

/**
 * Patterns made ready for searching. Plain data (numbers and typed arrays), so that it can be stored, and shared
 * between threads.
 *
 * The patterns, folded, form a trie in a double array: from node `n`, step `s` leads to `base[n] + s` if `check`
 * there is `n`; step 0 says that a pattern ends. A node below which only one row is left has `-1 - row` as its base,
 * and the rest of the row is compared directly. A row is one folded text, and has a list of the patterns that fold
 * to it.
 */
export interface Search {
  readonly patternCount: number
  /** Per UTF-16 unit: its first step; 0 when no pattern holds it. */
  readonly firstSteps: Uint16Array
  /** Per UTF-16 unit: its second step, or 0. */
  readonly secondSteps: Uint16Array
  readonly base: Int32Array
  readonly check: Int32Array
  /** All rows' steps, one row after the other. */
  readonly rows: Uint16Array
  /** Per row, and once more at the end: where it begins in `rows`. */
  readonly rowStarts: Int32Array
  /** Per row: its first pattern. */
  readonly rowPatterns: Int32Array
  /** Per pattern: the next one that folds to the same text, or -1. */
  readonly nextPatterns: Int32Array
  /** Per UTF-16 unit: 1 where a pattern may begin with it. */
  readonly begins: Uint8Array
  /** How rows begin. */
  readonly openings: Openings
  /** With which letters. */
  readonly heads: Heads
}

/**
 * Make patterns ready for searching.
 *
 * @param patterns - Texts as written; folded here. One that folds to nothing is never found.
 * @returns Hits refer to patterns by their index here.
 */
export function compileSearch(patterns: readonly string[]): Search {
  const numbers = new Map<string, number>()
  // Per different text: its first pattern, and the latest so far.
  const firsts: number[] = []
  const lasts: number[] = []
  const nextPatterns = new Int32Array(patterns.length).fill(-1)
  patterns.forEach((pattern, index) => {
    const text = foldText(pattern)
    const number = numbers.get(text)
    if (number !== undefined) {
      nextPatterns[lasts[number]!] = index
      lasts[number] = index
    } else if (text !== '') {
      numbers.set(text, firsts.length)
      firsts.push(index)
      lasts.push(index)
    }
  })
  const search = compileFolded([...numbers.keys()])
  const rowPatterns = search.rowPatterns.map((number) => firsts[number]!)
  return {...search, patternCount: patterns.length, rowPatterns, nextPatterns}
}

/**
 * Make patterns ready for searching that need no folding, in less time and room.
 *
 * @param texts - As `foldText` gives them; all different, none empty.
 * @returns Hits refer to texts by their index here.
 */
export function compileFolded(texts: readonly string[]): Search {
  const steps = buildSteps(texts)
  const textsByRow = new Map<string, number>()
  texts.forEach((text, index) => {
    textsByRow.set(writeRow(text, steps), index)
  })
  // Sorted, so that the order of the patterns changes nothing, and those that begin alike are neighbours.
  const sorted = [...textsByRow.keys()].sort()
  const {rows, rowStarts} = joinRows(sorted)
  const trie = {...steps, ...buildTrie(rows, rowStarts)}
  return {
    patternCount: texts.length,
    ...trie,
    rows,
    rowStarts,
    begins: collectBegins(trie),
    openings: collectOpenings({rows, rowStarts}),
    heads: collectHeads({...steps, rows, rowStarts}),
    rowPatterns: Int32Array.from(sorted, (row) => textsByRow.get(row)!),
    nextPatterns: new Int32Array(texts.length).fill(-1)
  }
}

type Steps = Pick<Search, 'firstSteps' | 'secondSteps'>

/** Give each unit its steps. */
function buildSteps(texts: Iterable<string>): Steps {
  const counts = new Uint32Array(0x10000)
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) counts[text.charCodeAt(at)]!++
  }
  const letters: number[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    if (counts[unit]! > 0 && unit !== 0x20) letters.push(unit)
  }
  letters.sort((a, b) => counts[b]! - counts[a]! || a - b)
  const first = new Uint16Array(0x10000)
  const second = new Uint16Array(0x10000)
  letters.forEach((unit, rank) => {
    const over = rank + frequent - rare
    first[unit] = over < 0 ? rank + frequent : rare + Math.floor(over / radix)
    second[unit] = over < 0 ? 0 : 1 + (over % radix)
  })
  first[0x20] = space
  first[0] = nothing
  return {
    firstSteps: foldUnits.map((unit) => first[unit]!),
    secondSteps: foldUnits.map((unit) => second[unit]!)
  }
}

/** Write a folded text as steps, a string because strings sort fast. */
function writeRow(text: string, {firstSteps, secondSteps}: Steps): string {
  let row = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    row += String.fromCharCode(firstSteps[unit]!)
    if (secondSteps[unit]! > 0) row += String.fromCharCode(secondSteps[unit]!)
  }
  return row
}

function joinRows(sorted: readonly string[]): Pick<Search, 'rows' | 'rowStarts'> {
  const rowStarts = new Int32Array(sorted.length + 1)
  sorted.forEach((row, index) => {
    rowStarts[index + 1] = rowStarts[index]! + row.length
  })
  const rows = new Uint16Array(rowStarts[sorted.length]!)
  let end = 0
  for (const row of sorted) {
    for (let at = 0; at < row.length; at++) rows[end++] = row.charCodeAt(at)
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
  const {begins, openings, heads, firstSteps, secondSteps} = search
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isAsciiLetter(unit)) {
      if (inWord) continue
      if (
        isOtherWord(heads, unit, text.charCodeAt(at + 1), text.charCodeAt(at + 2), text.charCodeAt(at + 3))
      ) {
        inWord = true
        while (isAsciiLetter(text.charCodeAt(at + 1))) at++
        continue
      }
    }
    let found = unitClasses[unit]!
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
    if (!isEdge || begins[unit] !== 1 || found === unitClass.separator) continue
    if (mayOpen(openings, firstSteps, secondSteps, text, start)) searchAt(search, text, start, onHit)
  }
}

/** Per UTF-16 unit: whether a pattern may begin with it. Most words of a text are over here. */
function collectBegins({firstSteps, base, check}: Pick<Search, 'firstSteps' | 'base' | 'check'>): Uint8Array {
  const root = base[0]!
  return Uint8Array.from(firstSteps, (step) =>
    step !== foreign && (step === nothing || root < 0 || check[root + step] === 0) ? 1 : 0
  )
}

/** Report every pattern that begins at `start`. */
function searchAt(search: Search, text: string, start: number, onHit: OnHit): void {
  const {firstSteps, secondSteps, base, check, rows, rowStarts} = search
  let node = 0
  let end = start
  let pending = 0
  for (let depth = 0; ; depth++) {
    const children = base[node]!
    const row = -1 - children
    if (row >= 0 ? rowStarts[row]! + depth === rowStarts[row + 1] : check[children] === node) {
      reportRow(search, text, row >= 0 ? row : -1 - base[children]!, {start, end}, onHit)
      if (row >= 0) return
    }
    let step = pending
    pending = 0
    if (step === 0) {
      while (end < text.length && firstSteps[text.charCodeAt(end)] === nothing) end++
      if (end === text.length) return
      const unit = text.charCodeAt(end)
      step = firstSteps[unit]!
      if (step === foreign) return
      pending = secondSteps[unit]!
      end = step === space ? endOfRun(text, end) : end + 1
      if (end < 0) return
    }
    if (row >= 0) {
      if (rows[rowStarts[row]! + depth] !== step) return
    } else {
      if (check[children + step] !== node) return
      node = children + step
    }
  }
}

function reportRow(search: Search, text: string, row: number, {start, end}: Range, onHit: OnHit): void {
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
