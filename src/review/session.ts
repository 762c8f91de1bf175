// A review as a value: items, decisions, undo. Terminal, browser and server work on the same one; each step returns a
// new session. Pure, and without anything that a browser lacks. What an item is: item.ts; choosing many: filter.ts; texts: output.ts.
import {decisionKey, findDecision, indexDecisions, scopes} from '../decide/find.js'
import {chooseText, formOf, isSameText} from '../decide/offer.js'
import type {Decision, Scope} from '../model.js'
import type {ReviewFile, ReviewItem} from './item.js'

/** How an item stands. */
export interface Status {
  /** `open`: the program proposes and nobody has decided. `skipped`: open, and put off in this session. */
  readonly state: 'open' | 'skipped' | 'accepted' | 'rejected'
  /** What stands there afterwards; for an open or rejected item, what it offers. */
  readonly replacement: string
  /** Absent where the program's verdict stands. */
  readonly decision?: Decision
}

/** What undo goes back to. */
interface Moment {
  readonly decisions: readonly Decision[]
  readonly skipped: ReadonlySet<number>
}

/** A review of some texts. */
export interface ReviewSession extends Moment {
  readonly files: readonly ReviewFile[]
  readonly items: readonly ReviewItem[]
  /** Questions: ids of items with the same words in the same sentence, which are asked together; in source order. */
  readonly groups: readonly (readonly number[])[]
  /** Per item. */
  readonly statuses: readonly Status[]
  /** Latest last. */
  readonly past: readonly Moment[]
}

/** An editor's word. */
export interface Answer {
  readonly verdict: 'accept' | 'reject'
  /** The text wanted; absent: the first choice of each item. */
  readonly replacement?: string
  readonly scope: Scope
  readonly by?: string
  readonly at?: string
  readonly note?: string
}

/** Begin a review. */
export function createSession(
  files: readonly ReviewFile[],
  items: readonly ReviewItem[],
  decisions: readonly Decision[] = []
): ReviewSession {
  const session = {files, items, groups: groupItems(items), past: []}
  return withMoment(session, {decisions, skipped: new Set()})
}

/**
 * Decide items, and with a wider scope all that it reaches.
 *
 * What was decided more narrowly about these items falls, since it would outrank the new word. Asking for the text
 * that stands there is a rejection.
 *
 * @param ids - Of the items meant.
 */
export function decideItems(session: ReviewSession, ids: readonly number[], answer: Answer): ReviewSession {
  const made = ids.map((id) => toDecision(session, id, answer))
  const outranking = new Set(ids.flatMap((id) => narrowerKeys(session, id, answer.scope)))
  const kept = session.decisions.filter((decision) => !outranking.has(decisionKey(decision)))
  const decided = new Set(ids)
  return remember(session, {
    decisions: joinDecisions(kept, made),
    skipped: new Set([...session.skipped].filter((id) => !decided.has(id)))
  })
}

/** Take back the decisions that settle items, however far they reach, so that these are asked again. */
export function reopenItems(session: ReviewSession, ids: readonly number[]): ReviewSession {
  const settling = new Set(ids.map((id) => session.statuses[id]!.decision))
  return remember(session, {
    decisions: session.decisions.filter((decision) => !settling.has(decision)),
    skipped: session.skipped
  })
}

/** Put items off until the next review. */
export function skipItems(session: ReviewSession, ids: readonly number[]): ReviewSession {
  return remember(session, {decisions: session.decisions, skipped: new Set([...session.skipped, ...ids])})
}

/** Go back one step; at the beginning, nowhere. */
export function undo(session: ReviewSession): ReviewSession {
  const last = session.past.at(-1)
  return last === undefined ? session : {...withMoment(session, last), past: session.past.slice(0, -1)}
}

/** The ids of all items that an answer to some of them would settle anew: what a bulk action touches. */
export function previewAnswer(session: ReviewSession, ids: readonly number[], answer: Answer): number[] {
  const next = decideItems(session, ids, answer).statuses
  return session.statuses.flatMap((status, id) => (next[id]!.decision === status.decision ? [] : [id]))
}

/** How far a review has come; questions are groups that the program leaves to an editor. */
export interface Progress {
  readonly questions: number
  readonly open: number
  readonly accepted: number
  readonly rejected: number
  readonly skipped: number
}

/** Count questions by how they stand. */
export function countProgress(session: ReviewSession): Progress {
  const count = {open: 0, accepted: 0, rejected: 0, skipped: 0}
  const asked = listQuestions(session)
  for (const [first] of asked) count[session.statuses[first!]!.state] += 1
  return {questions: asked.length, ...count}
}

/** What a review asks about: what the program leaves to an editor, or what it is certain of, too. */
export type Asked = 'proposals' | 'changes'

/** The groups that a review asks about, decided or not, in the order of files and places. */
export function listQuestions(
  {groups, items}: ReviewSession,
  asked: Asked = 'proposals'
): (readonly number[])[] {
  const verdicts = asked === 'proposals' ? ['propose'] : ['propose', 'fix']
  return groups.filter(([first]) => verdicts.includes(items[first!]!.verdict))
}

