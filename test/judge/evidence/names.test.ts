// Right names near a match, and lists that it stands in.
import {describe, expect, test} from 'vitest'
import {pull, reasonsOf} from '../make.js'

describe('names near', () => {
  test.each([
    {name: 'a name of the domain in the sentence', source: 'Kimi met Steamed Bean.', sign: 1},
    {name: 'in the paragraph', source: 'Kimi left. Steamed Bean came.', sign: 1},
    {name: 'of another domain', source: 'XPeng met Steamed Bean.', sign: 1},
    {name: 'in the source language', source: 'Steamed Bean met 月之暗面 there in town.', sign: 1},
    {name: 'the owner', source: 'ByteDance showed Steamed Bean.', sign: 1},
    {name: 'jargon is no name', source: 'A large model named Steamed Bean.', sign: 0},
    {name: 'none', source: 'He met Steamed Bean.', sign: 0},
    {name: 'the entry named rightly elsewhere', source: 'Steamed Bean came.\n\nDoubao left.', sign: 1}
  ])('$name', ({source, sign}) => {
    expect(pull('names', source, 'Steamed Bean')).toBe(sign)
  })

  test('the same name twice counts once', () => {
    const once = reasonsOf('names', 'Kimi met Steamed Bean.', 'Steamed Bean')[0]!.weight
    expect(reasonsOf('names', 'Kimi, Kimi met Steamed Bean.', 'Steamed Bean')[0]!.weight).toBe(once)
  })

  test('in the sentence they weigh more than in the paragraph', () => {
    const [near, far] = ['Kimi met Steamed Bean.', 'Kimi left. Steamed Bean came.'].map(
      (source) => reasonsOf('names', source, 'Steamed Bean')[0]!.weight
    )
    expect(near).toBeGreaterThan(far!)
  })
})

describe('lists', () => {
  test.each([
    {name: 'with commas and “and”', source: 'It rivals Kimi, Beanbag and XPeng.', listed: true},
    {name: 'in Chinese commas', source: 'It rivals Kimi、Beanbag、XPeng and others today.', listed: true},
    {name: 'with a slash', source: 'It rivals Kimi/Beanbag here.', listed: true},
    {
      name: 'beside an undoubted mistranslation',
      source: 'It rivals Yuezhi Anmian, Beanbag and one more.',
      listed: true
    },
    {name: 'with a short item between', source: 'It rivals Kimi, some new app, Beanbag.', listed: true},
    {name: 'over a wrapped line', source: 'It rivals Kimi,\nBeanbag and one more.', listed: true},
    {name: 'not over a full stop', source: 'It rivals Kimi. Beanbag and one more.', listed: false},
    {name: 'not with a bracket between', source: 'It rivals Kimi (an app), Beanbag.', listed: false},
    {
      name: 'not with a clause between',
      source: 'It rivals Kimi today, as we sat down there upon Beanbag.',
      listed: false
    },
    {name: 'not with jargon', source: 'It has a large model, Beanbag and one more.', listed: false},
    {name: 'not without a separator', source: 'It gives Kimi Beanbag now.', listed: false}
  ])('$name', ({source, listed}) => {
    expect(pull('list', source, 'Beanbag')).toBe(listed ? 1 : 0)
  })

  test('the mates are shown', () => {
    const source = 'It rivals Kimi, Beanbag and XPeng.'
    const [reason] = reasonsOf('list', source, 'Beanbag')
    expect(reason!.text).toBe('listed beside “Kimi”, “XPeng”')
    expect(reason!.spans!.map(({start, end}) => source.slice(start, end))).toEqual(['Kimi', 'XPeng'])
  })
})
