// The proof that edits did what was asked and nothing else, by reading the new source. Planning: plan.ts.
import type {Block, Document, Edit, Mark} from '../model.js'
import {type Range, rangeContains} from '../text/range.js'
import type {DraftedEdit} from './draft.js'
import {closeWithLabel} from './label.js'
import {spliceSource} from './splice.js'
import {anyKind, groupByBlock, wantBlock} from './wanted.js'

/** What the new source must hold. */
export interface Claim {
  readonly before: Document
  /** In source order. */
  readonly drafts: readonly DraftedEdit[]
  /** All edits, in source order. */
  readonly edits: readonly Edit[]
  /** New destinations by index of the fragment. */
  readonly fragments: ReadonlyMap<number, string>
}

const otherBlocks = 'The new text would be read as other paragraphs'

/**
 * Check a claim against the new source as parsed.
 *
 * Holds when there are as many blocks as before, of the same kinds; the edited ones read as wanted and the
 * others as before; the same markers stand around the same prose, but for those that were left empty; the
 * destinations, switch comments and problems are the same.
 *
 * @returns What is wrong, in words for an editor; `undefined` if nothing is.
 */
export function findFlaw(claim: Claim, after: Document): string | undefined {
  const {before} = claim
  if (before.blocks.length !== after.blocks.length) return otherBlocks
  const groups = groupByBlock(claim.drafts)
  for (const index of before.blocks.keys()) {
    const flaw = findBlockFlaw(claim, after, index, groups.get(index) ?? [])
    if (flaw !== undefined) return flaw
  }
  const isSame =
    before.fragments.length === after.fragments.length &&
    before.fragments.every(
      ({value}, index) => after.fragments[index]!.value === (claim.fragments.get(index) ?? value)
    ) &&
    before.disabled.length === after.disabled.length &&
    before.problems.length === after.problems.length
  return isSame ? undefined : 'The new text would change links or comments elsewhere'
}

function findBlockFlaw(
  claim: Claim,
  after: Document,
  index: number,
  drafts: readonly DraftedEdit[]
): string | undefined {
  const old = claim.before.blocks[index]!
  const block = after.blocks[index]!
  if (old.kind !== block.kind || old.depth !== block.depth || old.group !== block.group) return otherBlocks
  const wanted = wantBlock(claim.before, index, drafts)
  if (wanted.text !== block.text) return 'The new text would be read as markup, or markup as text'
  if (!areKinds(wanted.kinds, block.kinds)) {
    return 'The new text would be read as HTML, code or an address'
  }
  const marks = block.marks.map((mark) => nameMark(mark, sliceRange(after.source, mark.close), after.source))
  const wantedMarks = wantMarks(claim, old, drafts)
  const isSame = marks.length === wantedMarks.length && wantedMarks.every((mark, at) => mark === marks[at])
  return isSame ? undefined : 'The new text would change the emphasis or the links around it'
}

/** Whether units are of the kinds that they may be of; both lists are as long. */
function areKinds(wanted: Uint8Array, kinds: Uint8Array): boolean {
  for (let unit = 0; unit < wanted.length; unit++) {
    if (wanted[unit] !== anyKind && wanted[unit] !== kinds[unit]) return false
  }
  return true
}

/** The marks that must remain, by what is written for them. */
function wantMarks({before, edits}: Claim, block: Block, drafts: readonly DraftedEdit[]): string[] {
  const {source} = before
  const dropped = new Set(drafts.flatMap((draft) => draft.dropped))
  const labelled = new Set(drafts.flatMap((draft) => draft.labelled))
  return block.marks
    .filter((mark) => !dropped.has(mark))
    .map((mark) => {
      if (labelled.has(mark)) return nameMark(mark, closeWithLabel(source, block, mark), source)
      // A title may have been edited inside of it.
      const inside = mark.kind === 'link' ? editsInside(edits, mark.close) : []
      const close = spliceSource(
        source,
        mark.close,
        inside.map(({range, replacement}) => ({range, text: replacement}))
      )
      return nameMark(mark, close, source)
    })
}

/** The edits wholly inside a range; looked up, as each link of a document asks. */
function editsInside(edits: readonly Edit[], range: Range): Edit[] {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edits[middle]!.range.start < range.start) low = middle + 1
    else high = middle
  }
  const inside: Edit[] = []
  for (let at = low; at < edits.length && rangeContains(range, edits[at]!.range); at++)
    inside.push(edits[at]!)
  return inside
}

/** Destinations in the page may follow a heading, so they are compared by themselves. */
function nameMark({kind, open}: Mark, close: string, source: string): string {
  return `${kind} ${sliceRange(source, open)} ${close.replace(/#[^\s)>"']*/, '#')}`
}

function sliceRange(source: string, {start, end}: Range): string {
  return source.slice(start, end)
}
