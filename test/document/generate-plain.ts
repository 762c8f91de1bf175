// Markdown of the plainest kind and next to it: what the quick reader takes, and what it must refuse.
import fc from 'fast-check'

const word = fc.constantFrom(
  ...[
    'Beanbag',
    'the',
    '豆包',
    '😀',
    'é',
    '5',
    '1.',
    '2)',
    '-',
    '+',
    '#',
    'AT&T',
    '&amp;',
    '$5',
    '12:30',
    'a_b',
    '!'
  ],
  ...[
    '*',
    '**',
    '*a*',
    '**b c**',
    '`x`',
    '`a  b`',
    '`',
    '[t](/u)',
    '[t](/u "T")',
    '[t](#f)',
    '[t]',
    '(x)',
    '<b>'
  ],
  ...[
    '<span a="Beanbag">',
    '<a href="#f" b-c="">x</a>',
    '</u>',
    '<br/>',
    '<sub />',
    '<p>',
    '<b',
    "<i a='b'>",
    '<!-- c -->',
    'https://e.com/a-b/C/',
    'https://e.com.',
    'http://a_b.cn/c',
    '(https://e.com)',
    'https://e.com/a?b=c',
    'https://e.com/a;',
    'https://e',
    'xhttps://e.com'
  ],
  ...[
    '**[a b](https://e.com/x_y)**',
    '[**a**](/u)',
    '![i](/j)',
    '![i j.](/j_k)',
    '![*i*](/j)',
    '[![i](/j)](/u)',
    'www.a.cn',
    'WwW.a.cn',
    'swww.',
    '`www.a.cn a@b.cn`',
    '[t](https://www.a.cn/@b)',
    '![i](//www.a.cn/@b)',
    'https://www.a.cn/b',
    'https://a.www.',
    '<a href="www.a.cn">',
    '[www.a.cn](/u)',
    'https://e.com',
    'a@b.cn',
    '~~s~~',
    '\\*'
  ],
  ...[
    '“q”',
    '*a*b',
    'a*b*',
    '"a"',
    '.',
    ',',
    '|',
    'a|b',
    '|-|',
    '-|-',
    ':-',
    '\u00a0',
    '\u200b',
    'x*',
    '*y',
    '**.**',
    '***',
    '[a](/b_c_d)',
    '_e_'
  ]
)
const line = fc.array(word, {minLength: 1, maxLength: 6}).map((words) => words.join(' '))
const lines = fc.array(line, {minLength: 1, maxLength: 3})

const block = fc.oneof(
  lines.map((parts) => parts.join('\n')),
  line.map((text) => `## ${text}`),
  fc.tuple(line, lines).map(([title, text]) => `# ${title}\n${text.join('\n')}`),
  lines.map((parts) => parts.map((text) => `- ${text}`).join('\n')),
  lines.map((parts) => parts.map((text) => `- ${text}`).join('\n\n')),
  lines.map((parts) => parts.map((text, index) => `${index + 1}. ${text}`).join('\n')),
  lines.map((parts) => `* ${parts.join('\n  ')}`),
  lines.map((parts) => parts.map((text) => `> ${text}`).join('\n')),
  fc
    .tuple(line, line, line, fc.constantFrom('| --- | :-: |', '| --- |', 'x', '|---|---|'))
    .map(([a, b, c, delimiters]) => `| ${a} | b |\n${delimiters}\n| ${b} |  ${c} |`),
  fc.constantFrom(
    '```js\nBeanbag\n\nx\n```',
    '~~~\n```\n~~~',
    '---',
    '***',
    '[t]: /u',
    '    code',
    '<div>\nx\n</div>'
  )
)

const frontMatter = fc
  .array(
    fc.constantFrom(
      ...[
        'title: Beanbag grows',
        "title: It's *so*",
        'title: "A: b"',
        'title: a: b',
        'title: true',
        'title: 1984',
        'x: [a, b]'
      ],
      ...[
        'tags:\n  - a\n  - b c',
        'tags:\n - a\n  - b',
        'description: |\n  two\n  lines',
        'title: a\n  b',
        'title: 2024-01-12',
        'title:'
      ]
    ),
    {maxLength: 3}
  )
  .map((keys) => `---\n${keys.map((key) => `${key}\n`).join('')}---\n`)

/** Documents with both line endings, some with front matter. */
export const plainSource: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(frontMatter, {nil: ''}),
    fc.array(block, {minLength: 1, maxLength: 5}),
    fc.constantFrom('\n', '\r\n')
  )
  .map(([matter, blocks, ending]) => (matter + blocks.join('\n\n')).replaceAll('\n', ending))
