import fc from 'fast-check'
import {expect, test} from 'vitest'
import {cutPack} from '../../src/glossary/parts.js'
import {readPack} from '../../src/glossary/read.js'
import {lexicon} from './lexicon.js'

const head = 'domain: x\nentries:\n'
const item = (id: string) => `  - id: ${id}\n    term: T\n    mistranslations: [a]\n`

test('a pack is cut before lines that begin an item', () => {
  expect(cutPack(head + item('a') + item('b'), 1)).toEqual([
    {text: 'domain: x\nentries: []\n', shift: 0},
    {text: `entries:\n${item('a')}`, shift: head.length - 9},
    {text: `entries:\n${item('b')}`, shift: head.length - 9 + item('a').length}
  ])
})

test('a part holds as many items as make up its least length', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map(item)
  expect(cutPack(head + items.join(''), items[0]!.length + 1)).toHaveLength(1 + 3)
})

test.each([
  {name: 'a short file', text: head, length: 1000},
  {name: 'JSON', text: '{"entries": [\n  {"id": "a"}\n]}'},
  {name: 'a flow list', text: 'entries: [\n  {id: a}]\n'},
  {name: 'a key after the entries', text: `${head}${item('a')}silence: [b]\n`},
  {name: 'a directive', text: `%YAML 1.2\n---\n${head}${item('a')}`},
  {name: 'a document marker behind', text: `${head}${item('a')}---\n`},
  {name: 'a tab as indentation', text: `${head}${item('a')}\tx: y\n`},
  {name: 'an anchor and its alias', text: `${head}  - &a {id: a}\n  - *a\n`},
  {name: 'a carriage return alone', text: `${head}${item('a\rb')}`},
  {name: 'no entries', text: 'domain: x\n'}
])('$name is not cut', ({text, length = 1}) => {
  expect(cutPack(text, length)).toBeUndefined()
})

const texts = [
  ...[
    'A',
    'Dark Side',
    '豆包',
    '"q\\u0041 # r"',
    "'it''s, b'",
    '🐼 b',
    'a#b',
    'a # c',
    'a: b',
    '- a',
    '3',
    '0x1F',
    '1e3',
    '.5'
  ],
  ...[
    'true',
    'null',
    '~',
    '',
    '|\n      - id: x\n      y',
    '>-\n  - id: x',
    '"a\n  - id: b"',
    '"a\n      b"',
    'a\n      b',
    '&x a'
  ],
  ...[
    '*x',
    '!!str 3',
    '[a, b]',
    '{a: b}',
    '{text: a, ordinary: never}',
    '{text: "a", cues: {for: [b, c]}}',
    '[a, {text: b}, ]'
  ],
  ...[
    '[a,\n      b]',
    '[a',
    '{text}',
    '{text:a}',
    '"a',
    'a\tb',
    'a\t',
    '@a',
    '`a',
    '%a',
    'a, b',
    '?a',
    '-a',
    ':a',
    '[-a, ?b]'
  ],
  ...[
    '\n      - a\n      - {text: b}\n      - text: c\n        ordinary: often',
    '\n    - a',
    '\n      -\n      - - a',
    'a]',
    '[[a]]'
  ],
  ...[
    '<<',
    '2024-01-01',
    '[a, a#b, "c"]',
    '[a #b\n      ]',
    '\n      {text: b}',
    '[“a”, a’s]',
    '[\'a\', "b" , c d]',
    '[,]',
    '[ ]',
    '{ }',
    'a\\b'
  ]
]
const keys = [
  'id',
  'term',
  'kind',
  'mistranslations',
  'source',
  'examples',
  'exmaples',
  'note',
  '"term"',
  '?a',
  'a b',
  '',
  '__proto__'
]
const line = fc
  .tuple(fc.constantFrom(...keys), fc.constantFrom(': ', ': ', ':  ', ':'), fc.constantFrom(...texts))
  .map((parts) => parts.join(''))
const sound = fc.constantFrom(
  'id: a-b\n    term: A\n    mistranslations: [B, {text: C D, ordinary: never}]',
  'id: b\n    term: "B"\n    mistranslations:\n      - C\n      - {text: C, case: exact}\n    examples: [{keep: x}]',
  '{id: c, term: C, mistranslations: []}'
)
const anyItem = fc
  .tuple(
    fc.oneof(sound, line),
    fc.array(line, {maxLength: 2}),
    fc.constantFrom('', '', '\n', '  # c\n', '# c\n', ' \n')
  )
  .map(([first, more, end]) => `  - ${[first, ...more].join('\n    ')}\n${end}`)
const anyPack = fc
  .record({
    head: fc.constantFrom(
      '',
      '',
      '\uFEFF',
      'domain: d\n',
      'silence: [a, B c]\n',
      'x: y\n',
      '# c\n\n',
      'domain: "a\n',
      '- b\n'
    ),
    key: fc.constantFrom('entries:\n', 'entries:\n', 'entries: # c\n\n  # d\n'),
    items: fc.array(fc.oneof({weight: 3, arbitrary: sound.map((text) => `  - ${text}\n`)}, anyItem), {
      minLength: 1,
      maxLength: 5
    }),
    tail: fc.constantFrom('', '', '', 'silence: [b]\n', '...\n', 'x', '\t'),
    indent: fc.constantFrom('', '  ', '   '),
    ending: fc.constantFrom('\n', '\n', '\r\n')
  })
  .map(({head, key, items, tail, indent, ending}) =>
    (head + key + items.join('').replace(/^ {2}/gmu, indent) + tail).replaceAll('\n', ending)
  )

test('in parts and as a whole, a pack has the same entries, places and problems', () => {
  const read = (text: string, partLength: number) => {
    const {places, ...pack} = readPack(text, {file: 'p.yaml', lexicon, partLength})
    return {...pack, places: [...places]}
  }
  fc.assert(
    fc.property(anyPack, fc.constantFrom(1, 60, 150), (text, partLength) => {
      expect(read(text, partLength)).toEqual(read(text, Number.POSITIVE_INFINITY))
    }),
    {numRuns: Number(process.env.RUNS ?? 1000)}
  )
})
