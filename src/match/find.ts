// Searching a document: its blocks in, matches and names out. The raw source is searched in scan.ts.
import {
  type Block,
  type Document,
  type Found,
  type Glossary,
  type Match,
  type Name,
  unitKind
} from '../model.js'
import {type Candidate, findCandidates} from './select.js'

/** What stands in texts; `findAll` fills it, for one glossary. */
export type KnownCandidates = Map<string, readonly Candidate[]>

/** A noncharacter: in no pattern, and no letter to the words beside it. */
const blot = '\uffff'

/**
 * Find the mistranslations and right names of a glossary in a document.
 *
 * A text may run over emphasis, link edges and soft line breaks, but never over a unit that is protected or an
 * object, nor from one block to another. A place where a right name of one entry is also a mistranslation of another
 * is in both lists.
 *
 * @param known - What stands in blocks that are nothing but prose, by their texts; more is added. So a text that is
 *   searched again after a few changes costs no more than these.
 * @returns Matches and names in source order; two of one list never overlap.
 */
export function findAll(document: Document, glossary: Glossary, known: KnownCandidates = new Map()): Found {
  const matches: Match[] = []
  const names: Name[] = []
  document.blocks.forEach((block, index) => {
    for (const {start, end, reading} of findInBlock(block, glossary, known)) {
      const occurrence = {block: index, span: {start, end}, text: block.text.slice(start, end)}
      if (reading.wrongs.length > 0) matches.push({...occurrence, uses: reading.wrongs})
      if (reading.names.length > 0) names.push({...occurrence, uses: reading.names})
    }
  })
  return {matches, names}
}

function findInBlock(block: Block, glossary: Glossary, known: KnownCandidates): readonly Candidate[] {
  const {text} = block
  const prose = searchable(block)
  if (prose !== text) return findCandidates(glossary, prose, text)
  const candidates = known.get(text) ?? findCandidates(glossary, text)
  known.set(text, candidates)
  return candidates
}

/** A block's text with everything but prose blotted out. */
function searchable({text, kinds}: Block): string {
  let prose = ''
  let copied = 0
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] === unitKind.prose) continue
    prose += text.slice(copied, at) + blot
    copied = at + 1
  }
  return copied === 0 ? text : prose + text.slice(copied)
}
