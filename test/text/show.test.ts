import {expect, test} from 'vitest'
import {showLines, showSafely} from '../../src/text/show.js'

test.each([
  {name: 'white space', text: 'a\r\n\u00a0 b\t', is: 'a b '},
  {
    name: 'codes that colour, move and ring',
    text: 'a\u001b[31mb\u0007\u009bc',
    is: 'a\ufffd[31mb\ufffd\ufffdc'
  },
  {name: 'marks of direction', text: 'a\u202eb\u2066c\u200f', is: 'abc'},
  {name: 'all else', text: '“豆包” 😀 é', is: '“豆包” 😀 é'}
])('$name', ({text, is}) => {
  expect(showSafely(text)).toBe(is)
})

test.each([
  {name: 'line ends, tabs and blanks', text: 'a  b\r\n\tc\rd\n', is: 'a  b\n\tc\nd\n'},
  {
    name: 'codes that colour, move and ring',
    text: 'a\u001b[31mb\u0007\u009bc',
    is: 'a\ufffd[31mb\ufffd\ufffdc'
  },
  {name: 'marks of direction', text: 'a\u202eb\u2066c\u200f', is: 'abc'}
])('several lines: $name', ({text, is}) => {
  expect(showLines(text)).toBe(is)
})
