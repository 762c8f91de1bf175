// A compiled glossary as data that can be stored and is quick to read back. Compiling lives in compile.ts; the
// file is written by disk/build-packs.ts and read by disk/load-glossary.ts.
import {Buffer} from 'node:buffer'
import type {Cues, Entry, EvidenceTables, Glossary, Mistranslation} from '../model.js'
import {compileSearch, type Search} from '../text/search.js'
import {buildSurfaces, groupClaims, listClaims} from './claim.js'
import {type CompileOptions, sortEntries} from './compile.js'
import type {Languages} from './read.js'

/** A glossary in plain JSON values: defaults left out, numbers in base64. */
export interface PackedGlossary {
  readonly languages: Languages
  readonly evidence: EvidenceTables
  readonly entries: readonly PackedEntry[]
  /** Of each surface, how many claims it has and their numbers (claim.ts). */
  readonly surfaces: PackedField & object
  readonly search: Readonly<Record<string, PackedField>>
}

type PackedEntry = Pick<Entry, 'id' | 'term' | 'kind' | 'domain' | 'ceiling' | 'first' | 'origin'> &
  Partial<Omit<Entry, 'mistranslations' | 'examples'>> & {
    readonly mistranslations: readonly PackedMistranslation[]
  }

type PackedMistranslation = Pick<Mistranslation, 'text' | 'ordinary'> & Partial<Mistranslation>

/** The kinds of arrays in which a search keeps its numbers. */
const arrays = {Uint8Array, Uint16Array, Uint32Array, Int32Array}
type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** A field of a search: a number alone, or the kind of an array and its bytes in base64. */
type PackedField = number | readonly [kind: keyof typeof arrays, bytes: string]

const none: readonly string[] = []
const noCues: Cues = {for: none, against: none}

/**
 * Compile entries and pack the result for storage.
 *
 * Examples are left out: they prove an entry when a glossary is checked, and are of no use when it runs.
 */
export function packGlossary(
  entries: readonly Entry[],
  {languages, evidence}: CompileOptions
): PackedGlossary {
  const sorted = sortEntries(entries)
  const claims = listClaims(sorted)
  const groups = groupClaims(claims)
  const search = compileSearch(buildSurfaces(claims, groups).map(({text}) => text))
  return {
    languages,
    evidence,
    entries: sorted.map(packEntry),
    surfaces: packNumbers(Int32Array.from(groups.flatMap((group) => [group.length, ...group]))),
    search: mapValues<number | Numbers, PackedField>({...search}, (field) =>
      typeof field === 'number' ? field : packNumbers(field)
    )
  }
}

/** Restore a packed glossary: the same as compiling its entries, but for the examples. */
export function unpackGlossary({languages, evidence, search, ...packed}: PackedGlossary): Glossary {
  const entries = packed.entries.map(unpackEntry)
  const groups = splitGroups(unpackNumbers(packed.surfaces))
  return {
    languages,
    evidence,
    entries,
    entryById: new Map(entries.map((entry) => [entry.id, entry])),
    surfaces: buildSurfaces(listClaims(entries), groups),
    // The cast holds because packGlossary has packed a search, field by field.
    search: mapValues(search, (field) =>
      typeof field === 'number' ? field : unpackNumbers(field)
    ) as unknown as Search
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

function unpackEntry(packed: PackedEntry): Entry {
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
    mistranslations: packed.mistranslations.map((item) => ({
      replacement: packed.term,
      alternatives: none,
      case: 'any',
      ceiling: packed.ceiling,
      cues: noCues,
      ...item
    }))
  }
}

/** Drop empty lists, and cues of which both are. */
function leaveOutEmpty(record: object): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean =>
    Array.isArray(value) ? value.length === 0 : isCues(value) && isEmpty(value.for) && isEmpty(value.against)
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)))
}

function isCues(value: unknown): value is Cues {
  return typeof value === 'object' && value !== null && 'for' in value && 'against' in value
}

function splitGroups(numbers: Numbers): number[][] {
  const groups: number[][] = []
  for (let at = 0; at < numbers.length; at += numbers[at]! + 1) {
    groups.push([...numbers.subarray(at + 1, at + 1 + numbers[at]!)])
  }
  return groups
}

function mapValues<T, U>(record: {readonly [key: string]: T}, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** The bytes stand in the order of this machine: all that run Node are little-endian. */
function packNumbers(numbers: Numbers): PackedField & object {
  const kind = (Object.keys(arrays) as (keyof typeof arrays)[]).find(
    (name) => numbers instanceof arrays[name]
  )
  const {buffer, byteOffset, byteLength} = numbers
  return [kind ?? 'Uint8Array', Buffer.from(buffer, byteOffset, byteLength).toString('base64')]
}

function unpackNumbers([kind, bytes]: PackedField & object): Numbers {
  // A copy, because a Buffer may begin anywhere in a larger block of memory.
  return new arrays[kind](new Uint8Array(Buffer.from(bytes, 'base64')).buffer)
}
