// Glossaries for tests, in few words.
import {compileGlossary} from '../../src/glossary/compile.js'
import {noEvidence} from '../../src/glossary/evidence.js'
import type {Entry, Glossary, Mistranslation} from '../../src/model.js'

/** An entry as a test writes it: only what matters there. */
export type EntryDraft = Partial<Omit<Entry, 'mistranslations'>> & {
  readonly mistranslations?: readonly (string | (Partial<Mistranslation> & {readonly text: string}))[]
}

/** Build a glossary from drafts by id; the term is the id if not given. */
export function glossaryOf(drafts: Readonly<Record<string, EntryDraft>>): Glossary {
  const entries = Object.entries(drafts).map(([id, draft]) => entryOf(id, draft))
  return compileGlossary(entries, {languages: {source: 'zh', target: 'en'}, evidence: noEvidence})
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
