// What an editor decided in a text with CriticMarkup: the marks that are left, and the words that stand where findings
// were. Writing such a text: report/critic.ts.
import type {ReportedFinding} from '../model.js'
import {findHunks, type Hunk} from '../text/hunks.js'
import {type Range, rangeContains, rangesOverlap} from '../text/range.js'

/** What an editor did to a finding; `written` is source text. */
export type CriticWord =
  | {readonly verdict: 'accept'; readonly written: string}
  | {readonly verdict: 'reject'}
  /** The mark was left as it was. */
  | {readonly verdict: 'open'}
  /** So much was changed around it that nobody can tell. */
  | {readonly verdict: 'unclear'}

/** What an editor did to a text. */
export interface CriticAnswer {
  /** One for each finding that was given. */
  readonly words: readonly CriticWord[]
  /** Changes of words that belong to no finding: as they were, and as they are. */
  readonly others: readonly {readonly before: string; readonly after: string}[]
}

// An addition may follow a deletion: together they are a substitution.
const marks =
  /\{~~([\s\S]*?)~>([\s\S]*?)~~\}|\{--([\s\S]*?)--\}(?:\{\+\+([\s\S]*?)\+\+\})?|\{\+\+([\s\S]*?)\+\+\}|\{>>[\s\S]*?<<\}|\{==([\s\S]*?)==\}/gu

/** A mark that is left, in a text from which all marks were taken. */
interface LeftMark {
  readonly old: Range
  readonly added: string
}

/**
 * Take all marks out of a text, byte for byte: accepted, the new words stay; rejected, the old ones. Comments vanish
 * either way, highlighted words stay.
 */
export function resolveCritic(edited: string, choice: 'accept' | 'reject'): string {
  return takeMarks(edited, choice).text
}

/**
 * Read what an editor did to a text with marks.
 *
 * @param source - The text that the marks were written into.
 * @param edited - As it came back.
 * @param findings - Those that were marked, in source order, none overlapping.
 */
export function readCritic(
  source: string,
  edited: string,
  findings: readonly ReportedFinding[]
): CriticAnswer {
  const {text, left} = takeMarks(writeLike(source, edited), 'reject')
  const hunks = findHunks(source, text)
  const words = findings.map((finding) => readUntouched(finding, hunks, left))
  const others: CriticAnswer['others'][number][] = []
  for (const region of findRegions(hunks, findings)) {
    const before = source.slice(region.start, region.end)
    const after = text.slice(place(region.start, hunks, 'start'), place(region.end, hunks, 'end'))
    const read = readRegion(region, findings, {source, after})
    for (const [index, word] of read) words[index] = word
    if (read.length === 0 && !isSpaceOnly(before, after)) others.push({before, after})
  }
  return {words, others}
}

/** With the line ends and the byte order mark of the source, which many editors change when they save. */
function writeLike(source: string, edited: string): string {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = mark + edited.replace(/^\uFEFF/u, '')
  const hasCrlf = (checked: string) => checked.includes('\r\n')
  const hasLf = (checked: string) => /(?<!\r)\n/u.test(checked)
  if (hasCrlf(source) && !hasLf(source)) return text.replace(/\r?\n/gu, '\r\n')
  if (hasLf(source) && !hasCrlf(source)) return text.replace(/\r\n/gu, '\n')
  return text
}

function isSpaceOnly(before: string, after: string): boolean {
  return before.replace(/\s/gu, '') === after.replace(/\s/gu, '')
}

function takeMarks(edited: string, choice: 'accept' | 'reject'): {text: string; left: LeftMark[]} {
  const left: LeftMark[] = []
  let text = ''
  let end = 0
  for (const found of edited.matchAll(marks)) {
    const [whole, replaced, replacing, deleted, instead, inserted, highlighted] = found
    text += edited.slice(end, found.index)
    end = found.index + whole.length
    const old = replaced ?? deleted ?? ''
    const added = replacing ?? instead ?? inserted ?? ''
    if (highlighted === undefined && (old !== '' || added !== '')) {
      left.push({old: {start: text.length, end: text.length + old.length}, added})
    }
    text += highlighted ?? (choice === 'accept' ? added : old)
  }
  return {text: text + edited.slice(end), left}
}

/** Where a place of the old text, inside no hunk, is in the new one; what was put in just there stays outside. */
function place(at: number, hunks: readonly Hunk[], side: 'start' | 'end'): number {
  const last = hunks.findLast(({start, end}) => (side === 'start' ? end <= at : start < at))
  return last === undefined ? at : last.to + (at - last.end)
}

/** A finding whose words stand as they were: its mark is there, with its own new words or another's, or it is gone. */
function readUntouched(
  {start, end, replacement}: ReportedFinding,
  hunks: readonly Hunk[],
  left: readonly LeftMark[]
): CriticWord {
  const range = {start: place(start, hunks, 'start'), end: place(end, hunks, 'end')}
  const mark = left.find(({old}) => old.start === range.start && old.end === range.end)
  if (mark !== undefined) {
    return mark.added === replacement ? {verdict: 'open'} : {verdict: 'accept', written: mark.added}
  }
  return left.some(({old}) => rangesOverlap(old, range)) ? {verdict: 'unclear'} : {verdict: 'reject'}
}

/** Hunks with the findings that they touch, each widened over the other until nothing sticks out. */
function findRegions(hunks: readonly Hunk[], findings: readonly ReportedFinding[]): Range[] {
  const regions: Range[] = []
  for (const hunk of hunks) {
    let region: Range = {start: hunk.start, end: hunk.end}
    for (const finding of findings) if (rangesOverlap(finding, region)) region = join(region, finding)
    const last = regions.at(-1)
    if (last !== undefined && rangesOverlap(last, region)) regions[regions.length - 1] = join(last, region)
    else regions.push(region)
  }
  return regions
}

function join(a: Range, b: Range): Range {
  return {start: Math.min(a.start, b.start), end: Math.max(a.end, b.end)}
}

/** More findings than this in one difference are not told apart. */
const mostTogether = 8

/** What was done to the findings of a region: some of them written, or one of them with words of the editor's own. */
function readRegion(
  region: Range,
  findings: readonly ReportedFinding[],
  {source, after}: {source: string; after: string}
): [number, CriticWord][] {
  const inside = [...findings.entries()].filter(([, finding]) => rangesOverlap(finding, region))
  if (inside.length === 0) return []
  for (let choice = 1; inside.length <= mostTogether && choice < 1 << inside.length; choice++) {
    const accepted = inside.filter((_, at) => choice & (1 << at)).map(([, finding]) => finding)
    if (writeAll(source, region, accepted) !== after) continue
    return inside.map(([index, finding]) => [
      index,
      accepted.includes(finding) ? {verdict: 'accept', written: finding.replacement} : {verdict: 'reject'}
    ])
  }
  const [[index, {start, end}] = [0, region]] = inside
  const head = source.slice(region.start, start)
  const tail = source.slice(end, region.end)
  const isOwn =
    inside.length === 1 &&
    rangeContains(region, {start, end}) &&
    after.length > head.length + tail.length &&
    after.startsWith(head) &&
    after.endsWith(tail)
  if (isOwn) {
    return [[index, {verdict: 'accept', written: after.slice(head.length, after.length - tail.length)}]]
  }
  return inside.map(([at]) => [at, {verdict: 'unclear'}])
}

function writeAll(source: string, region: Range, findings: readonly ReportedFinding[]): string {
  let written = ''
  let end = region.start
  for (const finding of findings) {
    written += source.slice(end, finding.start) + finding.replacement
    end = finding.end
  }
  return written + source.slice(end, region.end)
}
