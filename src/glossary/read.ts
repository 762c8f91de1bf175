// A pack file read: text in, entries with every default resolved out. Joining packs lives in merge.ts,
// problems between entries in check.ts.
import * as v from 'valibot'
import type {Entry, Origin} from '../model.js'
import {readLocated} from './located.js'
import type {GlossaryProblem} from './problem.js'
import {type Lexicon, resolveEntry} from './resolve.js'
import {isRecord, PackSchema, type WrittenEntry, type WrittenPack} from './schema.js'

/** Source and target language of a glossary, as BCP 47 tags. */
export interface Languages {
  readonly source: string
  readonly target: string
}

/** One pack file, read. */
export interface Pack {
  readonly file: string
  readonly languages: Languages
  /** In the order of the file; of a file with errors, those that are right by themselves. */
  readonly entries: readonly Entry[]
  /** Ids of entries of earlier glossaries to switch off. */
  readonly silence: readonly Silence[]
  readonly problems: readonly GlossaryProblem[]
  /** Places of mistranslations, examples and exceptions, by the value in the entry that holds them. */
  readonly places: Places
}

/** An id to be switched off, and where that is said. */
export interface Silence {
  readonly id: string
  readonly origin: Origin
}

/** Place of an object inside an entry; the entry's own place serves where there is none. */
export type Places = ReadonlyMap<object, Origin>

/** What reading needs to know besides the text. */
export interface ReadOptions {
  /** Name of the file, as it is to be shown; gives the default domain. */
  readonly file: string
  readonly lexicon: Lexicon
}

/**
 * Read a pack in YAML or JSON.
 *
 * @param text - The file, decoded.
 * @returns The pack with all its problems. What is right by itself is there in spite of them, so that it can be checked
 *   against other files in the same run; a pack with errors is not to be used.
 * @see glossary/README.md, the format
 */
export function readPack(text: string, {file, lexicon}: ReadOptions): Pack {
  const {value, unchecked, problems, originOf} = readLocated(text, file, PackSchema)
  const {entries: written = [], silence: silenced = [], ...head} = value ?? takeRight(unchecked)
  const domain = head.domain ?? domainOf(file)
  const places = new Map<object, Origin>()
  const entries = written.flatMap((entry, index) => {
    if (entry === undefined) return []
    const resolved = resolveEntry(entry, {domain, origin: originOf(['entries', index]), lexicon})
    for (const list of ['mistranslations', 'examples'] as const) {
      resolved[list].forEach((item, at) => {
        places.set(item, originOf(['entries', index, list, at]))
      })
    }
    return resolved
  })
  const silence = silenced.map((id, index) => ({id, origin: originOf(['silence', index])}))
  return {
    file,
    languages: head.languages ?? {source: 'zh', target: 'en'},
    entries,
    silence,
    problems,
    places
  }
}

/** A pack of which some entries are missing at their places. */
type PartialPack = Omit<WrittenPack, 'entries'> & {readonly entries?: readonly (WrittenEntry | undefined)[]}

/** Of what does not meet the schema, the keys and entries that do. */
function takeRight(unchecked: unknown): PartialPack {
  if (!isRecord(unchecked)) return {}
  const {entries, ...head} = unchecked
  const right = Object.entries(head).map(([key, value]) => v.safeParse(PackSchema, {[key]: value}))
  return {
    ...Object.assign({}, ...right.map(({success, output}) => (success ? output : {}))),
    entries: Array.isArray(entries) ? entries.map(takeEntry) : []
  }
}

function takeEntry(entry: unknown): WrittenEntry | undefined {
  const {success, output} = v.safeParse(PackSchema, {entries: [entry]})
  return success ? output.entries?.[0] : undefined
}

function domainOf(file: string): string {
  const name = file.split(/[\\/]/u).at(-1) ?? file
  return name.replace(/(?<=.)\.[^.]*$/u, '')
}
