import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findAll} from '../../src/match/find.js'
import type {Found} from '../../src/model.js'
import {documentOf} from '../support/document.js'
import {type EntryDraft, glossaryOf} from '../support/glossary.js'

const glossary = glossaryOf({
  doubao: {
    term: 'Doubao',
    source: ['豆包'],
    mistranslations: ['Beanbag', 'Bean Bag', {text: 'Douyin', ceiling: 'propose'}],
    exceptions: ['bean bag chair']
  },
  douyin: {term: 'Douyin', source: ['抖音'], mistranslations: ['Shake Sound']},
  'moonshot-ai': {
    term: 'Moonshot AI',
    source: ['月之暗面'],
    variants: ['Moonshot', 'Kimi'],
    mistranslations: ['The Dark Side of the Moon', "Moon's Dark Side"]
  },
  'huawei-pangu': {term: 'Huawei Pangu', mistranslations: ['Pangu']},
  tongyi: {
    term: 'Qwen',
    variants: ['Tongyi'],
    mistranslations: ['Tongyi Thousand Questions', 'General Meaning']
  },
  sensetime: {term: 'SenseTime', mistranslations: ['Sensetime']},
  iflytek: {term: 'iFLYTEK', mistranslations: ['Iflytek']},
  tiktok: {term: 'TikTok', mistranslations: ['tiktok', 'Tik Tok']},
  vivo: {term: 'vivo', mistranslations: ['Vivo']},
  baichuan: {
    term: 'Baichuan',
    variants: ['Baichuan-7B'],
    mistranslations: ['Hundred Rivers', 'Baichuan Intelligence']
  },
  'zero-one': {term: '01.AI', mistranslations: ['Zero One Everything']},
  button: {term: 'Coze', mistranslations: [{text: 'Button', case: 'exact'}]},
  nail: {term: 'DingTalk', mistranslations: ['Nail', 'T-Mail']},
  tmail: {term: 'T Mail'}
})

describe('what is a match and what a name', () => {
  test.each<{name: string; text: string; matches?: string[]; names?: string[]}>([
    {name: 'a mistranslation', text: 'Beanbag is new.', matches: ['Beanbag']},
    {name: 'a mistranslation in other capitals', text: 'BEANBAG, beanbag', matches: ['BEANBAG', 'beanbag']},
    {name: 'a possessive, without its ending', text: 'Beanbag’s app', matches: ['Beanbag']},
    {
      name: 'between underscores and hyphens',
      text: '_Beanbag_ Beanbag-based',
      matches: ['Beanbag', 'Beanbag']
    },
    {name: 'between Chinese neighbours', text: '使用Beanbag的', matches: ['Beanbag']},
    {name: 'a name of the source language', text: '豆包很好', names: ['豆包']},
    {
      name: 'after an emoji, wrapped and with a curly quote',
      text: '😀 Moon’s\nDark Side',
      matches: ['Moon’s\nDark Side']
    },
    {
      name: 'a leading “the” belongs to the sentence',
      text: 'the Dark Side of the Moon',
      matches: ['Dark Side of the Moon']
    },
    {name: 'hyphens for spaces', text: 'Zero-One-Everything', matches: ['Zero-One-Everything']},
    {name: 'a term in its own capitals', text: 'a Moonshot', names: ['Moonshot']},
    {name: 'a term in all capitals', text: 'MOONSHOT', names: ['MOONSHOT']},
    {name: 'the common noun “moonshot” is no name', text: 'a moonshot'},
    {name: 'SenseTime, right', text: 'SenseTime SENSETIME', names: ['SenseTime', 'SENSETIME']},
    {name: 'Sensetime, wrong capitals', text: 'Sensetime sensetime', matches: ['Sensetime', 'sensetime']},
    {name: 'iFLYTEK stays at a sentence start', text: 'iFLYTEK grew.', names: ['iFLYTEK']},
    {name: 'IFLYTEK at a sentence start is right', text: 'Good. IFLYTEK grew.', names: ['IFLYTEK']},
    {name: 'Iflytek is wrong everywhere', text: 'Iflytek and Iflytek', matches: ['Iflytek', 'Iflytek']},
    {
      name: 'tiktok and Tiktok are wrong',
      text: 'a tiktok on Tiktok, TikTok',
      matches: ['tiktok', 'Tiktok'],
      names: ['TikTok']
    },
    {name: 'a capital at a sentence start says nothing', text: 'Vivo grew. Vivo', names: ['Vivo', 'Vivo']},
    {name: 'elsewhere it does', text: 'the Vivo phone by vivo', matches: ['Vivo'], names: ['vivo']},
    {name: 'case: exact', text: 'Button button BUTTON', matches: ['Button']},
    {
      name: 'a name that is listed as wrong elsewhere is both',
      text: 'on Douyin',
      matches: ['Douyin'],
      names: ['Douyin']
    },
    {name: 'so with a hyphen for its space', text: 'T Mail', matches: ['T Mail'], names: ['T Mail']}
  ])('$name', ({text, matches = [], names = []}) => {
    expect(textsOf(findAll(documentOf(text), glossary))).toEqual({matches, names})
  })

  test('a text that is listed just so is wrong, though it is loosely the term', () => {
    const entries = {
      iflytek: {term: 'iFLYTEK', mistranslations: ['IFLYTEK']},
      imate: {term: 'i-mate', mistranslations: ['i mate']}
    }
    expect(findIn('By IFLYTEK, i-mate and i mate', entries)).toEqual({
      matches: ['IFLYTEK', 'i mate'],
      names: ['i-mate']
    })
  })

  test('a text that is its own replacement is no match', () => {
    const entries = {ant: {mistranslations: [{text: 'Ant group', replacement: 'Ant Group'}]}}
    expect(findIn('Ant Group, Ant group', entries).matches).toEqual(['Ant group'])
  })
})

