// Drafts of several findings together as edits of one source. Which findings take part: plan.ts.
import type {Document, Finding, PlannedEdit} from '../model.js'
import {rangeContains} from '../text/range.js'
import {type DraftedEdit, draftEdit, isRefusal, joinFindings, type Together} from './draft.js'
import {followHeadings} from './heading.js'
import type {ProseOptions} from './prose.js'
import type {Claim} from './prove.js'

/** A finding and the way in which its edit is written. */
export interface Choice {
  readonly finding: Finding
  readonly options: ProseOptions
}

/** The way in which most edits are written. */
export const usualManner: ProseOptions = {}

/** Edits with what they claim to do. */
export interface Assembly extends Claim {
  /** In source order, none overlapping. */
  readonly edits: readonly PlannedEdit[]
}

/**
 * Draft all choices together. The last edit inside a label writes the label; links follow their headings.
 *
 * @param choices - In source order.
 * @param known - Drafts of findings in the usual manner, alone.
 * @returns The edits, or why they cannot stand together.
 */
export function assembleEdits(
  document: Document,
  choices: readonly Choice[],
  known: ReadonlyMap<Finding, DraftedEdit>
): Assembly | {readonly reason: string} {
  const drafts: DraftedEdit[] = []
  const labelled = new Set<number>()
  const values = groupByValue(document, choices)
  for (const {finding, options} of choices.toReversed()) {
    const together = values.get(finding.block)
    const usual = options === usualManner ? known.get(finding) : undefined
    // Only what writes a label, or with others into one value, depends on the others.
    const draft =
      usual?.labelled.length === 0 && together === undefined
        ? usual
        : draftEdit(document, finding, {...options, labelled, ...(together && {together})})
    if (isRefusal(draft)) return draft
    for (const mark of draft.labelled) labelled.add(mark.close.start)
    drafts.push(draft)
  }
  drafts.reverse()
  const following = followHeadings(document, drafts)
  const edits = mergeEdits(
    drafts.map(toEdit),
    following.map(({edit}) => edit)
  )
  if (edits.some((edit, index) => edit.range.start < (edits[index - 1]?.range.end ?? 0))) {
    return {reason: 'It overlaps another change'}
  }
  const fragments = new Map(following.map(({fragment, value}) => [fragment, value]))
  return {before: document, drafts, fragments, edits}
}

/** What is written into each front matter value in which several findings stand. */
function groupByValue({blocks}: Document, choices: readonly Choice[]): Map<number, Together> {
  const groups = new Map<number, Finding[]>()
  for (const {finding} of choices) {
    if (blocks[finding.block]!.kind !== 'metadata') continue
    const group = groups.get(finding.block)
    if (group) group.push(finding)
    else groups.set(finding.block, [finding])
  }
  const several = [...groups].filter(([, findings]) => findings.length > 1)
  return new Map(several.map(([block, findings]) => [block, joinFindings(blocks[block]!, findings)]))
}

function toEdit({range, expected, replacement, finding}: DraftedEdit): PlannedEdit {
  return {range, expected, replacement, finding}
}

/** A destination inside the range of another edit is changed there. */
function mergeEdits(edits: readonly PlannedEdit[], following: readonly PlannedEdit[]): PlannedEdit[] {
  let merged = [...edits]
  for (const follower of following) {
    const holder = merged.findIndex((edit) => rangeContains(edit.range, follower.range))
    if (holder < 0) merged.push(follower)
    else {
      const {replacement} = merged[holder]!
      const at = replacement.lastIndexOf(`#${follower.expected}`) + 1
      const written =
        replacement.slice(0, at) + follower.replacement + replacement.slice(at + follower.expected.length)
      merged = merged.with(holder, {...merged[holder]!, replacement: written})
    }
  }
  return merged.sort((a, b) => a.range.start - b.range.start)
}
