import fc from 'fast-check'
import {expect, test} from 'vitest'
import {DecodeError, type DecodeProblem, decodeSource, encodeSource} from '../../src/text/decode.js'

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]

test.each([
  {name: 'plain text', bytes: utf8('Beanbag\r\n豆包 😀'), text: 'Beanbag\r\n豆包 😀'},
  {name: 'a byte order mark, kept', bytes: [0xef, 0xbb, 0xbf, 0x61], text: '\ufeffa'},
  {name: 'nothing', bytes: [], text: ''},
  {name: 'a text with a stray NUL', bytes: utf8('a long line\0 and more'), text: 'a long line\0 and more'},
  {name: 'NULs after the first 8 KB', bytes: utf8(`${'a'.repeat(8192)}\0\0`), text: `${'a'.repeat(8192)}\0\0`}
])('decodes $name', ({bytes, text}) => {
  expect(decodeSource(Uint8Array.from(bytes))).toBe(text)
})

test.each<{name: string; bytes: number[]; problem: DecodeProblem; offset: number}>([
  {name: 'a byte that UTF-8 never has', bytes: [...utf8('豆a'), 0xff, 0x61], problem: 'invalid', offset: 4},
  {name: 'Latin-1', bytes: [0x63, 0x61, 0x66, 0xe9, 0x0a, 0x61], problem: 'invalid', offset: 4},
  {name: 'a character cut off at the end', bytes: [0x61, 0xe8, 0xb1], problem: 'invalid', offset: 3},
  {name: 'a surrogate in three bytes', bytes: [0xed, 0xa0, 0x80], problem: 'invalid', offset: 1},
  {name: 'UTF-16 with its mark', bytes: [0xff, 0xfe, 0x61, 0], problem: 'utf16', offset: 0},
  {name: 'UTF-16 without a mark', bytes: [0x61, 0, 0x62, 0], problem: 'binary', offset: 1},
  {
    name: 'an image',
    bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0],
    problem: 'binary',
    offset: 8
  }
])('refuses $name', ({bytes, problem, offset}) => {
  const error = catchError(() => decodeSource(Uint8Array.from(bytes)))
  expect(error).toBeInstanceOf(DecodeError)
  expect(error).toMatchObject({problem, offset})
})

test('law: what is decoded encodes to the same bytes', () => {
  const text = fc.string({unit: 'binary'}).map((string) => new TextEncoder().encode(string))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), text), (bytes) => {
      const source = catchError(() => decodeSource(bytes))
      if (typeof source === 'string') expect(encodeSource(source)).toEqual(bytes)
      else expect(source).toBeInstanceOf(DecodeError)
    })
  )
})

/** What a call returns or throws. */
function catchError(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error
  }
}
