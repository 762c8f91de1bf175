import {expect, test} from 'vitest'
import {suggestWord} from '../../src/glossary/suggest.js'

test.each([
  {name: 'a letter missing', word: 'ordinry', known: ['owner', 'ordinary'], suggested: 'ordinary'},
  {name: 'two letters swapped', word: 'entires', known: ['entries', 'silence'], suggested: 'entries'},
  {name: 'other capitals', word: 'Term', known: ['term'], suggested: 'term'},
  {name: 'the first of two that are as near', word: 'bat', known: ['cat', 'hat'], suggested: 'cat'},
  {name: 'nothing when all letters differ', word: 'foo', known: ['term', 'id'], suggested: undefined},
  {name: 'nothing when half of a short word differs', word: 'ab', known: ['id'], suggested: undefined},
  {name: 'nothing when nothing is known', word: 'x', known: [], suggested: undefined}
])('$name', ({word, known, suggested}) => {
  expect(suggestWord(word, known)).toBe(suggested)
})
