// Names left in the source language.
import {expect, test} from 'vitest'
import {judge} from './make.js'

const english = 'and many more English words stand around it here'

test.each([
  {name: 'in English', source: `We met 月之暗面 there, ${english}.`, found: ['月之暗面']},
  {name: 'glued to words', source: `We met月之暗面there, ${english}.`, found: ['月之暗面']},
  {name: 'possessive', source: `We met 月之暗面’s founder, ${english}.`, found: ['月之暗面']},
  {name: 'in quotation marks', source: `We met “月之暗面”, ${english}.`, found: ['月之暗面']},
  {name: 'two of them', source: `We met 月之暗面 and 豆包, ${english}.`, found: ['月之暗面', '豆包']},
  {name: 'a gloss stays', source: `Moonshot AI (月之暗面) and Doubao（豆包）, ${english}.`, found: []},
  {name: 'a gloss in quotation marks stays', source: `Moonshot AI (“月之暗面”), ${english}.`, found: []},
  {name: 'in a Chinese sentence', source: '月之暗面发布了新模型，用户很多。', found: []},
  {name: 'inside a longer Chinese word', source: `We met 新月之暗面派 there, ${english}.`, found: []},
  {name: 'in code', source: `We met \`月之暗面\` there, ${english}.`, found: []},
  {name: 'alone in a cell', source: '| a |\n|-|\n| 月之暗面 |', found: []}
])('$name', ({source, found}) => {
  expect(judge(source).findings.map(({pair}) => pair?.text)).toEqual(found)
})

test('the term is offered, and its form with the source language beside it', () => {
  const [finding] = judge(`We met 月之暗面 there, ${english}.`).findings
  expect(finding).toMatchObject({rule: 'moonshot-ai', replacement: 'Moonshot AI'})
})
