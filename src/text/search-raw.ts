// Searching raw Markdown for texts that its prose may hold: as search.ts does, but through markup, and with more
// patience at word edges. It says yes too often and never no wrongly. What raw markup is: raw-markup.ts.
import {Buffer} from 'node:buffer'
import {endianness} from 'node:os'
import {foldText} from './fold.js'
import {markupSigns} from './raw-markup.js'
import {compileSearch, type Search} from './search.js'
import {
  collectHeads,
  collectOpenings,
  type Heads,
  isOtherWord,
  mayOpen,
  type Openings
} from './search-openings.js'
import {specialSteps as steps} from './search-steps.js'
import {isAsciiLetter, unitClass, unitClasses} from './unit-class.js'

/** A search made ready for raw text. */
export interface RawSearch {
  readonly passes: readonly Pass[]
  /** With which letters a wanted pattern of any pass begins. */
  readonly heads: Heads
  /** Per UTF-16 unit: whether a pattern of any pass may begin with it. */
  readonly begins: Uint8Array
  /** Whether some pattern looks so much like markup that any text may hold it. */
  readonly isHopeless: boolean
}

interface Pass {
  readonly search: Search
  /** Those of the search, but markup is no step at all. */
  readonly firstSteps: Uint16Array
  /** Per UTF-16 unit: whether a pattern may begin with it. */
  readonly begins: Uint8Array
  readonly openings: Openings
  readonly heads: Heads
  /** Per row of the search: whether one of its patterns is wanted. */
  readonly wanted: Uint8Array
}

const signUnits = [...markupSigns].map((sign) => sign.charCodeAt(0))
/** Distance from an ASCII sign to its full-width form, which counts as the same. */
const toFullWidth = 0xff01 - 0x21
const hasSign = new RegExp(
  `[${signUnits
    .flatMap((unit) => [unit, unit + toFullWidth])
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('')}]`
)

/** Whether a pattern has signs in it that may be markup in a raw text. */
export function looksLikeMarkup(pattern: string): boolean {
  return hasSign.test(pattern)
}

/** Which patterns count in raw text. */
export interface RawPatterns {
  /** Whether a pattern of the search counts, by its index. */
  readonly isWanted: (pattern: number) => boolean
  /** Those that count and look like markup. */
  readonly odd: readonly string[]
  /** More patterns than those of the search. */
  readonly more?: readonly string[]
}

