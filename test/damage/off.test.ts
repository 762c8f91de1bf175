import {expect, test} from 'vitest'
import {damageRuleIds, repairDamage} from '../../src/damage/repair.js'
import {documentOf} from '../support/document.js'

test('a rule that is switched off finds nothing, and hides nothing that another finds', () => {
  const document = documentOf('They dont say, in 2011 Year of 8 month 6 Japan , why.')
  const rulesOf = (...off: string[]) => new Set(repairDamage(document, new Set(off)).map(({rule}) => rule))
  expect(rulesOf()).toContain('apostrophe-lost')
  expect(rulesOf('apostrophe-lost')).toEqual(new Set([...rulesOf()].filter((id) => id !== 'apostrophe-lost')))
  expect(rulesOf(...damageRuleIds)).toEqual(new Set())
})
