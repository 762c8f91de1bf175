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
import {findCandidates} from './select.js'

/** A noncharacter: in no pattern, and no letter to the words beside it. */
const blot = '\uffff'

/**
 * Find the mistranslations and right names of a glossary in a document.
 *
 * A text may run over emphasis, link edges and soft line breaks, but never over a unit that is protected or an
 * object, nor from one block to another. A place where a right name of one entry is also a mistranslation of another
 * is in both lists.
 *
 * @returns Matches and names in source order; two of one list never overlap.
 */
export function findAll(document: Document, glossary: Glossary): Found {
  const matches: Match[] = []
  const names: Name[] = []
  document.blocks.forEach((block, index) => {
    for (const {start, end, reading} of findCandidates(glossary, searchable(block), block.text)) {
      const occurrence = {block: index, span: {start, end}, text: block.text.slice(start, end)}
      if (reading.wrongs.length > 0) matches.push({...occurrence, uses: reading.wrongs})
      if (reading.names.length > 0) names.push({...occurrence, uses: reading.names})
    }
  })
  return {matches, names}
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