describe('overlap', () => {
  test.each<{name: string; text: string; matches?: string[]; names?: string[]}>([
    {name: 'Huawei Pangu never becomes Huawei Huawei Pangu', text: 'Huawei Pangu', names: ['Huawei Pangu']},
    {name: 'not even in other capitals', text: 'huawei pangu'},
    {name: 'nor over a wrapped line', text: 'Huawei\nPangu', names: ['Huawei\nPangu']},
    {name: 'Pangu alone does', text: 'Pangu by Huawei', matches: ['Pangu']},
    {
      name: 'the longer mistranslation hides the variant in it',
      text: 'Tongyi Thousand Questions',
      matches: ['Tongyi Thousand Questions']
    },
    {
      name: 'the longer mistranslation wins',
      text: 'Baichuan Intelligence',
      matches: ['Baichuan Intelligence']
    },
    {name: 'the longer variant wins', text: 'Baichuan-7B', names: ['Baichuan-7B']},
    {name: 'the longer term wins', text: 'Moonshot AI', names: ['Moonshot AI']},
    {name: 'an exception hides what it holds', text: 'Bean bag chair, bean bag', matches: ['bean bag']},
    {name: 'names that touch both stay', text: '豆包Kimi月之暗面', names: ['豆包', 'Kimi', '月之暗面']}
  ])('$name', ({text, matches = [], names = []}) => {
    expect(textsOf(findAll(documentOf(text), glossary))).toEqual({matches, names})
  })

  test('the third of three that cross is found in the first run', () => {
    const entries = {
      x: {mistranslations: ['a b']},
      y: {mistranslations: ['b c']},
      z: {mistranslations: ['c d']}
    }
    expect(findIn('a b c d', entries).matches).toEqual(['a b', 'c d'])
  })

  test('an exception in its own capitals is no mistranslation, in others it is', () => {
    const entries = {byte: {term: 'ByteDance', mistranslations: ['Byte'], exceptions: ['byte']}}
    expect(findIn('a byte of Byte', entries).matches).toEqual(['Byte'])
  })
})

describe('blocks', () => {
  test('a match gives its block, span and text', () => {
    const {matches} = findAll(documentOf('Nothing.', '😀 Beanbag’s'), glossary)
    expect(matches).toMatchObject([{block: 1, span: {start: 3, end: 10}, text: 'Beanbag'}])
  })

  test.each([
    {name: 'not from one block to the next', texts: ['Bean', 'bag Bean', 'Bag']},
    {name: 'not in code', texts: ['`Beanbag`', 'a `Beanbag` b']},
    {name: 'not over code', texts: ['Bean `Bag`', 'Bean` `Bag']},
    {name: 'not over an object', texts: ['Bean\ufffcBag', 'Bean \ufffc Bag', 'Bean\ufffc\nBag']}
  ])('$name', ({texts}) => {
    expect(findAll(documentOf(...texts), glossary)).toEqual({matches: [], names: []})
  })

  test('next to code', () => {
    expect(textsOf(findAll(documentOf('`x`Beanbag`y`'), glossary)).matches).toEqual(['Beanbag'])
  })
})

describe('uses', () => {
  test('a text that two entries claim is one match with both, by entry id', () => {
    const found = findAll(
      documentOf('the Ideal'),
      glossaryOf({li: {mistranslations: ['Ideal']}, chasing: {mistranslations: ['IDEAL']}})
    )
    expect(found.matches.map(({uses}) => uses.map(({entry}) => entry.id))).toEqual([['chasing', 'li']])
  })

  test.each([
    {text: 'ideal', use: 'ideal'},
    {text: 'Ideal', use: 'Ideal'},
    {text: 'IDEAL', use: 'Ideal'}
  ])('of two listed capitals of one entry, $text is $use', ({text, use}) => {
    const found = findAll(documentOf(text), glossaryOf({li: {mistranslations: ['Ideal', 'ideal']}}))
    expect(found.matches[0]!.uses.map(({mistranslation}) => mistranslation.text)).toEqual([use])
  })
})

test('law: no match overlaps another or covers what is not prose, and its text is its span', () => {
  const part = fc.constantFrom(
    'Beanbag',
    'bean',
    'bag',
    'Huawei',
    'Pangu',
    'Tongyi',
    'Thousand Questions',
    ' ',
    '\n',
    '-',
    '`x`',
    '\ufffc',
    '豆包',
    '😀'
  )
  fc.assert(
    fc.property(fc.array(part, {maxLength: 12}), (parts) => {
      const document = documentOf(parts.join(''))
      const {text, kinds} = document.blocks[0]!
      let end = 0
      for (const match of findAll(document, glossary).matches) {
        expect(match.span.start).toBeGreaterThanOrEqual(end)
        end = match.span.end
        expect(match.text).toBe(text.slice(match.span.start, end))
        expect(kinds.slice(match.span.start, end).every((kind) => kind === 0)).toBe(true)
      }
    })
  )
})

function findIn(
  text: string,
  entries: Readonly<Record<string, EntryDraft>>
): {matches: string[]; names: string[]} {
  return textsOf(findAll(documentOf(text), glossaryOf(entries)))
}

function textsOf({matches, names}: Found): {matches: string[]; names: string[]} {
  return {matches: matches.map(({text}) => text), names: names.map(({text}) => text)}
}
