import fc from 'fast-check'
import {expect, test} from 'vitest'
import {claimsOf} from '../../src/glossary/claim.js'
import {compareText} from '../../src/glossary/problem.js'
import {roleBits, tabulateClaims} from '../../src/glossary/tabulate.js'
import type {Entry, SurfaceUse} from '../../src/model.js'
import {foldText} from '../../src/text/fold.js'
import {packOf} from './entries.js'

// Few texts that differ in what folding levels, so that many claims meet.
const anyText = fc.constantFrom('A', 'a', 'the A', 'A b', 'a-B', 'A  B', '豆包', '!', '-', '–', '“a”', "'A'")
const anyTexts = fc.array(anyText, {maxLength: 3})
const anyEntries = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'b-a', 'c', 'd'),
      term: anyText,
      source: anyTexts,
      variants: anyTexts,
      mistranslations: anyTexts,
      exceptions: anyTexts
    }),
    {selector: ({id}) => id, maxLength: 4}
  )
  .map((entries) => packOf(JSON.stringify({entries})).entries)
  .map((entries) => [...entries].sort((a, b) => compareText(a.id, b.id)))

test('claims in numbers are the claims brought together in the plain way', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const table = tabulateClaims(entries)
      const claims = entries.flatMap(claimsOf)
      expect([...table.claimStarts]).toEqual([
        0,
        ...entries.map((_, index) => entries.slice(0, index + 1).flatMap(claimsOf).length)
      ])
      const surfaces = table.keys.map((key, surface) => ({
        key,
        text: table.texts[surface],
        roles: table.roles[surface],
        claims: [...table.claims.subarray(table.surfaceStarts[surface], table.surfaceStarts[surface + 1])]
      }))
      expect(surfaces).toEqual(groupSlowly(entries))
      expect(table.surfaceStarts.at(-1)).toBe(claims.filter(({text}) => foldText(text) !== '').length)
    })
  )
})

function groupSlowly(entries: readonly Entry[]) {
  const claims = entries
    .flatMap(claimsOf)
    .map((claim, number) => ({...claim, number, key: foldText(claim.text)}))
  const keys = [...new Set(claims.map(({key}) => key))].filter((key) => key !== '').sort(compareText)
  return keys.map((key) => {
    const group = claims.filter((claim) => claim.key === key)
    const roles = new Set(group.map(({use}) => roleBits[use.role]))
    return {
      key,
      text: group[0]?.text,
      roles: [...roles].reduce((sum, bit) => sum + bit, 0),
      claims: group.sort((a, b) => compareUses(a.use, b.use)).map(({number}) => number)
    }
  })
}

function compareUses(a: SurfaceUse, b: SurfaceUse): number {
  const textOf = (use: SurfaceUse) => (use.role === 'mistranslation' ? use.mistranslation.text : '')
  return (
    compareText(a.entry.id, b.entry.id) || compareText(a.role, b.role) || compareText(textOf(a), textOf(b))
  )
}