/** Make a search ready for raw text. */
export function compileRawSearch(search: Search, {isWanted, odd, more = []}: RawPatterns): RawSearch {
  const passes = [createPass(search, isWanted, signUnits)]
  const strange = [...odd, ...more.filter(looksLikeMarkup)]
  const usual = more.filter((pattern) => !looksLikeMarkup(pattern))
  if (usual.length > 0) passes.push(createPass(compileSearch(usual), () => true, signUnits))
  if (strange.length > 0) {
    // Their signs cannot be told from markup, so they are searched without them.
    const bare = strange.map((pattern) =>
      [...foldText(pattern)].filter((unit) => !markupSigns.includes(unit)).join('')
    )
    const all = [...signUnits, ...signUnits.map((unit) => unit + toFullWidth)]
    passes.push(createPass(compileSearch(bare), () => true, all))
  }
  const isHopeless = strange.some(
    (pattern) =>
      /\][([]/.test(foldText(pattern)) || !/[^\s]/.test(foldText(pattern).replace(/[*_~[\]\\`>]/g, ''))
  )
  return {
    passes,
    heads: unite(passes.map(({heads}) => heads)),
    begins: unite(passes.map(({begins}) => begins)),
    isHopeless
  }
}

/** 1 wherever one of the tables, all as long, has 1. */
function unite(tables: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(tables[0]!)
  for (const table of tables.slice(1)) for (let at = 0; at < all.length; at++) all[at]! |= table[at]!
  return all
}

function createPass(
  search: Search,
  isWanted: (pattern: number) => boolean,
  skipped: readonly number[]
): Pass {
  const firstSteps = search.firstSteps.slice()
  for (const unit of skipped) firstSteps[unit] = steps.nothing
  const wanted = new Uint8Array(search.rowPatterns.length)
  for (const row of wanted.keys()) {
    for (let pattern = search.rowPatterns[row]!; pattern >= 0; pattern = search.nextPatterns[pattern]!) {
      if (isWanted(pattern)) wanted[row] = 1
    }
  }
  const begins = search.begins.slice()
  for (const unit of skipped) begins[unit] = 0
  return {
    search,
    firstSteps,
    begins,
    openings: collectOpenings(search, wanted),
    heads: collectHeads(search, wanted),
    wanted
  }
}

/** Whether the prose in a part of raw Markdown may hold a wanted pattern. Entities are not decoded here. */
export function mayHold(
  {passes, heads, begins, isHopeless}: RawSearch,
  text: string,
  start: number,
  end: number
): boolean {
  if (isHopeless) return true
  const units = unitsOf(text)
  let before = 0x20
  for (let at = start; at < end; at++) {
    const unit = units[at]!
    const isLetter = isAsciiLetter(unit)
    if (!isLetter && unit > 0x7f) {
      const found = unitClasses[unit]!
      if (found === unitClass.zeroWidth || found === unitClass.mark) continue
    }
    // Within a word of ASCII letters nothing begins, and few words begin like a pattern.
    if (isLetter ? !isAsciiLetter(before) && !isOther(heads, units, at) : begins[unit] === 1) {
      if (isEdge(before, unit)) {
        for (const pass of passes) {
          if (!isOther(pass.heads, units, at) && mayBegin(pass, text, at, end)) return true
        }
      }
    }
    if (isLetter) while (at + 1 < end && isAsciiLetter(units[at + 1]!)) at++
    before = unit
  }
  return false
}

function isOther(heads: Heads, units: Uint16Array, at: number): boolean {
  return isOtherWord(heads, units[at]!, units[at + 1]!, units[at + 2]!, units[at + 3]!)
}

/** The text that was looked at last, as an array: to walk that takes half as long as to walk a string. */
let last = ''
let units = new Uint16Array(1 << 16)
let bytes = Buffer.from(units.buffer)

/** @returns The units of a text, and behind them three that stand for nothing; good until the next call. */
function unitsOf(text: string): Uint16Array {
  if (text === last) return units
  if (units.length < text.length + 3) {
    units = new Uint16Array(text.length + (text.length >> 3) + 3)
    bytes = Buffer.from(units.buffer)
  }
  bytes.write(text, 'utf16le')
  if (isBigEndian) bytes.swap16()
  units.fill(0, text.length, text.length + 3)
  last = text
  return units
}

const isBigEndian = endianness() === 'BE'

function mayBegin(pass: Pass, text: string, at: number, end: number): boolean {
  const {begins, openings, firstSteps, search} = pass
  return (
    begins[text.charCodeAt(at)] === 1 &&
    mayOpen(openings, firstSteps, search.secondSteps, text, at) &&
    beginsPattern(pass, text, at, end)
  )
}

/**
 * Whether prose may have a word edge here. A sign beyond ASCII beside one of ASCII is one too, because addresses are
 * ASCII and are not searched; so is a digit beside the `h` of an address.
 */
function isEdge(before: number, unit: number): boolean {
  if (unitClasses[before] !== unitClass.word || unitClasses[unit] !== unitClass.word) return true
  if (before > 0x7f !== unit > 0x7f) return true
  return (unit === 0x68 || unit === 0x48) && before >= 0x30 && before <= 0x39
}

/** Follow the trie from one place; see `searchAt` in search.ts. */
function beginsPattern(
  {search, firstSteps, wanted}: Pass,
  text: string,
  start: number,
  end: number
): boolean {
  const {secondSteps, base, check, rows, rowStarts} = search
  let node = 0
  let at = start
  let pending = 0
  for (let depth = 0; ; depth++) {
    const children = base[node]!
    const row = -1 - children
    if (row >= 0 ? rowStarts[row]! + depth === rowStarts[row + 1] : check[children] === node) {
      const found = row >= 0 ? row : -1 - base[children]!
      if (wanted[found] === 1 && (at >= end || isEdge(text.charCodeAt(at - 1), text.charCodeAt(at))))
        return true
      if (row >= 0) return false
    }
    let step = pending
    pending = 0
    if (step === 0) {
      at = skip(firstSteps, text, at, steps.nothing)
      if (at < 0) return true
      if (at >= end) return false
      const unit = text.charCodeAt(at)
      step = firstSteps[unit]!
      if (step === steps.foreign) return false
      if (step === steps.space) at = skip(firstSteps, text, at, steps.space)
      else {
        pending = secondSteps[unit]!
        at++
      }
      if (at < 0) return true
    }
    if (row >= 0) {
      if (rows[rowStarts[row]! + depth] !== step) return false
    } else {
      if (check[children + step] !== node) return false
      node = children + step
    }
  }
}

const linkEnd = /\](?:\([^\s()]*\)|\[[^[\]\\]*\])/y

/** Go over markup and link ends, and over separators where these are skipped; -1 at a link end that nobody can tell. */
function skip(firstSteps: Uint16Array, text: string, start: number, most: number): number {
  let at = start
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const step = firstSteps[unit]
    if (step !== steps.nothing && !(most === steps.space && step === steps.space)) break
    const next = text.charCodeAt(at + 1)
    if (unit === 0x5d && (next === 0x28 || next === 0x5b)) {
      linkEnd.lastIndex = at
      if (!linkEnd.test(text)) return -1
      at = linkEnd.lastIndex
    } else at++
  }
  return at
}
