// Entries made ready for searching. Joining entries lives in merge.ts, problems between them in check.ts, the form in
// which a compiled glossary is kept in pack.ts.
import type {Entry, Glossary} from '../model.js'
import {type CompileOptions, packGlossary, unpackGlossary} from './pack.js'

/**
 * Build the search over all texts of all entries.
 *
 * Texts that are equal under folding are one surface with several uses. The order of `entries` changes nothing.
 * Examples are left out: they prove an entry when a glossary is checked, and are of no use when it runs.
 *
 * @param entries - Ids are unique.
 */
export function compileGlossary(entries: readonly Entry[], options: CompileOptions): Glossary {
  return unpackGlossary(packGlossary(entries, options))
}
