// One finding as one edit of the source, by local rules and without parsing. All findings together: plan.ts.
import type {Block, Document, Finding, Mark, PlannedEdit, Refusal} from '../model.js'
import {unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import {type Change, findChange} from './change.js'
import {type ProseOptions, type WrittenProse, writeProse} from './prose.js'
import {gatherChanges, type ScalarChange, type ValueChanges, writeScalar} from './scalar.js'
import type {Splice} from './splice.js'

/** How one finding is written. */
export interface DraftOptions extends ProseOptions {
  /** What is written into the same front matter value. Default this finding alone. */
  readonly together?: Together
}

/** Findings that are written into one front matter value, in source order. */
export interface Together extends ValueChanges {
  readonly findings: readonly Finding[]
  /** Of each finding, its index. */
  readonly places: ReadonlyMap<Finding, number>
}

/** An edit together with what a reader sees afterwards. */
export interface DraftedEdit extends PlannedEdit {
  /** What the block's text holds at `finding.span` afterwards. */
  readonly text: string
  /** Marks that went because nothing was left in them. */
  readonly dropped: readonly Mark[]
  /** References that name their definition as label now. */
  readonly labelled: readonly Mark[]
}

/**
 * Turn a finding into one edit that keeps the markup around it well-formed.
 *
 * The edit's range covers the finding's source, and beyond it the markers of emphasis that is left without
 * words, or the end of a link whose label has to be kept: `[Beanbag]` becomes `[Doubao][Beanbag]`. Words that
 * stay keep their source. For where the new words go see `findHomes`, for how they are written `escapeWords`.
 *
 * @returns The edit, or the reason why there is none: code, addresses and images are never covered, entities
 *   never split, links never emptied, front matter never left unreadable.
 */
export function draftEdit(
  document: Document,
  finding: Finding,
  options: DraftOptions = {}
): DraftedEdit | Refusal {
  const {source} = document
  const {span} = finding
  const block = document.blocks[finding.block]
  if (!block) return {finding, reason: 'There is no such block; check the file again'}
  const reason = findObstacle(block, finding)
  if (reason !== undefined) return {finding, reason}

  const change = changeOf(finding)
  const start = change.span.start - span.start
  const end = change.span.end - span.start
  if (finding.text.slice(start, end) === change.text) return {finding, reason: 'It reads so already'}
  const text = finding.text.slice(0, start) + change.text + finding.text.slice(end)
  const written: (Splice & Partial<WrittenProse>) | {readonly reason: string} =
    block.kind === 'metadata'
      ? writeScalar(source, block, changeOfValue(block, finding, options.together))
      : writeProse(document, block, change, options)
  if ('reason' in written) return {finding, reason: written.reason}

  // Words at the edges that stay are part of the edit, so that it shows all that was found.
  const range = {
    start: Math.min(written.range.start, block.starts[span.start]!),
    end: Math.max(written.range.end, block.ends[span.end - 1]!)
  }
  return {
    range,
    expected: source.slice(range.start, range.end),
    replacement:
      source.slice(range.start, written.range.start) +
      written.text +
      source.slice(written.range.end, range.end),
    finding,
    text,
    dropped: written.dropped ?? [],
    labelled: written.labelled ?? []
  }
}

/** What really changes, in units of the block's text. */
function changeOf({span: {start}, text, replacement}: Finding): Change {
  const {span, text: words} = findChange(text, replacement)
  return {span: {start: start + span.start, end: start + span.end}, text: words}
}

/** Tell what is written into a front matter value. */
export function joinFindings(block: Block, findings: readonly Finding[]): Together {
  const places = new Map(findings.map((finding, index) => [finding, index]))
  return {findings, places, ...gatherChanges(block, findings.map(changeOf))}
}

/** The share of a finding reaches back to the finding before, and that of the last one to the end. */
function changeOfValue(
  block: Block,
  finding: Finding,
  all: Together = joinFindings(block, [finding])
): ScalarChange {
  const at = all.places.get(finding)!
  const share = {
    start: all.findings[at - 1]?.span.end ?? 0,
    end: at === all.findings.length - 1 ? block.text.length : finding.span.end
  }
  return {change: all.changes[at]!, all, share}
}

/** Whether a draft was refused. */
export function isRefusal(outcome: DraftedEdit | Refusal): outcome is Refusal {
  return 'reason' in outcome
}

function findObstacle(block: Block, finding: Finding): string | undefined {
  const {span, replacement} = finding
  if (span.start >= span.end || block.text.slice(span.start, span.end) !== finding.text) {
    return 'The text there is another one; check the file again'
  }
  if (!isProse(block.kinds, span)) {
    return 'It covers code, an address, an image or other text that is never edited'
  }
  if (splitsAtom(block, span.start) || splitsAtom(block, span.end)) return 'It would split an entity'
  // Half a character cannot be written to a file, and Markdown reads NUL as U+FFFD.
  if (/[\0\p{Surrogate}]/u.test(replacement)) return 'The new text holds a character that cannot be written'
  return undefined
}

function isProse(kinds: Uint8Array, {start, end}: Range): boolean {
  for (let unit = start; unit < end; unit++) if (kinds[unit] !== unitKind.prose) return false
  return true
}

/** Whether the units before and after `at` come from the same source, such as an entity for two units. */
function splitsAtom(block: Block, at: number): boolean {
  return at > 0 && at < block.text.length && block.starts[at] === block.starts[at - 1]
}
