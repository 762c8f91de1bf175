// What keys do in a review in the terminal: a state and a key give the next state. What is shown: screen.ts; the
// terminal itself: run.ts.
import {isLike} from '../filter.js'
import type {ReviewItem} from '../item.js'
import {
  type Answer,
  type Asked,
  decideItems,
  listQuestions,
  type ReviewSession,
  skipItems,
  undo
} from '../session.js'
import type {Key} from './key.js'
import {editLine, type Line, lineOf} from './line.js'

/** A review in the terminal. */
export interface TerminalState {
  readonly session: ReviewSession
  /** What is asked, in order; decided ones too. */
  readonly questions: readonly (readonly number[])[]
  /** The question on the screen; their number when all is done. */
  readonly at: number
  /** Where each step of the session's past was taken. */
  readonly trail: readonly number[]
  /** Which of `choicesOf` is marked. */
  readonly choice: number
  readonly mode: 'ask' | 'edit' | 'help' | 'quit'
  /** The text that is being edited. */
  readonly line: Line
  /** What the last key did, or why it did nothing. */
  readonly message: string
}

/** Who answers, and when. */
export type Signature = Pick<Answer, 'by' | 'at'>

/** Begin at the first open question. */
export function startTerminal(session: ReviewSession, asked: Asked = 'proposals'): TerminalState {
  const questions = listQuestions(session, asked)
  const state: TerminalState = {
    session,
    questions,
    at: 0,
    trail: [],
    choice: 0,
    mode: 'ask',
    line: lineOf(''),
    message: ''
  }
  return goTo(state, nextOpen(state, 0))
}

/** Do what a key asks for. */
export function pressKey(state: TerminalState, key: Key, signature: Signature = {}): TerminalState {
  if (key.name === 'interrupt' || (key.name === 'end-of-input' && state.mode !== 'edit')) {
    return {...state, mode: 'quit'}
  }
  if (state.mode === 'edit') return edit(state, key, signature)
  if (state.mode === 'help') return {...state, mode: 'ask'}
  return answer({...state, message: ''}, key, signature)
}

/** The first item of the question on the screen; `undefined` when all is done. */
export function currentItem({session, questions, at}: TerminalState) {
  const id = questions[at]?.[0]
  return id === undefined ? undefined : session.items[id]
}

/** The texts to choose from; the editor's own comes last. */
export function choicesOf({session}: TerminalState, {id, choices}: ReviewItem): readonly string[] {
  const {replacement} = session.statuses[id]!
  return choices.includes(replacement) ? choices : [...choices, replacement]
}

/** How many items the keys for a whole file and for all files would settle, and how many there are in the question. */
export function countLike(state: TerminalState): {
  readonly here: number
  readonly file: number
  readonly all: number
} {
  const item = currentItem(state)
  const {items} = state.session
  const like = item === undefined ? [] : items.filter((other) => isLike(other, item))
  return {
    here: state.questions[state.at]?.length ?? 0,
    file: like.filter(({file}) => file === item?.file).length,
    all: like.length
  }
}

function answer(state: TerminalState, key: Key, signature: Signature): TerminalState {
  const {character, name} = key
  if (character === 'q') return {...state, mode: 'quit'}
  if (character === '?' || character === 'h') return {...state, mode: 'help'}
  if (character === 'u') return takeBack(state)
  if (character === 'j' || name === 'down' || name === 'right') return move(state, 1)
  if (character === 'k' || name === 'up' || name === 'left') return move(state, -1)
  const item = currentItem(state)
  if (item === undefined)
    return name === 'enter' ? {...state, mode: 'quit'} : tell(state, 'All is decided; q ends')
  const choices = choicesOf(state, item)
  const chosen = choices[state.choice] ?? item.choices[0]
  const yes = {...signature, verdict: 'accept', replacement: chosen} as const
  const no = {...signature, verdict: 'reject'} as const
  if (/^[1-9]$/u.test(character)) return mark(state, Number(character) - 1, choices.length)
  switch (character) {
    case 'y':
      return settle(state, {...yes, scope: 'here'})
    case 'n':
      return settle(state, {...no, scope: 'here'})
    case 'a':
      return settle(state, {...yes, scope: 'file'})
    case 'd':
      return settle(state, {...yes, scope: 'everywhere'})
    case 'A':
      return settle(state, {...no, scope: 'file'})
    case 'D':
      return settle(state, {...no, scope: 'everywhere'})
    case 'x':
      return settle(state, {...no, scope: 'entry'})
    case 's':
      return follow(state, skipItems(state.session, state.questions[state.at]!), 'Skipped')
    case 'e':
      return {...state, mode: 'edit', line: lineOf(chosen)}
    default:
      return character === '' ? state : tell(state, `No key \`${character}\`; ? lists all`)
  }
}

