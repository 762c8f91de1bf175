// What a block must read like once drafts are written. Whether it does: prove.ts.
import {type Block, type Document, unitKind} from '../model.js'
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
  const text = wantText(block, drafts)
  const kinds = new Uint8Array(text.length).fill(anyKind)
  let end = 0
  // How much further on a unit stands in the new text.
  let shift = 0
  for (const {finding, text: words} of drafts) {
    const {span} = finding
    kinds.set(block.kinds.subarray(end, span.start), end + shift)
    shift += words.length - (span.end - span.start)
    end = span.end
  }
  kinds.set(block.kinds.subarray(end), end + shift)
  return {text, kinds: loosenNeighbours(text, kinds)}
}

/** The text that a block must have; `drafts` as for `wantBlock`. */
export function wantText(block: Block, drafts: readonly DraftedEdit[]): string {
  let text = ''
  let end = 0
  for (const draft of drafts) {
    text += block.text.slice(end, draft.finding.span.start) + draft.text
    end = draft.finding.span.end
  }
  return text + block.text.slice(end)
}

/** Spread `anyKind` over the rest of each word that holds it, but for `<`: new HTML is never wanted. */
function loosenNeighbours(text: string, kinds: Uint8Array): Uint8Array {
  const loose = kinds.slice()
  for (let at = kinds.indexOf(anyKind); at >= 0; at = kinds.indexOf(anyKind, at + 1)) {
    if (isBlank(text, at)) continue
    let start = at
    while (start > 0 && !isBlank(text, start - 1)) start--
    for (at = start; at < text.length && !isBlank(text, at); at++) {
      if (text[at] !== '<') loose[at] = anyKind
      else if (kinds[at] === anyKind) loose[at] = unitKind.prose
    }
  }
  return loose
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x20 || unit === 0x0a || (unit > 0x7f && /\s/.test(text.charAt(at)))
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
