// Sentences of blocks, short and long.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {splitSentences} from '../../src/judge/sentences.js'
import {unitKind} from '../../src/model.js'

const split = (text: string, kinds = new Uint8Array(text.length)): string[] =>
  splitSentences({text, kinds}).map(({start, end}) => text.slice(start, end))

test.each([
  {name: 'a full stop', text: 'It grew. He left.', found: ['It grew. ', 'He left.']},
  {name: 'Chinese', text: '他来了。他走了。', found: ['他来了。', '他走了。']},
  {name: 'a wrapped line goes on', text: '😀 It\ngrew. He left.', found: ['😀 It\ngrew. ', 'He left.']},
  {name: 'nothing', text: '', found: []}
])('$name', ({text, found}) => {
  expect(split(text)).toEqual(found)
})

test('a hard break ends a sentence', () => {
  const text = 'It grew\nmuch'
  const kinds = new Uint8Array(text.length)
  kinds[text.indexOf('\n')] = unitKind.object
  expect(split(text, kinds)).toEqual(['It grew\n', 'much'])
})

test('law: a long text in parts is split as a whole is', () => {
  const segmenter = new Intl.Segmenter('en', {granularity: 'sentence'})
  const parts = [
    'He said',
    ' ',
    '. ',
    '.',
    '”',
    '… ',
    '… — (',
    'and',
    '? ',
    '豆包',
    '。',
    '😀',
    '3.2',
    'U.S. ',
    '\u2029'
  ]
  const text = fc.array(fc.constantFrom(...parts, 'x'.repeat(330), ') '.repeat(120)), {maxLength: 120})
  fc.assert(
    fc.property(text, (pieces) => {
      const whole = pieces.join('')
      expect(split(whole)).toEqual(Array.from(segmenter.segment(whole), ({segment}) => segment))
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 200)}
  )
})
