// A compiled glossary as data that can be stored and shared between threads, and costs next to nothing to take up:
// entries and surfaces are made when a text first needs them. The files are the business of disk/packed.ts.
import {Buffer} from 'node:buffer'
import {
  type Cues,
  type Entry,
  type EvidenceTables,
  type Glossary,
  type List,
  type Mistranslation,
  type PackedGlossary,
  type Surface,
  surfaceTrait
} from '../model.js'
import {compileFolded} from '../text/search.js'
import {looksLikeMarkup} from '../text/search-raw.js'
import {buildSurface, findClaims} from './claim.js'
import {compareText} from './problem.js'
import type {Languages} from './read.js'
import {roleBits, tabulateClaims} from './tabulate.js'

/** What belongs to a glossary besides its entries. */
export interface CompileOptions {
  readonly languages: Languages
  readonly evidence: EvidenceTables
}

/** An entry as JSON, defaults left out. */
type PackedEntry = Pick<Entry, 'id' | 'term' | 'kind' | 'domain' | 'ceiling' | 'first' | 'origin'> &
  Partial<Omit<Entry, 'mistranslations' | 'examples'>> & {
    readonly mistranslations: readonly PackedMistranslation[]
  }

type PackedMistranslation = Pick<Mistranslation, 'text' | 'ordinary'> & Partial<Mistranslation>

const none: readonly string[] = []
const noCues: Cues = {for: none, against: none}

/** Compile entries, without their examples; see `compileGlossary`. */
export function packGlossary(
  entries: readonly Entry[],
  {languages, evidence}: CompileOptions
): PackedGlossary {
  const sorted = [...entries].sort((a, b) => compareText(a.id, b.id))
  const {claimStarts, keys, texts, roles, claims, surfaceStarts} = tabulateClaims(sorted)
  return {
    languages,
    evidence,
    pinyin: packPinyin(sorted),
    search: compileFolded(keys),
    traits: Uint8Array.from(texts, (text, surface) => traitsOf(text, roles[surface]!)),
    ...packRecords(sorted),
    claimStarts,
    claims,
    surfaceStarts
  }
}

/** Take up a packed glossary. */
export function unpackGlossary(packed: PackedGlossary): Glossary {
  const {records, recordStarts, claimStarts, claims, surfaceStarts, ...shared} = packed
  const bytes = Buffer.from(records.buffer, records.byteOffset, records.byteLength)
  const entries = makeList(recordStarts.length - 1, (index) =>
    // The cast holds because packGlossary has written the record.
    unpackEntry(
      JSON.parse(bytes.toString('utf8', recordStarts[index], recordStarts[index + 1])) as PackedEntry
    )
  )
  const claimAt = findClaims(entries, claimStarts)
  const surfaces = makeList(
    surfaceStarts.length - 1,
    (index): Surface => buildSurface(claimAt, claims.subarray(surfaceStarts[index], surfaceStarts[index + 1]))
  )
  return {...shared, entries, surfaces, packed}
}

/** @param roles - Bits of `roleBits`. */
function traitsOf(text: string, roles: number): number {
  const isWanted =
    (roles & roleBits.mistranslation) !== 0 ||
    ((roles & roleBits.source) !== 0 && /\p{Script=Han}/u.test(text))
  return (isWanted ? surfaceTrait.wanted : 0) | (looksLikeMarkup(text) ? surfaceTrait.odd : 0)
}

/** A list of which each item is made when first asked for, and then stays. */
function makeList<T>(length: number, make: (index: number) => T): List<T> {
  const made: (T | undefined)[] = []
  const at = (index: number): T | undefined => {
    if (index < 0 || index >= length) return undefined
    made[index] ??= make(index)
    return made[index]
  }
  return {
    length,
    at,
    *[Symbol.iterator]() {
      // The cast holds because every index below the length has an item.
      for (let index = 0; index < length; index++) yield at(index) as T
    }
  }
}

/** Room for records is taken in pieces of this many bytes. */
const chunkSize = 1 << 20

/** Write entries as JSON, one behind the other; each takes its final room at once. */
function packRecords(entries: readonly Entry[]): Pick<PackedGlossary, 'records' | 'recordStarts'> {
  const recordStarts = new Int32Array(entries.length + 1)
  const full: Buffer[] = []
  let chunk = Buffer.alloc(chunkSize)
  let used = 0
  entries.forEach((entry, index) => {
    const json = JSON.stringify(packEntry(entry))
    // A UTF-16 unit takes three bytes at most.
    if (used + json.length * 3 > chunk.length) {
      full.push(chunk.subarray(0, used))
      chunk = Buffer.alloc(Math.max(chunkSize, json.length * 3))
      used = 0
    }
    const length = chunk.write(json, used)
    used += length
    recordStarts[index + 1] = recordStarts[index]! + length
  })
  // Not a Buffer, which threads and stores take for something else.
  const records = new Uint8Array(recordStarts[entries.length]!)
  let end = 0
  for (const part of [...full, chunk.subarray(0, used)]) {
    records.set(part, end)
    end += part.length
  }
  return {records, recordStarts}
}

/** Trade terms have no name that somebody might spell in another way. */
function packPinyin(entries: readonly Entry[]): PackedGlossary['pinyin'] {
  const names = entries.flatMap(({kind, pinyin}, owner) =>
    kind === 'jargon' ? [] : [...new Set(pinyin)].map((letters) => ({letters, owner}))
  )
  names.sort((a, b) => compareText(a.letters, b.letters) || a.owner - b.owner)
  return {
    letters: names.map(({letters}) => letters).join(' '),
    owners: Int32Array.from(names, ({owner}) => owner)
  }
}

function packEntry({examples: _, mistranslations, ...entry}: Entry): PackedEntry {
  return {
    // The cast holds because only lists that unpackEntry fills in are left out.
    ...(leaveOutEmpty(entry) as Omit<PackedEntry, 'mistranslations'>),
    mistranslations: mistranslations.map(({replacement, case: capitals, ceiling, ...item}) => ({
      ...(leaveOutEmpty(item) as PackedMistranslation),
      ...(replacement === entry.term ? {} : {replacement}),
      ...(capitals === 'any' ? {} : {case: capitals}),
      ...(ceiling === entry.ceiling ? {} : {ceiling})
    }))
  }
}

function unpackEntry({mistranslations, ...packed}: PackedEntry): Entry {
  const {term, ceiling} = packed
  return {
    source: none,
    variants: none,
    cues: noCues,
    exceptions: none,
    ordinaryNames: none,
    pinyin: none,
    references: none,
    examples: [],
    ...packed,
    mistranslations: mistranslations.map((item) => ({
      replacement: term,
      alternatives: none,
      case: 'any',
      ceiling,
      cues: noCues,
      ...item
    }))
  }
}

/** Drop empty lists, and cues of which both are. */
function leaveOutEmpty(record: object): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean =>
    Array.isArray(value) ? value.length === 0 : isCues(value) && isEmpty(value.for) && isEmpty(value.against)
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(record)) if (!isEmpty(value)) kept[key] = value
  return kept
}

function isCues(value: unknown): value is Cues {
  return typeof value === 'object' && value !== null && 'for' in value && 'against' in value
}
