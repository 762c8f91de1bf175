// One sentence found where it is wanted, against all sentences as the segmenter has them.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {sentenceClass, sentenceClassOf} from '../../src/judge/sentence-class.js'
import {findSentence, type SentenceText} from '../../src/judge/sentence-rules.js'
import {createSentenceReader, splitSentences} from '../../src/judge/sentences.js'
import {unitKind} from '../../src/model.js'
import type {Range} from '../../src/text/range.js'

/** A block in which every line break is a hard one, as the segmenter has it. */
function blockOf(text: string, lineBreak: number = unitKind.object): SentenceText {
  return {text, kinds: Uint8Array.from(text, (character) => (character === '\n' ? lineBreak : 0))}
}

/** The outcome for each unit; undefined where it is not certain. */
function findAll(block: SentenceText): (Range | undefined)[] {
  return Array.from({length: block.text.length}, (_, unit) => findSentence(block, unit))
}

/** The same from all sentences, undefined left as it is. */
function expectAll(block: SentenceText, found: readonly (Range | undefined)[]): void {
  const all = splitSentences(block)
  const held = found.map(
    (sentence, unit) => sentence && all.find(({start, end}) => start <= unit && unit < end)
  )
  expect(found).toEqual(held)
}

test.each([
  {name: 'a full stop', text: 'It grew. He left.', at: 'left', found: 'He left.'},
  {name: 'quoted', text: 'He said: “It grew.” He left.', at: 'grew', found: 'He said: “It grew.” '},
  {
    name: 'a small letter behind it',
    text: 'In the U.S. it grew. So.',
    at: 'it',
    found: 'In the U.S. it grew. '
  },
  {name: 'a number', text: 'By 3.5 times! So.', at: '5', found: 'By 3.5 times! '},
  {name: 'Chinese', text: '他来了。他走了。', at: '走', found: '他走了。'},
  {name: 'a wrapped line goes on', text: 'It\ngrew. He left.', at: 'grew', found: 'It\ngrew. '}
])('$name', ({text, at, found}) => {
  const sentence = findSentence(blockOf(text, unitKind.prose), text.indexOf(at))
  expect(sentence && text.slice(sentence.start, sentence.end)).toBe(found)
})

describe('where it is not certain, the segmenter is asked', () => {
  test.each([
    {name: 'an emoji at the end of a sentence', text: 'It grew. 😀 He left.'},
    {name: 'a mark on a full stop', text: 'It grew.\u0301 He left.'},
    {name: 'a semicolon behind a full stop', text: 'It grew etc.; He left.'},
    {name: 'a long way to the next letter', text: `It grew. ${'( '.repeat(200)}he left.`},
    {name: 'a long way to the last mark', text: `It grew.${' '.repeat(200)}He left.`}
  ])('$name', ({text}) => {
    const block = blockOf(text)
    expect(findSentence(block, text.length - 1)).toBeUndefined()
    expect(createSentenceReader(block)(text.length - 1)).toEqual(splitSentences(block).at(-1))
  })
})

test('every unit that has a class has it to the segmenter too', () => {
  const known = Array.from({length: 0x10000}, (_, unit) => unit).filter(
    (unit) => sentenceClassOf(unit) !== sentenceClass.unknown && !(unit > 0x4e20 && unit < 0x9f90)
  )
  for (const unit of known) {
    const x = String.fromCharCode(unit)
    const shapes = [
      `Ab. ${x} x`,
      `Ab.${x} X`,
      `Ab.${x}X`,
      `ab${x}Xy`,
      `ab${x} xy`,
      `ab! ${x} Xy`,
      `ab!${x}Xy`
    ]
    shapes.push(`ab! ${x}${x}xy`, `${x}.Xy`, `${x}. Xy`, `. ${x}.`, `ab! 1${x}Xy`, `ab${x}.${x}. ${x}`)
    // Each in a line of its own, for one call of the segmenter is much cheaper than many.
    const block = blockOf(shapes.map((shape) => `${shape}\n`).join(''))
    expectAll(block, findAll(block))
  }
})

test('law: what is certain is as the segmenter has it', () => {
  const parts = [
    'He said',
    ' ',
    '. ',
    '.',
    '”',
    '’',
    '…',
    ' — (',
    'and',
    '? ',
    '豆包',
    '。',
    '😀',
    '3.2',
    'U.S. '
  ]
  const rare = [
    '\u2029',
    '\r',
    '\n',
    '\u0301',
    ';',
    ', ',
    'É',
    '）',
    '\u200b',
    'ª',
    '한',
    '！',
    '￼',
    ' '.repeat(60)
  ]
  const text = fc.array(fc.constantFrom(...parts, ...parts, ...rare), {maxLength: 30})
  fc.assert(
    fc.property(text, fc.constantFrom(unitKind.prose, unitKind.object), (pieces, lineBreak) => {
      const block = blockOf(pieces.join(''), lineBreak)
      expectAll(block, findAll(block))
      const sentenceAt = createSentenceReader(block)
      expectAll(
        block,
        Array.from({length: block.text.length}, (_, unit) => sentenceAt(unit))
      )
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 500)}
  )
})
