// Which decision settles a finding: an index that stays fast with ten thousand of them. Settling: apply.ts.
import type {Decision, Scope} from '../model.js'
import {levelText} from '../text/fold.js'
import type {Fingerprint} from './fingerprint.js'

/** Decisions made ready for looking up. */
export interface DecisionIndex {
  /** By `decisionKey`. */
  readonly byKey: ReadonlyMap<string, Decision>
  /** Texts that editors chose instead of those offered, and those offered themselves, to what was offered. */
  readonly offeredByChosen: ReadonlyMap<string, string>
  /** Finds these texts, the longest first; `undefined` without any. */
  readonly chosen: RegExp | undefined
}

/** What of a decision says which findings it reaches; two decisions with the same one contradict or repeat each other. */
export type DecisionAim = Pick<Decision, 'rule' | 'text' | 'before' | 'after' | 'scope' | 'file'>

/** Narrowest first: a word on this very place outranks one on all places. */
export const scopes: readonly Scope[] = ['here', 'file', 'entry', 'everywhere']

/** Make an index; of decisions with the same aim, the one that stands last counts. */
export function indexDecisions(decisions: readonly Decision[]): DecisionIndex {
  const pairs = decisions.flatMap(({replacement = '', offered}) =>
    offered === undefined ? [] : [[levelText(replacement), levelText(offered)] as const]
  )
  // What was offered stands for itself, or “Li” chosen for “Li Auto” would make “Li Auto Auto” of another one.
  const offeredByChosen = new Map([...pairs.map(([, offered]) => [offered, offered] as const), ...pairs])
  const texts = [...offeredByChosen.keys()].sort((a, b) => b.length - a.length)
  return {
    byKey: new Map(decisions.map((decision) => [decisionKey(decision), decision])),
    offeredByChosen,
    chosen: texts.length === 0 ? undefined : new RegExp(texts.map(escapePattern).join('|'), 'gu')
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

/**
 * Find the decision that settles a finding: the narrowest scope wins.
 *
 * A sentence is known, too, when a text that an editor chose for another finding in it has been written meanwhile.
 *
 * @param file - Path of the text as decisions write it.
 */
export function findDecision(
  index: DecisionIndex,
  fingerprint: Fingerprint,
  file: string
): Decision | undefined {
  const {byKey} = index
  if (byKey.size === 0) return undefined
  const find = (keys: readonly string[]) => {
    const key = keys.find((candidate) => byKey.has(candidate))
    return key === undefined ? undefined : byKey.get(key)
  }
  const keys = keysOf(fingerprint, file)
  const found = find(keys)
  if (found?.scope === 'here' || index.chosen === undefined) return found
  const earlier = asOffered(fingerprint, index)
  return (earlier && find(bothKeys(earlier, 'here', file))) ?? found
}

/**
 * The sentence as it was when all stood in it that was offered.
 *
 * @returns Nothing for one that holds no text that an editor chose.
 */
export function asOffered(fingerprint: Fingerprint, index: DecisionIndex): Fingerprint | undefined {
  const [before, after] = [
    restoreOffered(fingerprint.before, index),
    restoreOffered(fingerprint.after, index)
  ]
  if (before === fingerprint.before && after === fingerprint.after) return undefined
  return {...fingerprint, before, after}
}

/** Put into a levelled text what was offered where editors chose another text. */
export function restoreOffered(level: string, {chosen, offeredByChosen}: DecisionIndex): string {
  return chosen ? level.replace(chosen, (found) => offeredByChosen.get(found) ?? found) : level
}

/** A review looks up the same ten thousand fingerprints after every answer; writing their keys takes the most time. */
const knownKeys = new WeakMap<Fingerprint, {readonly file: string; readonly keys: readonly string[]}>()

/** The keys of all decisions that reach a finding, narrowest first. */
function keysOf(fingerprint: Fingerprint, file: string): readonly string[] {
  const known = knownKeys.get(fingerprint)
  if (known?.file === file) return known.keys
  const keys = scopes.flatMap((scope) => bothKeys(fingerprint, scope, file))
  knownKeys.set(fingerprint, {file, keys})
  return keys
}

/** Decisions without a file hold in all of them. */
function bothKeys(fingerprint: Fingerprint, scope: Scope, file: string): string[] {
  return [keyOf({...fingerprint, scope, file}), keyOf({...fingerprint, scope})]
}

const knownAims = new WeakMap<DecisionAim, string>()

/** The aim as one string: only what counts for the scope, so that a stray field changes nothing. */
export function decisionKey(aim: DecisionAim): string {
  const known = knownAims.get(aim)
  if (known !== undefined) return known
  const key = keyOf(aim)
  knownAims.set(aim, key)
  return key
}

function keyOf({rule, text, before, after, scope, file = ''}: DecisionAim): string {
  switch (scope) {
    case 'here':
      return [scope, rule, text, before, after, file].join('\n')
    case 'file':
      return [scope, rule, text, file].join('\n')
    case 'entry':
      return [scope, rule, file].join('\n')
    case 'everywhere':
      return [scope, rule, text].join('\n')
  }
}
