// From accepted findings to the edits that will be written: proved by re-parsing, refused with a reason otherwise.
// One finding alone: draft.ts. Writing: apply.ts.
import type {Document, Finding, Plan, Refusal} from '../model.js'
import {rangesOverlap} from '../text/range.js'
import {applyEdits} from './apply.js'
import {assembleEdits, type Choice, usualManner} from './assemble.js'
import {type DraftedEdit, draftEdit, isRefusal} from './draft.js'
import type {ProseOptions} from './prose.js'
import {findFlaw} from './prove.js'

/** What planning needs from outside. */
export interface PlanOptions {
  /** Reads a source as the document at hand was read; may throw where a source cannot be read. */
  readonly parse: (source: string) => Document
}

/** Ways of writing one finding, tried in this order until the proof holds. */
const manners: readonly ProseOptions[] = [
  {escaping: 'needed', home: 0},
  {escaping: 'all', home: 0},
  {escaping: 'needed', home: 1},
  {escaping: 'all', home: 1},
  {escaping: 'needed', home: 2}
]

/**
 * Plan the edits for accepted findings.
 *
 * Of two findings that overlap, the first wins; of two that start together, the longer. All edits are then
 * written to a copy and read back: every block must read as wanted and everything else as before. Where it
 * does not, the findings are halved until those at fault are known; each is tried in other ways and refused
 * if none holds. So what is planned for some findings does not depend on others, unless these disturb them.
 *
 * @param findings - Accepted, in any order; `finding.replacement` is what a reader must see.
 * @returns Every finding is either behind an edit or among the refused.
 */
export function planEdits(document: Document, findings: readonly Finding[], options: PlanOptions): Plan {
  const refused: Refusal[] = []
  const possible: Finding[] = []
  const drafts = new Map<Finding, DraftedEdit>()
  for (const finding of [...findings].sort(byPlace)) {
    const draft = draftAlone(document, finding, possible.at(-1))
    if (isRefusal(draft)) refused.push(draft)
    else {
      possible.push(finding)
      drafts.set(finding, draft)
    }
  }
  const planning: Planning = {document, options, drafts, refused}
  const chosen = settle(planning, [], possible)
  // Mostly all of them were tried together, and held.
  const assembly =
    planning.last?.choices === chosen ? planning.last.assembly : assembleEdits(document, chosen, drafts)
  return {edits: 'reason' in assembly ? [] : assembly.edits, refused: refused.sort(byFinding)}
}

function byPlace(a: Finding, b: Finding): number {
  return a.block - b.block || a.span.start - b.span.start || b.span.end - a.span.end
}

function byFinding(a: Refusal, b: Refusal): number {
  return byPlace(a.finding, b.finding)
}

function draftAlone(
  document: Document,
  finding: Finding,
  previous: Finding | undefined
): DraftedEdit | Refusal {
  if (previous && previous.block === finding.block && rangesOverlap(previous.span, finding.span)) {
    return {finding, reason: `It overlaps “${previous.text}”, which is changed`}
  }
  return draftEdit(document, finding, usualManner)
}

interface Planning {
  readonly document: Document
  readonly options: PlanOptions
  /** Of each finding, alone and in the usual manner. */
  readonly drafts: ReadonlyMap<Finding, DraftedEdit>
  /** Grows as findings are refused. */
  readonly refused: Refusal[]
  /** What was tried last. */
  last?: {readonly choices: readonly Choice[]; readonly assembly: ReturnType<typeof assembleEdits>}
}

/**
 * Add findings to those that are settled.
 *
 * @returns All that are settled now, in source order; the others were added to `planning.refused`.
 */
function settle(planning: Planning, settled: readonly Choice[], open: readonly Finding[]): readonly Choice[] {
  if (open.length === 0) return settled
  const all = [...settled, ...open.map((finding) => ({finding, options: usualManner}))]
  const flaw = tryChoices(planning, all)
  if (flaw === undefined) return all
  if (open.length === 1) return settleOne(planning, settled, {finding: open[0]!, reason: flaw})
  const middle = open.length >> 1
  return settle(planning, settle(planning, settled, open.slice(0, middle)), open.slice(middle))
}

/** Settle a finding whose usual draft was refused. */
function settleOne(planning: Planning, settled: readonly Choice[], refusal: Refusal): readonly Choice[] {
  const {finding} = refusal
  const tried = new Set<string>()
  for (const options of manners) {
    const draft = draftEdit(planning.document, finding, options)
    if (isRefusal(draft)) continue
    // Reading a source is what costs: nothing is written and read twice. The usual draft was.
    const key = `${draft.range.start} ${draft.replacement}`
    if (tried.has(key)) continue
    tried.add(key)
    const choices = [...settled, {finding, options}]
    if (tried.size > 1 && tryChoices(planning, choices) === undefined) return choices
  }
  planning.refused.push(refusal)
  return settled
}

/** Why the choices cannot be written together; `undefined` if they can. */
function tryChoices(planning: Planning, choices: readonly Choice[]): string | undefined {
  const {document, options, drafts} = planning
  const assembly = assembleEdits(document, choices, drafts)
  planning.last = {choices, assembly}
  if ('reason' in assembly) return assembly.reason
  try {
    return findFlaw(assembly, options.parse(applyEdits(document.source, assembly.edits)))
  } catch {
    // MDX is the one format in which a source can be refused.
    return 'The new text could not be read any more'
  }
}
