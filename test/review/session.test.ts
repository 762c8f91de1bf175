import {expect, test} from 'vitest'
import {filterItems, isLike} from '../../src/review/filter.js'
import {
  type Answer,
  countProgress,
  decideItems,
  fromWire,
  listQuestions,
  previewAnswer,
  type ReviewSession,
  reopenItems,
  skipItems,
  toWire,
  undo
} from '../../src/review/session.js'
import {outputsOf, reviewOf} from './make.js'

const yes: Answer = {verdict: 'accept', scope: 'here'}
const no: Answer = {verdict: 'reject', scope: 'here'}
const two = {
  'a.md': 'The app Beanbag grew. Yuezhi Anmian did not.\n\nIn May, Beanbag was sold.\n',
  'b.md': 'An 😀 Beanbag rival came.\n'
}
const states = ({statuses}: ReviewSession) => statuses.map(({state}) => state)

test('proposals are open, what is certain is accepted', () => {
  const session = reviewOf(two)
  expect(session.items.map(({passage, choices}) => [passage.text, ...choices])).toEqual([
    ['Beanbag', 'Doubao', 'Doubao App'],
    ['Yuezhi Anmian', 'Moonshot AI'],
    ['Beanbag', 'Doubao', 'Doubao App'],
    ['Beanbag', 'Doubao', 'Doubao App']
  ])
  expect(states(session)).toEqual(['open', 'accepted', 'open', 'open'])
  expect(countProgress(session)).toEqual({questions: 3, open: 3, accepted: 0, rejected: 0, skipped: 0})
})

test.each([
  {name: 'yes settles one place', ids: [0], answer: yes, after: ['accepted', 'accepted', 'open', 'open']},
  {name: 'no settles one place', ids: [2], answer: no, after: ['open', 'accepted', 'rejected', 'open']},
  {
    name: 'a certain one can be rejected',
    ids: [1],
    answer: no,
    after: ['open', 'rejected', 'open', 'open']
  },
  {
    name: 'a file settles all like it there',
    ids: [0],
    answer: {...yes, scope: 'file'} as const,
    after: ['accepted', 'accepted', 'accepted', 'open']
  },
  {
    name: 'everywhere settles all like it',
    ids: [0],
    answer: {...no, scope: 'everywhere'} as const,
    after: ['rejected', 'accepted', 'rejected', 'rejected']
  },
  {
    name: 'an entry is left alone in its file',
    ids: [2],
    answer: {...no, scope: 'entry'} as const,
    after: ['rejected', 'accepted', 'rejected', 'open']
  },
  {
    name: 'asking for what stands there is a rejection',
    ids: [0],
    answer: {...yes, replacement: 'Beanbag'},
    after: ['rejected', 'accepted', 'open', 'open']
  }
])('$name', ({ids, answer, after}) => {
  const session = decideItems(reviewOf(two), ids, answer)
  expect(states(session)).toEqual(after)
  expect(states(undo(session))).toEqual(['open', 'accepted', 'open', 'open'])
})

test('accepting a whole entry takes what is offered for each of its words', () => {
  const {decisions} = decideItems(reviewOf(two), [0], {...yes, scope: 'entry', replacement: 'Doubao App'})
  expect(decisions).toEqual([
    {rule: 'doubao', text: '', before: '', after: '', verdict: 'accept', scope: 'entry', file: 'a.md'}
  ])
})

test('the texts come out as decided', () => {
  let session = reviewOf(two)
  session = decideItems(session, [0], {...yes, replacement: 'Doubao App'})
  session = decideItems(session, [1], no)
  session = decideItems(session, [3], {...yes, scope: 'file', replacement: 'Doubao Pro'})
  expect(outputsOf(session)).toEqual([
    'The app Doubao App grew. Yuezhi Anmian did not.\n\nIn May, Beanbag was sold.\n',
    'An 😀 Doubao Pro rival came.\n'
  ])
})

test('a wider word replaces a narrower one on the item it is given to, not on others', () => {
  let session = decideItems(reviewOf(two), [0], no)
  session = decideItems(session, [2], no)
  session = decideItems(session, [0], {...yes, scope: 'everywhere'})
  expect(states(session)).toEqual(['accepted', 'accepted', 'rejected', 'accepted'])
})

test('a narrower word leaves the wider one to the others', () => {
  let session = decideItems(reviewOf(two), [0], {...yes, scope: 'everywhere'})
  session = decideItems(session, [2], no)
  expect(states(session)).toEqual(['accepted', 'accepted', 'rejected', 'accepted'])
})

