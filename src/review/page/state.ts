// The state of the page as a value, and what each action makes of it. Pure: drawing is left to the components, saving
// to backend.ts and autosave.ts.
import {filterItems, type ItemFilter} from '../filter.js'
import {
  type Answer,
  decideItems,
  fromWire,
  type ReviewSession,
  reopenItems,
  skipItems,
  undo,
  type WireSession
} from '../session.js'
import {tellCount, tellDecided} from './words.js'

/** How changes are shown. */
export type View = 'article' | 'sides' | 'changes'

/** What a bulk action begins with: all that is shown, or what is like an item, how far, and what for. */
export type BulkSubject =
  | 'shown'
  | {
      readonly like: number
      readonly scope: 'file' | 'everywhere' | 'entry'
      readonly verdict: 'accept' | 'reject'
    }

/** A dialog over the page. */
export type Dialog =
  | {readonly type: 'help' | 'finish'}
  | {readonly type: 'bulk'; readonly subject: BulkSubject}

/** Everything that the page shows. */
export interface State {
  readonly session: ReviewSession
  readonly view: View
  readonly filter: ItemFilter
  /** Ids of the items that the filter let pass when it was set; what is decided since stays in sight. */
  readonly shown: readonly number[]
  /** Id of the item that keys and buttons are about. */
  readonly current: number | undefined
  /** The file that is read. */
  readonly file: number
  /** The text that an editor has marked for the current item; absent: the usual one. */
  readonly marked: string | undefined
  readonly isEditing: boolean
  readonly dialog: Dialog | undefined
  /** The latest event in words, for people who do not see it. */
  readonly message: string
}

/** What can happen. */
export type Action =
  | {readonly type: 'load'; readonly session: WireSession}
  | {readonly type: 'view'; readonly view: View}
  | {readonly type: 'filter'; readonly filter: ItemFilter}
  | {readonly type: 'select'; readonly id: number}
  | {readonly type: 'move'; readonly by: 1 | -1}
  | {readonly type: 'mark'; readonly text: string}
  | {readonly type: 'edit'; readonly isEditing: boolean}
  /** Without a text of its own, an answer takes the one that is marked. */
  | {readonly type: 'decide'; readonly answer: Answer}
  | {readonly type: 'skip'}
  | {readonly type: 'reopen'}
  | {readonly type: 'bulk'; readonly ids: readonly number[]; readonly answer: Answer}
  | {readonly type: 'undo'}
  | {readonly type: 'dialog'; readonly dialog: Dialog | undefined}

/** Begin with the first item that is to be decided. */
export function createState(wire: WireSession): State {
  const session = fromWire(wire)
  const hasOpen = session.statuses.some(({state}) => state === 'open')
  return refilter({
    session,
    view: 'article',
    filter: hasOpen ? {state: 'open'} : {},
    shown: [],
    current: undefined,
    file: 0,
    marked: undefined,
    isEditing: false,
    dialog: undefined,
    message: ''
  })
}

/** The state after an action. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'load': {
      const {message, view} = state
      return {...createState(action.session), view, message}
    }
    case 'view':
      return {...state, view: action.view}
    case 'filter':
      return announceShown(refilter({...state, filter: action.filter}))
    case 'select':
      return select(state, action.id)
    case 'move':
      return move(state, action.by)
    case 'mark':
      return {...state, marked: action.text, message: `Marked: ${action.text}.`}
    case 'edit':
      return {...state, isEditing: action.isEditing && state.current !== undefined}
    case 'decide':
      return decide(state, action.answer)
    case 'skip':
      return state.current === undefined ? state : moveOn(skipItems, state, 'Put off.')
    case 'reopen':
      return state.current === undefined
        ? state
        : {...state, session: reopenItems(state.session, groupOf(state)), message: 'Asked again.'}
    case 'bulk':
      return decideMany(state, action.ids, action.answer)
    case 'undo':
      return undoLast(state)
    case 'dialog':
      return {...state, dialog: action.dialog, isEditing: false}
  }
}

/** The text that accepting the current item would write. */
export function markedText({session, current, marked}: State): string {
  if (marked !== undefined || current === undefined) return marked ?? ''
  const {state, replacement} = session.statuses[current]!
  return state === 'accepted' ? replacement : session.items[current]!.choices[0]
}

/** The ids that one answer is about: the same words in the same sentence are one question. */
export function groupOf({session, current}: Pick<State, 'session' | 'current'>): readonly number[] {
  if (current === undefined) return []
  return groupIndex(session).get(current) ?? [current]
}

const groupIndexes = new WeakMap<ReviewSession['groups'], ReadonlyMap<number, readonly number[]>>()

/** Groups stay the same for a whole session. */
function groupIndex({groups}: ReviewSession): ReadonlyMap<number, readonly number[]> {
  const known = groupIndexes.get(groups)
  if (known) return known
  const index = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)))
  groupIndexes.set(groups, index)
  return index
}

