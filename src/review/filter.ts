// Choosing many items at once: what a bulk action is about. What an action does to them: session.ts.
import type {Verdict} from '../model.js'
import type {ReviewItem} from './item.js'
import type {ReviewSession, Status} from './session.js'

/** Which items are meant; all conditions must hold, an absent one always does. */
export interface ItemFilter {
  /** Entry or rule id. */
  readonly rule?: string
  /** Index into the session's files. */
  readonly file?: number
  readonly verdict?: Verdict
  readonly state?: Status['state']
  /** Confidence from, and below. */
  readonly from?: number
  readonly below?: number
  /** Words that occur in the text, its sentence or what is offered, capitals apart. */
  readonly words?: string
  /** Only the same words with the same offer as this item. */
  readonly like?: number
}

/** The ids of the items meant, in source order. */
export function filterItems(session: ReviewSession, filter: ItemFilter): number[] {
  const words = filter.words?.trim().toLowerCase()
  const model = filter.like === undefined ? undefined : session.items[filter.like]
  return session.items.flatMap((item) => (isMeant(item, session.statuses[item.id]!) ? [item.id] : []))

  function isMeant(item: ReviewItem, {state}: Status): boolean {
    return (
      (filter.rule === undefined || item.fingerprint.rule === filter.rule) &&
      (filter.file === undefined || item.file === filter.file) &&
      (filter.verdict === undefined || item.verdict === filter.verdict) &&
      (filter.state === undefined || state === filter.state) &&
      (filter.from === undefined || item.confidence >= filter.from) &&
      (filter.below === undefined || item.confidence < filter.below) &&
      (model === undefined || isLike(item, model)) &&
      (words === undefined || words === '' || wordsOf(item).includes(words))
    )
  }
}

/** Whether two items are the same pair of words: what the scopes `file` and `everywhere` go by. */
export function isLike(a: ReviewItem, b: ReviewItem): boolean {
  return a.fingerprint.rule === b.fingerprint.rule && a.fingerprint.text === b.fingerprint.text
}

function wordsOf({passage, choices, fingerprint, name}: ReviewItem): string {
  const {before, text, after} = passage
  return [`${before}${text}${after}`, ...choices, fingerprint.rule, name].join('\n').toLowerCase()
}
