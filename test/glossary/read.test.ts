import {expect, test} from 'vitest'
import {readPack} from '../../src/glossary/read.js'
import {lexicon} from './lexicon.js'

const read = (text: string) => readPack(text, {file: 'packs/ai.yaml', lexicon})
const tell = (text: string) =>
  read(text).problems.map(({origin, message}) => `${origin.line}:${origin.column} ${message}`)

test('id, term and mistranslations are enough: everything else has a default', () => {
  const {entries, problems, languages, silence} = read(
    'entries:\n  - id: doubao\n    term: Doubao\n    source: 豆包\n    mistranslations: [Beanbag, Bean Bag, Dou Bun]\n'
  )
  expect(problems).toEqual([])
  expect(languages).toEqual({source: 'zh', target: 'en'})
  expect(silence).toEqual([])
  const cues = {for: [], against: []}
  const common = {replacement: 'Doubao', alternatives: [], case: 'any', ceiling: 'fix', cues}
  expect(entries).toEqual([
    {
      id: 'doubao',
      term: 'Doubao',
      kind: 'product',
      domain: 'ai',
      source: ['豆包'],
      variants: [],
      mistranslations: [
        {text: 'Beanbag', ordinary: 'often', ...common},
        {text: 'Bean Bag', ordinary: 'sometimes', ...common},
        {text: 'Dou Bun', ordinary: 'never', ...common}
      ],
      cues,
      exceptions: [],
      ceiling: 'fix',
      ordinaryNames: [],
      pinyin: ['doubao'],
      first: 'Doubao (豆包)',
      references: [],
      examples: [],
      origin: {file: 'packs/ai.yaml', line: 2, column: 5}
    }
  ])
})

test('what the long form says outranks the entry, which outranks the default', () => {
  const [entry] = read(`
domain: apps
entries:
  - id: spark
    term: Spark
    kind: jargon
    ordinary: mostly
    mistranslations:
      - millet
      - {text: Ali, ordinary: never, ceiling: fix, replacement: Alibaba, alternatives: [Ali Group, Alibaba], case: exact}
    examples: [{before: a, after: b}, {propose: c}, {keep: d}]
`).entries
  expect(entry).toMatchObject({domain: 'apps', ceiling: 'propose', ordinaryNames: ['Spark'], first: 'Spark'})
  expect(entry?.mistranslations).toMatchObject([
    {text: 'millet', ordinary: 'mostly', ceiling: 'propose'},
    {ordinary: 'never', ceiling: 'fix', replacement: 'Alibaba', alternatives: ['Ali Group'], case: 'exact'}
  ])
  expect(entry?.examples).toEqual([
    {kind: 'fix', before: 'a', after: 'b'},
    {kind: 'propose', text: 'c'},
    {kind: 'keep', text: 'd'}
  ])
})

test('every problem of a file is told in one run, at line and column', () => {
  expect(
    tell(`entires:
  - 1
languages: {source: zh, target: en, x: 1}
entries:
  - id: Foo Bar
    term: 360
    mistranslations: x
    kind: compny
    exmaples: []
  - {id: a, mistranslations: [{text: a, ordinry: often}, 3, {texd: q}, '']}
  - id: b
    term: x
    mistranslations: []
    examples: [{befor: x, after: y}, {keep: 1}, foo]
    source: {a: b}
`)
  ).toMatchInlineSnapshot(`
    [
      "1:1 Unknown key \`entires\`; did you mean \`entries\`?",
      "3:37 Unknown key \`x\`; known here: source, target",
      "5:9 \`id\` must be lower case letters and digits joined by hyphens, found “Foo Bar”",
      "6:11 \`term\` must be text, found \`360\`; write it in quotes",
      "7:22 \`mistranslations\` must be a list, found “x”",
      "8:11 \`kind\` must be one of company, product, person, place, work, medium, organization, event, jargon (did you mean \`company\`?), found “compny”",
      "9:5 Unknown key \`exmaples\`; did you mean \`examples\`?",
      "10:5 Missing key \`term\`",
      "10:41 Unknown key \`ordinry\`; did you mean \`ordinary\`?",
      "10:58 Each item of \`mistranslations\` must be text, found \`3\`; write it in quotes",
      "10:61 Missing key \`text\`",
      "10:62 Unknown key \`texd\`; did you mean \`text\`?",
      "10:72 Each item of \`mistranslations\` must not be empty, found “”",
      "14:16 Missing key \`before\`",
      "14:17 Unknown key \`befor\`; did you mean \`before\`?",
      "14:45 \`keep\` must be text, found \`1\`; write it in quotes",
      "14:49 Each item of \`examples\` must be a mapping, found “foo”",
      "15:13 \`source\` must be text, found a mapping",
    ]
  `)
})

