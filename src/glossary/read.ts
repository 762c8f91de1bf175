// A pack file read: text in, entries with every default resolved out. Joining packs lives in merge.ts,
// problems between entries in check.ts.
import type {Entry, Origin} from '../model.js'
import {readLocated} from './located.js'
import type {GlossaryProblem} from './problem.js'
import {type Lexicon, resolveEntry} from './resolve.js'
import {PackSchema} from './schema.js'

/** Source and target language of a glossary, as BCP 47 tags. */
export interface Languages {
  readonly source: string
  readonly target: string
}

/** One pack file, read. */
export interface Pack {
  readonly file: string
  readonly languages: Languages
  /** In the order of the file; empty when the file has errors. */
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
 * @returns The pack; with problems, of which all are reported in one run, it has no entries.
 * @see glossary/README.md, the format
 */
export function readPack(text: string, {file, lexicon}: ReadOptions): Pack {
  const {value, problems, originOf} = readLocated(text, file, PackSchema)
  const written = value?.entries ?? []
  const domain = value?.domain ?? domainOf(file)
  const places = new Map<object, Origin>()
  const entries = written.map((entry, index) => {
    const resolved = resolveEntry(entry, {domain, origin: originOf(['entries', index]), lexicon})
    for (const list of ['mistranslations', 'examples'] as const) {
      resolved[list].forEach((item, at) => {
        places.set(item, originOf(['entries', index, list, at]))
      })
    }
    return resolved
  })
  const silence = (value?.silence ?? []).map((id, index) => ({id, origin: originOf(['silence', index])}))
  return {
    file,
    languages: value?.languages ?? {source: 'zh', target: 'en'},
    entries,
    silence,
    problems,
    places
  }
}

function domainOf(file: string): string {
  const name = file.split(/[\\/]/u).at(-1) ?? file
  return name.replace(/(?<=.)\.[^.]*$/u, '')
}
