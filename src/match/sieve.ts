// Which pieces of raw Markdown may hold a match, so that the others need no parsing. It may say yes where there is
// none, never no where there is one. Searching what was parsed: find.ts, near-miss.ts.
import {type Glossary, surfaceTrait} from '../model.js'
import type {Range} from '../text/range.js'
import {holdsEntity, type RawReadings} from '../text/raw-markup.js'
import {compileRawSearch, mayHold, type RawSearch} from '../text/search-raw.js'
import {mayComeClose} from './near-miss.js'

/** Whether prose in a piece of raw Markdown may be a match, by what the piece may read like. */
export type Sieve = (source: string, piece: Range, readings: RawReadings) => boolean

const compiled = new WeakMap<Glossary, Sieve>()
/** How many texts were read under a glossary while it had no sieve. */
const readBefore = new WeakMap<Glossary, number>()
/** To make the sieve of a large glossary takes longer than to parse a few articles whole. */
const large = {surfaces: 2000, texts: 2, units: 100_000} as const

/**
 * Give the sieve of a glossary.
 *
 * @param source - The text for which it is wanted.
 * @returns Nothing where it is quicker to parse all of the text.
 */
export function takeSieve(glossary: Glossary, source: string): Sieve | undefined {
  const known = compiled.get(glossary)
  if (known) return known
  const texts = (readBefore.get(glossary) ?? 0) + 1
  readBefore.set(glossary, texts)
  const isWorthIt =
    glossary.surfaces.length < large.surfaces || texts > large.texts || source.length > large.units
  if (!isWorthIt) return undefined
  const sieve = createSieve(glossary)
  compiled.set(glossary, sieve)
  return sieve
}

function createSieve(glossary: Glossary): Sieve {
  const search = compileSieve(glossary)
  return (source, piece, readings) =>
    holdsEntity(readings.raw) ||
    mayHold(search, source, piece.start, piece.end) ||
    mayComeClose(readings, glossary)
}

function compileSieve({surfaces, traits, search}: Glossary): RawSearch {
  const odd: string[] = []
  for (const [index, bits] of traits.entries())
    if (bits & surfaceTrait.odd && bits & surfaceTrait.wanted) odd.push(surfaces.at(index)!.text)
  return compileRawSearch(search, {
    isWanted: (index) => (traits[index]! & surfaceTrait.wanted) !== 0,
    odd
  })
}
