import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {type Block, unitKind} from '../../src/model.js'
import {showBlocks, showMark} from './show.js'

const parse = (source: string) => parseDocument(source, {format: 'markdown'})

/** The source of the units that hold `text`. */
function written({text: whole, starts, ends}: Block, source: string, text: string): string {
  const at = whole.indexOf(text)
  return source.slice(starts[at], ends[at + text.length - 1])
}

describe('blocks', () => {
  test.each([
    {name: 'a paragraph', source: 'Beanbag', blocks: ['paragraph: Beanbag']},
    {
      name: 'headings of both forms',
      source: '## A ##\n\nB\nb\n---',
      blocks: ['heading 2: A', 'heading 2: B\nb']
    },
    {name: 'an empty heading is none', source: '#\n\nA', blocks: ['paragraph: A']},
    {
      name: 'items and quotes',
      source: '- A\n  - B\n\n> C',
      blocks: ['paragraph: A', 'paragraph: B', 'paragraph: C']
    },
    {name: 'a task without its box', source: '- [x] A\n- [ ]\tB', blocks: ['paragraph: A', 'paragraph: B']},
    {name: 'a task that begins on the next line', source: '- [x] \na', blocks: ['paragraph: a']},
    {name: 'a task that begins on the next line, CRLF', source: '1. [x] \r\na', blocks: ['paragraph: a']},
    {
      name: 'cells, the empty one left out',
      source: '| A | |\n|---|---|\n| `a \\| b` | C \\| D |',
      blocks: ['cell: A', 'cell: ‹a | b›', 'cell: C | D']
    },
    {name: 'a table of one column without pipes', source: 'A\n:-\nB', blocks: ['cell: A', 'cell: B']},
    {
      name: 'footnotes',
      source: 'A[^1]\n\n[^1]: B\n\n    C',
      blocks: ['paragraph: A￼', 'paragraph: B', 'paragraph: C']
    },
    {
      name: 'alternative text and titles, behind the block they stand in',
      source: '![A *b*](/a.png "T") [C](/c \'U\')\n\n[d]: /d (V)',
      blocks: ['paragraph: ￼ C', 'alt: A b', 'title: T', 'title: U', 'title: V']
    },
    {
      name: 'an image inside an image has its own alternative text',
      source: '![A ![B](/b)](/a)',
      blocks: ['paragraph: ￼', 'alt: A ￼', 'alt: B']
    },
    {
      name: 'no code, HTML, math or rule',
      source: '```js\nA\n```\n\n    A\n\n<p>A</p>\n\n$$\nA\n$$\n\n---\n\n- ```\n  A\n  ```',
      blocks: []
    },
    {
      name: 'no line of a directive, but what a container holds',
      source: ':::note[A]{title=B}\nC\n:::\n\n::leaf[D]',
      blocks: ['paragraph: C']
    },
    {
      name: 'no labels of definitions',
      source: '[Beanbag]: /a\n\n[^Beanbag]: A\n\n[^Beanbag]',
      blocks: ['paragraph: A', 'paragraph: ￼']
    }
  ])('$name', ({source, blocks}) => {
    expect(showBlocks(source)).toEqual(blocks)
  })

  test('siblings share a group: items of one list, cells of one table', () => {
    const {blocks} = parse('- a\n- b\n  1. c\n  2. d\n- > e\n\nf\n\n| g | h |\n|--|--|\n\n# i\n\n- j')
    const groups = new Map<number, string>()
    for (const {group, text} of blocks) groups.set(group, (groups.get(group) ?? '') + text)
    expect([...groups.values()]).toEqual(['ab', 'cd', 'e', 'f', 'gh', 'i', 'j'])
  })
})

