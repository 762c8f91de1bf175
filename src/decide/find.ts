// Which decision settles a finding: an index that stays fast with ten thousand of them. Settling: apply.ts.
import type {Decision, Scope} from '../model.js'
import type {Fingerprint} from './fingerprint.js'

/** Decisions made ready for looking up. */
export interface DecisionIndex {
  /** By `decisionKey`. */
  readonly byKey: ReadonlyMap<string, Decision>
}

/** What of a decision says which findings it reaches; two decisions with the same one contradict or repeat each other. */
export type DecisionAim = Pick<Decision, 'rule' | 'text' | 'before' | 'after' | 'scope' | 'file'>

/** Narrowest first: a word on this very place outranks one on all places. */
export const scopes: readonly Scope[] = ['here', 'file', 'entry', 'everywhere']

/** Make an index; of decisions with the same aim, the one that stands last counts. */
export function indexDecisions(decisions: readonly Decision[]): DecisionIndex {
  return {byKey: new Map(decisions.map((decision) => [decisionKey(decision), decision]))}
}

/**
 * Find the decision that settles a finding: the narrowest scope wins.
 *
 * @param file - Path of the text as decisions write it.
 */
export function findDecision(
  {byKey}: DecisionIndex,
  fingerprint: Fingerprint,
  file: string
): Decision | undefined {
  if (byKey.size === 0) return undefined
  for (const key of keysOf(fingerprint, file)) {
    const found = byKey.get(key)
    if (found !== undefined) return found
  }
  return undefined
}

/** A review looks up the same ten thousand fingerprints after every answer; writing their keys takes the most time. */
const knownKeys = new WeakMap<Fingerprint, {readonly file: string; readonly keys: readonly string[]}>()

/** The keys of all decisions that reach a finding, narrowest first. */
function keysOf(fingerprint: Fingerprint, file: string): readonly string[] {
  const known = knownKeys.get(fingerprint)
  if (known?.file === file) return known.keys
  const keys = scopes.flatMap((scope) => [
    keyOf({...fingerprint, scope, file}),
    // Decisions without a file hold in all of them.
    keyOf({...fingerprint, scope})
  ])
  knownKeys.set(fingerprint, {file, keys})
  return keys
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
