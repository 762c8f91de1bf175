import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {foldText, foldUnits, levelText} from '../../src/text/fold.js'

describe('foldText', () => {
  test.each([
    {name: 'capitals', text: 'ByteDance ÉCOLE ЖΣ', folded: 'bytedance école жσ'},
    {name: 'a final sigma', text: 'Οδός ΟΔΟΣ', folded: 'οδόσ οδοσ'},
    {name: 'the dotted capital I, which other folds make longer', text: 'İstanbul', folded: 'istanbul'},
    {name: 'quotes', text: '‘a’ “b” ＇c＂', folded: "'a' 'b' 'c'"},
    {name: 'hyphens and dashes', text: 'a-b‐c‑d‒e–f—g−h－i', folded: 'a b c d e f g h i'},
    {name: 'white space', text: 'a\u00a0b\u2009c\u3000d\ne\tf\r\ng', folded: 'a b c d e f g'},
    {name: 'runs', text: '  Zero - \n One- ', folded: 'zero one'},
    {name: 'full-width letters', text: 'Ａｉ１！', folded: 'ai1!'},
    {name: 'zero-width characters', text: '\ufeffBean\u00adb\u200bag\u200c', folded: 'beanbag'},
    {name: 'nothing but separators', text: ' - ', folded: ''},
    {name: 'Chinese and emoji, not at all', text: '豆包😀', folded: '豆包😀'}
  ])('folds $name', ({text, folded}) => {
    expect(foldText(text)).toBe(folded)
  })

  test('keeps capitals when asked', () => {
    expect(foldText('Zero–One  ＡI', {case: 'keep'})).toBe('Zero One AI')
  })

  test('law: folding again changes nothing', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => foldText(foldText(text)) === foldText(text)))
  })
})

test('law: every unit folds to one unit, and folding that again changes nothing', () => {
  expect(foldUnits).toHaveLength(0x10000)
  expect(foldUnits.filter((unit) => unit !== 0 && foldUnits[unit] !== unit)).toHaveLength(0)
})

test.each([
  {name: 'white space', text: ' a\u00a0\n b ', level: 'a b'},
  {name: 'quotes', text: '‘a’ “b”', level: '\'a\' "b"'},
  {name: 'dashes', text: 'a–b‑c', level: 'a-b-c'},
  {name: 'zero-width characters', text: 'Bean\u00adbag', level: 'Beanbag'},
  {name: 'capitals, not at all', text: 'iFLYTEK', level: 'iFLYTEK'}
])('levelText levels $name', ({text, level}) => {
  expect(levelText(text)).toBe(level)
})
