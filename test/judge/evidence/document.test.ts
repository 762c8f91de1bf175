// What is known beforehand, and what the document is about.
import {expect, test} from 'vitest'
import {findingOf, reasonsOf} from '../make.js'

test('the more ordinary a text, the less likely it is a name', () => {
  const weights = [
    ['We met Yuezhi Anmian.', 'Yuezhi Anmian'],
    ['We met Steamed Bean.', 'Steamed Bean'],
    ['We met Beanbag.', 'Beanbag'],
    ['We met Byte.', 'Byte']
  ].map(([source, text]) => reasonsOf('prior', source!, text!)[0]!.weight)
  expect(weights).toEqual([...weights].sort((a, b) => b - a))
  expect(new Set(weights).size).toBe(4)
})

test('the more the document speaks of the field, the more likely', () => {
  const weights = [
    'We met Beanbag.',
    'We met Beanbag in Beijing.',
    'We met Beanbag in Beijing.\n\nKimi came.',
    'We met Beanbag in Beijing.\n\nKimi came with ByteDance, XPeng and 月之暗面.'
  ].map((source) => reasonsOf('topic', source, 'Beanbag')[0]!.weight)
  expect(weights).toEqual([...weights].sort((a, b) => a - b))
  expect(weights[0]).toBeLessThan(0)
  expect(weights[3]).toBeGreaterThan(0)
})

test.each([
  {name: 'nothing', source: 'We met Beanbag.', said: 'nothing in the text points to the field of Doubao'},
  {
    name: 'names and words',
    source: 'We met Beanbag in Beijing.\n\nKimi came.',
    said: 'the text speaks of “Moonshot AI”, “Beijing”'
  },
  {name: 'own cues', source: 'We met Beanbag.\n\nIts voice is clear.', said: 'the text speaks of “voice”'}
])('the topic in words: $name', ({source, said}) => {
  expect(reasonsOf('topic', source, 'Beanbag')[0]!.text).toBe(said)
})

test('a chosen glossary is a topic by itself', () => {
  const source = 'We met Steamed Bean.'
  const judged = findingOf(source, 'Steamed Bean')
  expect(findingOf(source, 'Steamed Bean', {topicAssumed: true}).confidence).toBeGreaterThan(
    judged.confidence
  )
})
