// Words and phrases looked up in texts.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findPhrase, indexWords, toPhrase} from '../../src/judge/word-index.js'
import {foldText, foldUnits} from '../../src/text/fold.js'
import type {Range} from '../../src/text/range.js'
import {isWordEdge} from '../../src/text/word.js'

const findIn = (text: string, words: string, except?: Range): Range | undefined => {
  const phrase = toPhrase(words)
  return phrase && findPhrase(indexWords(text), phrase, except)
}

/** The obvious slow search: each place is tried. */
function findSlowly(text: string, words: string): Range | undefined {
  const phrase = foldText(words)
  if (phrase === '') return undefined
  const folded = Array.from({length: text.length}, (_, unit) =>
    String.fromCharCode(foldUnits[text.charCodeAt(unit)]!)
  ).join('')
  for (let start = folded.indexOf(phrase); start >= 0; start = folded.indexOf(phrase, start + 1)) {
    const isPlural = /^s(?![a-z0-9])/.test(folded.slice(start + phrase.length))
    const end = start + phrase.length + (isPlural ? 1 : 0)
    if (isWordEdge(text, start) && isWordEdge(text, end)) return {start, end}
  }
  return undefined
}

describe('one phrase', () => {
  test.each([
    {name: 'in other capitals', text: 'a VOICE b', word: 'voice', found: 'VOICE'},
    {name: 'in the plural', text: 'the voices.', word: 'voice', found: 'voices'},
    {name: 'possessive', text: 'a voice’s b', word: 'voice', found: 'voice'},
    {name: 'a phrase over a wrapped line', text: 'in Pink\nFloyd', word: 'Pink Floyd', found: 'Pink\nFloyd'},
    {
      name: 'a phrase with a no-break space',
      text: 'in Pink\u00a0Floyd',
      word: 'Pink Floyd',
      found: 'Pink\u00a0Floyd'
    },
    {name: 'with a hyphen for its blank', text: 'the far-side of it', word: 'far side', found: 'far-side'},
    {name: 'with a curly quote', text: 'by Chang’e now', word: "Chang'e", found: 'Chang’e'},
    {name: 'after an emoji and letters that grow', text: '😀İ voice', word: 'voice', found: 'voice'},
    {name: 'in Chinese', text: '听声音吧', word: '声音', found: '声音'},
    {name: 'beside Chinese', text: '听voice吧', word: 'voice', found: 'voice'},
    {name: 'a part of a word is none', text: 'invoiced voicemail', word: 'voice', found: undefined},
    {name: 'nothing is nowhere', text: 'a b', word: '', found: undefined}
  ])('$name', ({text, word, found}) => {
    const span = findIn(text, word)
    expect(span && text.slice(span.start, span.end)).toBe(found)
  })

  test('not at the place of the match itself', () => {
    const text = 'voice and voice'
    expect(findIn(text, 'voice', {start: 0, end: 5})).toEqual({start: 10, end: 15})
    expect(findIn('voice', 'voice', {start: 0, end: 5})).toBeUndefined()
  })

  test('law: it finds what the obvious slow search finds', () => {
    const piece = fc.constantFrom(
      ...['voice', 'Pink', ' ', ' ', '-', "'", 's', '豆', '音', '4', '.', '_', 'É', 'e\u0301', '\u0301', '²'],
      ...['\u00ad', 'İ', 'Ａ', '\n', '😀', '𝐀', '\ud800']
    )
    const text = fc.array(piece, {maxLength: 8}).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.oneof(text, piece), (prose, words) => {
        expect(findIn(prose, words)).toEqual(findSlowly(prose, words))
      }),
      {numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}
    )
  })
})
