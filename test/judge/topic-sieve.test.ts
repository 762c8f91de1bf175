// The law of the quick look: what points to a topic is never overlooked.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {judgeMatches} from '../../src/judge/judge.js'
import {mayHaveTopic} from '../../src/judge/topic-sieve.js'
import {findAll} from '../../src/match/find.js'
import {scanSource} from '../../src/match/scan.js'
import {glossaryOf} from '../support/glossary.js'
import {evidence} from './make.js'

const names = glossaryOf({
  doubao: {term: 'Doubao', source: ['豆包'], mistranslations: ['Beanbag', 'b c', 'AI']},
  odd: {term: '*T*', variants: ['x_y', 'Ab'], mistranslations: ['5*3', 'é']}
})
const glossary = {...names, evidence}

function topicOf(source: string): number {
  const document = parseDocument(source, {format: 'markdown'})
  const counts = scanSource(source, glossary)
  return judgeMatches(document, findAll(document, glossary), glossary, {counts}).topic
}

describe('mayHaveTopic', () => {
  test.each([
    {name: 'a mistranslation', source: 'The Beanbag grew.', expected: true},
    {name: 'a right name alone', source: 'It is Doubao’s.', expected: true},
    {name: 'a name with signs that look like markup', source: 'It is *T* here.', expected: true},
    {name: 'a name cut up by markup', source: 'The Bean**bag** grew.', expected: true},
    {name: 'a source form', source: '用豆包写', expected: true},
    {name: 'a word of the country', source: 'made in China', expected: true},
    {name: 'such a word in the plural', source: 'two Chinas', expected: true},
    {name: 'two letters at the end', source: 'the AI', expected: true},
    {name: 'not inside of words', source: 'Beanbags aid abc Beanbagged', expected: false},
    {name: 'nothing', source: 'The retailer cut 3.2 prices, and more.', expected: false}
  ])('$name: $expected', ({source, expected}) => {
    expect(mayHaveTopic(source, glossary)).toBe(expected)
  })

  test('law: what has a topic is never overlooked', () => {
    const part = fc.constantFrom(
      ...[
        'Beanbag',
        'Doubao',
        'AI',
        'Ab',
        'b c',
        'b',
        'c',
        'x_y',
        '5*3',
        '*T*',
        'é',
        '豆包',
        'China',
        'Chinese'
      ],
      ...[
        'chinas',
        'Bean',
        'bag',
        's',
        '1',
        ' ',
        ' ',
        '\n',
        '-',
        '*',
        '_',
        '\u200b',
        '\u0301',
        '“',
        '’',
        '.',
        'ａｉ'
      ]
    )
    const source = fc.array(part, {maxLength: 12}).map((parts) => parts.join(''))
    fc.assert(
      fc.property(source, (text) => {
        if (!mayHaveTopic(text, glossary)) expect(topicOf(text)).toBe(0)
      }),
      {numRuns: 3000}
    )
  })
})
