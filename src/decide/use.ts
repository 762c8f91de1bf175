// What decisions are good for in texts as they are now: used, written already, or stale. Settling findings: apply.ts.
import type {Decision, Document, Finding} from '../model.js'
import {levelText} from '../text/fold.js'
import {asOffered, type DecisionIndex, decisionKey, indexDecisions, restoreOffered, scopes} from './find.js'
import {type Fingerprint, fingerprintFindings} from './fingerprint.js'

/**
 * What a decision does. `used`: it settles findings. `written`: what it asks for stands in the text already.
 * `standing`: it holds everywhere, for texts to come. `unseen`: its file was not looked at.
 * `stale`: nothing fits it any more.
 */
export type UseState = 'used' | 'written' | 'standing' | 'unseen' | 'stale'

/** A decision with what it does. */
export interface Use {
  readonly decision: Decision
  readonly state: UseState
  /** Findings that it reaches, outranked or not. */
  readonly places: number
  /** Why it is stale. */
  readonly why?: string
}

/** A text as it was found, without decisions. */
export interface SeenText {
  /** As decisions name it. */
  readonly name: string
  readonly document: Document
  /** By block, then place. */
  readonly findings: readonly Finding[]
  /** The prose of all blocks, where the document holds only those that matter; asked for where it is needed. */
  readonly readProse: () => readonly string[]
}

/** What is known besides texts. */
export interface UseOptions {
  /** Whether there is a rule of this id. */
  readonly isRule: (id: string) => boolean
  /** Whether a file that was not looked at is there all the same. */
  readonly isThere: (name: string) => boolean
  /** Whether all texts were looked at, so that what was not found is nowhere. */
  readonly isComplete: boolean
}

/** Looks at texts one by one, and keeps only what decisions need of them. */
export interface UseTally {
  see(text: SeenText): void
  /** In the order of the decisions. */
  tell(options: UseOptions): Use[]
}

/** Begin to look for what decisions are good for. */
export function createUseTally(decisions: readonly Decision[]): UseTally {
  const index = indexDecisions(decisions)
  const places = new Map<string, number>()
  const written = new Set<Decision>()
  const seen = new Set<string>()
  const wanted = decisions.filter(({verdict}) => verdict === 'accept')
  return {
    see({name, document, findings, readProse}) {
      seen.add(name)
      for (const fingerprint of fingerprintFindings(findings, document)) {
        for (const key of listKeys(fingerprint, name, index)) places.set(key, (places.get(key) ?? 0) + 1)
      }
      const own = wanted.filter((decision) => isAbout(decision, name))
      if (own.length === 0) return
      const prose = [...readProse(), ...writeOffered(findings, document)]
        .map((text) => squeeze(text, index))
        .join('\n')
      for (const decision of own) if (isWritten(decision, prose, index)) written.add(decision)
    },
    tell: (options) =>
      decisions.map((decision) => {
        const count = places.get(decisionKey(decision)) ?? 0
        return {decision, places: count, ...judge(decision, count, {...options, seen, written})}
      })
  }
}

function isAbout({scope, file}: Decision, name: string): boolean {
  return scope !== 'everywhere' && (file === undefined || file === name)
}

interface Known extends UseOptions {
  readonly seen: ReadonlySet<string>
  readonly written: ReadonlySet<Decision>
}

function judge(
  decision: Decision,
  count: number,
  {isRule, isThere, isComplete, seen, written}: Known
): Pick<Use, 'state' | 'why'> {
  const {rule, scope, file} = decision
  if (count > 0) return {state: 'used'}
  if (!isRule(rule)) return {state: 'stale', why: `there is no entry \`${rule}\` any more`}
  if (scope === 'everywhere') return {state: 'standing'}
  if (written.has(decision)) return {state: 'written'}
  if (file === undefined && isComplete) return {state: 'stale', why: 'the sentence is nowhere any more'}
  if (file !== undefined && seen.has(file)) return {state: 'stale', why: whyNot[scope]}
  if (file === undefined || !isComplete || isThere(file)) return {state: 'unseen'}
  return {state: 'stale', why: 'the file is gone'}
}

const whyNot = {
  here: 'the sentence is not there any more',
  file: 'these words are not in the file any more',
  entry: 'nothing of this entry is in the file any more'
} as const

/** The keys of all decisions that reach a finding, those that were made before others in its sentence were written too. */
function listKeys(fingerprint: Fingerprint, file: string, index: DecisionIndex): ReadonlySet<string> {
  const keys = scopes.flatMap((scope) => [
    decisionKey({...fingerprint, scope, file}),
    decisionKey({...fingerprint, scope})
  ])
  const earlier = asOffered(fingerprint, index)
  if (earlier) {
    keys.push(decisionKey({...earlier, scope: 'here', file}), decisionKey({...earlier, scope: 'here'}))
  }
  return new Set(keys)
}

/** Blocks with what is offered for their findings: a decision knows its sentence so, whatever became of the others. */
function writeOffered(findings: readonly Finding[], {blocks}: Document): string[] {
  const texts = new Map<number, {done: string; end: number}>()
  for (const {block, span, replacement} of findings) {
    const {done, end} = texts.get(block) ?? {done: '', end: 0}
    if (span.start < end) continue
    texts.set(block, {
      done: done + blocks[block]!.text.slice(end, span.start) + replacement,
      end: span.end
    })
  }
  return [...texts].map(([block, {done, end}]) => done + blocks[block]!.text.slice(end))
}

/** Whether the sentence stands as it was asked for; white space apart, and neighbours that went into the new text. */
function isWritten(
  {scope, before, after, replacement = ''}: Decision,
  prose: string,
  index: DecisionIndex
): boolean {
  const stands = (text: string) => prose.includes(squeeze(text, index))
  if (scope !== 'here') return replacement !== '' && stands(replacement)
  return listBeginnings(before).some((start) =>
    listEndings(after).some((end) => stands(`${start} ${replacement} ${end}`))
  )
}

/** A vendor or brackets beside the words may have gone with them: so many words and marks on each side. */
const mostSwallowed = 4

/** What may be left of the words before: all, all but an article, or at least half of them. */
function listBeginnings(before: string): string[] {
  const starts = Array.from(before.matchAll(wordOrMark), ({index}) => index)
  const cuts = starts.slice(starts.length - countSwallowed(starts)).reverse()
  const withoutArticle = before.replace(/(?<![\p{L}\p{N}])(?:an?|the)$/iu, '')
  return [before, withoutArticle, ...cuts.map((end) => before.slice(0, end))]
}

function listEndings(after: string): string[] {
  const ends = Array.from(after.matchAll(wordOrMark), ({index, 0: {length}}) => index + length)
  return [after, ...ends.slice(0, countSwallowed(ends)).map((start) => after.slice(start))]
}

function countSwallowed({length}: readonly number[]): number {
  return Math.min(mostSwallowed, Math.floor(length / 2))
}

const wordOrMark = /[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu

/** White space does not count, nor which text an editor chose instead of the one offered. */
function squeeze(text: string, index: DecisionIndex): string {
  return restoreOffered(levelText(text), index).replace(/ /gu, '')
}
