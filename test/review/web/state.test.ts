import {expect, test} from 'vitest'
import {type Action, createState, reduce, type State} from '../../../src/review/page/state.js'
import {toWire} from '../../../src/review/session.js'
import {reviewOf} from '../make.js'

const yes = {verdict: 'accept', scope: 'here'} as const
const no = {verdict: 'reject', scope: 'here'} as const
const start = createState(
  toWire(
    reviewOf({
      'a.md': 'Today Beanbag grew. Yuezhi Anmian did not.\n\nIn May, Beanbag was sold.\n',
      'b.md': 'Then 😀 Beanbag came.\n'
    })
  )
)

function after(...actions: readonly Action[]): State {
  return actions.reduce(reduce, start)
}

test.each<{name: string; actions: readonly Action[]; current: number | undefined; file: number}>([
  {name: 'it begins with the first that is open', actions: [], current: 0, file: 0},
  {
    name: 'a decision goes on to the next open one',
    actions: [{type: 'decide', answer: yes}],
    current: 2,
    file: 0
  },
  {
    name: 'the next may be in another file',
    actions: [
      {type: 'select', id: 2},
      {type: 'decide', answer: no}
    ],
    current: 3,
    file: 1
  },
  {
    name: 'what was passed over comes at the end',
    actions: [
      {type: 'select', id: 3},
      {type: 'decide', answer: no}
    ],
    current: 0,
    file: 0
  },
  {
    name: 'the last one stays',
    actions: [
      {type: 'select', id: 3},
      {type: 'move', by: 1}
    ],
    current: 3,
    file: 1
  },
  {
    name: 'a filter without anything shows nothing',
    actions: [{type: 'filter', filter: {words: 'xyz'}}],
    current: undefined,
    file: 0
  },
  {
    name: 'past the end of a file, the next one follows',
    actions: [
      {type: 'filter', filter: {file: 0, state: 'open'}},
      {type: 'select', id: 2},
      {type: 'move', by: 1}
    ],
    current: 3,
    file: 1
  },
  {
    name: 'undo goes back to what it undoes',
    actions: [{type: 'decide', answer: yes}, {type: 'undo'}],
    current: 0,
    file: 0
  },
  {name: 'nothing to undo is no harm', actions: [{type: 'undo'}], current: 0, file: 0}
])('$name', ({actions, current, file}) => {
  const state = after(...actions)
  expect([state.current, state.file]).toEqual([current, file])
})

test('what is decided stays in sight until the filter is set anew', () => {
  const decided = after({type: 'decide', answer: yes})
  expect(decided.shown).toEqual(start.shown)
  const anew = reduce(decided, {type: 'filter', filter: decided.filter})
  expect(anew.shown).toEqual(start.shown.slice(1))
})

test('put off, asked again, undone: each is told', () => {
  expect(after({type: 'skip'}).message).toMatch(/^Put off\. Next, 2 of \d/u)
  expect(after({type: 'decide', answer: no}, {type: 'select', id: 0}, {type: 'reopen'}).message).toBe(
    'Asked again.'
  )
  expect(after({type: 'decide', answer: no}, {type: 'undo'}).message).toBe('Undone.')
})

test('a bulk decision tells how many it settled', () => {
  const state = after({type: 'bulk', ids: [0], answer: {...yes, scope: 'everywhere'}})
  expect(state.message).toBe('3 changes accepted.')
  expect(state.session.statuses.every(({state}) => state === 'accepted')).toBe(true)
})
