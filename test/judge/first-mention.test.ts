// The longer form at the first mention.
import {expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {useFirstForms} from '../../src/judge/first-mention.js'
import {findAll} from '../../src/match/find.js'
import {glossaryOf} from '../support/glossary.js'
import {judge} from './make.js'

const glossary = glossaryOf({
  doubao: {
    term: 'Doubao',
    first: 'Doubao (豆包)',
    mistranslations: ['Beanbag', {text: 'Beanbag Two', replacement: 'Doubao 2'}]
  },
  zhipu: {term: 'Zhipu AI', first: 'Zhipu AI (智谱)', mistranslations: ['Wisdom Spectrum']}
})

test.each([
  {
    name: 'the first of each entry',
    source: 'By Beanbag, Wisdom Spectrum, Beanbag.',
    texts: ['Doubao (豆包)', 'Zhipu AI (智谱)', 'Doubao']
  },
  {name: 'not where the name stands before', source: 'Doubao.\n\nBy Beanbag.', texts: ['Doubao']},
  {name: 'though it stands behind', source: 'By Beanbag.\n\nDoubao.', texts: ['Doubao (豆包)']},
  {name: 'not for a text of its own', source: 'By Beanbag Two, Beanbag.', texts: ['Doubao 2', 'Doubao']}
])('$name', ({source, texts}) => {
  const found = findAll(parseDocument(source, {format: 'markdown'}), glossary)
  const {findings} = judge(source, {thresholds: {fix: 0, propose: 0}}, glossary)
  expect(useFirstForms(findings, found).map(({replacement}) => replacement)).toEqual(texts)
})

test('what is only proposed keeps the term, and lets the next one be the first', () => {
  const source = 'By Beanbag, Beanbag.'
  const found = findAll(parseDocument(source, {format: 'markdown'}), glossary)
  const [first, second] = judge(source, {thresholds: {fix: 0, propose: 0}}, glossary).findings
  const findings = [{...first!, verdict: 'propose' as const}, second!]
  expect(useFirstForms(findings, found).map(({replacement}) => replacement)).toEqual([
    'Doubao',
    'Doubao (豆包)'
  ])
})
