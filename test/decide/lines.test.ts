import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  changeDecisions,
  compareDecisions,
  formatDecisions,
  mergeDecisions,
  parseDecisions
} from '../../src/decide/lines.js'
import type {Decision, Scope} from '../../src/model.js'

const here: Decision = {
  rule: 'doubao',
  text: 'Beanbag',
  before: 'He uses',
  after: 'daily.',
  verdict: 'accept',
  replacement: 'Doubao',
  scope: 'here',
  file: 'posts/a.md'
}
const line =
  '{"rule":"doubao","text":"Beanbag","before":"He uses","after":"daily.","verdict":"accept","replacement":"Doubao","scope":"here","file":"posts/a.md"}'

test('a decision is one line with its fields in a fixed order', () => {
  expect(formatDecisions([{...here}])).toBe(`${line}\n`)
  expect(parseDecisions(line)).toEqual({decisions: [here], problems: []})
})

test('what does not count for the scope is not written', () => {
  expect(formatDecisions([{...here, scope: 'everywhere'}])).toBe(
    '{"rule":"doubao","text":"Beanbag","verdict":"accept","replacement":"Doubao","scope":"everywhere"}\n'
  )
})

test.each([
  {name: 'LF', text: `${line}\n`},
  {name: 'CRLF', text: `${line}\r\n`},
  {name: 'no final line end', text: line},
  {name: 'empty lines', text: `\n${line}\n\n`},
  {name: 'a byte order mark', text: `\uFEFF${line}\n`}
])('lines may have $name', ({text}) => {
  expect(parseDecisions(text)).toEqual({decisions: [here], problems: []})
})

test.each([
  {name: 'no JSON', text: '{"rule":', message: /not JSON/},
  {name: 'no object', text: '[1]', message: /must be an object/},
  {name: 'null', text: 'null', message: /must be an object/},
  {
    name: 'a missing field',
    text: '{"rule":"a","text":"b","verdict":"accept"}',
    message: /`scope` is missing/
  },
  {name: 'an unknown field', text: line.replace('"file"', '"fiel"'), message: /`fiel` is not known/},
  {name: 'a number for a text', text: line.replace('"doubao"', '7'), message: /`rule` must be a text/},
  {name: 'an unknown verdict', text: line.replace('accept', 'maybe'), message: /`verdict` must be one of/},
  {name: 'an unknown scope', text: line.replace('"here"', '"there"'), message: /`scope` must be one of/},
  {
    name: 'a file scope without a file',
    text: line.replace(',"file":"posts/a.md"', '').replace('"here"', '"file"'),
    message: /needs a `file`/
  },
  {name: 'an unfinished merge', text: '<<<<<<< HEAD', message: /merge was not finished/}
])('$name is told with its line, and hides no other line', ({text, message}) => {
  const {decisions, problems} = parseDecisions(`${line}\n${text}\n${line}\n`)
  expect(problems).toEqual([{line: 2, message: expect.stringMatching(message)}])
  expect(decisions).toEqual([here, here])
})

const decision = fc.record(
  {
    rule: fc.constantFrom('a', 'b'),
    text: fc.constantFrom('x', 'y', '“豆”\n\u2028'),
    before: fc.constantFrom('', 'p'),
    after: fc.constantFrom('', 'q'),
    verdict: fc.constantFrom('accept' as const, 'reject' as const),
    replacement: fc.string(),
    scope: fc.constantFrom<Scope>('here', 'file', 'entry', 'everywhere'),
    file: fc.constantFrom('a.md', 'b.md'),
    by: fc.string(),
    at: fc.nat({max: 40_000}).map((day) => new Date(day * 86_400_000).toISOString()),
    note: fc.string()
  },
  {requiredKeys: ['rule', 'text', 'before', 'after', 'verdict', 'scope', 'file']}
)
const decisionLists = fc.array(decision, {maxLength: 12})

test('law: what is written is read back, and writing it again changes nothing', () => {
  fc.assert(
    fc.property(decisionLists, (decisions) => {
      const text = formatDecisions(decisions)
      const {decisions: back, problems} = parseDecisions(text)
      expect(problems).toEqual([])
      expect(formatDecisions(back)).toBe(text)
      expect(back).toHaveLength(mergeDecisions(decisions).length)
    })
  )
})

test('law: joining with oneself, or with nothing, changes nothing', () => {
  fc.assert(
    fc.property(decisionLists, (decisions) => {
      const once = mergeDecisions(decisions)
      expect(mergeDecisions(once, once)).toEqual(once)
      expect(mergeDecisions(once, [])).toEqual(once)
    })
  )
})

test('law: with different times, the order of joining changes nothing', () => {
  fc.assert(
    fc.property(decisionLists, fc.nat(), (decisions, cut) => {
      const timed = decisions.map((one, day) => ({...one, at: new Date(day).toISOString()}))
      const [a, b] = [timed.slice(0, cut % 13), timed.slice(cut % 13)]
      expect(mergeDecisions(a, b)).toEqual(mergeDecisions(b, a))
    })
  )
})

test('law: the difference of two lists, made to the first, gives the second', () => {
  fc.assert(
    fc.property(decisionLists, decisionLists, (a, b) => {
      const [before, after] = [mergeDecisions(a), mergeDecisions(b)]
      const changed = changeDecisions(before, compareDecisions(before, after))
      expect(formatDecisions(changed)).toBe(formatDecisions(after))
    })
  )
})

test('a difference made to what others have added keeps that', () => {
  const other: Decision = {...here, file: 'posts/b.md'}
  const change = compareDecisions([here], [{...here, verdict: 'reject'}])
  expect(changeDecisions([here, other], change)).toEqual([other, {...here, verdict: 'reject'}])
})
