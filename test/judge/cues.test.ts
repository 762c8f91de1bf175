// Cue words found in texts.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  compileCues,
  findCues,
  findTopicWords,
  findWord,
  foldForCues,
  mayHold,
  wordsOf
} from '../../src/judge/cues.js'
import {evidence} from './make.js'

describe('one word', () => {
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
    const span = findWord(foldForCues(text), word)
    expect(span && text.slice(span.start, span.end)).toBe(found)
  })

  test('not at the place of the match itself', () => {
    const text = 'voice and voice'
    expect(findWord(foldForCues(text), 'voice', {start: 0, end: 5})).toEqual({start: 10, end: 15})
    expect(findWord(foldForCues('voice'), 'voice', {start: 0, end: 5})).toBeUndefined()
  })

  test('law: what can be found is never sieved out', () => {
    const piece = fc.constantFrom(
      'voice',
      'Pink',
      ' ',
      ' ',
      '-',
      "'",
      's',
      '豆',
      '音',
      '4',
      '.',
      '_',
      'É',
      'e\u0301',
      '\n',
      '😀',
      '\ud800'
    )
    const text = fc.array(piece, {maxLength: 8}).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (prose, word) => {
        const folded = foldForCues(prose)
        expect(folded.folded).toHaveLength(prose.length)
        if (findWord(folded, word) !== undefined) expect(mayHold(wordsOf(folded), word)).toBe(true)
      }),
      {numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}
    )
  })
})

describe('the general tables', () => {
  const cues = compileCues(evidence)
  const shown = (text: string) =>
    findCues(cues, text).map(({table, name, span}) => `${table} ${name}: ${text.slice(span.start, span.end)}`)

  test.each([
    {
      name: 'fields, in the plural too',
      text: 'Two chairs on the far side',
      found: ['fields furniture: chairs', 'fields astronomy: far side']
    },
    {
      name: 'kinds, for and against',
      text: 'A CEO’s recipe',
      found: ['for company: CEO', 'against company: recipe']
    },
    {name: 'topics', text: '在Beijing', found: ['topics china: Beijing']},
    {name: 'nothing', text: 'wheelchairs', found: []}
  ])('$name', ({text, found}) => {
    expect(shown(text)).toEqual(found)
  })

  test('a word of two tables is found for both', () => {
    const both = compileCues({...evidence, fields: {food: ['date'], time: ['date']}, topics: {}, kinds: {}})
    expect(
      findCues(both, 'a date')
        .map(({name}) => name)
        .sort()
    ).toEqual(['food', 'time'])
  })

  test('topic words by topic', () => {
    expect(findTopicWords(cues, 'In China and Beijing a chair and a chatbot')).toEqual(
      new Map([
        ['china', new Set(['China', 'Beijing'])],
        ['ai', new Set(['chatbot'])]
      ])
    )
  })
})