/** A session as JSON, for a browser; `past` stays behind. */
export interface WireSession {
  readonly version: 1
  readonly files: readonly ReviewFile[]
  readonly items: readonly ReviewItem[]
  readonly decisions: readonly Decision[]
  readonly skipped: readonly number[]
}

/** Make a session ready for `JSON.stringify`. */
export function toWire({files, items, decisions, skipped}: ReviewSession): WireSession {
  return {version: 1, files, items, decisions, skipped: [...skipped]}
}

/** The session of a wire, with nothing to undo. */
export function fromWire({files, items, decisions, skipped}: WireSession): ReviewSession {
  return withMoment(createSession(files, items), {decisions, skipped: new Set(skipped)})
}

function remember(session: ReviewSession, moment: Moment): ReviewSession {
  const {decisions, skipped} = session
  return {...withMoment(session, moment), past: [...session.past, {decisions, skipped}]}
}

function withMoment<T extends Pick<ReviewSession, 'files' | 'items' | 'groups' | 'past'>>(
  session: T,
  {decisions, skipped}: Moment
): ReviewSession {
  const index = indexDecisions(decisions)
  const statuses = session.items.map((item) =>
    statusOf(item, findDecision(index, item.fingerprint, session.files[item.file]!.name), skipped)
  )
  const {files, items, groups, past} = session
  return {files, items, groups, past, decisions, skipped, statuses}
}

function statusOf(
  {id, choices, forms, verdict, passage}: ReviewItem,
  decision: Decision | undefined,
  skipped: ReadonlySet<number>
): Status {
  if (decision !== undefined) {
    const replacement = decision.verdict === 'accept' ? chooseText({choices, forms}, decision) : choices[0]
    const isAccepted = decision.verdict === 'accept' && !isSameText(replacement, passage.text)
    return {state: isAccepted ? 'accepted' : 'rejected', replacement, decision}
  }
  const open = skipped.has(id) ? 'skipped' : 'open'
  return {
    state: ({fix: 'accepted', keep: 'rejected', propose: open} as const)[verdict],
    replacement: choices[0]
  }
}

/** Items with the same words in the same sentence, judged the same way, are one question, wherever they stand. */
function groupItems(items: readonly ReviewItem[]): number[][] {
  const groups = new Map<string, number[]>()
  for (const {id, fingerprint, verdict, choices} of items) {
    const {rule, text, before, after} = fingerprint
    const key = [rule, text, before, after, verdict, ...choices].join('\n')
    const group = groups.get(key)
    if (group) group.push(id)
    else groups.set(key, [id])
  }
  return [...groups.values()]
}

function toDecision({items, files}: ReviewSession, id: number, answer: Answer): Decision {
  const {fingerprint, file, choices, passage} = items[id]!
  const {verdict, replacement = choices[0], scope, ...signature} = answer
  const {rule, text, before, after} = fingerprint
  const isKept = verdict === 'reject' || isSameText(replacement, passage.text)
  return {
    rule,
    text: scope === 'entry' ? '' : text,
    before: scope === 'here' ? before : '',
    after: scope === 'here' ? after : '',
    verdict: isKept ? 'reject' : 'accept',
    ...(!isKept && chosenText(items[id]!, replacement, scope)),
    scope,
    ...(scope !== 'everywhere' && {file: files[file]!.name}),
    ...signature
  }
}

/** For one place the very text, for more the glossary's form; another than what was offered goes with that. */
function chosenText(
  {choices, forms}: ReviewItem,
  replacement: string,
  scope: Scope
): Pick<Decision, 'replacement' | 'offered'> {
  // Other words of the entry have other texts offered.
  if (scope === 'entry') return {}
  const [offered, chosen] =
    scope === 'here' ? [choices[0], replacement] : [forms[0], formOf({choices, forms}, replacement)]
  if (offered === undefined || isSameText(offered, chosen)) return {replacement: chosen}
  return {replacement: chosen, offered}
}

/** Keys of all decisions on an item that would outrank one of this scope. */
function narrowerKeys({items, files, statuses}: ReviewSession, id: number, scope: Scope): string[] {
  const {fingerprint, file} = items[id]!
  const {decision} = statuses[id]!
  const narrower = scopes.slice(0, scopes.indexOf(scope))
  const keys = narrower.map((scope) => decisionKey({...fingerprint, scope, file: files[file]!.name}))
  // One that was taken under another file's name, or before a text was written into the sentence, has another key.
  return decision && narrower.includes(decision.scope) ? [...keys, decisionKey(decision)] : keys
}

/** Later ones take the place of earlier ones with the same aim. */
function joinDecisions(earlier: readonly Decision[], later: readonly Decision[]): Decision[] {
  return [...new Map([...earlier, ...later].map((decision) => [decisionKey(decision), decision])).values()]
}
