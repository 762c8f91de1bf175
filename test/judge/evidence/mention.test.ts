// Texts that are spoken about, quoted, titles of works, or the right name of something else.
import {describe, expect, test} from 'vitest'
import type {Glossary} from '../../../src/model.js'
import {glossaryOf} from '../../support/glossary.js'
import {evidence, findingOf, pull} from '../make.js'

describe('mention', () => {
  test.each([
    {name: 'named after', source: 'It was named after Dark Side of the Moon.', sign: -1},
    {name: 'literally, in quotation marks', source: 'That is literally “Dark Side of the Moon”.', sign: -1},
    {name: 'with a colon', source: 'It means: Dark Side of the Moon.', sign: -1},
    {name: 'over a wrapped line', source: 'It was named\nafter Dark Side of the Moon.', sign: -1},
    {name: 'explains quoted words', source: 'The “moon” (Dark Side of the Moon) grew.', sign: -1},
    {name: 'a word that only ends so', source: 'It demeans Dark Side of the Moon.', sign: 0},
    {name: 'the phrase further off', source: 'It means that we met Dark Side of the Moon.', sign: 0}
  ])('$name', ({source, sign}) => {
    expect(pull('mention', source, 'Dark Side of the Moon')).toBe(sign)
  })

  test('an accepted other name with its gloss is meant so', () => {
    expect(pull('mention', 'Little Red Book (Xiaohongshu) grew.', 'Little Red Book')).toBe(-1)
    expect(pull('mention', 'Xiaohongshu (“Little Red Book”) grew.', 'Little Red Book')).toBe(-1)
    expect(pull('mention', 'Little Red Book (an app) grew.', 'Little Red Book')).toBe(0)
  })

  test('what is mentioned is kept in the best of documents', () => {
    const source = 'In Beijing, Kimi and Doubao grew. Its name literally means “Dark Side of the Moon”.'
    expect(findingOf(source, 'Dark Side of the Moon').verdict).toBe('keep')
  })
})

test.each([
  {
    name: 'several words in italics are a title',
    source: 'We heard *Dark Side of the Moon*.',
    text: 'Dark Side of the Moon',
    sign: -1
  },
  {
    name: 'in bold they are not',
    source: 'We heard **Dark Side of the Moon**.',
    text: 'Dark Side of the Moon',
    sign: 0
  },
  {
    name: 'italics over a sentence are none',
    source: '*We heard of Dark Side of the Moon there.*',
    text: 'Dark Side of the Moon',
    sign: 0
  },
  {
    name: 'nobody gives a work this title',
    source: 'We heard *Yuezhi Anmian*.',
    text: 'Yuezhi Anmian',
    sign: 0
  }
])('titles: $name', ({source, text, sign}) => {
  expect(pull('title', source, text)).toBe(sign)
})

test.each([
  {name: 'curly', source: 'The app “Beanbag” grew.', sign: 1},
  {name: 'straight', source: 'The app "Beanbag" grew.', sign: 1},
  {name: 'corner', source: 'The app 「Beanbag」 grew.', sign: 1},
  {name: 'with the stop inside', source: 'The app “Beanbag.”', sign: 1},
  {name: 'more than the match', source: 'The app “Beanbag grew” here.', sign: 0}
])('quotation marks: $name', ({source, sign}) => {
  expect(pull('quote', source, 'Beanbag')).toBe(sign)
})

test('the right name of another entry speaks against', () => {
  const used: Glossary = {
    ...glossaryOf({
      spark: {term: 'Spark', kind: 'product'},
      xinghuo: {term: 'Xinghuo', mistranslations: [{text: 'Spark', ordinary: 'sometimes'}]}
    }),
    evidence
  }
  const {reasons} = findingOf('We asked Spark now.', 'Spark', {}, 0, used)
  expect(reasons.find(({kind}) => kind === 'rival')).toMatchObject({text: 'also the right name of Spark'})
  expect(reasons.find(({kind}) => kind === 'rival')!.weight).toBeLessThan(0)
})
