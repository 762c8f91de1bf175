import {expect, test} from 'vitest'
import {readKey} from '../../../src/review/terminal/key.js'
import {editLine, type Line} from '../../../src/review/terminal/line.js'

test.each([
  {text: 'y', key: {name: 'y'}, is: {character: 'y'}},
  {text: 'A', key: {name: 'a', shift: true}, is: {character: 'A'}},
  {text: '?', key: {}, is: {character: '?'}},
  {text: '豆', key: {}, is: {character: '豆'}},
  {text: '😀', key: {}, is: {character: '😀'}},
  {text: '\r', key: {name: 'return'}, is: {name: 'enter', character: ''}},
  {text: '\u001b', key: {name: 'escape', meta: true}, is: {name: 'escape', character: ''}},
  {text: '\u0003', key: {name: 'c', ctrl: true}, is: {name: 'interrupt', character: ''}},
  {text: '\u001by', key: {name: 'y', meta: true}, is: undefined},
  {text: '\t', key: {name: 'tab'}, is: undefined},
  {text: undefined, key: {name: 'f1'}, is: undefined}
])('the key $text', ({text, key, is}) => {
  expect(readKey(text, key)).toEqual(is)
})

const at = (written: string): Line => ({text: written.replace('|', ''), cursor: written.indexOf('|')})
const show = ({text, cursor}: Line) => `${text.slice(0, cursor)}|${text.slice(cursor)}`

test.each([
  {name: 'a character', line: 'a|c', key: {character: 'b'}, is: 'ab|c'},
  {name: 'backspace', line: 'a😀|c', key: {name: 'backspace', character: ''}, is: 'a|c'},
  {name: 'backspace at the start', line: '|c', key: {name: 'backspace', character: ''}, is: '|c'},
  {name: 'delete', line: 'a|😀c', key: {name: 'delete', character: ''}, is: 'a|c'},
  {name: 'left', line: 'a😀|c', key: {name: 'left', character: ''}, is: 'a|😀c'},
  {name: 'right', line: 'a|😀c', key: {name: 'right', character: ''}, is: 'a😀|c'},
  {name: 'home', line: 'ab|c', key: {name: 'home', character: ''}, is: '|abc'},
  {name: 'end', line: '|abc', key: {name: 'end', character: ''}, is: 'abc|'},
  {name: 'clear', line: 'ab|c', key: {name: 'clear', character: ''}, is: '|c'},
  {name: 'up', line: 'a|b', key: {name: 'up', character: ''}, is: 'a|b'}
] as const)('$name edits a line', ({line, key, is}) => {
  expect(show(editLine(at(line), key))).toBe(is)
})
