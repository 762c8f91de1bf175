// Texts close to a romanised name: how close, how long, and what they are taken for. Listed texts are find.test.ts.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {findAll} from '../../src/match/find.js'
import {findNearMisses, mayComeClose} from '../../src/match/near-miss.js'
import type {Glossary, Match} from '../../src/model.js'
import {readRaw} from '../../src/text/raw-markup.js'
import {documentOf} from '../support/document.js'
import {glossaryOf} from '../support/glossary.js'

const glossary = glossaryOf({
  wenxin: {term: 'ERNIE Bot', variants: ['Wenxin Yiyan'], source: ['文心一言'], pinyin: ['wenxinyiyan']},
  zhipu: {term: 'Zhipu Qingyan', pinyin: ['zhipuqingyan'], mistranslations: ['Zhipu Clear Words']},
  yan: {term: 'Yan Junjie', kind: 'person', pinyin: ['yanjunjie']},
  kuaishou: {term: 'Kuaishou', pinyin: ['kuaishou'], ceiling: 'propose'},
  xiaomi: {term: 'Xiaomi', pinyin: ['xiaomi']},
  model: {term: 'large model', kind: 'jargon', pinyin: ['damoxing']},
  twinA: {term: 'Haiwei Cloud', pinyin: ['haiweiyun']},
  twinB: {term: 'Haiwei Luck', pinyin: ['haiweiyun']}
})

function find(text: string, used: Glossary = glossary): Match[] {
  const document = documentOf(text)
  return findNearMisses(document, findAll(document, used), used)
}

const shown = (text: string): string[] =>
  find(text).map(({text: found, uses}) => `${found} → ${uses.map(({entry}) => entry.term).join(' | ')}`)

describe('what is found', () => {
  test.each([
    {name: 'the pinyin in one word', text: 'It asked Wenxinyiyan then.', found: ['Wenxinyiyan → ERNIE Bot']},
    {name: 'a letter off', text: 'It asked Wenxin Yiyin then.', found: ['Wenxin Yiyin → ERNIE Bot']},
    {
      name: 'a letter off, hyphenated',
      text: 'It asked Wenxin-Yiyin then.',
      found: ['Wenxin-Yiyin → ERNIE Bot']
    },
    {
      name: 'over a wrapped line',
      text: '😀 It asked Wenxin\nYiyin then.',
      found: ['Wenxin\nYiyin → ERNIE Bot']
    },
    {name: 'two letters swapped count two', text: 'It asked Zhipu Qignyan then.', found: []},
    {
      name: 'a letter off a long one',
      text: 'It asked Zhipu Qingyin, then.',
      found: ['Zhipu Qingyin → Zhipu Qingyan']
    },
    {name: 'a person joined', text: 'And Yanjunjie left.', found: ['Yanjunjie → Yan Junjie']},
    {name: 'a person split in three', text: 'And Yan Jun Jie left.', found: ['Yan Jun Jie → Yan Junjie']},
    {
      name: 'two entries of one pinyin',
      text: 'On Hai Weiyun it runs.',
      found: ['Hai Weiyun → Haiwei Cloud | Haiwei Luck']
    },
    {
      name: 'the longest run of words wins',
      text: 'By Wen Xin Yi Yan here.',
      found: ['Wen Xin Yi Yan → ERNIE Bot']
    },
    {name: 'between Chinese', text: '用Wenxinyiyan写', found: []}
  ])('$name', ({text, found}) => {
    expect(shown(text)).toEqual(found)
  })

  test.each([
    {name: 'the right name', text: 'It asked Wenxin Yiyan and Yan Junjie then.'},
    {name: 'a listed mistranslation', text: 'It asked Zhipu Clear Words then.'},
    {name: 'lower case', text: 'It asked wenxin yiyin and kuai shou then.'},
    {name: 'a short pinyin, as it may be a word', text: 'It asked Xiao Mi then.'},
    {name: 'one letter off a short one', text: 'It asked Kuaisou then.'},
    {name: 'three letters off', text: 'It asked Wenxan Yiyong then.'},
    {name: 'another first letter', text: 'It asked Benxin Yiyan then.'},
    {name: 'jargon', text: 'It asked Damoxing then.'},
    {name: 'a sign between the words', text: 'It asked Wenxin, Yiyin then.'},
    {name: 'two blanks between the words', text: 'It asked Wenxin  Yiyin then.'},
    {name: 'code', text: 'It asked `Wenxin Yiyin` then.'},
    {name: 'an object inside', text: 'It asked Wenxin\ufffcYiyin then.'},
    {name: 'digits beside it', text: 'It asked Wenxinyiyan4 then.'}
  ])('not $name', ({text}) => {
    expect(shown(text)).toEqual([])
  })

  test('nothing in a glossary without pinyin', () => {
    expect(find('It asked Wenxin Yiyin then.', glossaryOf({doubao: {term: 'Doubao'}}))).toEqual([])
  })
})

