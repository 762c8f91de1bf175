// Packs of all shapes, for laws that compare two ways of reading.
import fc from 'fast-check'

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
  "id: d\n    term: 360 Security\n    source: [豆包, 'it''s']\n    mistranslations:\n    - C D\n\n    # c\n    - \"E: f\"\n    references: [a/b]",
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

/** Packs as people write them, right or wrong, in many ways of YAML. */
export const anyPack: fc.Arbitrary<string> = fc
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

/** Packs of which every line is plain YAML, with all that a reader of plain YAML knows. */
export const plainPack: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom(
      '',
      'domain: d\n',
      '# c\n\ndomain: d\n',
      'silence: [a, b-c]\n',
      'silence:\n- a\n- b\n'
    ),
    items: fc.array(sound, {minLength: 1, maxLength: 3}),
    tail: fc.constantFrom('', '\n', '\n# c', '\nsilence: [b]\n')
  })
  .map(({head, items, tail}) => `${head}entries:\n${items.map((item) => `  - ${item}`).join('\n')}${tail}`)
