// The words of the general tables found in texts.
import {describe, expect, test} from 'vitest'
import {compileCues, findCues, findTopicWords} from '../../src/judge/cues.js'
import {indexWords} from '../../src/judge/word-index.js'
import {evidence} from './make.js'

describe('the general tables', () => {
  const cues = compileCues(evidence)
  const shown = (text: string) =>
    findCues(cues, indexWords(text)).map(
      ({table, name, span}) => `${table} ${name}: ${text.slice(span.start, span.end)}`
    )

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
      findCues(both, indexWords('a date'))
        .map(({name}) => name)
        .sort()
    ).toEqual(['food', 'time'])
  })

  test('topic words by topic', () => {
    expect(findTopicWords(cues, indexWords('In China and Beijing a chair and a chatbot'))).toEqual(
      new Map([
        ['china', new Set(['China', 'Beijing'])],
        ['ai', new Set(['chatbot'])]
      ])
    )
  })
})