function edit(state: TerminalState, key: Key, signature: Signature): TerminalState {
  if (key.name === 'escape') return tell({...state, mode: 'ask'}, 'Nothing changed')
  if (key.name !== 'enter') return {...state, line: editLine(state.line, key)}
  const replacement = state.line.text.trim()
  if (replacement === '')
    return tell({...state, mode: 'ask'}, 'An empty text cannot be put here; n leaves it as it is')
  return settle({...state, mode: 'ask'}, {...signature, verdict: 'accept', replacement, scope: 'here'})
}

function settle(state: TerminalState, given: Answer): TerminalState {
  const ids = state.questions[state.at]!
  // A wider word needs one place to be given at; the others of the question would only repeat it for their files.
  const meant = given.scope === 'here' ? ids : ids.slice(0, 1)
  const session = decideItems(state.session, meant, given)
  const settled = session.statuses.filter(
    ({decision}, id) => decision !== state.session.statuses[id]!.decision
  )
  const what = settled[0]?.state === 'accepted' ? 'Accepted' : 'Left as it is'
  return follow(state, session, settled.length > 1 ? `${what}: ${settled.length} places` : what)
}

/** Go on to the next open question after a step of the session. */
function follow(state: TerminalState, session: ReviewSession, message: string): TerminalState {
  const next = {...state, session, trail: [...state.trail, state.at]}
  return tell(goTo(next, nextOpen(next, state.at + 1)), message)
}

function takeBack(state: TerminalState): TerminalState {
  const at = state.trail.at(-1)
  if (at === undefined) return tell(state, 'Nothing to undo')
  const back = {...state, session: undo(state.session), trail: state.trail.slice(0, -1)}
  return tell(goTo(back, at), 'Undone')
}

/** Through all questions, decided ones too. */
function move(state: TerminalState, step: 1 | -1): TerminalState {
  const at = state.at + step
  if (at < 0) return tell(state, 'This is the first one')
  if (at >= state.questions.length) return tell(state, 'This is the last one')
  return goTo(state, at)
}

function mark(state: TerminalState, choice: number, count: number): TerminalState {
  return choice < count ? {...state, choice} : tell(state, `There is no choice ${choice + 1}`)
}

function goTo(state: TerminalState, at: number): TerminalState {
  const moved = {...state, at, choice: 0}
  const item = currentItem(moved)
  if (item === undefined) return moved
  return {...moved, choice: choicesOf(moved, item).indexOf(moved.session.statuses[item.id]!.replacement)}
}

/** From a place on, then from the beginning; behind the last when none is open. */
function nextOpen({session, questions}: TerminalState, from: number): number {
  const isOpen = (ids: readonly number[]) => session.statuses[ids[0]!]!.state === 'open'
  const later = questions.findIndex((ids, at) => at >= from && isOpen(ids))
  if (later >= 0) return later
  const earlier = questions.findIndex(isOpen)
  return earlier >= 0 ? earlier : questions.length
}

function tell(state: TerminalState, message: string): TerminalState {
  return {...state, message}
}
