// Entries made ready for searching. Joining entries lives in merge.ts, problems between them in check.ts, storing
// what is compiled in pack.ts.
import type {Entry, EvidenceTables, Glossary} from '../model.js'
import {compileSearch} from '../text/search.js'
import {buildSurface, groupClaims, listClaims} from './claim.js'
import {compareText} from './problem.js'
import type {Languages} from './read.js'

/** What belongs to a glossary besides its entries. */
export interface CompileOptions {
  readonly languages: Languages
  readonly evidence: EvidenceTables
}

/**
 * Build the search over all texts of all entries.
 *
 * Texts that are equal under folding are one surface with several uses. The order of `entries` changes nothing.
 *
 * @param entries - Ids are unique.
 */
export function compileGlossary(entries: readonly Entry[], {languages, evidence}: CompileOptions): Glossary {
  const sorted = sortEntries(entries)
  const claims = listClaims(sorted)
  const surfaces = groupClaims(claims).map((group) => buildSurface((number) => claims[number]!, group))
  return {
    languages,
    entries: sorted,
    entryById: new Map(sorted.map((entry) => [entry.id, entry])),
    surfaces,
    search: compileSearch(surfaces.map(({text}) => text)),
    evidence
  }
}

/** Sort entries by id. */
export function sortEntries(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => compareText(a.id, b.id))
}
