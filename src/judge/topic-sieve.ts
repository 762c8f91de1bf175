// Whether anything in a raw text points to a topic. Most texts of a large site hold nothing of the kind, and are done
// with after this one look. What a topic is worth: topic.ts.
import {type Glossary, surfaceTrait} from '../model.js'
import {compileRawSearch, mayHold, type RawSearch} from '../text/search-raw.js'
import {countryWords} from './cues.js'

const compiled = new WeakMap<Glossary, RawSearch>()

/**
 * Whether a raw source may hold a text of the glossary or a word of the source language's country.
 *
 * It may say yes where there is none, never no where there is one, be it cut up by markup; but entities are not
 * decoded. Without any, `Topic.general` is 0.
 */
export function mayHaveTopic(source: string, glossary: Glossary): boolean {
  let search = compiled.get(glossary)
  if (search === undefined) {
    search = compile(glossary)
    compiled.set(glossary, search)
  }
  return mayHold(search, source, 0, source.length)
}

function compile({surfaces, traits, search, evidence}: Glossary): RawSearch {
  const odd: string[] = []
  for (const [index, bits] of traits.entries())
    if (bits & surfaceTrait.odd) odd.push(surfaces.at(index)!.text)
  return compileRawSearch(search, {isWanted: () => true, odd, more: countryWords(evidence)})
}