test('a preview tells what an answer would touch, and decides nothing', () => {
  const session = reviewOf(two)
  expect(previewAnswer(session, [0], {...yes, scope: 'file'})).toEqual([0, 2])
  expect(previewAnswer(session, [0], {...yes, scope: 'everywhere'})).toEqual([0, 2, 3])
  expect(session.decisions).toEqual([])
})

test('skipped ones are put off for this session only', () => {
  const session = skipItems(reviewOf(two), [0])
  expect(countProgress(session)).toMatchObject({open: 2, skipped: 1})
  expect(states(reviewOf(two, session.decisions))[0]).toBe('open')
})

test('a decision taken back is asked again', () => {
  const session = reopenItems(decideItems(reviewOf(two), [0, 2], yes), [0])
  expect(states(session)).toEqual(['open', 'accepted', 'accepted', 'open'])
})

test('the same words in the same sentence are one question, wherever they stand', () => {
  const boilerplate = 'Download Beanbag now.'
  const session = reviewOf({
    'a.md': `${boilerplate}\n\n${boilerplate}\n`,
    'b.md': `# News\n\n${boilerplate}\n`
  })
  const [question, ...others] = listQuestions(session)
  expect([question, others]).toEqual([[0, 1, 2], []])
  const decided = decideItems(session, question ?? [], yes)
  expect(states(decided)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(decided.decisions.map(({file}) => file)).toEqual(['a.md', 'b.md'])
})

test('a pair is the same with and without an article', () => {
  const session = reviewOf({'a.md': 'He drove an Ideal Auto car.\n\nShe likes Ideal Auto cars.\n'})
  expect(session.items.map(({passage}) => passage.text)).toEqual(['an Ideal Auto', 'Ideal Auto'])
  expect(session.items.map(({forms}) => forms)).toEqual([['Li Auto'], ['Li Auto']])
  expect(isLike(session.items[0]!, session.items[1]!)).toBe(true)
  const decided = decideItems(session, [1], {...yes, scope: 'everywhere'})
  expect(outputsOf(decided)).toEqual(['He drove a Li Auto car.\n\nShe likes Li Auto cars.\n'])
})

test('a second review of unchanged texts asks nothing', () => {
  let session = reviewOf(two)
  session = decideItems(session, [0], {...yes, scope: 'file'})
  session = decideItems(session, [3], no)
  expect(countProgress(reviewOf(two, session.decisions)).open).toBe(0)
})

test('a review after the texts were written asks nothing', () => {
  const near = {'a.md': 'Yuezhi Anmian and an Ideal Auto fan saw that Beanbag grew.\n'}
  let session = reviewOf(near)
  expect(session.items.map(({passage}) => passage.text)).toEqual([
    'Yuezhi Anmian',
    'an Ideal Auto',
    'Beanbag'
  ])
  session = decideItems(decideItems(session, [1], yes), [2], no)
  const [written = ''] = outputsOf(session)
  expect(written).toBe('Moonshot AI and a Li Auto fan saw that Beanbag grew.\n')
  expect(countProgress(reviewOf({'a.md': written}, session.decisions)).open).toBe(0)
})

test('a sentence is known after a text of the editor was written into it', () => {
  const near = {'a.md': 'The Ideal Auto fan saw that Beanbag grew.\n'}
  let session = reviewOf(near)
  session = decideItems(session, [0], {...yes, replacement: 'Lixiang (1+1)'})
  session = decideItems(session, [1], no)
  const [written = ''] = outputsOf(session)
  expect(written).toContain('Lixiang (1+1)')
  expect(countProgress(reviewOf({'a.md': written}, session.decisions)).open).toBe(0)
})

test.each([
  {name: 'a rule', filter: {rule: 'doubao'}, ids: [0, 2, 3]},
  {name: 'a file', filter: {file: 1}, ids: [3]},
  {name: 'a verdict', filter: {verdict: 'fix'} as const, ids: [1]},
  {name: 'a state', filter: {state: 'open'} as const, ids: [0, 2, 3]},
  {name: 'words around', filter: {words: 'THE APP '}, ids: [0, 1]},
  {name: 'what is like another', filter: {like: 2}, ids: [0, 2, 3]},
  {name: 'confidence', filter: {below: 0}, ids: []},
  {name: 'two conditions', filter: {rule: 'doubao', file: 0}, ids: [0, 2]}
])('a filter finds $name', ({filter, ids}) => {
  expect(filterItems(reviewOf(two), filter)).toEqual(ids)
})

test('a session survives the wire', () => {
  const session = skipItems(decideItems(reviewOf(two), [0], yes), [2])
  const back = fromWire(JSON.parse(JSON.stringify(toWire(session))))
  expect({...back, past: []}).toEqual({...session, past: []})
})
