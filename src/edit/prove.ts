// The proof that edits did what was asked and nothing else, by reading the new source. Planning: plan.ts.
import {type Block, type Document, type Edit, type Mark, unitKind} from '../model.js'
import {type Range, rangeContains} from '../text/range.js'
import type {DraftedEdit} from './draft.js'
import {closeWithLabel} from './label.js'
import {spliceSource} from './splice.js'
import {anyKind, groupByBlock, wantBlock, wantText} from './wanted.js'

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

const noDrafts: readonly DraftedEdit[] = []
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
    const flaw = findBlockFlaw(claim, after, index, groups.get(index) ?? noDrafts)
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
  if (wantText(old, drafts) !== block.text) return 'The new text would be read as markup, or markup as text'
  if (!haveWantedKinds(claim, index, block, drafts)) {
    return 'The new text would be read as HTML, code or an address'
  }
  return haveWantedMarks(claim, after, index, drafts)
    ? undefined
    : 'The new text would change the emphasis or the links around it'
}

/** Whether the units of a block are of the kinds that they may be of. */
function haveWantedKinds(
  claim: Claim,
  index: number,
  {kinds}: Block,
  drafts: readonly DraftedEdit[]
): boolean {
  // Prose that stays prose is what is wanted of most blocks, and new words may always be prose.
  if (isProse(kinds) && isProse(claim.before.blocks[index]!.kinds)) return true
  const wanted = wantBlock(claim.before, index, drafts)
  for (let unit = 0; unit < kinds.length; unit++) {
    if (wanted.kinds[unit] !== anyKind && wanted.kinds[unit] !== kinds[unit]) return false
  }
  return true
}

function isProse(kinds: Uint8Array): boolean {
  for (let unit = 0; unit < kinds.length; unit++) if (kinds[unit] !== unitKind.prose) return false
  return true
}

/** Whether the marks of a block are those that must remain. */
function haveWantedMarks(
  claim: Claim,
  after: Document,
  index: number,
  drafts: readonly DraftedEdit[]
): boolean {
  const old = claim.before.blocks[index]!
  const {marks} = after.blocks[index]!
  if (old.marks.length === 0) return marks.length === 0
  const dropped = gatherMarks(drafts, 'dropped')
  const labelled = gatherMarks(drafts, 'labelled')
  const wanted = dropped.size === 0 ? old.marks : old.marks.filter((mark) => !dropped.has(mark))
  return (
    wanted.length === marks.length &&
    wanted.every((mark, at) => {
      const close = labelled.has(mark)
        ? closeWithLabel(claim.before.source, old, mark)
        : closeWithEdits(claim, mark)
      return nameMark(mark, close, claim.before.source) === nameOf(marks[at]!, after.source)
    })
  )
}

const noMarks: ReadonlySet<Mark> = new Set()

/** The marks of one kind that drafts name; mostly there are none. */
function gatherMarks(drafts: readonly DraftedEdit[], which: 'dropped' | 'labelled'): ReadonlySet<Mark> {
  const isNone = drafts.every((draft) => draft[which].length === 0)
  return isNone ? noMarks : new Set(drafts.flatMap((draft) => draft[which]))
}

/** What closes a mark afterwards: a title may have been edited inside of it. */
function closeWithEdits({before: {source}, edits}: Claim, {kind, close}: Mark): string {
  const inside = kind === 'link' ? editsInside(edits, close) : []
  if (inside.length === 0) return sliceRange(source, close)
  return spliceSource(
    source,
    close,
    inside.map(({range, replacement}) => ({range, text: replacement}))
  )
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

function nameOf(mark: Mark, source: string): string {
  return nameMark(mark, sliceRange(source, mark.close), source)
}

/** Destinations in the page may follow a heading, so they are compared by themselves. */
function nameMark({kind, open}: Mark, close: string, source: string): string {
  const written = close.includes('#') ? close.replace(/#[^\s)>"']*/, '#') : close
  return `${kind} ${sliceRange(source, open)} ${written}`
}

function sliceRange(source: string, {start, end}: Range): string {
  return source.slice(start, end)
}