describe('text', () => {
  test.each([
    {name: 'entities and escapes', source: 'A&amp;B \\*C\\* &#x4e2d;', text: 'A&B *C* 中'},
    {name: 'a soft break', source: '> a  b \n>   c', text: 'a  b\nc'},
    {name: 'a hard break', source: 'a  \nb\\\nc', text: 'a\nb\nc'},
    {
      name: 'what looks like a reference to nothing',
      source: '[Beanbag] ![Moon] [^x]',
      text: '[Beanbag] ![Moon] [^x]'
    },
    {
      name: 'prices, not math',
      source: 'from $5 billion to $6 billion',
      text: 'from $5 billion to $6 billion'
    },
    {name: 'inline math', source: 'a $$x^2$$ b', text: 'a ‹x^2› b'},
    {name: 'times and colons, not directives', source: '12:30 a:b :c[d] ::', text: '12:30 a:b :c[d] ::'},
    {name: 'code', source: 'a ``b`c`` d', text: 'a ‹b`c› d'},
    {name: 'code over two lines', source: '> a `b\n> c`', text: 'a ‹b\nc›'},
    {name: 'tags, with prose between', source: 'a <b class="x">c</b> d', text: 'a ‹<b class="x">›c‹</b>› d'},
    {name: 'a comment', source: 'a <!-- Beanbag --> b', text: 'a ‹<!-- Beanbag -->› b'},
    {
      name: 'autolinks and bare URLs',
      source: '<https://e.com/Beanbag> <a@b.cn> https://e.com/Beanbag. www.e.com c@d.cn',
      text: '‹https://e.com/Beanbag› ‹a@b.cn› ‹https://e.com/Beanbag›. ‹www.e.com› ‹c@d.cn›'
    },
    {name: 'NUL as readers see it', source: 'a\0b', text: 'a\uFFFDb'},
    {name: 'CJK and emoji', source: '😀 豆包 *豆* 包', text: '😀 豆包 豆 包'}
  ])('$name', ({source, text}) => {
    expect(showBlocks(source)).toEqual([`paragraph: ${text}`])
  })

  test.each([
    {name: 'an entity', source: 'a &amp; b', text: '&', from: '&amp;'},
    {name: 'both units of an entity of two', source: 'a&ngE;b', text: '\u2267\u0338', from: '&ngE;'},
    {name: 'an escape', source: 'a \\* b', text: '*', from: '\\*'},
    {name: 'a wrapped quote', source: '> the Dark\n> Side', text: 'Dark\nSide', from: 'Dark\n> Side'},
    {
      name: 'a wrapped item with blanks at the end',
      source: '- the Dark \n   Side',
      text: '\n',
      from: ' \n   '
    },
    {name: 'CRLF', source: 'Dark\r\nSide', text: 'Dark\nSide', from: 'Dark\r\nSide'},
    {name: 'CR', source: 'Dark\rSide', text: '\n', from: '\r'},
    {name: 'a hard break of blanks', source: 'a  \n  b', text: '\n', from: '  \n  '},
    {name: 'a hard break of a backslash', source: 'a\\\nb', text: '\n', from: '\\\n'},
    {name: 'text behind a byte order mark', source: '\uFEFFBeanbag', text: 'Beanbag', from: 'Beanbag'},
    {
      name: 'only the first byte order mark',
      source: '\uFEFF\uFEFFBeanbag',
      text: '\uFEFFBeanbag',
      from: '\uFEFFBeanbag'
    },
    {name: 'text behind an emoji', source: '😀 *Bean*bag', text: 'bag', from: 'bag'},
    {name: 'text across emphasis', source: '*Bean*bag', text: 'Beanbag', from: 'Bean*bag'},
    {name: 'a pipe in a cell of code', source: '|a|\n|-|\n|`x \\| y`|', text: '|', from: '\\|'}
  ])('$name maps to its source', ({source, text, from}) => {
    const block = parse(source).blocks.find((one) => one.text.includes(text))!
    expect(written(block, source, text)).toBe(from)
  })

  test('a soft break is prose, a hard one is an object', () => {
    const [{kinds, text}] = parse('a\nb  \nc\\\nd').blocks as [Block]
    expect([...kinds].filter((_, unit) => text[unit] === '\n')).toEqual([
      unitKind.prose,
      unitKind.object,
      unitKind.object
    ])
  })
})

