// Looking up in sorted lists.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {lowerBound} from '../../src/text/sorted.js'

test('law: it finds what a look at each item finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(22), (numbers, least) => {
      const sorted = numbers.sort((a, b) => a - b)
      const first = sorted.findIndex((number) => number >= least)
      expect(lowerBound(sorted, (number) => number, least)).toBe(first < 0 ? sorted.length : first)
    })
  )
})
