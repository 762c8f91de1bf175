import {expect, test} from 'vitest'
import {chooseText, formOf, offerOf} from '../../src/decide/offer.js'
import {find} from './make.js'

test('an offer shows the whole of what was matched, and the article that changes with it', () => {
  const {document, findings} = find('He drove an Ideal Auto car.')
  expect(offerOf(findings[0]!, document.blocks[0]!)).toEqual({
    span: {start: 9, end: 22},
    text: 'an Ideal Auto',
    choices: ['a Li Auto'],
    forms: ['Li Auto']
  })
})

const offer = {choices: ['a Li Auto', 'a Lixiang car'], forms: ['Li Auto', 'Lixiang']} as const

test.each([
  {name: 'the first choice', text: 'a Li Auto', form: 'Li Auto'},
  {name: 'another choice', text: 'a Lixiang car', form: 'Lixiang'},
  {name: 'an own text with its article', text: 'the Li One', form: 'Li One'},
  {name: 'an own text without an article', text: 'Li One', form: 'Li One'}
])('$name is remembered as its form', ({text, form}) => {
  expect(formOf(offer, text)).toBe(form)
})

test.each([
  {form: 'Li Auto', text: 'a Li Auto'},
  {form: 'Lixiang', text: 'a Lixiang car'},
  {form: 'Li One', text: 'a Li One'}
])('the form $form becomes $text', ({form, text}) => {
  expect(chooseText(offer, {replacement: form, scope: 'everywhere'})).toBe(text)
})

test('an own form where the grammar swallowed the first one stands alone', () => {
  const swallowed = {choices: ['LI AUTO'], forms: ['Li Auto']} as const
  expect(chooseText(swallowed, {replacement: 'Li One', scope: 'file'})).toBe('Li One')
})

test('words that were widened around the form are not remembered', () => {
  const widened = {choices: ['Doubao app', 'Doubao App'], forms: ['Doubao', 'Doubao App']} as const
  expect(formOf(widened, 'Doubao Pro app')).toBe('Doubao Pro')
})
