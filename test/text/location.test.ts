import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createLocator} from '../../src/text/location.js'

describe('pointAt', () => {
  test.each([
    {name: 'the start is 1:1', source: '', offset: 0, line: 1, column: 1},
    {name: 'a line feed ends a line', source: 'a\nb', offset: 2, line: 2, column: 1},
    {name: 'a line end belongs to its line', source: 'a\nb', offset: 1, line: 1, column: 2},
    {name: 'CRLF is one line end', source: 'a\r\nb', offset: 3, line: 2, column: 1},
    {name: 'the middle of CRLF is on the line it ends', source: 'a\r\nb', offset: 2, line: 1, column: 3},
    {name: 'a lone carriage return ends a line', source: 'a\rb', offset: 2, line: 2, column: 1},
    {
      name: 'the end after a last line end is a line of its own',
      source: 'a\n',
      offset: 2,
      line: 2,
      column: 1
    },
    {name: 'an emoji is two columns', source: '😀b', offset: 2, line: 1, column: 3},
    {name: 'a byte order mark is a column', source: '\ufeffa', offset: 1, line: 1, column: 2},
    {name: 'U+2028 ends no line', source: 'a\u2028b', offset: 2, line: 1, column: 3}
  ])('$name', ({source, offset, line, column}) => {
    expect(createLocator(source).pointAt(offset)).toEqual({line, column})
  })

  test.each([
    {unit: 'utf16', column: 6},
    {unit: 'utf8', column: 11},
    {unit: 'codePoint', column: 5}
  ] as const)('counts columns in $unit', ({unit, column}) => {
    expect(createLocator('x\n豆é😀a').pointAt(7, unit)).toEqual({line: 2, column})
  })

  test.each([-1, 4, Number.NaN])('refuses %d in a text of three units', (offset) => {
    expect(() => createLocator('abc').pointAt(offset)).toThrow(RangeError)
  })
})

describe('offsetAt', () => {
  test.each([
    {name: 'a column beyond the line is its end', source: 'ab\r\ncd', line: 1, column: 9, offset: 2},
    {name: 'so on the last line', source: 'ab\r\ncd', line: 2, column: 9, offset: 6}
  ])('$name', ({source, line, column, offset}) => {
    expect(createLocator(source).offsetAt({line, column})).toBe(offset)
  })

  test.each([
    {line: 3, column: 1},
    {line: 0, column: 1},
    {line: 1, column: 0}
  ])('refuses $line:$column in two lines', (point) => {
    expect(() => createLocator('a\nb').offsetAt(point)).toThrow(RangeError)
  })
})

describe('law', () => {
  const source = fc.string({unit: fc.constantFrom('a', '豆', '😀', '\n', '\r', '\r\n', '\ufeff')})

  test('the offset of a point is the offset that it was made from, line ends apart', () => {
    fc.assert(
      fc.property(source, (text) => {
        const locator = createLocator(text)
        for (let offset = 0; offset <= text.length; offset++) {
          const isInsideCrlf = text.slice(offset - 1, offset + 1) === '\r\n'
          const expected = isInsideCrlf ? offset - 1 : offset
          expect(locator.offsetAt(locator.pointAt(offset))).toBe(expected)
        }
      })
    )
  })

  test('columns in bytes agree with the encoder', () => {
    fc.assert(
      fc.property(source, (text) => {
        const lines = text.split(/\r\n?|\n/)
        const end = createLocator(text).pointAt(text.length, 'utf8')
        expect(end).toEqual({line: lines.length, column: 1 + new TextEncoder().encode(lines.at(-1)).length})
      })
    )
  })
})
