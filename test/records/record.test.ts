import {expect, test} from 'vitest'
import type {FileReport} from '../../src/model.js'
import {mendRecord} from '../../src/records/record.js'

/** Stands for the program: shouts, and cannot bear a question mark. */
function shout(text: string, name = '-'): FileReport {
  if (text.includes('?')) throw new Error('1:1: not valid MDX')
  return {path: name, source: text, output: text.toUpperCase(), findings: [], problems: []}
}

const mend = (text: string | Uint8Array | undefined, field = 'text') =>
  mendRecord(
    {
      number: 3,
      ...(text !== undefined && {bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text})
    },
    {field, id: 'id', clean: shout}
  )

test.each([
  {
    name: 'a text that changes',
    line: '{"id": 1, "text": "豆😀a"}',
    out: '{"id": 1, "text": "豆😀A","findings":[]}'
  },
  {
    name: 'a text that stays keeps its escapes',
    line: '{"text":"\\u0041\\/"}',
    out: '{"text":"\\u0041\\/","findings":[]}'
  },
  {
    name: 'findings of an earlier run are replaced',
    line: '{"findings":[1],"text":"A"}',
    out: '{"findings":[],"text":"A"}'
  },
  {
    name: 'half a character stays escaped',
    line: '{"text":"a\\ud83d"}',
    out: '{"text":"A\\ud83d","findings":[]}'
  },
  {name: 'a line end of Windows', line: '{"text":"A"}\r', out: '{"text":"A","findings":[]}\r'},
  {name: 'a byte order mark goes', line: '\uFEFF{"text":"A"}', out: '{"text":"A","findings":[]}'},
  {
    name: 'an error keeps the record',
    line: '{"id":1,"text":"?"}',
    out: '{"id":1,"text":"?","error":"1:1: not valid MDX"}'
  },
  {
    name: 'a record without a text',
    line: '{"id":1}',
    out: '{"id":1,"error":"The record has no `text`; name the member that holds the text with --field"}'
  },
  {
    name: 'a text that is none',
    line: '{"text":null}',
    out: '{"text":null,"error":"`text` must be a string"}'
  },
  {name: 'a list', line: '[]', out: '{"line":3,"error":"The line must be a JSON object"}'},
  {name: 'null', line: 'null', out: '{"line":3,"error":"The line must be a JSON object"}'},
  {name: 'a blank line', line: ' \r', out: undefined},
  {name: 'a line that is too long', line: undefined, out: '{"line":3,"error":"The line is too long"}'},
  {
    name: 'a line that is not UTF-8',
    line: Uint8Array.from([0x7b, 0xff]),
    out: '{"line":3,"error":"The line is not valid UTF-8"}'
  }
])('$name', ({line, out}) => {
  expect(mend(line)).toBe(out)
})

test('a line that is no JSON is told with its number', () => {
  expect(JSON.parse(mend('{"text":') ?? '')).toEqual({
    line: 3,
    error: expect.stringMatching(/^The line is not valid JSON: /u)
  })
})

test('the text may be another member', () => {
  expect(mend('{"text":"a","body":"b"}', 'body')).toBe('{"text":"a","body":"B","findings":[]}')
})
