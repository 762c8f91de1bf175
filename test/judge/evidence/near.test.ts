// Words near a match: the entry's own cues, words of its kind and domain, words of ordinary fields.
import {describe, expect, test} from 'vitest'
import {findingOf, pull, reasonsOf} from '../make.js'

/** The sum of a kind's weights for the first match of a text. */
const weigh = (kind: string, source: string, text: string): number =>
  reasonsOf(kind, source, text).reduce((sum, {weight}) => sum + weight, 0)

describe('the entry’s own cues', () => {
  test.each([
    {name: 'for, in the sentence', source: 'Dark Side of the Moon reads long text.', sign: 1},
    {name: 'for, in the plural', source: 'Dark Side of the Moon reads long texts.', sign: 1},
    {name: 'against, in the sentence', source: 'Dark Side of the Moon by Pink Floyd.', sign: -1},
    {name: 'against, possessive with a curly quote', source: 'Pink Floyd’s Dark Side of the Moon.', sign: -1},
    {name: 'against, in any capitals', source: 'PINK FLOYD and Dark Side of the Moon.', sign: -1},
    {name: 'none', source: 'Dark Side of the Moon grew.', sign: 0},
    {name: 'a part of a word is none', source: 'Dark Side of the Moon has long textures.', sign: 0}
  ])('$name', ({source, sign}) => {
    expect(pull('near', source, 'Dark Side of the Moon')).toBe(sign)
  })

  test('the nearer, the heavier', () => {
    const [inSentence, inParagraph, inDocument] = [
      'Beanbag has a voice.',
      'Beanbag grew. It has a voice.',
      'Beanbag grew.\n\nIt has a voice.'
    ].map((source) => weigh('near', source, 'Beanbag'))
    expect(inSentence).toBeGreaterThan(inParagraph!)
    expect(inParagraph).toBeGreaterThan(inDocument!)
    expect(inDocument).toBeGreaterThan(0)
  })

  test('a mistranslation’s own cues count beside the entry’s, and for it alone', () => {
    expect(weigh('near', 'Beanbag or sofa.', 'Beanbag')).toBeLessThan(0)
    expect(weigh('near', 'Steamed Bean or sofa.', 'Steamed Bean')).toBe(0)
  })

  test('in code a cue stands in the document', () => {
    expect(pull('near', 'Beanbag grew.\n\n```\nvoice\n```', 'Beanbag')).toBe(1)
  })

  test('the words it rests on are shown', () => {
    const source = 'Beanbag has a voice.'
    const [reason] = reasonsOf('near', source, 'Beanbag')
    expect(reason!.spans!.map(({start, end}) => source.slice(start, end))).toEqual(['voice'])
    expect(reason!.text).toBe('fits Doubao: “voice”')
  })
})

describe('words of the kind, the domain and China', () => {
  test.each([
    {name: 'fit the kind', kind: 'kind', source: 'The CEO of Little Roc left.', text: 'Little Roc', sign: 1},
    {
      name: 'do not fit the kind',
      kind: 'kind',
      source: 'A recipe of Little Roc.',
      text: 'Little Roc',
      sign: -1
    },
    {name: 'fit another kind', kind: 'kind', source: 'The app of Little Roc.', text: 'Little Roc', sign: 0},
    {name: 'of the domain', kind: 'near', source: 'Little Roc has an SUV.', text: 'Little Roc', sign: 1},
    {
      name: 'of another domain',
      kind: 'near',
      source: 'Little Roc has a chatbot.',
      text: 'Little Roc',
      sign: 0
    },
    {name: 'of China', kind: 'near', source: 'Little Roc came to Beijing.', text: 'Little Roc', sign: 1},
    {
      name: 'in another sentence',
      kind: 'kind',
      source: 'Little Roc left. A CEO came.',
      text: 'Little Roc',
      sign: 0
    }
  ])('$name', ({kind, source, text, sign}) => {
    expect(pull(kind, source, text)).toBe(sign)
  })
})

describe('words of ordinary life', () => {
  test.each([
    {name: 'in the sentence', source: 'We put Beanbag beside a chair.', text: 'Beanbag', sign: -1},
    {name: 'in the paragraph', source: 'Beanbag grew. There was a chair.', text: 'Beanbag', sign: -1},
    {name: 'in another paragraph', source: 'Beanbag grew.\n\nThere was a chair.', text: 'Beanbag', sign: 0},
    {
      name: 'say nothing where nobody writes the text otherwise',
      source: 'Yuezhi Anmian on a chair.',
      text: 'Yuezhi Anmian',
      sign: 0
    }
  ])('$name', ({source, text, sign}) => {
    expect(pull('field', source, text)).toBe(sign)
  })

  test('beside the match they weigh most', () => {
    expect(weigh('field', 'A Beanbag chair is here.', 'Beanbag')).toBeLessThan(
      weigh('field', 'A Beanbag and one chair.', 'Beanbag')
    )
  })

  test('a chair beside it decides, whatever the text is about', () => {
    const source = 'In Beijing, Kimi and ByteDance launched a large model. We sat on a beanbag chair.'
    expect(findingOf(source, 'beanbag').verdict).toBe('keep')
  })
})
