import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {ArticleNode, Piece} from '../../../src/review/article.js'
import {orderFindings} from '../../../src/review/item.js'
import {buildArticle} from '../../../src/review/web/build-article.js'
import {markdownSource} from '../../document/generate.js'
import {clean} from '../make.js'

function articleOf(source: string, name = 'a.md'): readonly ArticleNode[] {
  return buildArticle(clean({path: name, name, source}, []), 0)
}

/** An article in few words: items in `{}`, marks as numbers in front of their text. */
function show(node: ArticleNode): string {
  switch (node.type) {
    case 'leaf':
      return `${node.role}${node.depth ?? ''}${node.label ? `[${node.label}]` : ''}: ${showPieces(node.pieces)}`
    case 'list':
      return `list${node.start ?? ''}(${node.items.map((nodes) => nodes.map(show).join('; ')).join(' | ')})`
    case 'table':
      return `table(${node.rows.map((row) => row.map(show).join(', ')).join(' | ')})`
    case 'raw':
      return `raw[${node.label}]: ${node.text}`
    case 'rule':
      return 'rule'
    default:
      return `${node.type}(${node.nodes.map(show).join('; ')})`
  }
}

function showPieces(pieces: readonly Piece[]): string {
  return pieces
    .map(({text, marks, item}) => {
      const marked = marks === undefined ? text : `<${marks} ${text}>`
      return item === undefined ? marked : `{${item} ${marked}}`
    })
    .join('')
}

function leavesOf(nodes: readonly ArticleNode[]): Piece[] {
  return nodes.flatMap((node) => {
    if (node.type === 'leaf') return node.pieces
    if (node.type === 'list') return leavesOf(node.items.flat())
    if (node.type === 'table') return leavesOf(node.rows.flat())
    return 'nodes' in node ? leavesOf(node.nodes) : []
  })
}

test.each([
  {
    name: 'a paragraph with a finding',
    source: 'In May Beanbag grew.\n',
    shown: ['paragraph: In May {0 Beanbag} grew.']
  },
  {
    name: 'after a byte order mark',
    source: '\uFEFFThe 😀 Beanbag.\n',
    shown: ['paragraph: The 😀 {0 Beanbag}.']
  },
  {
    name: 'line ends of Windows',
    source: '# Beanbag\r\n\r\nBeanbag\r\nis.\r\n',
    shown: ['heading1: {0 Beanbag}', 'paragraph: {1 Beanbag}\nis.']
  },
  {
    name: 'a finding over bold words is one, in pieces',
    source: 'In **Bean**bag now, *月之暗面*, `code`.\n',
    shown: ['paragraph: In {0 <1 Bean>}{0 bag} now, <2 月之暗面>, <16 code>.']
  },
  {
    name: 'a link is its words',
    source: '[Beanbag](https://e.com/Beanbag) is.\n',
    shown: ['paragraph: {0 <8 Beanbag>} is.']
  },
  {
    name: 'a list',
    source: '- Beanbag\n- b\n  1. c\n',
    shown: ['list(paragraph: {0 Beanbag} | paragraph: b; list1(paragraph: c))']
  },
  {name: 'a quote', source: '> Beanbag\n> is.\n', shown: ['quote(paragraph: {0 Beanbag}\nis.)']},
  {
    name: 'a table keeps its empty cells',
    source: '| a | b |\n| - | - |\n| | Beanbag |\n',
    shown: ['table(cell: a, cell: b | cell: , cell: {0 Beanbag})']
  },
  {
    name: 'front matter: only what is prose, with its key',
    source: '---\ntitle: Beanbag is\nslug: beanbag\n---\n\nText.\n',
    shown: ['aside[title]: {0 Beanbag} is', 'paragraph: Text.']
  },
  {
    name: 'descriptions of images and titles of links',
    source: 'See ![Beanbag](a.png "Beanbag!").\n',
    shown: [
      'paragraph: See <32 \uFFFC>.',
      'aside[image description]: {0 Beanbag}',
      'aside[link title]: {1 Beanbag}!'
    ]
  },
  {
    name: 'HTML, code and formulas are shown as they are written',
    source: '<script>alert(1)</script>\n\n```js\nBeanbag\n```\n\n$$\nx\n$$\n\n---\n',
    shown: ['raw[HTML]: <script>alert(1)</script>', 'raw[js]: Beanbag', 'raw[math]: $$\nx\n$$', 'rule']
  },
  {
    name: 'footnotes',
    source: 'A[^1].\n\n[^1]: Beanbag.\n',
    shown: ['paragraph: A<32 \uFFFC>.', 'note(paragraph: {0 Beanbag}.)']
  }
])('$name', ({source, shown}) => {
  expect(articleOf(source).map(show)).toEqual(shown)
})

test('plain text and MDX are shown block by block', () => {
  expect(articleOf('Beanbag is.\nSo what.\n', 'a.txt').map(show)[0]).toBe(
    'paragraph: {0 Beanbag} is.\nSo what.'
  )
})

test('a very long line is shortened around its findings', () => {
  const long = 'word '.repeat(20_000)
  const [piece, found, rest] = leavesOf(articleOf(`${long}Beanbag ${long}\n`))
  expect(found?.item).toBe(0)
  for (const {text = ''} of [piece ?? {}, rest ?? {}]) {
    expect(text.length).toBeLessThan(4000)
    expect(text).toContain('more characters')
  }
})

test('quotes within quotes without end do no harm', () => {
  const source = `${'>'.repeat(300)} Beanbag\n\nBeanbag\n`
  const pieces = leavesOf(articleOf(source))
  expect(pieces.filter(({item}) => item !== undefined)).toHaveLength(2)
  const depth = (node: ArticleNode): number =>
    'nodes' in node ? 1 + Math.max(0, ...node.nodes.map(depth)) : 1
  expect(Math.max(...articleOf(source).map(depth))).toBeLessThan(40)
})

test('every finding is in sight exactly once, and no word of prose is lost', () => {
  fc.assert(
    fc.property(markdownSource, (source) => {
      const cleaned = clean({path: 'a.md', name: 'a.md', source}, [])
      const pieces = leavesOf(buildArticle(cleaned, 0))
      const total = cleaned.document.blocks.map(({text}) => text).join('').length
      expect(pieces.map(({text}) => text).join('')).toHaveLength(total)
      const seen = new Set(pieces.flatMap(({item}) => (item === undefined ? [] : [item])))
      expect([...seen].sort((a, b) => a - b)).toEqual(orderFindings(cleaned).map((_, index) => index))
    })
  )
})
