// Words beside a match, told the quick way and by Unicode.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  anyWordAfter,
  anyWordBefore,
  compileWords,
  isPossessive,
  wordAfter,
  wordBefore
} from '../../src/judge/words.js'

describe('the word before', () => {
  test.each([
    {name: 'in small letters', text: 'said The ', found: 'the'},
    {name: 'with its full stop', text: 'by Inc. ', found: 'inc.'},
    {name: 'behind a quotation mark', text: '“an ', found: 'an'},
    {name: 'over a line break', text: 'a\n', found: 'a'},
    {name: 'not without a blank', text: 'the', found: ''},
    {name: 'not behind a comma', text: 'the, ', found: ''},
    {name: 'with accents', text: 'mon café ', found: 'café'},
    {name: 'behind an emoji', text: '😀 豆包 ', found: '豆包'}
  ])('$name', ({text, found}) => {
    expect(wordBefore(text, text.length)).toBe(found)
  })
})

const parts = ['a', 'Of', 'x'.repeat(58), '7', '.', '-', '’', "'", ' ', ' ', '\n', '\u00a0', '\r', ',', '_']
const prose = fc
  .array(fc.constantFrom(...parts, 'é', 'İ', '豆', '😀', '\u0301'), {maxLength: 12})
  .map((pieces) => pieces.join(''))
const numRuns = Number(process.env.FUZZ_RUNS ?? 1000)

test('law: the quick way finds the words that Unicode does', () => {
  fc.assert(
    fc.property(prose, fc.nat(200), (text, place) => {
      const unit = place % (text.length + 1)
      expect(wordBefore(text, unit)).toBe(anyWordBefore(text, unit))
      expect(wordAfter(text, unit)).toBe(anyWordAfter(text, unit))
    }),
    {numRuns}
  )
})

test.each([
  {text: '’s app', found: true},
  {text: "'s", found: true},
  {text: '’sé', found: false},
  {text: 's', found: false},
  {text: '', found: false}
])('whether “$text” is a possessive: $found', ({text, found}) => {
  expect(isPossessive(text, 0)).toBe(found)
})

test('lists that are not given are empty', () => {
  expect(compileWords({topics: {}, fields: {}, kinds: {}, words: {}}).heads.size).toBe(0)
})
