// Source-language names left standing in target-language prose are matches too: “零一万物's new model”.
import type {Document, Found, Match, MistranslationUse, Name} from '../model.js'

/**
 * Find names that were left in the source language.
 *
 * Only where the prose around is in Latin script (a parallel line in the source language stays), where the name is a
 * whole run of its own, and where it does not stand in brackets as a gloss.
 */
export function untranslatedMatches(document: Document, found: Found): Match[] {
  return found.names.flatMap((name) => {
    const uses = name.uses.flatMap((use) =>
      use.role === 'source' && use.entry.kind !== 'jargon' ? [untranslatedUse(use.entry, name.text)] : []
    )
    if (uses.length === 0 || !/\p{Script=Han}/u.test(name.text) || !isLeftOver(document, name)) return []
    const {block, span, text} = name
    return [{block, span, text, uses}]
  })
}

function untranslatedUse(entry: MistranslationUse['entry'], text: string): MistranslationUse {
  return {
    role: 'mistranslation',
    entry,
    mistranslation: {
      text,
      replacement: entry.term,
      alternatives: [entry.first],
      ordinary: 'never',
      case: 'exact',
      ceiling: entry.ceiling,
      cues: {for: [], against: []}
    }
  }
}

const han = /\p{Script=Han}/gu
const latin = /\p{Script=Latin}/gu

function isLeftOver(document: Document, {block, span}: Name): boolean {
  const {text} = document.blocks[block]!
  const before = text.slice(0, span.start)
  const after = text.slice(span.end)
  if (/\p{Script=Han}$/u.test(before) || /^\p{Script=Han}/u.test(after)) return false
  if (/[(（]["“'‘「]?$/u.test(before) && /^["”'’」]?[)）]/u.test(after)) return false
  return count(text, latin) > 2 * count(text, han)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
