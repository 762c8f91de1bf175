import {serialize} from 'node:v8'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {patternOf} from '../../src/glossary/claim.js'
import {compileGlossary} from '../../src/glossary/compile.js'
import {noEvidence} from '../../src/glossary/evidence.js'
import type {Entry} from '../../src/model.js'
import {searchText} from '../../src/text/search.js'
import {entriesOf, packOf} from './entries.js'

const options = {languages: {source: 'zh', target: 'en'}, evidence: noEvidence}
const compile = (entries: readonly Entry[]) => compileGlossary(entries, options)

const entries = entriesOf(
  'moonshot-ai: Moonshot AI | the Dark Side of the Moon, Moon-Shot AI',
  'doubao: Doubao | Beanbag, bean bag',
  'chair: Beanbag chair | Bean-Bag'
)

test('texts equal under folding are one surface with several uses, by entry id', () => {
  const glossary = compile(entries)
  const surface = [...glossary.surfaces].find(({text}) => /^bean.bag$/iu.test(text))
  expect(surface?.text).toBe('Bean-Bag')
  expect(surface?.uses.map(({entry, role}) => [entry.id, role])).toEqual([
    ['chair', 'mistranslation'],
    ['doubao', 'mistranslation']
  ])
})

test('a term and a mistranslation that fold alike share a surface', () => {
  const surface = [...compile(entries).surfaces].find(({text}) => text === 'Moonshot AI')
  expect(surface?.uses.map(({role}) => role)).toEqual(['term'])
  const other = compile(entriesOf('iflytek: iFLYTEK | Iflytek')).surfaces
  expect(Array.from(other, ({text, uses}) => [text, uses.map(({role}) => role)])).toEqual([
    ['iFLYTEK', ['mistranslation', 'term']]
  ])
})

test('pattern numbers of the search are indices of the surfaces', () => {
  const glossary = compile(entries)
  const hits: string[] = []
  searchText(glossary.search, 'On the dark side of the Moon, a 😀 beanbag.', (pattern) => {
    hits.push(glossary.surfaces.at(pattern)!.text)
  })
  expect(hits).toEqual(['Dark Side of the Moon', 'Beanbag'])
})

test('sources, variants and exceptions are surfaces too', () => {
  const {entries: read} = packOf(`entries:
  - {id: doubao, term: Doubao, source: [豆包], variants: [Doubao AI], mistranslations: [Beanbag], exceptions: [beanbag chair]}
`)
  expect(Array.from(compile(read).surfaces, ({text, uses}) => `${text} ${uses[0]?.role}`)).toEqual([
    'Beanbag mistranslation',
    'beanbag chair exception',
    'Doubao term',
    'Doubao AI variant',
    '豆包 source'
  ])
})

test.each([
  {name: 'a leading “the” is no part of the pattern', text: 'The Ideal', pattern: 'Ideal'},
  {name: 'capitals do not matter', text: 'THE bytes', pattern: 'bytes'},
  {name: 'a no-break space ends it too', text: 'the\u00a0Ideal', pattern: 'Ideal'},
  {name: '“the” alone stays', text: 'the', pattern: 'the'},
  {name: 'a word that only begins so stays', text: 'Theory', pattern: 'Theory'}
])('$name', ({text, pattern}) => {
  expect(patternOf(text)).toBe(pattern)
})

test('the order of entries changes nothing', () => {
  const expected = serialize(compile(entries).packed)
  fc.assert(
    fc.property(fc.shuffledSubarray([...entries], {minLength: entries.length}), (shuffled) => {
      expect(serialize(compile(shuffled).packed).equals(expected)).toBe(true)
    })
  )
})

test('a glossary without entries finds nothing', () => {
  const glossary = compile([])
  expect(glossary.surfaces).toHaveLength(0)
  searchText(glossary.search, 'Beanbag', () => {
    throw new Error('found')
  })
})

test('entries come back from a compiled glossary as they were, but for the examples', () => {
  const {entries: read} = packOf(`entries:
  - id: doubao
    term: Doubao
    source: [豆包]
    variants: [Spark]
    owner: bytedance
    ceiling: propose
    mistranslations:
      - the Bean Bag
      - {text: Bean, ceiling: fix, case: exact, replacement: Doubao AI, alternatives: [Doubao], cues: {for: [AI]}, note: x}
    cues: {against: [chair]}
    examples: [{keep: A bean.}]
  - {id: bytedance, term: ByteDance, mistranslations: [Bean]}
`)
  const expected = read.map((entry) => ({...entry, examples: []})).reverse()
  expect([...compile(read).entries]).toEqual(expected)
})
