import {expect, test} from 'vitest'
import {isWordEdge} from '../../src/text/word.js'

// "|" marks every edge of the text inside.
test.each([
  {name: 'a word ends where it is not next to letters', marked: '|Beanbag| |is|'},
  {name: 'an underscore is an edge', marked: '|_|x|_|'},
  {name: 'a hyphen is an edge', marked: '|Beanbag|-|based|'},
  {name: 'a slash is an edge', marked: '|a|/|b|'},
  {name: 'an apostrophe is an edge', marked: '|Beanbag|’|s|'},
  {name: 'so is the letter that looks like one', marked: '|Beanbag|\u02bc|s|'},
  {name: 'digits are part of words', marked: '|1TP4T| |Baichuan7B|'},
  {name: 'camel case has no edges', marked: '|ByteDance|'},
  {name: 'Chinese neighbours are edges', marked: '|使|用|Beanbag|的|'},
  {name: 'kana neighbours are edges', marked: '|は|Beanbag|ー|'},
  {name: 'hangul neighbours are edges', marked: '|Beanbag|는|'},
  {name: 'Thai neighbours are edges', marked: '|Beanbag|ก|'},
  {name: 'Greek and Cyrillic are letters', marked: '|αBж|'},
  {name: 'full-width letters are letters', marked: '|ＡＩx|'},
  {name: 'a combining mark belongs to its letter', marked: '|Cafe\u0301s|'},
  {name: 'and ends the word with it', marked: '|Cafe\u0301| |a|'},
  {name: 'a superscript figure is no part of a word', marked: '|Beanbag|²|'},
  {name: 'an emoji is one character', marked: '|😀|x|'},
  {name: 'letters outside the BMP are letters', marked: '|𝐀b𝐀|'},
  {name: 'Chinese outside the BMP has edges', marked: '|𠀀|𠀀|x|'},
  {name: 'a variation selector belongs to the sign before', marked: '|❤\ufe0f|x|'}
])('$name', ({marked}) => {
  const text = marked.replaceAll('|', '')
  let shown = ''
  for (let index = 0; index <= text.length; index++) {
    shown += (isWordEdge(text, index) ? '|' : '') + text.charAt(index)
  }
  expect(shown).toBe(marked)
})

test.each([
  {name: 'a soft hyphen inside a word', text: 'Bean\u00adbag', index: 4, edge: false},
  {name: 'the place after it', text: 'Bean\u00adbag', index: 5, edge: false},
  {name: 'a zero-width space at the end of a word', text: 'Bean\u200b bag', index: 4, edge: true},
  {name: 'a byte order mark before a word', text: '\ufeffBean', index: 1, edge: true}
])('zero-width characters are looked through: $name', ({text, index, edge}) => {
  expect(isWordEdge(text, index)).toBe(edge)
})
