// The proof that edits did what was asked and nothing else, by reading the new source. Planning: plan.ts.
import type {Block, Document} from '../model.js'
import type {Draft} from './draft.js'
import {anyKind, groupByBlock, type WantedBlock, wantBlock} from './wanted.js'

/** What the new source must hold. */
export interface Claim {
  readonly before: Document
  /** In source order. */
  readonly drafts: readonly Draft[]
  /** New destinations by index of the fragment. */
  readonly fragments: ReadonlyMap<number, string>
}

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
  if (before.blocks.length !== after.blocks.length) return 'The new text would be read as other paragraphs'
  const groups = groupByBlock(claim.drafts)
  for (const [index, block] of after.blocks.entries()) {
    const old = before.blocks[index]!
    const flaw =
      old.kind !== block.kind || old.depth !== block.depth || old.group !== block.group
        ? 'The new text would be read as other paragraphs'
        : findBlockFlaw(wantBlock(before, index, groups.get(index) ?? []), block, after.source)
    if (flaw !== undefined) return flaw
  }
  const fragments = before.fragments.map(({value}, index) => claim.fragments.get(index) ?? value)
  const isSame =
    fragments.length === after.fragments.length &&
    fragments.every((value, index) => after.fragments[index]!.value === value) &&
    before.disabled.length === after.disabled.length &&
    before.problems.length === after.problems.length
  return isSame ? undefined : 'The new text would change links or comments elsewhere'
}

function findBlockFlaw(wanted: WantedBlock, block: Block, source: string): string | undefined {
  if (wanted.text !== block.text) return 'The new text would be read as markup, or markup as text'
  if (wanted.kinds.some((kind, unit) => kind !== anyKind && kind !== block.kinds[unit])) {
    return 'The new text would be read as HTML, code or an address'
  }
  const marks = block.marks.map(({kind, open, close}) =>
    nameMark({
      kind,
      open: source.slice(open.start, open.end),
      close: source.slice(close.start, close.end)
    })
  )
  const isSame =
    marks.length === wanted.marks.length &&
    wanted.marks.every((mark, index) => nameMark(mark) === marks[index])
  return isSame ? undefined : 'The new text would change the emphasis or the links around it'
}

/** Destinations in the page are compared by themselves, as they may follow a heading. */
function nameMark({kind, open, close}: WantedBlock['marks'][number]): string {
  return `${kind} ${open} ${close.replace(/#[^\s)>"']*/, '#')}`
}
