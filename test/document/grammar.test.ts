import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {MarkupSyntaxError} from '../../src/document/grammar.js'
import {parseDocument} from '../../src/document/parse.js'
import {showBlocks} from './show.js'

const parse = (source: string) => () => parseDocument(source, {format: 'mdx'})

describe('MDX', () => {
  test.each([
    {name: 'expressions are objects', source: 'a {b + 1} c', blocks: ['paragraph: a ￼ c']},
    {
      name: 'tags are protected, prose between is not',
      source: 'a <B c="Beanbag">d</B>',
      blocks: ['paragraph: a ‹<B c="Beanbag">›d‹</B>›']
    },
    {
      name: 'prose in an element is read',
      source: '<Note title="Beanbag">\n\nA\n\n</Note>',
      blocks: ['paragraph: A']
    },
    {
      name: 'code is not',
      source: "import a from 'b'\n\nexport const c = 'Beanbag'\n\n{Beanbag}\n\nA",
      blocks: ['paragraph: A']
    },
    {
      name: 'GFM and front matter work',
      source: '---\ntitle: A\n---\n\n|B|\n|-|',
      blocks: ['metadata: A', 'cell: B']
    }
  ])('$name', ({source, blocks}) => {
    expect(showBlocks(source, 'mdx')).toEqual(blocks)
  })

  test.each([
    {name: 'an open brace', source: 'A\n\nb {c', line: 3},
    {name: 'a tag that is not closed', source: 'A <b', line: 1},
    {name: 'HTML comments', source: '\n\n<!-- a -->', line: 3},
    {name: 'what is no JavaScript', source: 'A {b c}', line: 1}
  ])('$name is refused with its place', ({source, line}) => {
    expect(parse(source)).toThrow(MarkupSyntaxError)
    try {
      parse(source)()
    } catch (error) {
      expect(error).toMatchObject({line, column: expect.any(Number), reason: expect.stringMatching(/./)})
      expect((error as Error).message).toMatch(new RegExp(`^${line}:\\d+: not valid MDX: `))
    }
  })
})

test('Markdown never refuses a text', () => {
  const sign = fc.constantFrom(...'{}<>[]()*_`~|:!#&\\$\n\r\t\0 -=+^"@a豆\uD83D')
  const soup = fc.array(sign, {maxLength: 60}).map((signs) => signs.join(''))
  fc.assert(
    fc.property(soup, (source) => void parseDocument(source, {format: 'markdown'})),
    {numRuns: 300}
  )
})
