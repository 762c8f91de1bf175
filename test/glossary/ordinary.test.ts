import {expect, test} from 'vitest'
import {lexicon as realLexicon} from '../../src/disk/lexicon.js'
import {guessOrdinary, ordinaryOf} from '../../src/glossary/ordinary.js'
import {createIsWord} from '../../src/glossary/words.js'

test.each([
  {text: 'Beanbag', ordinary: 'often'},
  {text: 'the Ideal', ordinary: 'often'},
  {text: 'The', ordinary: 'often'},
  {text: 'Ali', ordinary: 'often'},
  {text: 'ali', ordinary: 'often'},
  {text: '360', ordinary: 'often'},
  {text: 'MILLET', ordinary: 'often'},
  {text: 'Smart Spectrum', ordinary: 'sometimes'},
  {text: 'Moon’s Dark Side', ordinary: 'sometimes'},
  {text: 'dark-side', ordinary: 'sometimes'},
  {text: 'Throbbing Bytes', ordinary: 'sometimes'},
  {text: 'Yuezhi Anmian', ordinary: 'never'},
  {text: 'Dark Side of the Yue', ordinary: 'never'},
  {text: 'Byte3', ordinary: 'never'},
  {text: '豆包', ordinary: 'never'}
])('“$text” is $ordinary ordinary language', ({text, ordinary}) => {
  expect(guessOrdinary(text, realLexicon.isWord)).toBe(ordinary)
})

test('names of one word that is also an ordinary word are ordinary names', () => {
  const names = ['Spark', 'Ali', 'Kimi', 'Moonshot AI', 'Lark', 'Dark Side']
  expect(ordinaryOf(names, realLexicon.isWord)).toEqual(['Spark', 'Lark'])
})

test.each([
  {text: '豆包', pinyin: 'doubao'},
  {text: '月之暗面', pinyin: 'yuezhianmian'},
  {text: '黑神话：悟空', pinyin: 'heishenhuawukong'},
  {text: '360安全', pinyin: ''},
  {text: '北京BJ40', pinyin: ''},
  {text: '绿盟', pinyin: 'lvmeng'},
  {text: 'Kimi', pinyin: ''}
])('the pinyin of $text is “$pinyin”', ({text, pinyin}) => {
  expect(realLexicon.toPinyin(text)).toBe(pinyin)
})

const aff = `SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D Y 1
SFX D 0 ed .
PFX U Y 1
PFX U 0 un .
`
const isWord = createIsWord(aff, '4\ncity/S\nlock/DSU\nToday\nnude/S\n')

test.each([
  {word: 'city', known: true},
  {word: 'cities', known: true},
  {word: 'citys', known: false},
  {word: 'Cities', known: true},
  {word: 'CITY', known: true},
  {word: 'locked', known: true},
  {word: 'unlocked', known: true},
  {word: 'uncity', known: false},
  {word: 'nuded', known: false},
  {word: 'Today', known: true},
  {word: 'today', known: false},
  {word: '', known: false}
])('Hunspell: “$word” is a word: $known', ({word, known}) => {
  expect(isWord(word)).toBe(known)
})
