import fc from 'fast-check'
import {expect, test} from 'vitest'
import {allProse, type PieceOfText, placePieces} from '../../src/document/places.js'

/** Pieces with gaps between them. */
const pieces = fc
  .array(fc.tuple(fc.nat({max: 5}), fc.integer({min: 1, max: 6}), fc.boolean()), {minLength: 1, maxLength: 6})
  .chain((shapes) => fc.tuple(fc.constant(shapes), fc.constantFrom(0, 7, 5000, 1 << 20, 1 << 21)))
  .map(([shapes, first]) => {
    let place = first
    return shapes.map(([gap, length, isAtom]): PieceOfText => {
      const start = place + gap
      place = start + (isAtom ? length + 1 : length)
      return {text: '豆'.repeat(length), range: {start, end: place}, isAtom}
    })
  })

test('law: an atom stands for its whole range, and any other unit for one unit', () => {
  fc.assert(
    fc.property(pieces, (list) => {
      const expected = list.flatMap(({text, range, isAtom}) =>
        [...text].map((_, index) =>
          isAtom ? range : {start: range.start + index, end: range.start + index + 1}
        )
      )
      const {starts, ends} = placePieces(list, expected.length)
      expect([...starts]).toEqual(expected.map(({start}) => start))
      expect([...ends]).toEqual(expected.map(({end}) => end))
    })
  )
})

test('places already given stay as they are when longer texts come', () => {
  const place = (start: number, length: number) =>
    placePieces([{text: 'a'.repeat(length), range: {start, end: start + length}, isAtom: false}], length)
  const early = place(3, 4)
  place(100_000, 50)
  place((1 << 20) - 5, 20)
  expect([...early.starts, ...early.ends]).toEqual([3, 4, 5, 6, 4, 5, 6, 7])
})

test.each([0, 1, 1000, (1 << 20) + 1])('%i units of prose', (length) => {
  const kinds = allProse(length)
  expect(kinds).toHaveLength(length)
  expect(kinds.every((kind) => kind === 0)).toBe(true)
})
