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
  readonly find: (document: Document) => readonly Finding[]
  /** Let an editor's decisions have the last word, all of them or only those to change something. */
  readonly decide: (
    findings: readonly Finding[],
    document: Document,
    which: 'all' | 'accepted'
  ) => readonly Decided[]
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
 * adds a fix or takes one back for good. What an editor has rejected is left out at the very end: it takes away its own
 * change, and does not set the rounds on another way for the others.
 */
export function settleInRounds(document: Document, options: RoundOptions): Settled {
  const read = rememberLast(options.parse)
  const {items, ...settled} = settleAccepted(document, {...options, parse: read})
  const decided = decideRest(items, document, {...options, which: 'all'})
  const hasRejected = decided.some(({decision}) => decision?.verdict === 'reject')
  return hasRejected ? {decided, plan: planEdits(document, fixesOf(decided), {parse: read})} : settled
}

/** Go through the rounds as if an editor had rejected nothing. */
function settleAccepted(
  document: Document,
  {find, decide, parse}: RoundOptions
): Settled & {readonly items: readonly Decided[]} {
  const settle = (text: Document, items: readonly Decided[]): Decided[] =>
    decideRest(items, text, {decide, which: 'accepted'})
  const held: Finding[] = []
  let items: readonly Decided[] = toItems(find(document))
  for (;;) {
    const decided = settle(document, items)
    const fixes = fixesOf(decided)
    const plan = planEdits(document, fixes, {parse})
    const output = applyEdits(document.source, plan.edits)
    const after = plan.edits.length === 0 ? undefined : parse(output)
    if (after === undefined || after.source !== output) return {items, decided, plan}
    const written = plan.edits.flatMap((edit) => (edit.follows === undefined ? [edit.finding] : []))
    const later = settle(after, toItems(find(after))).filter(({finding}) => finding.verdict === 'fix')
    const unstable = findUnstable(later, written, decided)
    const added = later
      .flatMap((item) => carryBack(item, document, written))
      .filter(({finding}) => ![...fixes, ...held].some((other) => meet(other, finding)))
    if (unstable.size === 0 && added.length === 0) return {items, decided, plan}
    const holding = items.map((item, index) => (unstable.has(decided[index]!.finding) ? hold(item) : item))
    held.push(...unstable)
    items = merge(holding, added)
  }
}

function toItems(findings: readonly Finding[]): Decided[] {
  return findings.map((finding) => ({finding}))
}

/** Let decisions settle what they have not settled yet. */
function decideRest(
  items: readonly Decided[],
  document: Document,
  {decide, which}: Pick<RoundOptions, 'decide'> & {readonly which: 'all' | 'accepted'}
): Decided[] {
  const decided = decide(
    items.map(({finding}) => finding),
    document,
    which
  )
  return items.map((item, index) => (item.decision === undefined ? decided[index]! : item))
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
  for (const {finding} of later) {
    // Words that stay are part of what is changed: “PinGuo” is, where “PinGuo TECHNOLOGY” becomes “PinGuo Technology”.
    const whole = finding.pair?.span ?? finding.span
    for (const place of placesIn(finding.block, written))
      if (rangesOverlap(place.after, whole) && !bound.has(place.finding)) unstable.add(place.finding)
  }
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
