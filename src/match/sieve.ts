// Which pieces of raw Markdown may hold a match, so that the others need no parsing. It may say yes where there is
// none, never no where there is one. Searching what was parsed: find.ts, near-miss.ts.
import type {Glossary} from '../model.js'
import type {Range} from '../text/range.js'
import type {RawReadings} from '../text/raw-markup.js'
import {compileRawSearch, mayHold, type RawSearch} from '../text/search-raw.js'
import {mayComeClose} from './near-miss.js'

const compiled = new WeakMap<Glossary, RawSearch>()

/**
 * Whether prose in a piece of raw Markdown may be a match.
 *
 * @param piece - Where it stands in `source`.
 * @param readings - What the piece may read like.
 */
export function mayMatch(source: string, piece: Range, readings: RawReadings, glossary: Glossary): boolean {
  if (readings.kind === 'unknown') return true
  const search = compiled.get(glossary) ?? compileSieve(glossary)
  compiled.set(glossary, search)
  if (mayHold(search, source, piece.start, piece.end)) return true
  return readings.texts.some((text) => mayComeClose(text, glossary))
}

/** Mistranslations count, and names that may be left standing in the source language. */
function compileSieve({surfaces, search}: Glossary): RawSearch {
  return compileRawSearch(
    search,
    surfaces.map(({text}) => text),
    (index) => {
      const {text, uses} = surfaces[index]!
      return uses.some(
        ({role}) => role === 'mistranslation' || (role === 'source' && /\p{Script=Han}/u.test(text))
      )
    }
  )
}
