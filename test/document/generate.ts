// Arbitrary Markdown: nested, wrapped, with the signs that other programs trip over.
import fc from 'fast-check'

const word = fc.constantFrom(
  ...[
    'Beanbag',
    'the',
    '豆包',
    '😀',
    'Moon',
    'a.b',
    '5*3',
    'x_y',
    '\0',
    '&amp;',
    '&nbsp;',
    '\\*',
    '\\|',
    '12:30',
    '$5',
    'AT&T'
  ],
  ...[
    'https://e.com/Beanbag',
    'a@b.cn',
    '<i>',
    '</i>',
    '<!-- c -->',
    '[^1]',
    '\\',
    '`a  b`',
    '``x`y``',
    '$$z$$',
    '&ngE;'
  ]
)

const space = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '  \n', '\\\n', ' \n   ')

const inline: fc.Arbitrary<string> = fc.letrec<{phrase: string; item: string}>((tie) => ({
  phrase: fc.array(fc.tuple(tie('item'), space), {minLength: 1, maxLength: 3}).map((items) =>
    items
      .map(([item, gap]) => item + gap)
      .join('')
      .trim()
  ),
  item: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    word,
    tie('phrase').map((text) => `*${text}*`),
    tie('phrase').map((text) => `**${text}**`),
    tie('phrase').map((text) => `~~${text}~~`),
    tie('phrase').map((text) => `[${text}](/u#x "T *t* &amp;\n t")`),
    tie('phrase').map((text) => `[${text}][Ref]`),
    tie('phrase').map((text) => `![${text}](<i j.png> 'T')`),
    fc.constantFrom('[ref]', '[ref][]', '![Ref]', '<https://a.b>', '[]( /u )')
  )
})).phrase

const oneLine = inline.map((text) => text.replaceAll(/\\?\n\s*/g, ' '))

const block: fc.Arbitrary<string> = fc.letrec<{blocks: string; block: string}>((tie) => ({
  blocks: fc.array(tie('block'), {minLength: 1, maxLength: 2}).map((parts) => parts.join('\n\n')),
  block: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    inline,
    oneLine.map((text) => `## ${text} ##`),
    inline.map((text) => `${text}\n===`),
    fc
      .tuple(oneLine, oneLine, oneLine)
      .map(([a, b, c]) => `| ${a} | b |\n|--|:-:|\n| ${b} | \`x \\| y\` |\n| ${c}`),
    fc.constantFrom('```\nBeanbag\n```', '    Beanbag', '<div>\nBeanbag\n</div>', '$$\nx\n$$', '***'),
    tie('blocks').map((text) => prefix(text, '> ', '> ')),
    tie('blocks').map((text) => prefix(text, '> ', '')),
    tie('blocks').map((text) => prefix(text, '- ', '  ')),
    tie('blocks').map((text) => prefix(text, '- [x] ', '  ')),
    fc
      .tuple(tie('blocks'), tie('blocks'))
      .map(([a, b]) => `${prefix(a, '1. ', '   ')}\n${prefix(b, '2. ', '   ')}`),
    tie('blocks').map((text) => prefix(text, '[^1]: ', '    ')),
    tie('blocks').map((text) => prefix(text, '>\t', '>\t')),
    oneLine.map((text) => `[Ref]: /r#f "${text.replaceAll('"', '')}"`)
  )
})).blocks

function prefix(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n')
}

/** Documents with every line ending, with and without a byte order mark and definitions. */
export const markdownSource: fc.Arbitrary<string> = fc
  .tuple(block, fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom('', '\uFEFF'), fc.boolean())
  .map(([text, ending, mark, isDefined]) => {
    const definitions = isDefined ? '\n\n[ref]: /r "R"\n\n[^1]: note\n' : ''
    return mark + (text + definitions).replaceAll('\n', ending)
  })
