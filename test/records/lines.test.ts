import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readLines} from '../../src/records/lines.js'

async function collect(chunks: readonly (Uint8Array | string)[], longest = 100) {
  const lines: (string | undefined)[] = []
  const stream = (async function* () {
    yield* chunks
  })()
  for await (const {number, bytes} of readLines(stream, longest)) {
    expect(number).toBe(lines.length + 1)
    lines.push(bytes && new TextDecoder().decode(bytes))
  }
  return lines
}

test.each([
  {name: 'nothing', chunks: [], lines: []},
  {name: 'a last line without an end', chunks: ['a\nb'], lines: ['a', 'b']},
  {name: 'a last line with an end', chunks: ['a\nb\n'], lines: ['a', 'b']},
  {name: 'blank lines', chunks: ['\n\na\n'], lines: ['', '', 'a']},
  {name: 'lines over several chunks', chunks: ['a', 'b', '\nc', 'd\n'], lines: ['ab', 'cd']},
  {name: 'a line end of two characters', chunks: ['a\r', '\nb'], lines: ['a\r', 'b']},
  {name: 'an empty chunk', chunks: ['a', '', 'b'], lines: ['ab']}
])('$name', async ({chunks, lines}) => {
  expect(await collect(chunks)).toEqual(lines)
})

test('of a line that is too long only the number comes back, the next one is read', async () => {
  expect(await collect(['12345\n123456\n12', '3456', '7\n1\n', '123456'], 5)).toEqual([
    '12345',
    undefined,
    undefined,
    '1',
    undefined
  ])
})

test('law: lines are the same however the stream is cut', async () => {
  const text = fc.string({unit: fc.constantFrom('a', '豆', '😀', '\n'), maxLength: 40})
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(40)), async (whole, cuts) => {
      const bytes = new TextEncoder().encode(whole)
      const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
      const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
      const lines = whole.split('\n')
      if (lines.at(-1) === '') lines.pop()
      expect(await collect(chunks, 1000)).toEqual(lines)
    })
  )
})
