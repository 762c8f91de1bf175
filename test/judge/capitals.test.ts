// Headlines told from sentences by their capitals.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {capitalsOf, countPlainWords, countWords} from '../../src/judge/capitals.js'

test.each([
  {name: 'a sentence', text: 'The model of Beanbag is out now, they say.', found: 'usual'},
  {name: 'a headline', text: 'The Model of Beanbag Is Out Now', found: 'title'},
  {name: 'a headline in capitals', text: 'THE MODEL OF BEANBAG IS OUT NOW', found: 'all'},
  {name: 'a headline in letters with accents', text: 'Café Modèle École Été', found: 'title'},
  {name: 'a headline with Chinese', text: '豆包 Beats All Large Models 😀', found: 'title'},
  {name: 'two words prove nothing', text: 'Large Model', found: 'usual'},
  {name: 'many words with capitals are a list', text: 'Doubao '.repeat(21), found: 'usual'},
  {name: 'nothing', text: '', found: 'usual'}
])('$name', ({text, found}) => {
  expect(capitalsOf(text)).toBe(found)
})

test('law: words in plain letters are counted as those of any script are', () => {
  const parts = [
    'Large',
    'model',
    'GPT',
    'A',
    'iPhone',
    'of',
    'The',
    'O’Neill',
    "it's",
    'x'.repeat(70),
    'AI2'
  ]
  const between = [' ', ' ', ' ', '-', '’', "'", '“', '— ', '. ', '4', '_', '\n', '…']
  const text = fc.array(fc.constantFrom(...parts, ...between, 'é', '豆', '😀'), {maxLength: 60})
  fc.assert(
    fc.property(text, (pieces) => {
      const prose = pieces.join('')
      const counted = countPlainWords(prose)
      if (counted === undefined) expect(prose).toMatch(/[é豆😀]/u)
      else expect(counted).toEqual(countWords(prose))
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 500)}
  )
})
