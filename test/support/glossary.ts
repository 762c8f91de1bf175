// Glossaries for tests, in few words.
import type {Entry, Glossary, Mistranslation, Surface, SurfaceUse} from '../../src/model.js'
import {foldText} from '../../src/text/fold.js'
import {compileSearch} from '../../src/text/search.js'

/** An entry as a test writes it: only what matters there. */
export type EntryDraft = Partial<Omit<Entry, 'mistranslations'>> & {
  readonly mistranslations?: readonly (string | (Partial<Mistranslation> & {readonly text: string}))[]
}

/** Build a glossary from drafts by id; the term is the id if not given. */
export function glossaryOf(drafts: Readonly<Record<string, EntryDraft>>): Glossary {
  const entries = Object.entries(drafts)
    .map(([id, draft]) => entryOf(id, draft))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const surfaces = surfacesOf(entries)
  return {
    languages: {source: 'zh', target: 'en'},
    entries,
    entryById: new Map(entries.map((entry) => [entry.id, entry])),
    surfaces,
    search: compileSearch(surfaces.map(({text}) => text)),
    evidence: {topics: {}, fields: {}, kinds: {}, words: {}}
  }
}

/** Build an entry with every default resolved. */
function entryOf(id: string, draft: EntryDraft = {}): Entry {
  const {mistranslations = [], ...rest} = draft
  const term = draft.term ?? id
  return {
    id,
    term,
    kind: 'product',
    domain: 'test',
    source: [],
    variants: [],
    cues: {for: [], against: []},
    exceptions: [],
    ceiling: 'fix',
    ordinaryNames: [],
    pinyin: [],
    first: term,
    references: [],
    examples: [],
    origin: {file: 'test.yaml', line: 1, column: 1},
    ...rest,
    mistranslations: mistranslations.map((wrong) => ({
      replacement: term,
      alternatives: [],
      ordinary: 'never',
      case: 'any',
      ceiling: 'fix',
      cues: {for: [], against: []},
      ...(typeof wrong === 'string' ? {text: wrong} : wrong)
    }))
  }
}

function surfacesOf(entries: readonly Entry[]): Surface[] {
  const surfaces = new Map<string, {readonly text: string; readonly uses: SurfaceUse[]}>()
  const add = (text: string, use: SurfaceUse): void => {
    const surface = surfaces.get(foldText(text)) ?? {text, uses: []}
    surface.uses.push(use)
    surfaces.set(foldText(text), surface)
  }
  for (const entry of entries) {
    add(entry.term, {role: 'term', entry})
    for (const text of entry.variants) add(text, {role: 'variant', entry})
    for (const text of entry.source) add(text, {role: 'source', entry})
    for (const text of entry.exceptions) add(text, {role: 'exception', entry})
    for (const mistranslation of entry.mistranslations) {
      add(mistranslation.text.replace(/^the /iu, ''), {role: 'mistranslation', entry, mistranslation})
    }
  }
  return [...surfaces.values()]
}
