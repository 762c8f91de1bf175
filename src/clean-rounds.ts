// Settling a text until a second run would change nothing: names that are mended are evidence for others, so what is
// to be written is judged again as it will stand. clean.ts joins the stages of one round.
import type {Decided} from './decide/apply.js'
import {applyEdits} from './edit/apply.js'
import {planEdits} from './edit/plan.js'
import type {Document, Finding, Plan} from './model.js'
import {type Range, rangesOverlap} from './text/range.js'

/** How one round is done. */
export interface RoundOptions {
  /** Find and judge everything in a text; in source order. */
  readonly settle: (document: Document) => readonly Decided[]
  readonly parse: (source: string) => Document
}

/** What is found in the text as it is, and what will be written. */
export interface Settled {
  readonly decided: readonly Decided[]
  readonly plan: Plan
}

/**
 * Settle a text, round by round.
 *
 * What a later round would fix, and what stands in the text as it is, is fixed at once, with that round's reasons. What
 * a later round would change again is left to an editor, unless one has decided. The rounds end because each of them
 * adds a fix or takes one back for good.
 */
export function settleInRounds(document: Document, {settle, parse}: RoundOptions): Settled {
  const read = rememberLast(parse)
  const held: Finding[] = []
  let decided = settle(document)
  for (;;) {
    const fixes = fixesOf(decided)
    const plan = planEdits(document, fixes, {parse: read})
    const output = applyEdits(document.source, plan.edits)
    const after = plan.edits.length === 0 ? undefined : read(output)
    if (after === undefined || after.source !== output) return {decided, plan}
    const written = plan.edits.flatMap((edit) => (edit.follows === undefined ? [edit.finding] : []))
    const later = settle(after).filter(({finding}) => finding.verdict === 'fix')
    const unstable = findUnstable(later, written, decided)
    const added = later
      .flatMap((item) => carryBack(item, document, written))
      .filter(({finding}) => ![...fixes, ...held].some((other) => meet(other, finding)))
    if (unstable.size === 0 && added.length === 0) return {decided, plan}
    held.push(...unstable)
    decided = merge(decided, added).map((item) => (unstable.has(item.finding) ? hold(item) : item))
  }
}

/** Planning reads what it writes, and the same text is wanted here. */
function rememberLast(parse: (source: string) => Document): (source: string) => Document {
  let last: {readonly source: string; readonly document: Document} | undefined
  return (source) => {
    if (last?.source !== source) last = {source, document: parse(source)}
    return last.document
  }
}

function fixesOf(decided: readonly Decided[]): Finding[] {
  return decided.flatMap(({finding}) => (finding.verdict === 'fix' ? [finding] : []))
}

/** What was written and would be changed again, save where an editor wanted it so. */
function findUnstable(
  later: readonly Decided[],
  written: readonly Finding[],
  decided: readonly Decided[]
): ReadonlySet<Finding> {
  const bound = new Set(decided.flatMap(({finding, decision}) => (decision === undefined ? [] : [finding])))
  const unstable = new Set<Finding>()
  for (const {finding} of later)
    for (const place of placesIn(finding.block, written))
      if (rangesOverlap(place.after, finding.span) && !bound.has(place.finding)) unstable.add(place.finding)
  return unstable
}

function hold(item: Decided): Decided {
  const {finding} = item
  const reason = {kind: 'round', weight: 0, text: 'what it becomes looks like a mistranslation too'}
  return {...item, finding: {...finding, verdict: 'propose', reasons: [reason, ...finding.reasons]}}
}

/** A fix in the written text as one in the text before; nothing where it touches what was written. */
function carryBack(item: Decided, document: Document, written: readonly Finding[]): Decided[] {
  const {finding} = item
  const places = placesIn(finding.block, written)
  const span = spanBefore(finding.span, places)
  const pairSpan = finding.pair === undefined ? span : spanBefore(finding.pair.span, places)
  if (span === undefined || pairSpan === undefined) return []
  if (document.blocks[finding.block]!.text.slice(span.start, span.end) !== finding.text) return []
  const pair = finding.pair === undefined ? {} : {pair: {...finding.pair, span: pairSpan}}
  const reason = {kind: 'round', weight: 0, text: 'certain once the other names are right'}
  return [{...item, finding: {...finding, span, ...pair, reasons: [reason, ...finding.reasons]}}]
}

/** A finding that was written, and where its new text stands in its block. */
interface Place {
  readonly finding: Finding
  readonly after: Range
}

function placesIn(block: number, written: readonly Finding[]): Place[] {
  let shift = 0
  return written
    .filter((finding) => finding.block === block)
    .sort((a, b) => a.span.start - b.span.start)
    .map((finding) => {
      const start = finding.span.start + shift
      shift += finding.replacement.length - (finding.span.end - finding.span.start)
      return {finding, after: {start, end: start + finding.replacement.length}}
    })
}

/** A span of a written block in the block before; undefined where findings were written in it. */
function spanBefore(span: Range, places: readonly Place[]): Range | undefined {
  if (places.some(({after}) => rangesOverlap(after, span))) return undefined
  const last = places.findLast(({after}) => after.end <= span.start)
  const shift = last === undefined ? 0 : last.after.end - last.finding.span.end
  return {start: span.start - shift, end: span.end - shift}
}

function merge(decided: readonly Decided[], added: readonly Decided[]): Decided[] {
  const left = decided.filter((item) => !added.some(({finding}) => meet(item.finding, finding)))
  return [...left, ...added].sort(
    (a, b) => a.finding.block - b.finding.block || a.finding.span.start - b.finding.span.start
  )
}

function meet(a: Finding, b: Finding): boolean {
  return a.block === b.block && rangesOverlap(a.span, b.span)
}
