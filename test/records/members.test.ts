import fc from 'fast-check'
import {expect, test} from 'vitest'
import {listMembers, setMembers} from '../../src/records/members.js'

test.each([
  {name: 'an empty object', text: '{}', values: {a: '1'}, result: '{"a":1}'},
  {name: 'an empty object with blanks', text: ' { } ', values: {a: '1'}, result: ' {"a":1 } '},
  {name: 'a new member at the end', text: '{"a": 1 }\r', values: {b: '2'}, result: '{"a": 1,"b":2 }\r'},
  {name: 'a member in its place', text: '{"a": 1, "b": 2}', values: {a: '"x"'}, result: '{"a": "x", "b": 2}'},
  {name: 'the last of a repeated key', text: '{"a":1,"a":2}', values: {a: '3'}, result: '{"a":1,"a":3}'},
  {name: 'a key with escapes', text: '{"\\u0061":1}', values: {a: '2'}, result: '{"\\u0061":2}'},
  {
    name: 'what looks like a member inside of values is none',
    text: '{"x":{"a":1,"y":["}",{"a":2}]},"s":"\\"a\\": \\\\","a":3}',
    values: {a: '4'},
    result: '{"x":{"a":1,"y":["}",{"a":2}]},"s":"\\"a\\": \\\\","a":4}'
  },
  {
    name: 'numbers that JavaScript cannot hold stay',
    text: '{"id":12345678901234567890,"n":1.0e5,"t":true}',
    values: {t: 'false'},
    result: '{"id":12345678901234567890,"n":1.0e5,"t":false}'
  }
])('$name', ({text, values, result}) => {
  expect(setMembers(text, values)).toBe(result)
})

const objects = fc.dictionary(fc.string(), fc.jsonValue())
const blanks = fc.constantFrom(undefined, 1, '\t')

test('law: members are those that JSON.parse finds', () => {
  fc.assert(
    fc.property(objects, blanks, (object, indent) => {
      const text = JSON.stringify(object, undefined, indent)
      const found = listMembers(text).map(({key, value}) => [
        key,
        JSON.parse(text.slice(value.start, value.end))
      ])
      expect(found).toEqual(Object.entries(JSON.parse(text)))
    })
  )
})

test('law: setting members changes these and no others', () => {
  fc.assert(
    fc.property(objects, blanks, fc.string(), fc.jsonValue(), (object, indent, key, value) => {
      fc.pre(key !== '__proto__')
      const text = JSON.stringify(object, undefined, indent)
      const changed = JSON.parse(setMembers(text, {[key]: JSON.stringify(value)}))
      expect(changed).toEqual({...JSON.parse(text), [key]: JSON.parse(JSON.stringify(value))})
    })
  )
})
