/// <reference lib="dom" />
import {expect, test} from 'vitest'
import type {Decision} from '../../../src/model.js'
import {signDecisions} from '../../../src/review/page/sign.js'

const decisionOn = (text: string, more: Partial<Decision> = {}): Decision => ({
  rule: 'doubao',
  text,
  before: '',
  after: '',
  verdict: 'accept',
  scope: 'everywhere',
  ...more
})
const theirs = decisionOn('A', {by: 'Ada', at: '2026-01-01T00:00:00Z'})
const unsigned = decisionOn('B')
const own = decisionOn('C', {at: '2026-01-02T00:00:00Z'})
const anew = {...theirs, at: '2026-01-02T00:00:00Z'}
const given = [theirs, unsigned]

test.each([
  {name: 'own ones are signed', decisions: [own], by: 'Bo', signed: ['Bo']},
  {
    name: 'those of others stay',
    decisions: [theirs, unsigned, own],
    by: 'Bo',
    signed: ['Ada', undefined, 'Bo']
  },
  {name: 'one that was decided anew is an own one', decisions: [anew], by: 'Bo', signed: ['Bo']},
  {name: 'blanks around the name go', decisions: [own], by: ' 李 Bo ', signed: ['李 Bo']},
  {name: 'without a name nothing is signed', decisions: [theirs, own], by: ' ', signed: ['Ada', undefined]}
])('$name', ({decisions, by, signed}) => {
  expect(signDecisions(decisions, {given, by}).map((decision) => decision.by)).toEqual(signed)
})
