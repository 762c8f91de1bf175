// What a damage rule is. The rules themselves are data in rules/, joined in rules.ts; applying them is repair.ts.
import type {BlockKind} from '../model.js'

/** One kind of damage that translation software leaves in a text, with its repair. */
export interface DamageRule {
  /** Stable; switches the rule off in comments and configuration. */
  readonly id: string
  /** What every text with this damage holds; cheap, so that most texts are not searched for it. */
  readonly hint?: string | RegExp
  /** Global and unicode. Named groups serve the replacement. */
  readonly pattern: RegExp
  /** The right text, or how to make it from the match; `undefined` from it: no repair is known, an editor looks. */
  readonly replace: string | ((found: RegExpExecArray) => string | undefined)
  /** `fix`: safe in every text that shows signs of translation. */
  readonly verdict: 'fix' | 'propose'
  readonly confidence: number
  /** Why, for an editor. */
  readonly reason: string
  /** Kinds of block that it looks at; all when absent. */
  readonly blocks?: readonly BlockKind[]
  /** Before and after. */
  readonly examples: readonly (readonly [before: string, after: string])[]
  /** Texts of which it only tells an editor, for it knows no repair. */
  readonly points?: readonly string[]
  /** Near misses. */
  readonly keeps: readonly string[]
}