/** Show what the filter lets pass; stay where the reader is, if that is shown. */
function refilter(state: State): State {
  const shown = filterItems(state.session, state.filter)
  const isKept = state.current !== undefined && shown.includes(state.current)
  const current = isKept ? state.current : (shown.find((id) => id >= (state.current ?? 0)) ?? shown[0])
  const file = state.filter.file ?? fileOf(state.session, current) ?? state.file
  return {...state, shown, current, file, marked: isKept ? state.marked : undefined, isEditing: false}
}

function announceShown(state: State): State {
  return {...state, message: `${tellCount(state.shown.length, 'change')} shown.`}
}

function select(state: State, id: number): State {
  return {
    ...state,
    current: id,
    file: fileOf(state.session, id) ?? state.file,
    marked: undefined,
    isEditing: false
  }
}

/** To the next or previous item shown; past the end of a file, to the next one that has something to show. */
function move(state: State, by: 1 | -1): State {
  const {shown, current = -1, filter} = state
  const next = by === 1 ? shown.find((id) => id > current) : shown.findLast((id) => id < current)
  if (next !== undefined) return announceCurrent(select(state, next))
  if (filter.file === undefined)
    return {...state, message: by === 1 ? 'This is the last one.' : 'This is the first one.'}
  const {file: _, ...others} = filter
  const elsewhere = filterItems(state.session, others)
  const id = by === 1 ? elsewhere.find((id) => id > current) : elsewhere.findLast((id) => id < current)
  const file = fileOf(state.session, id)
  if (id === undefined || file === undefined) return {...state, message: 'Nothing is left in other files.'}
  return announceCurrent(refilter({...state, filter: {...filter, file}, current: id}))
}

function announceCurrent(state: State): State {
  const {session, current, shown} = state
  if (current === undefined) return state
  const {passage} = session.items[current]!
  const sentence = `${passage.before.slice(-60)}${passage.text}${passage.after.slice(0, 60)}`
  const place = `${shown.indexOf(current) + 1} of ${shown.length}`
  const offer = session.statuses[current]!.replacement
  return {...state, message: `${place}: ${passage.text}, offered: ${offer}. ${sentence}`}
}

function decide(state: State, answer: Answer): State {
  const {current} = state
  if (current === undefined) return state
  const whole: Answer = answer.verdict === 'accept' ? {replacement: markedText(state), ...answer} : answer
  const apply = (session: ReviewSession, ids: readonly number[]) => decideItems(session, ids, whole)
  return moveOn(apply, state, tellDecided(state.session.items[current]!, whole))
}

/** Change how the current item stands, and go to the next open one. */
function moveOn(
  change: (session: ReviewSession, ids: readonly number[]) => ReviewSession,
  state: State,
  event: string
): State {
  const session = change(state.session, groupOf(state))
  const {shown, current = -1} = state
  const isOpen = (id: number) => session.statuses[id]!.state === 'open'
  const next =
    shown.find((id) => id > current && isOpen(id)) ?? shown.find((id) => id < current && isOpen(id))
  const changed = {...state, session, isEditing: false}
  if (next === undefined) {
    const isDone = !session.statuses.some(({state}) => state === 'open')
    return {
      ...changed,
      message: `${event} ${isDone ? 'Everything is decided.' : 'Nothing else that is shown is open.'}`
    }
  }
  const moved = announceCurrent(select(changed, next))
  return {...moved, message: `${event} Next, ${moved.message}`}
}

function decideMany(state: State, ids: readonly number[], answer: Answer): State {
  const session = decideItems(state.session, ids, answer)
  const settled = session.statuses.filter(
    ({decision}, id) => decision !== state.session.statuses[id]!.decision
  )
  const message = `${tellCount(settled.length, 'change')} ${answer.verdict === 'accept' ? 'accepted' : 'kept'}.`
  return {...refilter({...state, session, dialog: undefined}), message}
}

function undoLast(state: State): State {
  if (state.session.past.length === 0) return {...state, message: 'There is nothing to undo.'}
  const session = undo(state.session)
  const back = session.statuses.findIndex(
    (status, id) =>
      status.decision !== state.session.statuses[id]!.decision ||
      status.state !== state.session.statuses[id]!.state
  )
  const undone = {...state, session, message: 'Undone.', isEditing: false}
  if (back < 0) return undone
  const shown = filterItems(session, state.filter)
  // What is back is shown, even where the filter would hide it.
  const withBack = [...new Set([...state.shown, ...shown, back])].sort((a, b) => a - b)
  return select({...undone, shown: withBack}, back)
}

function fileOf({items}: ReviewSession, id: number | undefined): number | undefined {
  return id === undefined ? undefined : items[id]?.file
}
