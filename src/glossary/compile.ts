// Entries made ready for searching. Joining entries lives in merge.ts, problems between them in check.ts.
import type {Entry, EvidenceTables, Glossary, Surface, SurfaceUse} from '../model.js'
import {foldText} from '../text/fold.js'
import {compileSearch} from '../text/search.js'
import {compareText} from './problem.js'
import type {Languages} from './read.js'

/** What belongs to a glossary besides its entries. */
export interface CompileOptions {
  readonly languages: Languages
  readonly evidence: EvidenceTables
}

/** A surface under construction. */
interface Claims {
  readonly text: string
  readonly uses: SurfaceUse[]
}

/**
 * Build the search over all texts of all entries.
 *
 * Texts that are equal under folding are one surface with several uses. The order of `entries` changes nothing.
 *
 * @param entries - Ids are unique.
 */
export function compileGlossary(entries: readonly Entry[], {languages, evidence}: CompileOptions): Glossary {
  const sorted = [...entries].sort((a, b) => compareText(a.id, b.id))
  const claimsByKey = new Map<string, Claims>()
  for (const {text, use} of sorted.flatMap(claimsOf)) {
    const key = foldText(text)
    const claims = claimsByKey.get(key)
    if (claims) claims.uses.push(use)
    else if (key !== '') claimsByKey.set(key, {text, uses: [use]})
  }
  const surfaces: Surface[] = [...claimsByKey.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, {text, uses}]) => ({text, uses: uses.sort(compareUses)}))
  return {
    languages,
    entries: sorted,
    entryById: new Map(sorted.map((entry) => [entry.id, entry])),
    surfaces,
    search: compileSearch(surfaces.map(({text}) => text)),
    evidence
  }
}

/**
 * The part of a mistranslation that is searched for: without a leading “the”, which belongs to the sentence.
 *
 * A text that is nothing but “the” stays.
 */
export function patternOf(mistranslation: string): string {
  return mistranslation.replace(/^\s*the[\s\u00a0]+(?=\S)/iu, '')
}

function claimsOf(entry: Entry): {text: string; use: SurfaceUse}[] {
  const named = (role: 'term' | 'variant' | 'source' | 'exception', texts: readonly string[]) =>
    texts.map((text) => ({text, use: {role, entry} as const}))
  return [
    ...named('term', [entry.term]),
    ...named('variant', entry.variants),
    ...named('source', entry.source),
    ...entry.mistranslations.map((mistranslation) => ({
      text: patternOf(mistranslation.text),
      use: {role: 'mistranslation', entry, mistranslation} as const
    })),
    ...named('exception', entry.exceptions)
  ]
}

function compareUses(a: SurfaceUse, b: SurfaceUse): number {
  return (
    compareText(a.entry.id, b.entry.id) || compareText(a.role, b.role) || compareText(textOf(a), textOf(b))
  )
}

/** Tells apart two mistranslations of one entry that differ in capitals only. */
function textOf(use: SurfaceUse): string {
  return use.role === 'mistranslation' ? use.mistranslation.text : ''
}
