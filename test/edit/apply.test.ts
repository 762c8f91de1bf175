// Writing edits and taking them back.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyEdits, invertEdits, StaleEditError} from '../../src/edit/apply.js'
import type {Edit} from '../../src/model.js'

/** Make an edit of a source. */
function editOf(source: string, start: number, end: number, replacement: string): Edit {
  return {range: {start, end}, expected: source.slice(start, end), replacement}
}

/** A source with edits of it in order; they may touch, be empty, split surrogate pairs. */
const sourceAndEdits = fc
  .tuple(
    fc.string({unit: 'binary'}),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({unit: 'binary', maxLength: 4})), {maxLength: 6})
  )
  .map(([source, raw]) => {
    const bounds = raw.flatMap(([a, b]) => [a, b].map((at) => at % (source.length + 1))).sort((a, b) => a - b)
    const edits = raw.map(([, , text], index) =>
      editOf(source, bounds[2 * index]!, bounds[2 * index + 1]!, text)
    )
    return {source, edits}
  })

describe('applyEdits', () => {
  test.each([
    {name: 'no edits change nothing', source: '\uFEFFa\r\n', edits: [], output: '\uFEFFa\r\n'},
    {name: 'offsets count UTF-16 units', source: '😀豆包', edits: [[2, 4, 'Doubao']], output: '😀Doubao'},
    {
      name: 'edits that touch both apply',
      source: 'abcd',
      edits: [
        [0, 2, 'X'],
        [2, 4, 'Y']
      ],
      output: 'XY'
    },
    {
      name: 'an insertion may touch a replacement',
      source: 'ab',
      edits: [
        [1, 1, '-'],
        [1, 2, 'X']
      ],
      output: 'a-X'
    },
    {name: 'replacement patterns are text', source: 'a', edits: [[0, 1, '$& $1 $$']], output: '$& $1 $$'}
  ] as const)('$name', ({source, edits, output}) => {
    expect(
      applyEdits(
        source,
        edits.map(([start, end, text]) => editOf(source, start, end, text))
      )
    ).toBe(output)
  })

  test('a source that changed is refused, with what was found', () => {
    const edit = editOf('Beanbag', 0, 4, 'Dou')
    const apply = (): string => applyEdits('Peanbag', [edit])
    expect(apply).toThrow(StaleEditError)
    expect(apply).toThrow('Expected `Bean` at 0, found `Pean`; check the file again')
  })

  test('edits that overlap or are out of order are refused', () => {
    const edits = [editOf('abc', 0, 2, 'x'), editOf('abc', 1, 3, 'y')]
    expect(() => applyEdits('abc', edits)).toThrow(RangeError)
    expect(() => invertEdits('abc', edits)).toThrow(RangeError)
  })

  test('law: edits applied at once are edits applied from the end, one by one', () => {
    fc.assert(
      fc.property(sourceAndEdits, ({source, edits}) => {
        const oneByOne = edits.reduceRight(
          (text, {range, replacement}) => text.slice(0, range.start) + replacement + text.slice(range.end),
          source
        )
        expect(applyEdits(source, edits)).toBe(oneByOne)
      })
    )
  })

  test('law: inverse edits restore the source', () => {
    fc.assert(
      fc.property(sourceAndEdits, ({source, edits}) => {
        expect(applyEdits(applyEdits(source, edits), invertEdits(source, edits))).toBe(source)
      })
    )
  })
})
