// Damage that shows only across blocks: captions in the source language that are repeated.
import {expect, test} from 'vitest'
import {repairDamage} from '../../src/damage/repair.js'
import {findRepeats} from '../../src/damage/repeats.js'
import {documentOf} from '../support/document.js'

const caption = '图片来源：视觉中国授权使用'

test.each([
  {name: 'a caption that stands twice is told twice', texts: [caption, 'Prose.', caption], count: 2},
  {name: 'a caption that stands once may be meant', texts: [caption, 'Prose.'], count: 0},
  {name: 'a short one may be a name', texts: ['豆包', 'Prose.', '豆包'], count: 0},
  {name: 'an emoji before it', texts: [`😀 ${caption}`, `😀 ${caption}`], count: 2},
  {
    name: 'English is no caption',
    texts: ['Source: Visual China Group', 'Source: Visual China Group'],
    count: 0
  }
])('$name', ({texts, count}) => {
  expect(findRepeats(documentOf(...texts))).toHaveLength(count)
})

test('what is repeated is only pointed at: a person deletes it', () => {
  for (const {verdict, text, replacement} of findRepeats(documentOf(caption, 'Prose.', caption))) {
    expect(verdict).toBe('propose')
    expect(replacement).toBe(text)
  }
})

test('a repair inside a repeated caption goes before the remark on the whole', () => {
  const captioned = `${caption} 。 Then a long English sentence stands behind it in the same paragraph. And another one .`
  const rules = repairDamage(documentOf(captioned, captioned)).map(({rule}) => rule)
  expect(rules).toContain('space-before-mark')
  expect(rules).not.toContain('untranslated-caption')
})
