// In-page links follow the headings that they point at. What else changes with a name: label.ts.
import Slugger from 'github-slugger'
import type {Document, Finding, PlannedEdit} from '../model.js'
import {unitKind} from '../model.js'
import type {DraftedEdit} from './draft.js'
import {groupByBlock, wantBlock} from './wanted.js'

/** A destination that must change because its heading does. */
export interface Following {
  /** Index into `document.fragments`. */
  readonly fragment: number
  /** The new part after `#`, decoded. */
  readonly value: string
  readonly edit: PlannedEdit
}

/**
 * Find the in-page destinations that must change so that each still points at the heading it points at now.
 *
 * Slugs are GitHub's, numbered over the whole page, so that a renamed heading may shift the numbers of others.
 * A heading that names its own anchor, `{#id}`, keeps it. A destination is left alone where no heading has it,
 * or where an element of the page has it as its `id`.
 *
 * @param drafts - In source order.
 * @see github-slugger, which mirrors GitHub.
 */
export function followHeadings(document: Document, drafts: readonly DraftedEdit[]): Following[] {
  if (document.fragments.length === 0) return []
  const renamed = renameSlugs(document, drafts)
  return document.fragments.flatMap(({value, range}, fragment) => {
    const target = renamed.get(value)
    if (!target || hasElement(document.source, value)) return []
    const expected = document.source.slice(range.start, range.end)
    // A destination written with escapes stays so.
    const replacement = expected.includes('%') ? encodeURIComponent(target.slug) : target.slug
    const edit: PlannedEdit = {range, expected, replacement, finding: target.finding, follows: 'heading'}
    return [{fragment, value: target.slug, edit}]
  })
}

/** Old slug → new slug, with the finding that asked for it. */
function renameSlugs(
  document: Document,
  drafts: readonly DraftedEdit[]
): Map<string, {readonly slug: string; readonly finding: Finding}> {
  const renamed = new Map<string, {slug: string; finding: Finding}>()
  const groups = groupByBlock(drafts)
  const headings = [...document.blocks.keys()].filter((index) => document.blocks[index]!.kind === 'heading')
  const cause = headings.flatMap((index) => groups.get(index) ?? [])[0]?.finding
  if (!cause) return renamed
  const before = new Slugger()
  const after = new Slugger()
  for (const index of headings) {
    const drafted = groups.get(index) ?? []
    const block = document.blocks[index]!
    const old = headingSlug(before, {text: block.text, kinds: block.kinds})
    const slug = headingSlug(after, wantBlock(document, index, drafted))
    if (old !== slug) renamed.set(old, {slug, finding: drafted[0]?.finding ?? cause})
  }
  return renamed
}

function headingSlug(slugger: Slugger, heading: {readonly text: string; readonly kinds: Uint8Array}): string {
  const explicit = /\{#([^\s{}]+)\}\s*$/.exec(heading.text)
  return explicit ? explicit[1]! : slugger.slug(visibleText(heading))
}

/** Without HTML tags and images, which have no part in a slug; code has. */
function visibleText({text, kinds}: {readonly text: string; readonly kinds: Uint8Array}): string {
  return text
    .replace(/<[^<>]*>/g, (tag, at: number) => (kinds[at] === unitKind.protected ? '' : tag))
    .replaceAll('\uFFFC', '')
    .replaceAll('\n', ' ')
    .trim()
}

function hasElement(source: string, id: string): boolean {
  return [...source.matchAll(/<[a-z][^<>]*?\s(?:id|name)=["']?([^\s"'>]+)/gi)].some(
    (match) => match[1] === id
  )
}
