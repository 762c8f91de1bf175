import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {stringify} from 'yaml'
import {parseDocument} from '../../src/document/parse.js'
import type {Block} from '../../src/model.js'
import {faultsOf} from './oracle.js'
import {showBlocks} from './show.js'

const inYaml = (text: string) => `---\n${text}\n---\n`
const inToml = (text: string) => `+++\n${text}\n+++\n`

function metadataOf(source: string): Block[] {
  return parseDocument(source, {format: 'markdown'}).blocks.filter(({kind}) => kind === 'metadata')
}

describe('keys', () => {
  test.each([
    {
      name: 'a title, never a slug or tags',
      source: inYaml('title: A\nslug: B\nurl: C\npermalink: /D\ntags: [E]\nlayout: F'),
      texts: ['A']
    },
    {
      name: 'other spellings',
      source: inYaml('seo_title: A\nog-description: B\nimageAlt: C'),
      texts: ['A', 'B', 'C']
    },
    {
      name: 'at any depth',
      source: inYaml('image:\n  src: x.png\n  alt: A\ngallery:\n- {caption: B}'),
      texts: ['A', 'B']
    },
    {
      name: 'only strings',
      source: inYaml('title: 2024\ndescription: true\nsummary: [A]\nexcerpt:'),
      texts: []
    },
    {
      name: 'TOML',
      source: inToml('title = "A" # x\nslug = "B"\n[params]\ndescription = \'C\'\nseo.title = "D"'),
      texts: ['A', 'C', 'D']
    },
    {
      name: 'TOML up to a string of several lines',
      source: inToml('title = "A"\nx = """\ntitle = "B"\n"""'),
      texts: ['A']
    }
  ])('$name', ({source, texts}) => {
    expect(metadataOf(source).map(({text}) => text)).toEqual(texts)
  })

  test('chosen by the caller', () => {
    const {blocks} = parseDocument(inYaml('title: A\nStand-First: B'), {
      format: 'markdown',
      metadataKeys: ['stand_first']
    })
    expect(blocks.map(({text}) => text)).toEqual(['B'])
  })

  test('URLs in values are protected, and prose follows in the text', () => {
    expect(showBlocks(`${inYaml('title: A https://e.com/B')}\nC`)).toEqual([
      'metadata: A ‹https://e.com/B›',
      'paragraph: C'
    ])
  })

  test('each value is its own group', () => {
    const {blocks} = parseDocument(`${inYaml('title: A\nsummary: B')}\nC`, {format: 'markdown'})
    expect(new Set(blocks.map(({group}) => group)).size).toBe(3)
  })
})

describe('values', () => {
  test.each([
    {name: 'plain that is no string after all', written: 'A: B # c', text: undefined},
    {name: 'plain with a comment', written: 'A B # c', text: 'A B'},
    {name: 'plain over lines', written: 'A\n  B\n\n  C', text: 'A B\nC'},
    {name: 'with an anchor and a tag', written: '&x !!str A', text: 'A'},
    {name: 'single quotes', written: "'It''s\n  A'", text: "It's A"},
    {name: 'double quotes', written: '"A \\"B\\" \\u4e2d\\x21\\\n  C"', text: 'A "B" 中!C'},
    {name: 'an emoji in two escapes', written: '"\\ud83d\\ude00 \\U0001F600"', text: '😀 😀'},
    {name: 'literal', written: '|\n  A\n    B\n\n  C\n', text: 'A\n  B\n\nC'},
    {name: 'folded', written: '>-\n  A\n  B\n\n  C\n    d\n', text: 'A B\nC\n  d'},
    {name: 'with its indentation stated, left out', written: '|1\n  A\n', text: undefined},
    {name: 'empty, left out', written: "''", text: undefined}
  ])('$name', ({written, text}) => {
    for (const ending of ['\n', '\r\n']) {
      const source = inYaml(`title: ${written}`).replaceAll('\n', ending)
      const blocks = metadataOf(source)
      expect(blocks.map((block) => block.text)).toEqual(text === undefined ? [] : [text])
    }
  })

  test.each([
    {source: "---\ntitle: 'It''s'\n---", text: "'", from: "''"},
    {source: '---\ntitle: "a\\u4e2db"\n---', text: '中', from: '\\u4e2d'},
    {source: '---\r\ntitle: >\r\n  Dark\r\n  Side\r\n---', text: 'Dark Side', from: 'Dark\r\n  Side'},
    {source: '\uFEFF---\ntitle: 豆包 Beanbag\n---', text: 'Beanbag', from: 'Beanbag'},
    {source: '+++\ntitle = "a\\tb"\n+++', text: '\t', from: '\\t'}
  ])('$text stands for $from', ({source, text, from}) => {
    const [{text: whole, starts, ends}] = metadataOf(source) as [Block]
    const at = whole.indexOf(text)
    expect(source.slice(starts[at], ends[at + text.length - 1])).toBe(from)
  })

  test('any value in any style is placed exactly or left out', () => {
    const text = fc.array(
      fc.constantFrom('A', ' b', '豆', '😀', '\n', "'", '"', ': ', ' #', '\\', '- ', '\t', '\u00a0', '  '),
      {maxLength: 12}
    )
    const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED')
    const settings = fc.record({
      text: text.map((parts) => parts.join('')),
      style,
      width: fc.constantFrom(0, 20),
      isWindows: fc.boolean()
    })
    let placed = 0
    const law = fc.property(settings, ({text, style, width, isWindows}) => {
      const yaml = stringify(
        {title: text},
        {defaultStringType: style as 'PLAIN', lineWidth: width, minContentWidth: 0}
      )
      const source = inYaml(yaml).replaceAll('\n', isWindows ? '\r\n' : '\n')
      for (const block of metadataOf(source)) {
        placed += 1
        expect(block.text.replace(/\n+$/, '')).toBe(text.replace(/\n+$/, ''))
        for (let unit = 1; unit < block.text.length; unit++) {
          expect(block.starts[unit]).toBeGreaterThanOrEqual(block.starts[unit - 1]!)
        }
        // Without escapes and folds the general law holds as well.
        if (!/[\\'"\r\n]/.test(source.slice(block.range.start, block.range.end)))
          expect(faultsOf(block, source)).toEqual([])
      }
    })
    fc.assert(law, {numRuns: 500})
    expect(placed).toBeGreaterThan(300)
  })
})

test('front matter that is no YAML is told, and none of it read', () => {
  const source = `${inYaml('title: Beanbag: the AI\ndescription: A')}\nB`
  const {problems, blocks} = parseDocument(source, {format: 'markdown'})
  expect(problems).toHaveLength(1)
  expect(problems[0]?.message).toMatch(/^Front matter is not valid YAML/)
  expect(source.slice(problems[0]?.range.start, problems[0]?.range.end)).not.toBe('')
  expect(blocks.map(({text}) => text)).toEqual(['B'])
})

test('a line of 400,000 letters is read like any other, and not tried at each of them', () => {
  const long = 'a'.repeat(400_000)
  const {blocks} = parseDocument(`---\ntitle: ${long}\n---\n`, {format: 'markdown'})
  expect(blocks.map(({text}) => text === long)).toEqual([true])
})