test('not code glued to a word: it may not be edited', () => {
  const document = parseDocument('It asked Wenxin`yiyan` then.', {format: 'markdown'})
  expect(findNearMisses(document, findAll(document, glossary), glossary)).toEqual([])
})

describe('what it is taken for', () => {
  test.each([
    {name: 'the pinyin itself', text: 'Wenxinyiyan', ordinary: 'sometimes', ceiling: 'fix', note: 'pinyin'},
    {
      name: 'off the pinyin',
      text: 'Wenxin Yiyin',
      ordinary: 'often',
      ceiling: 'propose',
      note: '1 letter off the pinyin'
    },
    {
      name: 'a person, as people share names',
      text: 'Yanjunjie',
      ordinary: 'often',
      ceiling: 'fix',
      note: 'pinyin'
    },
    {
      name: 'an entry that is proposed at most',
      text: 'Kuai Shou',
      ordinary: 'sometimes',
      ceiling: 'propose',
      note: 'pinyin'
    }
  ])('$name', ({text, ordinary, ceiling, note}) => {
    const [match] = find(`It asked ${text} then.`)
    expect(match!.uses[0]!.mistranslation).toMatchObject({text, case: 'exact', ordinary, ceiling, note})
  })
})

/** Edit distance, said in the simplest way. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const rest = distance(a.slice(1), b.slice(1))
  if (a[0] === b[0]) return rest
  return 1 + Math.min(rest, distance(a.slice(1), b), distance(a, b.slice(1)))
}

test('law: a word is found if and only if it is near enough for its length', () => {
  const letters = fc
    .string({unit: fc.constantFrom(...'anix'), minLength: 6, maxLength: 13})
    .map((rest) => `w${rest}`)
  const change = fc.tuple(fc.nat(), fc.constantFrom('', 'a', 'q', 'ni'), fc.nat(1))
  const pair = fc.tuple(letters, fc.array(change, {maxLength: 3})).map(([pinyin, changes]) => {
    const changed = changes.reduce((word, [pick, put, cut]) => {
      const at = 1 + (pick % (word.length - 1))
      return word.slice(0, at) + put + word.slice(at + cut)
    }, pinyin)
    return {pinyin, word: changed.charAt(0).toUpperCase() + changed.slice(1)}
  })
  fc.assert(
    fc.property(pair, ({pinyin, word}) => {
      const most = word.length >= 13 ? 2 : word.length >= 9 ? 1 : 0
      const isNear =
        pinyin.length >= 7 &&
        word.length >= 7 &&
        Math.abs(pinyin.length - word.length) <= most &&
        distance(word.toLowerCase(), pinyin) <= most
      const used = glossaryOf({name: {term: 'Name', pinyin: [pinyin]}})
      expect(find(`It asked ${word} then.`, used)).toHaveLength(isNear ? 1 : 0)
      if (isNear) expect(mayComeClose(readRaw(word), used)).toBe(true)
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 300)}
  )
})