test.each([
  {name: 'an empty file', text: '', told: ['1:1 The file is empty; expected a mapping with `entries`']},
  {
    name: 'a comment alone',
    text: '# nothing\n',
    told: ['1:1 The file is empty; expected a mapping with `entries`']
  },
  {name: 'text alone', text: 'hello', told: ['1:1 The file must be a mapping, found “hello”']},
  {
    name: 'a key written twice',
    text: 'domain: a\ndomain: b\n',
    told: ['2:1 The key `domain` is written twice here; keep one']
  },
  {name: 'a tab as indentation', text: 'entries:\n\t- a', told: ['2:1 Tabs are not allowed as indentation']},
  {
    name: 'an open bracket',
    text: 'entries:\n  - id: a\n    source: [豆包\n',
    told: ['4:1 Flow sequence in block collection must be sufficiently indented and end with a ]']
  },
  {
    name: 'an alias without its anchor',
    text: 'domain: *a',
    told: ['1:1 Unresolved alias (the anchor must be set before the alias): a']
  },
  {
    name: 'an item without a value',
    text: 'entries:\n  -\n',
    told: ['2:4 Each item of `entries` must be a mapping, found nothing']
  }
])('$name is told at its place', ({text, told}) => {
  expect(tell(text)).toEqual(told)
})

test('JSON is read as well, with places', () => {
  const text = '{"entries": [\n  {"id": "a", "term": "A", "mistranslations": ["B"]},\n  {"id": 1}\n]}'
  expect(tell(text)).toEqual([
    '3:3 Missing key `mistranslations`',
    '3:3 Missing key `term`',
    '3:10 `id` must be text, found `1`; write it in quotes'
  ])
})

test('a byte order mark and CRLF change neither content nor places', () => {
  const text =
    '\uFEFFentries:\r\n  - id: doubao\r\n    term: Doubao\r\n    mistranslations: [Beanbag]\r\n    kind: x\r\n'
  expect(tell(text)).toEqual([expect.stringMatching(/^5:11 `kind` must be one of/u)])
  expect(read(text.replace('    kind: x\r\n', '')).entries[0]?.mistranslations[0]?.text).toBe('Beanbag')
})

test('the places of mistranslations, examples and silenced ids are known', () => {
  const {entries, places, silence} = read(
    'silence: [old]\nentries:\n  - id: a\n    term: A\n    mistranslations:\n      - B\n      - C\n    examples: [{keep: x}]\n'
  )
  expect(silence).toEqual([{id: 'old', origin: {file: 'packs/ai.yaml', line: 1, column: 11}}])
  expect(places.get(entries[0]!.mistranslations[1]!)).toMatchObject({line: 7, column: 9})
  expect(places.get(entries[0]!.examples[0]!)).toMatchObject({line: 8, column: 16})
})

test('of a file with errors, what is right by itself is there, at its place', () => {
  const {entries, silence, languages, problems} = read(`languages: {source: ja, target: en}
silence: [old, Not An Id]
domain: 3
entries:
  - {id: a, term: A, mistranslations: [B], kind: thing}
  - {id: c, term: C, mistranslations: [D]}
  - nothing
`)
  expect(problems).toHaveLength(4)
  expect(entries.map(({id, domain, origin}) => [id, domain, origin.line])).toEqual([['c', 'ai', 6]])
  expect(languages).toEqual({source: 'ja', target: 'en'})
  expect(silence).toEqual([])
})
