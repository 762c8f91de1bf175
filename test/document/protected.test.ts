import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {certainKinds, findCertain} from '../../src/document/protected.js'
import {showBlocks} from './show.js'

describe('what is certainly no prose is protected', () => {
  test.each([
    'see ‹ftp://e.com/Beanbag›, please',
    '‹https://e.com/Beanbag?q=Moon#x›。豆包',
    '(‹https://e.com/a(b)c›)',
    '‹www.Beanbag.com/Moon›',
    '‹WWW.Beanbag.COM›, as old browsers have it',
    'write to ‹beanbag@e.com›.',
    '‹mailto:beanbag@e.com›',
    'on ‹github.com/Beanbag/moon› today',
    'on ‹t.me/Beanbag›',
    'at ‹beanbag.com›, ‹open.beanbag.cn›.',
    'in ‹index.html› and ‹Beanbag.pdf› and ‹main.js›',
    'in ‹/usr/bin/beanbag› and ‹./beanbag› and ‹~/moon/x.y›',
    'in ‹C:\\Users\\Beanbag›',
    'by ‹@Beanbag_AI›, ‹@moon/beanbag›',
    String.raw`so ‹$x = \text{Beanbag}$› holds`,
    'commit ‹3f786850e387550fdab836ed7e6dc881de23001b›',
    'a draft: ‹{~~Beanbag~>Doubao~~}›, ‹{--Beanbag --}› gone, {++Beanbag++} new',
    '{==Beanbag==}‹{>>Beanbag, the app?<<}› grew'
  ])('%s', (shown) => {
    expect(showBlocks(shown.replace(/[‹›]/g, ''), 'text')).toEqual([`line: ${shown}`])
  })
})

test('the grammar has read the marks of a draft as its own', () => {
  expect(showBlocks('The app {~~Beanbag~>Doubao~~} grew.', 'markdown')).toEqual([
    'paragraph: The app ‹{Beanbag~>Doubao}› grew.'
  ])
})

describe('what only looks like it stays prose', () => {
  test.each([
    ...[
      'JD.com and Ele.me and 01.AI',
      'Node.js',
      'Beanbag.The next',
      'Beanbag/Kimi and/or 24/7',
      'the U.S. e.g./i.e.'
    ],
    ...[
      '#Beanbag',
      '豆包。Beanbag',
      '5:30',
      'GPT-4.5',
      '2024',
      'Q3 @ 5',
      'a 1234567 b',
      'v1.2.3',
      'defaced facade'
    ],
    ...['{Beanbag} -- {Kimi}', '{"Beanbag": "Kimi"} ~> x', '{--Beanbag', 'a >> b << c', '{{ Beanbag }} --}'],
    ...['Ele.me/Meituan', 'I/O', '(s)/he', 'Beanbag raised $5 billion and Kimi $6 billion']
  ])('%s', (text) => {
    expect(showBlocks(text, 'text')).toEqual([`line: ${text}`])
  })
})

/** Units under any kind of thing, each looked for in the whole text. */
function findPlainly(text: string): Set<number> {
  const ranges = certainKinds.flatMap(({pattern}) =>
    [...text.matchAll(pattern)].map((match) => ({start: match.index, end: match.index + match[0].length}))
  )
  return unitsOf(ranges)
}

function unitsOf(ranges: readonly {readonly start: number; readonly end: number}[]): Set<number> {
  return new Set(
    ranges.flatMap(({start, end}) => Array.from({length: end - start}, (_, index) => start + index))
  )
}

test('law: looking at words with a sign finds what looking everywhere finds', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b2',
      'W',
      'www',
      'WWW',
      'http',
      'mailto:',
      'com',
      'cn',
      'md',
      '7z',
      'JS',
      'js',
      'c3d4e5f',
      '1234567',
      'C'
    ],
    ...[
      '.',
      '..',
      '/',
      '//',
      ':',
      '@',
      '\\',
      '$',
      '~',
      '-',
      '_',
      '^',
      '(',
      ')',
      '"',
      '豆包',
      '😀',
      '。',
      '\uFFFC'
    ],
    ...[' ', ' ', ' ', '\n', '\t', '\r\n', '\u00a0', '\u3000', '\0', '\x01']
  )
  const text = fc.array(piece, {maxLength: 24}).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, (words) => {
      expect(unitsOf(findCertain(words))).toEqual(findPlainly(words))
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 3000)}
  )
})

test('the text of a link that is a URL is protected', () => {
  expect(showBlocks('[https://e.com/Beanbag](https://e.com)')).toEqual(['paragraph: ‹https://e.com/Beanbag›'])
})

test.each(['a', 'a.', 'a/', '/a', '@a', '-', 'f1', 'name://', 'c:\\', 'a@', '.a', '\\\\', '$a'])(
  '100 KB of %j are read fast',
  (piece) => {
    const start = performance.now()
    showBlocks(piece.repeat(100_000 / piece.length), 'text')
    expect(performance.now() - start).toBeLessThan(2000)
  }
)
