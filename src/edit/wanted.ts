// What a block must read like once drafts are written. Whether it does: prove.ts.
import {type Document, unitKind} from '../model.js'
import type {DraftedEdit} from './draft.js'

/** A block as a reader must find it. */
export interface WantedBlock {
  readonly text: string
  /** Per unit of `text`, as in `Block`, or `anyKind`. */
  readonly kinds: Uint8Array
}

/**
 * Says that a unit may be of any kind: domains and file names are protected for what they read like, so new
 * words may become or stop being one, together with what they touch.
 */
export const anyKind = 255

/**
 * Tell what a block must read like.
 *
 * @param index - Of the block.
 * @param drafts - Those of this block, in source order, their spans not overlapping.
 */
export function wantBlock(document: Document, index: number, drafts: readonly DraftedEdit[]): WantedBlock {
  const block = document.blocks[index]!
  if (drafts.length === 0) return block
  let text = ''
  const kinds: number[] = []
  let end = 0
  for (const {finding, text: words} of drafts) {
    text += block.text.slice(end, finding.span.start) + words
    kinds.push(...block.kinds.subarray(end, finding.span.start))
    // New HTML is never wanted.
    for (let unit = 0; unit < words.length; unit++) kinds.push(words[unit] === '<' ? unitKind.prose : anyKind)
    end = finding.span.end
  }
  text += block.text.slice(end)
  kinds.push(...block.kinds.subarray(end))
  return {text, kinds: loosenNeighbours(text, kinds)}
}

/** Spread `anyKind` over the rest of each word that holds it. */
function loosenNeighbours(text: string, kinds: readonly number[]): Uint8Array {
  const loose = Uint8Array.from(kinds)
  for (const word of text.matchAll(/\S+/g)) {
    const end = word.index + word[0].length
    if (!kinds.slice(word.index, end).includes(anyKind)) continue
    for (let unit = word.index; unit < end; unit++) if (text[unit] !== '<') loose[unit] = anyKind
  }
  return loose
}

/** The drafts of each block, in source order. */
export function groupByBlock(drafts: readonly DraftedEdit[]): Map<number, DraftedEdit[]> {
  const groups = new Map<number, DraftedEdit[]>()
  for (const draft of drafts) {
    const group = groups.get(draft.finding.block)
    if (group) group.push(draft)
    else groups.set(draft.finding.block, [draft])
  }
  return groups
}
