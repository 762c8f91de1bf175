// A compiled glossary as data that can be stored and is quick to read back. Compiling lives in compile.ts, the
// files in disk/packed.ts.
import type {Cues, Entry, EvidenceTables, Glossary, Mistranslation, Surface} from '../model.js'
import {compileSearch, type Search} from '../text/search.js'
import {buildSurface, type Claim, groupClaims, listClaims} from './claim.js'
import {type CompileOptions, sortEntries} from './compile.js'
import type {Languages} from './read.js'

/** A compiled glossary: plain JSON values with defaults left out, and arrays of numbers. */
export interface PackedGlossary {
  readonly languages: Languages
  readonly evidence: EvidenceTables
  readonly entries: readonly PackedEntry[]
  /** Of each surface, how many claims it has and their numbers (claim.ts). */
  readonly surfaces: Numbers
  readonly search: Readonly<Record<string, number | Numbers>>
}

/** The arrays in which a search keeps its numbers. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

type PackedEntry = Pick<Entry, 'id' | 'term' | 'kind' | 'domain' | 'ceiling' | 'first' | 'origin'> &
  Partial<Omit<Entry, 'mistranslations' | 'examples'>> & {
    readonly mistranslations: readonly PackedMistranslation[]
  }

type PackedMistranslation = Pick<Mistranslation, 'text' | 'ordinary'> & Partial<Mistranslation>

const none: readonly string[] = []
const noCues: Cues = {for: none, against: none}

/**
 * Compile entries and pack the result for storage; how it is laid out in files is the business of disk/packed.ts.
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
  const search = compileSearch(groups.map((group) => buildSurface(claims, group).text))
  return {
    languages,
    evidence,
    entries: sorted.map(packEntry),
    surfaces: Int32Array.from(groups.flatMap((group) => [group.length, ...group])),
    search: {...search}
  }
}

/** Restore a packed glossary: the same as compiling its entries, but for the examples. */
export function unpackGlossary({languages, evidence, search, ...packed}: PackedGlossary): Glossary {
  const entries = packed.entries.map(unpackEntry)
  return {
    languages,
    evidence,
    entries,
    entryById: new Map(entries.map((entry) => [entry.id, entry])),
    surfaces: unpackSurfaces(packed.surfaces, listClaims(entries)),
    // The cast holds because packGlossary has packed a whole search.
    search: search as unknown as Search
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

function unpackSurfaces(numbers: Numbers, claims: readonly Claim[]): Surface[] {
  const surfaces: Surface[] = []
  for (let at = 0; at < numbers.length; ) {
    const end = at + 1 + numbers[at]!
    surfaces.push(buildSurface(claims, numbers.subarray(at + 1, end)))
    at = end
  }
  return surfaces
}
