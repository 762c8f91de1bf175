// A small lexicon for tests of the glossary: no dictionary is read.
import type {Lexicon} from '../../src/glossary/resolve.js'

const words = new Set(
  'the dark side of moon bean bag bags beanbag millet smart spectrum spark ideal zero one'.split(' ')
)

/** Knows a dozen words and one name, and two Chinese forms. */
export const lexicon: Lexicon = {
  isWord: (word) => words.has(word) || words.has(word.toLowerCase()) || word === 'Ali',
  toPinyin: (text) => (text === '豆包' ? 'doubao' : text === '月之暗面' ? 'yuezhianmian' : '')
}
