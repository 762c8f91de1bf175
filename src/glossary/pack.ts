// A compiled glossary as data that can be stored and is quick to read back. Compiling lives in compile.ts, the
// files in disk/packed.ts.
import type {Cues, Entry, EvidenceTables, Glossary, Mistranslation, Surface} from '../model.js'
import {compileSearch, type Search} from '../text/search.js'
import {buildSurface, findClaims, groupClaims, listClaims} from './claim.js'
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
  const search = compileSearch(groups.map((group) => buildSurface((number) => claims[number]!, group).text))
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
    surfaces: unpackSurfaces(packed.surfaces, findClaims(entries, packed.entries.map(countClaims))),
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
  let made: readonly Mistranslation[] | undefined
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
    // Most entries are of no use to a text: theirs are never made.
    get mistranslations() {
      made ??= unpackMistranslations(packed)
      return made
    }
  }
}

function unpackMistranslations({term, ceiling, mistranslations}: PackedEntry): readonly Mistranslation[] {
  return mistranslations.map((item) => ({
    replacement: term,
    alternatives: none,
    case: 'any',
    ceiling,
    cues: noCues,
    ...item
  }))
}

/** How many claims an entry has, as claim.ts counts them. */
function countClaims({variants, source, mistranslations, exceptions}: PackedEntry): number {
  return (
    1 + (variants?.length ?? 0) + (source?.length ?? 0) + mistranslations.length + (exceptions?.length ?? 0)
  )
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

/** Surfaces by number, each made when first asked for: a text meets few of them. */
function unpackSurfaces(numbers: Numbers, claimAt: Parameters<typeof buildSurface>[0]): readonly Surface[] {
  const starts: number[] = []
  for (let at = 0; at < numbers.length; at += 1 + numbers[at]!) starts.push(at)
  const surfaces = new Array<Surface | undefined>(starts.length).fill(undefined)
  const build = (index: number): Surface => {
    const at = starts[index]!
    return buildSurface(claimAt, numbers.subarray(at + 1, at + 1 + numbers[at]!))
  }
  // The cast holds because every element that is read has been made.
  return new Proxy(surfaces, {
    get(target, key, receiver) {
      const index = typeof key === 'string' ? Number(key) : Number.NaN
      if (!(index >= 0 && index < target.length)) return Reflect.get(target, key, receiver)
      target[index] ??= build(index)
      return target[index]
    }
  }) as readonly Surface[]
}
