// How the capitals of a match compare with ordinary English at its place.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {hasInnerCapital} from '../../../src/judge/evidence/form.js'
import {pull, reasonsOf} from '../make.js'

test.each([
  {
    name: 'a capital inside a sentence',
    source: 'We asked Beanbag today.',
    text: 'Beanbag',
    said: 'where only a name has one'
  },
  {
    name: 'a capital that begins a sentence',
    source: 'Steamed bean is good.',
    text: 'Steamed bean',
    said: 'begins the sentence'
  },
  {
    name: 'a capital inside a phrase that begins a sentence',
    source: 'Steamed Bean is good.',
    text: 'Steamed Bean',
    said: 'where only a name has one'
  },
  {
    name: 'a capital in a headline',
    source: '# How Beanbag Grew Big This Year',
    text: 'Beanbag',
    said: 'among capitals'
  },
  {
    name: 'capitals in a headline of capitals',
    source: '# HOW BEANBAG GREW THIS YEAR',
    text: 'BEANBAG',
    said: 'written in capitals'
  },
  {
    name: 'lower case, though listed with a capital',
    source: 'We sat on a beanbag.',
    text: 'beanbag',
    said: 'in lower case, as ordinary words'
  },
  {
    name: 'a capital after an emoji',
    source: '😀 and 豆 with Beanbag now.',
    text: 'Beanbag',
    said: 'where only a name has one'
  },
  {
    name: 'a capital behind a wrapped line',
    source: '> and with\r\n> Beanbag now.',
    text: 'Beanbag',
    said: 'where only a name has one'
  }
])('$name', ({source, text, said}) => {
  expect(
    reasonsOf('form', source, text)
      .map((reason) => reason.text)
      .join()
  ).toContain(said)
})

test.each([
  {
    name: 'a capital of its own speaks for a name',
    source: 'We asked Beanbag today.',
    text: 'Beanbag',
    sign: 1
  },
  {name: 'lower case speaks against one', source: 'We sat on a beanbag.', text: 'beanbag', sign: -1},
  {name: 'lower case as listed says nothing', source: 'We pressed the button.', text: 'button', sign: 0}
])('$name', ({source, text, sign}) => {
  expect(pull('form', source, text)).toBe(sign)
})

test('one or two words in capitals are no headline', () => {
  expect(reasonsOf('form', '# Asking Beanbag', 'Beanbag')[0]!.text).toContain('where only a name has one')
})

test('law: a capital inside is one that a word behind the first, or a part of a word, begins with', () => {
  const parts = ['Li', 'bean', 'É', 'é', '7', "'s", '’s', 'S', '-', ' ', '\n', '豆', '😀', '\u0301', '_']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), {maxLength: 8}), (pieces) => {
      const text = pieces.join('')
      const words = text.replace(/['’]s\b/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
      const inner = words.slice(1).some((word) => /^\p{Lu}/u.test(word)) || /\p{Ll}\p{Lu}/u.test(text)
      expect(hasInnerCapital(text)).toBe(inner)
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 500)}
  )
})
