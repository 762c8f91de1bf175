// How much of a text points to the source language's country and its trade.
import {expect, test} from 'vitest'
import {judge} from './make.js'

const topic = (source: string): number => judge(source).topic

test.each([
  {name: 'nothing', source: 'We met him there.', more: 'We met him in China.'},
  {name: 'a word of China, then two', source: 'We met in China.', more: 'We met in Beijing, China.'},
  {name: 'a word, then a name', source: 'We met in China.', more: 'We met Kimi in China.'},
  {
    name: 'an ordinary mistranslation, then a garbled one',
    source: 'We met Beanbag.',
    more: 'We met Yuezhi Anmian.'
  },
  {name: 'jargon, then a name', source: 'It has a big model.', more: 'It has a big model, and Kimi.'}
])('more and more: $name', ({source, more}) => {
  expect(topic(more)).toBeGreaterThan(topic(source))
})

test.each([
  {name: 'a text without names and words', source: 'We met him on a chair.'},
  {name: 'nearly always ordinary words', source: 'Press the button, count the byte.'},
  {name: 'where only an editor may change', source: 'We read the Little Red Book.'},
  {name: 'a name in other capitals', source: 'We met kimi there.'}
])('nothing at all: $name', ({source}) => {
  expect(topic(source)).toBe(0)
})

test('the same name and word twice count once', () => {
  expect(topic('Kimi in China. Kimi in China.')).toBe(topic('Kimi in China.'))
})

test('it has a top', () => {
  const most = topic(
    'Kimi, Doubao, ByteDance, XPeng, Coze, 月之暗面, Xiaohongshu in China, Beijing, for yuan.'
  )
  expect(topic('Kimi, Doubao, ByteDance, XPeng, Coze, 月之暗面 and Xiaohongshu.')).toBe(most)
})

test('code, URLs and front matter count too: what is parsed does not matter', () => {
  expect(topic('---\nslug: x\n---\n\n`月之暗面` <https://a.cn/Kimi> ok')).toBe(topic('月之暗面 and Kimi'))
})
