// Settling a text until a second run would change nothing: names that are mended are evidence for others, so what is
// to be written is judged again as it will stand. clean.ts joins the stages of one round.
import type {Decided} from './decide/apply.js'
import {applyEdits} from './edit/apply.js'
import {planEdits} from './edit/plan.js'
import type {Document, Finding, Plan, Reason} from './model.js'
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
 * a later round would change again is left to an editor, unless one has decided. What the last round leaves to an editor
 * is left to one at once, and what it keeps is kept: the next run asks nothing that this one does not ask. The rounds end because each of them
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
    const places = placeWritten(
      plan.edits.flatMap(({follows, finding}) => (follows === undefined ? [finding] : []))
    )
    const later = settle(after, toItems(find(after)))
    const again = later.filter(({finding}) => finding.verdict === 'fix')
    const unstable = findUnstable(again, places, decided)
    const added = again
      .flatMap((item) => carryBack(item, {document, places, why: 'certain once the other names are right'}))
      .filter(({finding}) => ![...fixes, ...held].some((other) => meet(other, finding)))
    if (unstable.size === 0 && added.length === 0) {
      const turned = findTurned(later, decided, {document, places, held})
      return {items: merge(items, turned), decided: merge(decided, turned), plan}
    }
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
  places: Places,
  decided: readonly Decided[]
): ReadonlySet<Finding> {
  const bound = new Set(decided.flatMap(({finding, decision}) => (decision === undefined ? [] : [finding])))
  const unstable = new Set<Finding>()
  for (const {finding} of later) {
    // Words that stay are part of what is changed: “PinGuo” is, where “PinGuo TECHNOLOGY” becomes “PinGuo Technology”.
    const whole = finding.pair?.span ?? finding.span
    for (const place of places.get(finding.block) ?? [])
      if (rangesOverlap(place.after, whole) && !bound.has(place.finding)) unstable.add(place.finding)
  }
  return unstable
}

function hold(item: Decided): Decided {
  return withRound(item, {verdict: 'propose'}, 'what it becomes looks like a mistranslation too')
}

function withRound(item: Decided, changed: Partial<Finding>, text: string): Decided {
  const finding = {...item.finding, ...changed}
  return {...item, finding: {...finding, reasons: [{kind: 'round', weight: 0, text}, ...finding.reasons]}}
}

/** What later rounds are compared with. */
interface Earlier {
  readonly document: Document
  readonly places: Places
  /** Fixes that were taken back because they would have been changed again. */
  readonly held: readonly Finding[]
}

/** What the last round asks that was not asked, and keeps that was asked, as findings in the text as it is. */
function findTurned(
  later: readonly Decided[],
  decided: readonly Decided[],
  {document, places, held}: Earlier
): Decided[] {
  const blocks = groupBy(decided, ({finding}) => finding.block)
  const isOpen = ({finding, decision}: Decided) =>
    decision === undefined && finding.verdict !== 'fix' && !held.some((other) => meet(other, finding))
  return later.flatMap((item) => {
    const {block, verdict} = item.finding
    const near = blocks.get(block) ?? []
    // Nearly all of them are kept as before.
    if (verdict === 'fix' || (verdict === 'keep' && !near.some(isAsked))) return []
    const why = `${verdict === 'propose' ? 'doubtful' : 'kept'} once the other names are right`
    return carryBack(item, {document, places, why}).filter(({finding}) => {
      const met = near.filter((other) => meet(other.finding, finding))
      const wasAsked = met.some((other) => isAsked(other) && isSame(other.finding, finding))
      return met.every(isOpen) && wasAsked === (verdict === 'keep')
    })
  })
}

function isAsked({finding}: Decided): boolean {
  return finding.verdict === 'propose'
}

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.span.start === b.span.start && a.span.end === b.span.end
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

interface CarryOptions {
  readonly document: Document
  readonly places: Places
  /** What is told beside the reasons of the round. */
  readonly why: string
}

/** A finding in the written text as one in the text before; nothing where it touches what was written. */
function carryBack(item: Decided, {document, places, why}: CarryOptions): Decided[] {
  const {finding} = item
  const written = places.get(finding.block) ?? []
  const span = spanBefore(finding.span, written)
  const pairSpan = finding.pair === undefined ? span : spanBefore(finding.pair.span, written)
  if (span === undefined || pairSpan === undefined) return []
  if (document.blocks[finding.block]!.text.slice(span.start, span.end) !== finding.text) return []
  const pair = finding.pair === undefined ? {} : {pair: {...finding.pair, span: pairSpan}}
  const reasons = finding.reasons.map((reason) => moveReason(reason, written))
  return [withRound(item, {span, ...pair, reasons}, why)]
}

/** Words that were written stand for those that they took the place of. */
function moveReason(reason: Reason, places: readonly Place[]): Reason {
  if (reason.spans === undefined) return reason
  const spans = reason.spans.map((span) => {
    const written = places.find(({after}) => rangesOverlap(after, span))
    return written?.finding.span ?? spanBefore(span, places) ?? span
  })
  return {...reason, spans}
}

/** A finding that was written, and where its new text stands in its block. */
interface Place {
  readonly finding: Finding
  readonly after: Range
}

/** By block, in order. */
type Places = ReadonlyMap<number, readonly Place[]>

function placeWritten(written: readonly Finding[]): Places {
  const blocks = groupBy(written, ({block}) => block)
  return new Map([...blocks].map(([block, findings]) => [block, placeInBlock(findings)]))
}

function placeInBlock(written: readonly Finding[]): Place[] {
  let shift = 0
  return written
    .toSorted((a, b) => a.span.start - b.span.start)
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

function merge(decided: readonly Decided[], added: readonly Decided[]): readonly Decided[] {
  if (added.length === 0) return decided
  const left = decided.filter((item) => !added.some(({finding}) => meet(item.finding, finding)))
  return [...left, ...added].sort(
    (a, b) => a.finding.block - b.finding.block || a.finding.span.start - b.finding.span.start
  )
}

function meet(a: Finding, b: Finding): boolean {
  return a.block === b.block && rangesOverlap(a.span, b.span)
}
