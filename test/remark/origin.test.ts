// Changes of mended text, said as changes of the file.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyEdits} from '../../src/edit/apply.js'
import type {Edit} from '../../src/model.js'
import {traceBack} from '../../src/remark/origin.js'

const source = 'one two three'
const edits: Edit[] = [
  {range: {start: 0, end: 3}, expected: 'one', replacement: '1'},
  {range: {start: 4, end: 7}, expected: 'two', replacement: 'seven'}
]
const pass = {output: '1 seven three', edits}

describe('one pass', () => {
  test.each([
    {name: 'behind the edits', at: 'three', before: 'three', texts: ['X']},
    {name: 'between them', at: ' ', before: ' ', texts: ['X']},
    {name: 'a whole edit', at: 'seven', before: 'two', texts: ['X']},
    {name: 'a part of an edit', at: 'eve', before: 'two', texts: ['sXn']},
    {name: 'over an edge', at: 'n th', before: 'two th', texts: ['seveX']}
  ])('$name', ({at, before, texts}) => {
    const start = pass.output.indexOf(at)
    const traced = traceBack({range: {start, end: start + at.length}, texts: ['X']}, [pass])
    expect(source.slice(traced.range.start, traced.range.end)).toBe(before)
    expect(traced.texts).toEqual(texts)
  })
})

test('law: over several passes, the change of the file and all edits elsewhere give the same text', () => {
  const text = fc.string({unit: fc.constantFrom(...'ab 豆😀'), maxLength: 4})
  const cuts = fc.array(fc.tuple(fc.nat(20), fc.nat(3), text), {maxLength: 3})
  const makeEdits = (from: string, raw: readonly (readonly [number, number, string])[]): Edit[] => {
    let end = 0
    return [...raw]
      .sort((a, b) => a[0] - b[0])
      .flatMap(([at, length, replacement]) => {
        const range = {start: Math.min(at, from.length), end: Math.min(at + length + 1, from.length)}
        if (range.start < end || range.start === range.end) return []
        end = range.end + 1
        return [{range, expected: from.slice(range.start, range.end), replacement}]
      })
  }
  fc.assert(
    fc.property(
      fc.string({minLength: 8, maxLength: 20}),
      cuts,
      fc.nat(20),
      fc.nat(4),
      (before, raw, at, length) => {
        const made = makeEdits(before, raw)
        const output = applyEdits(before, made)
        const start = Math.min(at, Math.max(0, output.length - 1))
        const end = Math.min(start + length + 1, output.length)
        if (start >= end) return
        const traced = traceBack({range: {start, end}, texts: ['X']}, [{output, edits: made}])
        const others = made.filter(
          ({range}) => range.end <= traced.range.start || range.start >= traced.range.end
        )
        const edit = {
          range: traced.range,
          expected: before.slice(traced.range.start, traced.range.end),
          replacement: traced.texts[0]!
        }
        const all = [...others, edit].sort((a, b) => a.range.start - b.range.start)
        expect(applyEdits(before, all)).toBe(`${output.slice(0, start)}X${output.slice(end)}`)
      }
    )
  )
})
