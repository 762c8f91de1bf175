// Searching a raw source, unparsed. Documents are searched in find.ts.
import type {Glossary} from '../model.js'
import {findCandidates} from './select.js'

/** How often one glossary text stands in a source. */
export interface SurfaceCount {
  /** Index into `glossary.surfaces`. */
  readonly surface: number
  /** All hits, whatever their capitals. */
  readonly count: number
  /** Hits that stand as a right name, if the text is one; otherwise, hits that are a mistranslation. */
  readonly exact: number
}

/**
 * Count all glossary texts in a source, code and URLs included: evidence about a document that does not depend on how
 * much of it is parsed. Overlaps count as in `findAll`.
 *
 * @returns One item for each text that is there, by surface.
 */
export function scanSource(source: string, glossary: Glossary): SurfaceCount[] {
  const counts = new Map<number, SurfaceCount>()
  for (const {surface, reading} of findCandidates(glossary, source)) {
    const {count, exact} = counts.get(surface) ?? {count: 0, exact: 0}
    const isRight = glossary.surfaces.at(surface)!.uses.some(({role}) => role !== 'mistranslation')
    const isExact = (isRight ? reading.names : reading.wrongs).length > 0
    counts.set(surface, {surface, count: count + 1, exact: isExact ? exact + 1 : exact})
  }
  return [...counts.values()].sort((a, b) => a.surface - b.surface)
}
