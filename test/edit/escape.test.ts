// When words need no look at what surrounds them. What is escaped where: plan.test.ts.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {escapeWords, isPlainProse} from '../../src/edit/escape.js'

test.each([
  {name: 'a name', words: 'Moonshot AI', isFirst: true, isPlain: true},
  {name: 'Chinese', words: '豆包', isFirst: true, isPlain: true},
  {name: 'a number inside of a line', words: '01 AI', isFirst: false, isPlain: true},
  {name: 'a number that may become the number of an item', words: '01', isFirst: true, isPlain: false},
  {name: 'a sign', words: 'Q*', isFirst: false, isPlain: false},
  {name: 'nothing, where what follows begins the line', words: '', isFirst: true, isPlain: false}
])('$name', ({words, isFirst, isPlain}) => {
  expect(isPlainProse(words, isFirst)).toBe(isPlain)
})

test('plain prose is written as it is, whatever stands around it', () => {
  const words = fc.oneof(
    fc.string({unit: fc.constantFrom(...'aZé豆1 '), maxLength: 6}),
    fc.constantFrom('x', '1', 'Doubao', '01 AI')
  )
  const signs = fc.string({unit: fc.constantFrom(...'*_`[]()!<>&|\\#~$:-+=.1a \t'), maxLength: 6})
  const around = fc.record({
    kind: fc.constantFrom('paragraph', 'heading', 'cell', 'title', 'alt', 'line'),
    format: fc.constantFrom('markdown', 'mdx', 'text'),
    before: signs,
    after: signs,
    delimiter: fc.constantFrom('', '"', "'", ')')
  })
  fc.assert(
    fc.property(words, around, fc.boolean(), fc.boolean(), (text, place, isFirst, hasPartner) => {
      fc.pre(isPlainProse(text, isFirst))
      const surroundings = {...place, startsLine: isFirst, hasPartner: () => hasPartner}
      expect(escapeWords(text, surroundings, 'needed')).toBe(text)
      expect(escapeWords(text, surroundings, 'all')).toBe(text)
    })
  )
})
