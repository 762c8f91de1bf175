import fc from 'fast-check'
import {expect, test} from 'vitest'
import {selectLongest} from '../../src/match/select.js'
import {type Range, rangesOverlap} from '../../src/text/range.js'

test.each([
  {
    name: 'the longer one wins at one start',
    ranges: [
      [0, 3],
      [0, 9]
    ],
    kept: [[0, 9]]
  },
  {
    name: 'the earlier one wins where two cross',
    ranges: [
      [2, 9],
      [0, 3]
    ],
    kept: [[0, 3]]
  },
  {
    name: 'one inside another loses',
    ranges: [
      [0, 9],
      [2, 4]
    ],
    kept: [[0, 9]]
  },
  {
    name: 'ranges that touch both stay',
    ranges: [
      [3, 6],
      [0, 3]
    ],
    kept: [
      [0, 3],
      [3, 6]
    ]
  },
  {
    name: 'a loser shields nobody',
    ranges: [
      [0, 4],
      [2, 6],
      [5, 8]
    ],
    kept: [
      [0, 4],
      [5, 8]
    ]
  }
])('$name', ({ranges, kept}) => {
  expect(selectLongest(ranges.map(toRange)).map(toPair)).toEqual(kept)
})

test('law: no two winners overlap, and whoever lost overlaps a winner that starts no later', () => {
  const range = fc
    .tuple(fc.nat(20), fc.integer({min: 1, max: 6}))
    .map(([start, length]) => toRange([start, start + length]))
  fc.assert(
    fc.property(fc.uniqueArray(range, {selector: ({start, end}) => `${start} ${end}`}), (ranges) => {
      const winners = selectLongest(ranges)
      for (const candidate of ranges) {
        const rivals = winners.filter((winner) => rangesOverlap(winner, candidate))
        expect(rivals).toContainEqual(winners.includes(candidate) ? candidate : expect.anything())
        expect(rivals[0]!.start).toBeLessThanOrEqual(candidate.start)
        if (winners.includes(candidate)) expect(rivals).toEqual([candidate])
      }
    })
  )
})

function toRange([start, end]: readonly number[]): Range {
  return {start: start!, end: end!}
}

function toPair({start, end}: Range): readonly number[] {
  return [start, end]
}
