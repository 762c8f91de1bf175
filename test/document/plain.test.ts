import {expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {showBlocks} from './show.js'

test.each([
  {
    name: 'each line is a block',
    source: 'A\nB\r\nC\rD',
    blocks: ['line: A', 'line: B', 'line: C', 'line: D']
  },
  {name: 'blank lines are none', source: '\n  \nA\n\n', blocks: ['line: A']},
  {name: 'Markdown is no markup', source: '# *A* `b` [c](d) &amp;', blocks: ['line: # *A* `b` [c](d) &amp;']},
  {
    name: 'URLs and e-mail addresses are protected',
    source: 'https://e.com a@b.cn',
    blocks: ['line: ‹https://e.com› ‹a@b.cn›']
  },
  {
    name: 'front matter is text',
    source: '---\ntitle: A\n---',
    blocks: ['line: ---', 'line: title: A', 'line: ---']
  },
  {name: 'NUL stays', source: 'a\0b', blocks: ['line: a\0b']}
])('$name', ({source, blocks}) => {
  expect(showBlocks(source, 'text')).toEqual(blocks)
})

test.each(['A\r\n 豆包 😀\r\n', '\uFEFFA\n\tB', 'A\rB'])('every unit of %j stands for itself', (source) => {
  for (const {text, starts, ends} of parseDocument(source, {format: 'text'}).blocks) {
    expect(source.slice(starts[0], ends[text.length - 1])).toBe(text)
    expect([...ends].map((end, unit) => end - starts[unit]!)).toEqual(
      [...text]
        .join('')
        .split('')
        .map(() => 1)
    )
  }
})

test('the lines of one text share a group', () => {
  const {blocks} = parseDocument('A\nB\n\nC', {format: 'text'})
  expect(new Set(blocks.map(({group}) => group)).size).toBe(1)
})
