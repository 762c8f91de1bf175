// A pack file read: text in, entries with every default resolved out. Joining packs lives in merge.ts,
// problems between entries in check.ts.
import * as v from 'valibot'
import type {Entry, Origin} from '../model.js'
import {createLocator} from '../text/location.js'
import {type Located, readLocated} from './located.js'
import {cutPack, type Part} from './parts.js'
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
  /** Length of the parts in which long files are read, in UTF-16 units; changes nothing but room and time. */
  readonly partLength?: number
}

/**
 * Read a pack in YAML or JSON.
 *
 * @param text - The file, decoded.
 * @returns The pack with all its problems. What is right by itself is there in spite of them, so that it can be checked
 *   against other files in the same run; a pack with errors is not to be used.
 * @see glossary/README.md, the format
 */
export function readPack(text: string, options: ReadOptions): Pack {
  const parts = cutPack(text, options.partLength)
  const pack = parts && collectPack(locateParts(parts, text, options.file), options, 'sound')
  return pack ?? collectPack([readLocated(text, options.file, PackSchema)], options, 'any')!
}

type LocatedPack = Located<WrittenPack>

/** Each part is read when the one before it is done with, so that only one tree of values is held at a time. */
function* locateParts(parts: readonly Part[], text: string, file: string): Generator<LocatedPack> {
  const {pointAt} = createLocator(text)
  for (const part of parts) {
    yield readLocated(part.text, file, PackSchema, (offset) =>
      pointAt(Math.min(offset + part.shift, text.length))
    )
  }
}

/**
 * Put together what is read, the head of the file first.
 *
 * @param need - `sound`: give up, with no pack, at a part whose syntax is wrong.
 */
function collectPack(
  parts: Iterable<LocatedPack>,
  {file, lexicon}: ReadOptions,
  need: 'sound' | 'any'
): Pack | undefined {
  let head: Omit<PartialPack, 'entries' | 'silence'> = {}
  const entries: Entry[] = []
  const silence: Silence[] = []
  const problems: GlossaryProblem[] = []
  const places = new Map<object, Origin>()
  for (const {value, unchecked, problems: found, originOf} of parts) {
    if (need === 'sound' && value === undefined && unchecked === undefined) return undefined
    const {entries: written = [], silence: silenced = [], ...rest} = value ?? takeRight(unchecked)
    head = {...head, ...rest}
    const domain = head.domain ?? domainOf(file)
    problems.push(...found)
    silenced.forEach((id, index) => {
      silence.push({id, origin: originOf(['silence', index])})
    })
    written.forEach((entry, index) => {
      if (entry === undefined) return
      const resolved = resolveEntry(entry, {domain, origin: originOf(['entries', index]), lexicon})
      entries.push(resolved)
      for (const list of ['mistranslations', 'examples'] as const) {
        resolved[list].forEach((item, at) => {
          places.set(item, originOf(['entries', index, list, at]))
        })
      }
    })
  }
  const languages = head.languages ?? {source: 'zh', target: 'en'}
  return {file, languages, entries, silence, problems, places}
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
