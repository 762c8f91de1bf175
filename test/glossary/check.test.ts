import {expect, test} from 'vitest'
import {checkEntries} from '../../src/glossary/check.js'
import {checkExamples} from '../../src/glossary/check-examples.js'
import {packOf} from './entries.js'

const check = (yaml: string) => {
  const {entries, places} = packOf(`entries:\n${yaml}`)
  return checkEntries(entries, places).map(({severity, message, origin}) => {
    return `${origin.line}:${origin.column} ${severity}: ${message}`
  })
}

test.each([
  {
    name: 'entries without a fault',
    yaml: '  - {id: a, term: Doubao, mistranslations: [Beanbag], exceptions: ["a beanbag’s chair"]}\n',
    told: []
  },
  {
    name: 'a mistranslation without a letter',
    yaml: '  - {id: a, term: A, mistranslations: [" - "]}\n',
    told: ['2:40 error: The mistranslation “ - ” has no letter to search for']
  },
  {
    name: 'a mistranslation that is the term',
    yaml: '  - {id: a, term: Doubao, mistranslations: [Beanbag, Doubao]}\n',
    told: ['2:54 error: “Doubao” is a mistranslation and also a term of `a`; it can be one only']
  },
  {
    name: 'a mistranslation that is a variant',
    yaml: '  - {id: a, term: A, variants: [Kimi], mistranslations: [Kimi]}\n',
    told: ['2:58 error: “Kimi” is a mistranslation and also a variant of `a`; it can be one only']
  },
  {
    name: 'a mistranslation that is the term in other capitals is right',
    yaml: '  - {id: a, term: ByteDance, mistranslations: [Bytedance]}\n',
    told: []
  },
  {
    name: 'a text claimed by two entries',
    yaml: '  - {id: a, term: A, mistranslations: [Beanbag]}\n  - {id: b, term: B, mistranslations: [beanbag]}\n',
    told: ['3:40 warning: “beanbag” of `b` is also claimed by `a` at a.yaml:2:40; evidence decides']
  },
  {
    name: 'a text listed twice in one entry',
    yaml: '  - {id: a, term: A, mistranslations: [Bean Bag, bean-bag]}\n',
    told: ['2:50 note: “bean-bag” is already listed in `a` at a.yaml:2:40']
  },
  {
    name: 'the same letters in exact capitals besides any is right',
    yaml: '  - {id: a, term: A, mistranslations: [Nail, {text: NAIL, case: exact}]}\n',
    told: []
  },
  {
    name: 'a text that is the right name of another entry',
    yaml: '  - {id: a, term: Zhipu, mistranslations: [Zhihu]}\n  - {id: b, term: Zhihu, mistranslations: []}\n',
    told: ['2:44 warning: “Zhihu” of `a` is a right name of `b`, so it is left alone']
  },
  {
    name: 'an owner that is no entry',
    yaml: '  - {id: a, term: A, mistranslations: [], owner: bb}\n',
    told: ['2:5 error: The owner `bb` of `a` is no entry']
  },
  {
    name: 'an entry that owns itself',
    yaml: '  - {id: a, term: A, mistranslations: [], owner: a}\n',
    told: ['2:5 error: The entry `a` is its own owner']
  },
  {
    name: 'an exception without a mistranslation',
    yaml: '  - {id: a, term: A, mistranslations: [bean], exceptions: [beanbag chair, bean soup, "Bean: a cat"]}\n',
    told: ['2:5 warning: The exception “beanbag chair” of `a` holds none of its mistranslations']
  }
])('$name', ({yaml, told}) => {
  expect(check(yaml)).toEqual(told)
})

const {entries, places} = packOf(`entries:
  - id: doubao
    term: Doubao
    mistranslations: [Beanbag]
    examples:
      - {before: Beanbag grew., after: Doubao grew.}
      - {keep: A beanbag is soft.}
      - {propose: The Beanbag.}
`)

test('examples that come out as shown are no problem', () => {
  const clean = (text: string) => ({
    output: text.replace('Beanbag grew', 'Doubao grew'),
    findings: [{entry: 'doubao', status: 'propose'} as const]
  })
  expect(checkExamples(entries, clean, places)).toEqual([])
})

test('examples that come out otherwise are errors at their place', () => {
  const clean = (text: string) => ({
    output: text.startsWith('Beanbag') ? text : text.replace(/beanbag/iu, 'Doubao'),
    findings: [{entry: 'doubao', status: 'keep'} as const]
  })
  expect(
    checkExamples(entries, clean, places).map(({origin, message}) => `${origin.line} ${message}`)
  ).toEqual([
    '6 Example of `doubao`: “Beanbag grew.” stays as it is, expected “Doubao grew.”',
    '7 Example of `doubao`: “A beanbag is soft.” becomes “A Doubao is soft.”, expected no change',
    '8 Example of `doubao`: in “The Beanbag.” nothing is proposed'
  ])
})
