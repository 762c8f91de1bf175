import {expect, test} from 'vitest'
import type {Key, KeyName} from '../../../src/review/terminal/key.js'
import {countLike, pressKey, startTerminal, type TerminalState} from '../../../src/review/terminal/state.js'
import {reviewOf} from '../make.js'

/** Three questions of Beanbag: two in the first file, one in the second; one certain name. */
const texts = {
  'a.md': 'The app Beanbag grew. Yuezhi Anmian did not.\n\nIn May, Beanbag was sold.\n',
  'b.md': 'An 😀 Beanbag rival came.\n'
}

const names: Readonly<Record<string, KeyName>> = {
  '↵': 'enter',
  '⎋': 'escape',
  '⌫': 'backspace',
  '⌧': 'clear',
  '^C': 'interrupt',
  '↓': 'down',
  '↑': 'up'
}

function keyOf(written: string): Key {
  const name = names[written]
  return name === undefined ? {character: written} : {name, character: ''}
}

/** Press keys, written one after the other; those of several characters stand in brackets. */
function press(state: TerminalState, keys: string): TerminalState {
  const written = keys.match(/\[[^\]]+\]|./gu) ?? []
  return written.reduce((now, key) => pressKey(now, keyOf(key.replace(/^\[|\]$/gu, ''))), state)
}

const start = () => startTerminal(reviewOf(texts))
const outcomes = ({session, questions}: TerminalState) =>
  questions.map(([id]) => {
    const {state, replacement} = session.statuses[id!]!
    return state === 'accepted' ? replacement : state
  })

test.each([
  {name: 'yes', keys: 'y', is: ['Doubao', 'open', 'open'], at: 1},
  {name: 'no', keys: 'n', is: ['rejected', 'open', 'open'], at: 1},
  {name: 'all like this in this file', keys: 'a', is: ['Doubao', 'Doubao', 'open'], at: 2},
  {name: 'all like this everywhere', keys: 'd', is: ['Doubao', 'Doubao', 'Doubao'], at: 3},
  {name: 'none like this in this file', keys: 'A', is: ['rejected', 'rejected', 'open'], at: 2},
  {name: 'none like this everywhere', keys: 'D', is: ['rejected', 'rejected', 'rejected'], at: 3},
  {name: 'not this entry in this file', keys: 'x', is: ['rejected', 'rejected', 'open'], at: 2},
  {name: 'another choice', keys: '2y', is: ['Doubao App', 'open', 'open'], at: 1},
  {name: 'another choice for the file', keys: '2a', is: ['Doubao App', 'Doubao App', 'open'], at: 2},
  {name: 'an own text', keys: 'e⌧豆↵', is: ['豆', 'open', 'open'], at: 1},
  {name: 'an own text that is the old one', keys: 'e[⌧]Beanbag↵', is: ['rejected', 'open', 'open'], at: 1},
  {name: 'an own text given up', keys: 'e⌫⎋', is: ['open', 'open', 'open'], at: 0},
  {name: 'an own text that is empty', keys: 'e⌧↵', is: ['open', 'open', 'open'], at: 0},
  {name: 'an own text, then all like it', keys: 'e!↵kd', is: ['Doubao!', 'Doubao!', 'Doubao!'], at: 3},
  {name: 'skipping', keys: 's', is: ['skipped', 'open', 'open'], at: 1},
  {name: 'a skipped one decided after all', keys: 'sky', is: ['Doubao', 'open', 'open'], at: 1},
  {name: 'undo', keys: 'yyu', is: ['Doubao', 'open', 'open'], at: 1},
  {name: 'undo of what was done elsewhere', keys: 'yjuy', is: ['Doubao', 'open', 'open'], at: 1},
  {name: 'undo of a wide word', keys: 'du', is: ['open', 'open', 'open'], at: 0},
  {name: 'undo of skipping', keys: 'su', is: ['open', 'open', 'open'], at: 0},
  {name: 'undo of nothing', keys: 'u', is: ['open', 'open', 'open'], at: 0},
  {name: 'moving', keys: 'jj↑', is: ['open', 'open', 'open'], at: 1},
  {name: 'moving beyond the ends', keys: 'kjjjjj', is: ['open', 'open', 'open'], at: 2},
  {name: 'the last one, then what was left open', keys: 'jjy', is: ['open', 'open', 'Doubao'], at: 0},
  {name: 'another word on a decided one', keys: 'ykn', is: ['rejected', 'open', 'open'], at: 1},
  {name: 'help and back', keys: '?y', is: ['open', 'open', 'open'], at: 0},
  {name: 'a key without a meaning', keys: 'z', is: ['open', 'open', 'open'], at: 0},
  {name: 'a choice that is not there', keys: '9y', is: ['Doubao', 'open', 'open'], at: 1}
])('$name: $keys', ({keys, is, at}) => {
  const state = press(start(), keys.replace(/[⌧⌫⎋↵↑↓](?!\])/gu, '[$&]'))
  expect(outcomes(state)).toEqual(is)
  expect([state.at, state.mode]).toEqual([at, 'ask'])
})

test.each(['q', '[^C]', 'yyyq', 'yyy[↵]', 'e[^C]', '?q'])('%s ends the review or leaves help', (keys) => {
  expect(press(start(), keys).mode).toBe(keys === '?q' ? 'ask' : 'quit')
})

test('what was decided before is not asked, and can be looked at', () => {
  const first = press(start(), 'y')
  const again = startTerminal(reviewOf(texts, first.session.decisions))
  expect([again.at, again.questions.length]).toEqual([1, 3])
  expect(press(again, 'k').at).toBe(0)
})

test('a second review of unchanged articles asks nothing', () => {
  const done = press(start(), 'ynd')
  const again = startTerminal(reviewOf(texts, done.session.decisions))
  expect(again.at).toBe(again.questions.length)
})

test('what is certain is asked about when an editor wants it', () => {
  const state = startTerminal(reviewOf(texts), 'changes')
  expect(state.questions).toHaveLength(4)
  expect(outcomes(press(state, 'jn'))).toEqual(['open', 'rejected', 'open', 'open'])
})

test('the keys tell how much they would settle', () => {
  expect(countLike(start())).toEqual({here: 1, file: 2, all: 3})
})

test('who answers, and when, is kept', () => {
  const signature = {by: 'Ada', at: '2026-01-02T03:04:05Z'}
  const {session} = pressKey(start(), {character: 'y'}, signature)
  expect(session.decisions).toEqual([expect.objectContaining(signature)])
})
