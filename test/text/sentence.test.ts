import {expect, test} from 'vitest'
import {isSentenceStart} from '../../src/text/sentence.js'

// "|" marks the place asked about.
test.each([
  {name: 'the start of the text', marked: '|Vivo', starts: true},
  {name: 'after a full stop', marked: 'It sold. |Vivo', starts: true},
  {name: 'after a full stop and a quote', marked: 'It “sold.” |Vivo', starts: true},
  {name: 'after a wrapped line', marked: 'It sold?\n|Vivo', starts: true},
  {name: 'after an opening quote at the start', marked: '“|Vivo', starts: true},
  {name: 'after a Chinese full stop', marked: '好。|Vivo', starts: true},
  {name: 'after a colon', marked: 'Sellers: |Vivo', starts: true},
  {name: 'inside a sentence', marked: 'The |Vivo', starts: false},
  {name: 'after a point inside a word', marked: 'a Node.|js', starts: false},
  {name: 'after a comma', marked: 'Here, |Vivo', starts: false},
  {name: 'after much white space', marked: `The${' '.repeat(40)}|Vivo`, starts: false}
])('$name', ({marked, starts}) => {
  expect(isSentenceStart(marked.replace('|', ''), marked.indexOf('|'))).toBe(starts)
})