describe('marks', () => {
  test.each([
    {
      name: 'nested ones, outermost first',
      source: '**a _b_** ~~c~~',
      marks: ['strong: ** a b **', 'emphasis: _ b _', 'delete: ~~ c ~~']
    },
    {
      name: 'a link with its destination',
      source: '[a *b*](/u "t")',
      marks: ['link: [ a b ](/u "t")', 'emphasis: * b *']
    },
    {name: 'a link without text', source: 'a []( /u )', marks: ['link: [  ]( /u )']},
    {name: 'a link around an image', source: '[![a](/i)](/u)', marks: ['link: [ ￼ ](/u)']},
    {name: 'a shortcut', source: '[Beanbag]\n\n[beanbag]: /u', marks: ['link shortcut: [ Beanbag ]']},
    {
      name: 'a collapsed reference',
      source: '[Beanbag][]\n\n[beanbag]: /u',
      marks: ['link collapsed: [ Beanbag ][]']
    },
    {name: 'a full reference', source: '[Beanbag][x]\n\n[x]: /u', marks: ['link full: [ Beanbag ][x]']},
    {name: 'a mark behind a wrapped line', source: '> a\n> *b*', marks: ['emphasis: * b *']},
    {name: 'none for an image', source: '![a](/u)', marks: []},
    {name: 'none for autolinks', source: '<https://a.b> www.a.com', marks: []}
  ])('$name', ({source, marks}) => {
    const [block] = parse(source).blocks as [Block]
    expect(block.marks.map((mark) => showMark(mark, block, source))).toEqual(marks)
  })

  test('alternative text has marks of its own', () => {
    const source = '![a *b*](/u)'
    const block = parse(source).blocks.find(({kind}) => kind === 'alt')!
    expect(block.marks.map((mark) => showMark(mark, block, source))).toEqual(['emphasis: * b *'])
  })

  test('alternative text that names a definition is readable only', () => {
    const sources = ['![Beanbag]', '![Beanbag][]', '![Beanbag][x]', '![Beanbag](/u)']
    const shown = sources.map((source) => showBlocks(`${source}\n\n[Beanbag]: /a\n\n[x]: /b`)[1])
    expect(shown).toEqual(['alt: ‹Beanbag›', 'alt: ‹Beanbag›', 'alt: Beanbag', 'alt: Beanbag'])
  })
})

describe('fragments', () => {
  test('destinations within the page, of links and definitions', () => {
    const source =
      '[a](#beanbag-grows "t") [b](<#豆包>) [c](/x#y) ![d](#e)\n\n[f]: #%E8%B1%86%E5%8C%85\n\n[g]: #a&amp;b'
    const {fragments} = parse(source)
    expect(fragments.map(({value}) => value)).toEqual(['beanbag-grows', '豆包', '豆包', 'a&b'])
    expect(fragments.map(({range}) => source.slice(range.start, range.end))).toEqual([
      ...['beanbag-grows', '豆包', '%E8%B1%86%E5%8C%85', 'a&amp;b']
    ])
  })

  test('a per cent sign of its own stays', () => {
    expect(parse('[a](#50%-more)').fragments[0]?.value).toBe('50%-more')
  })
})

test('a paragraph of 100 KB is read', () => {
  const source = 'The *Beanbag* &amp; [Moon](/u) 豆包 😀\nrose. '.repeat(2500)
  const [block] = parse(source).blocks as [Block]
  expect(source.length).toBeGreaterThan(100_000)
  expect(block.text).toBe('The Beanbag & Moon 豆包 😀\nrose. '.repeat(2500).trimEnd())
  expect(written(block, source, 'rose')).toBe('rose')
})

test('nothing is read from an empty text', () => {
  expect(parse('')).toMatchObject({blocks: [], disabled: [], fragments: [], problems: []})
  expect(parse('\uFEFF').blocks).toEqual([])
})
