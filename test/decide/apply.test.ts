import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyDecisions} from '../../src/decide/apply.js'
import type {Decision} from '../../src/model.js'
import {decide, decisionOn, find} from './make.js'

const text = 'The app is Beanbag by name. It grew.'
const here = decisionOn(text)

test.each([
  {name: 'the same text', now: text, asks: false},
  {name: 'another paragraph before', now: `# News 😀\n\nNothing.\n\n${text}`, asks: false},
  {name: 'a byte order mark and CRLF', now: `\uFEFF${text.replace(/ /gu, '\r\n')}`, asks: false},
  {
    name: 'a re-wrapped paragraph',
    now: text.replace('app is', 'app\nis').replace('by ', 'by\n'),
    asks: false
  },
  {name: 'a paragraph moved into a quote', now: `> ${text.replace('is ', 'is\n> ')}`, asks: false},
  {name: 'curly quotes and no-break spaces', now: text.replace('by name', 'by\u00a0name'), asks: false},
  {name: 'emphasis', now: text.replace('Beanbag', '**Beanbag**'), asks: false},
  {name: 'another sentence changed', now: text.replace('It grew', 'It shrank in 2025'), asks: false},
  {name: 'a sentence put before', now: `See here. ${text}`, asks: false},
  {name: 'a word changed before', now: text.replace('app', 'shop'), asks: true},
  {name: 'a word changed after', now: text.replace('name', 'nature'), asks: true},
  {name: 'a word put in', now: text.replace('by', 'only by'), asks: true},
  {name: 'a word taken out', now: text.replace(' by name', ''), asks: true},
  {name: 'other capitals of the match', now: text.replace('Beanbag', 'BEANBAG'), asks: undefined}
])('$name: asks again: $asks', ({now, asks}) => {
  const outcome = decide(now, [here])
  expect(outcome).toEqual(asks === undefined ? [] : [asks ? '?' : 'Doubao'])
})

test('a sentence of a Chinese text ends without a blank', () => {
  const chinese = '新闻。他用 Beanbag 写作。很好。'
  expect(decide(chinese.replace('很好', '不好').replace('新闻', '旧闻'), [decisionOn(chinese)])).toEqual([
    'Doubao'
  ])
})

test('what is written into the same sentence does not change it', () => {
  const both = 'He saw an Ideal Auto car and a Beanbag app.'
  const rejected = decisionOn(both, {verdict: 'reject'}, 1)
  expect(decide('He saw a Li Auto car and a Beanbag app.', [rejected])).toEqual(['(kept)'])
})

test.each([
  {
    name: 'here outranks the file',
    decisions: [
      decisionOn(text, {verdict: 'reject'}),
      {...decisionOn(text), scope: 'file', before: '', after: ''}
    ],
    outcome: '(kept)'
  },
  {
    name: 'the file outranks everywhere',
    decisions: [
      {...decisionOn(text), scope: 'file', replacement: 'Doubao App'},
      {...decisionOn(text), scope: 'everywhere', verdict: 'reject'}
    ],
    outcome: 'Doubao App'
  },
  {
    name: 'an entry left alone in a file outranks everywhere',
    decisions: [
      {...decisionOn(text), scope: 'everywhere'},
      {...decisionOn(text), scope: 'entry', text: '', verdict: 'reject'}
    ],
    outcome: '(kept)'
  },
  {
    name: 'the later of two with the same aim counts',
    decisions: [decisionOn(text), decisionOn(text, {replacement: 'Doubao Pro'})],
    outcome: 'Doubao Pro'
  },
  {name: 'a decision without a file holds in all', decisions: [withoutFile(here)], outcome: 'Doubao'},
  {name: 'another file is not meant', decisions: [{...here, file: 'b.md'}], outcome: '?'},
  {
    name: 'another entry in this file is not meant',
    decisions: [{...here, rule: 'millet', scope: 'entry', verdict: 'reject'}],
    outcome: '?'
  },
  {
    name: 'asking for the text that stands there keeps it',
    decisions: [{...here, replacement: 'Beanbag'}],
    outcome: '(kept)'
  }
] as {name: string; decisions: Decision[]; outcome: string}[])('$name', ({decisions, outcome}) => {
  expect(decide(text, decisions)).toEqual([outcome])
})

function withoutFile({file: _, ...decision}: Decision): Decision {
  return decision
}

test('an accepted form takes the article along', () => {
  const form: Decision = {
    rule: 'li-auto',
    text: 'Ideal Auto',
    before: '',
    after: '',
    verdict: 'accept',
    replacement: 'Li Auto',
    scope: 'everywhere'
  }
  const articles = 'She drove an Ideal Auto car, not Ideal Auto bikes.'
  expect(decide(articles, [form])).toEqual(['a Li Auto', 'Li Auto'])
  expect(decide(articles, [{...form, replacement: 'Lixiang'}])).toEqual(['a Lixiang', 'Lixiang'])
})

test('a chosen text keeps the line break that stands there now', () => {
  const car = 'She likes Ideal Auto cars.'
  const {document, findings} = find(car.replace('Ideal ', 'Ideal\n'))
  const decisions = [decisionOn(car, {replacement: 'Li Auto'})]
  const [decided] = applyDecisions(findings, decisions, {document, file: 'a.md'})
  expect(decided?.finding).toMatchObject({verdict: 'fix', replacement: 'Li\nAuto'})
})

test('`$` in a chosen text is a dollar', () => {
  const dollar: Decision = {...here, scope: 'everywhere', replacement: "D$&$1$'"}
  expect(decide(text, [dollar])).toEqual(["D$&$1$'"])
})

test('the reason names who decided and why', () => {
  const {document, findings} = find(text)
  const decisions = [{...here, by: 'Ada', note: 'as the company writes it'}]
  const [decided] = applyDecisions(findings, decisions, {document, file: 'a.md'})
  expect(decided?.finding.reasons[0]?.text).toBe('Ada accepted it: as the company writes it')
})

test('law: what is decided depends on sentences, not on where they stand', () => {
  const sentence = fc.constantFrom(
    'He uses Beanbag.',
    'Nobody likes “Beanbag” here!',
    'An Ideal Auto car met Beanbag in 2025.',
    'Is it Beanbag? ',
    '豆包 is Beanbag, they say.',
    'Nothing 😀 at all.'
  )
  const paragraphs = fc.array(fc.array(sentence, {minLength: 1, maxLength: 3}), {maxLength: 5})
  const wrap = fc.constantFrom(' ', '\n', '\r\n', ' \n')
  fc.assert(
    fc.property(
      paragraphs,
      fc.array(fc.boolean(), {minLength: 6, maxLength: 6}),
      wrap,
      fc.nat(),
      (texts, accepted, gap, turn) => {
        const write = (parts: readonly (readonly string[])[]) =>
          parts.map((part) => part.join(' ')).join('\n\n')
        const source = write(texts)
        const {findings} = find(source)
        const decisions = findings.map((_, index) =>
          decisionOn(source, {verdict: accepted[index % 6] ? 'accept' : 'reject'}, index)
        )
        const moved = [
          ...texts.slice(turn % (texts.length + 1)),
          ...texts.slice(0, turn % (texts.length + 1))
        ]
        const before = decide(source, decisions)
        expect(before).not.toContain('?')
        expect(decide(write(moved).replace(/(?<=\S) (?=\S)/gu, gap), decisions).sort()).toEqual(before.sort())
      }
    )
  )
})
