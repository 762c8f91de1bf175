import fc from 'fast-check'
import {expect, test} from 'vitest'
import {findHunks} from '../../src/text/hunks.js'

const show = (before: string, after: string) =>
  findHunks(before, after).map(
    ({start, end, from, to}) => `${before.slice(start, end)}→${after.slice(from, to)}`
  )

test.each([
  {name: 'nothing', before: 'a b', after: 'a b', is: []},
  {name: 'a word', before: 'Beanbag grew\n', after: 'Doubao grew\n', is: ['Beanbag→Doubao']},
  {name: 'a line put in', before: 'a\nb\n', after: 'a\nnew\nb\n', is: ['→new\n']},
  {name: 'a line taken out', before: 'a\r\nold\r\nb', after: 'a\r\nb', is: ['old\r\n→']},
  {name: 'line ends', before: 'a\r\nb\r\n', after: 'a\nb\n', is: ['\r\n→\n', '\r\n→\n']},
  {name: 'a byte order mark', before: '\uFEFFa b', after: 'a b', is: ['\uFEFF→']}
])('$name became different', ({before, after, is}) => {
  expect(show(before, after)).toEqual(is)
})

test('law: putting the new parts in gives the later text', () => {
  const text = fc
    .array(fc.constantFrom('a', 'Beanbag', ' ', '\n', '\r\n', '豆包', '😀', '.', '\uFEFF'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      let written = ''
      let end = 0
      for (const hunk of findHunks(before, after)) {
        expect(hunk.start).toBeGreaterThanOrEqual(end)
        written += before.slice(end, hunk.start) + after.slice(hunk.from, hunk.to)
        end = hunk.end
      }
      expect(written + before.slice(end)).toBe(after)
    })
  )
})

test('texts that have nothing in common take no time', () => {
  const make = (word: string) =>
    Array.from({length: 20_000}, (_, index) => `${word}${index}${index % 9 ? ' ' : '\n'}`).join('')
  const start = performance.now()
  expect(findHunks(make('a'), make('b')).length).toBeGreaterThan(0)
  expect(findHunks(make('a').replaceAll('\n', ' '), make('b').replaceAll('\n', ' ')).length).toBeGreaterThan(
    0
  )
  expect(performance.now() - start).toBeLessThan(5000)
})
