import {expect, test} from 'vitest'
import {createUseTally, type UseState} from '../../src/decide/use.js'
import type {Decision} from '../../src/model.js'
import {decide, decisionOn, find} from './make.js'

/** What decisions are good for in one text. */
function statesIn(source: string, decisions: readonly Decision[]): UseState[] {
  const {document, findings} = find(source)
  const tally = createUseTally(decisions)
  tally.see({
    name: 'a.md',
    document,
    findings,
    readProse: () => document.blocks.map(({text}) => text)
  })
  return tally.tell({isRule: () => true, isThere: () => true, isComplete: true}).map(({state}) => state)
}

const two = '新闻 😀\r\n\r\nThe company Beanbag and the app Beanbag grew.'
const [first, second] = [0, 1].map((index) => decisionOn(two, {replacement: 'Doubao'}, index)) as [
  Decision,
  Decision
]
const own = {...second, replacement: 'Doubao App', offered: 'Doubao'}

test.each([
  {name: 'both written', now: two.replaceAll('Beanbag', 'Doubao'), decisions: [first, second]},
  {name: 'the other one not decided', now: two.replace('Beanbag', 'Doubao'), decisions: [first]},
  {
    name: 'the other one with a text of the editor',
    now: two.replace('Beanbag', 'Doubao').replace('Beanbag', 'Doubao App'),
    decisions: [first, own]
  },
  {
    name: 'the article went with the words',
    now: 'Doubao grew.',
    decisions: [decisionOn('The Beanbag grew.', {replacement: 'Doubao'})]
  },
  {
    name: 'brackets went with the words',
    now: 'News of today: Doubao grew.',
    decisions: [decisionOn('News of today: Doubao (Beanbag) grew.', {replacement: 'Doubao'})]
  }
])('written: $name', ({now, decisions}) => {
  expect(statesIn(now, decisions)).toEqual(decisions.map(() => 'written'))
})

test.each([
  {name: 'the sentence is another one', now: 'The firm Doubao shrank.', decision: first},
  {name: 'another text stands there', now: two.replace('Beanbag', 'Bean'), decision: first},
  {name: 'rejected, and gone', now: two.replace('Beanbag', 'Bean'), decision: {...first, verdict: 'reject'}}
] as const)('stale: $name', ({now, decision}) => {
  expect(statesIn(now, [decision])).toEqual(['stale'])
})

test('a rejection beside a text of the editor still counts, and is told so', () => {
  const rejected: Decision = {...first, verdict: 'reject'}
  const now = two.replace(/Beanbag(?= grew)/u, 'Doubao App')
  expect(decide(now, [rejected, own])).toEqual(['(kept)'])
  expect(statesIn(now, [rejected, own])).toEqual(['used', 'written'])
})

test('what was offered, standing elsewhere in the sentence, is not taken for a chosen part of it', () => {
  const text = 'The Doubao App and Beanbag and Beanbag grew.'
  const chosen = decisionOn(text, {replacement: 'Doubao', offered: 'Doubao App'}, 0)
  const other = decisionOn(text, {verdict: 'reject'}, 1)
  const before = other.before.replace('Doubao grew', 'Doubao App grew')
  expect(decide(text, [chosen, {...other, before}])).toEqual(['Doubao', '(kept)'])
})
