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
  for (const scope of scopes) {
    const found =
      byKey.get(decisionKey({...fingerprint, scope, file})) ?? byKey.get(decisionKey({...fingerprint, scope}))
    if (found !== undefined) return found
  }
  return undefined
}

/** The aim as one string: only what counts for the scope, so that a stray field changes nothing. */
export function decisionKey({rule, text, before, after, scope, file = ''}: DecisionAim): string {
  const parts = {
    here: [text, before, after, file],
    file: [text, file],
    entry: [file],
    everywhere: [text]
  }[scope]
  return [scope, rule, ...parts].join('\n')
}
