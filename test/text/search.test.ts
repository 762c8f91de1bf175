import {serialize} from 'node:v8'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {foldText} from '../../src/text/fold.js'
import {compileFolded, compileSearch, searchText} from '../../src/text/search.js'
import {isWordEdge} from '../../src/text/word.js'

interface Hit {
  readonly pattern: number
  readonly start: number
  readonly end: number
}

describe('searchText', () => {
  test.each([
    {name: 'finds a word', patterns: ['Beanbag'], text: 'a Beanbag.', found: ['Beanbag']},
    {name: 'in any capitals', patterns: ['Beanbag'], text: 'BEANBAG beanbag', found: ['BEANBAG', 'beanbag']},
    {name: 'not inside a word', patterns: ['bean'], text: 'beans Beanbag soybean 1bean beané', found: []},
    {name: 'between underscores', patterns: ['Beanbag'], text: '_Beanbag_', found: ['Beanbag']},
    {name: 'before a hyphen', patterns: ['Beanbag'], text: 'Beanbag-based', found: ['Beanbag']},
    {name: 'beside a slash and a comma', patterns: ['Beanbag'], text: 'Kimi/Beanbag, x', found: ['Beanbag']},
    {name: 'in “1TP4T” only whole', patterns: ['TP', '4T', '1TP4T'], text: '1TP4T', found: ['1TP4T']},
    {name: 'between Chinese neighbours', patterns: ['Beanbag'], text: '使用Beanbag的', found: ['Beanbag']},
    {name: 'between kana neighbours', patterns: ['Beanbag'], text: 'はBeanbagの', found: ['Beanbag']},
    {name: 'Chinese inside Chinese', patterns: ['豆包'], text: '字节的豆包模型', found: ['豆包']},
    {name: 'a possessive', patterns: ['Beanbag'], text: "Beanbag's Beanbag’s", found: ['Beanbag', 'Beanbag']},
    {
      name: 'a plural possessive',
      patterns: ['Byte Headlines'],
      text: 'Byte Headlines’ app',
      found: ['Byte Headlines']
    },
    {
      name: 'curly for straight quotes',
      patterns: ["Moon's Dark Side"],
      text: 'Moon’s Dark Side',
      found: ['Moon’s Dark Side']
    },
    {
      name: 'a hyphen for a space',
      patterns: ['Zero One'],
      text: 'Zero-One Zero\u2011One',
      found: ['Zero-One', 'Zero\u2011One']
    },
    {name: 'a space for a hyphen', patterns: ['Zero-One'], text: 'Zero One', found: ['Zero One']},
    {name: 'a spaced hyphen', patterns: ['Zero One'], text: 'Zero - One', found: ['Zero - One']},
    {name: 'a no-break space', patterns: ['Zero One'], text: 'Zero\u00a0One', found: ['Zero\u00a0One']},
    {name: 'a run of 8 spaces', patterns: ['a b'], text: `a${' '.repeat(8)}b`, found: [`a${' '.repeat(8)}b`]},
    {name: 'no run of 9', patterns: ['a b'], text: `a${' '.repeat(9)}b`, found: []},
    {
      name: 'a wrapped line',
      patterns: ['a b'],
      text: 'a \nb a\r\nb a\rb',
      found: ['a \nb', 'a\r\nb', 'a\rb']
    },
    {name: 'no second line break', patterns: ['a b'], text: 'a\n\nb a\r\n\r\nb a\r\rb', found: []},
    {name: 'no missing space', patterns: ['Zero One'], text: 'ZeroOne', found: []},
    {name: 'full-width letters', patterns: ['Kimi'], text: 'Ｋｉｍｉ', found: ['Ｋｉｍｉ']},
    {name: 'a soft hyphen inside', patterns: ['Beanbag'], text: 'Bean\u00adbag', found: ['Bean\u00adbag']},
    {name: 'no part before a soft hyphen', patterns: ['Bean'], text: 'Bean\u00adbag', found: []},
    {name: 'after a byte order mark', patterns: ['Bean'], text: '\ufeffBean', found: ['Bean']},
    {
      name: 'zero-width characters around, not as part',
      patterns: ['Bean'],
      text: '\u200bBean\u200b',
      found: ['Bean']
    },
    {name: 'no letter without its mark', patterns: ['Cafe'], text: 'Cafe\u0301', found: []},
    {name: 'the letter with it', patterns: ['Cafe\u0301'], text: 'Cafe\u0301', found: ['Cafe\u0301']},
    {name: 'after an emoji', patterns: ['Bean'], text: '😀Bean😀', found: ['Bean']},
    {name: 'an emoji', patterns: ['😀', '😀 Bean'], text: 'x😀 Bean', found: ['😀', '😀 Bean']},
    {name: 'a dotted capital I', patterns: ['Istanbul'], text: 'İİ İSTANBUL x', found: ['İSTANBUL']},
    {name: 'signs at the ends', patterns: ['.NET', 'C++'], text: 'in .NET, C++.', found: ['.NET', 'C++']},
    {
      name: 'a pattern of signs as text',
      patterns: ['a.b', 'a$&'],
      text: 'axb a.b a$&',
      found: ['a.b', 'a$&']
    },
    {
      name: 'all that begin at one place',
      patterns: ['a', 'a b', 'a b c'],
      text: 'a b c',
      found: ['a', 'a b', 'a b c']
    },
    {name: 'all that overlap', patterns: ['a b', 'b c', 'b'], text: 'a b c', found: ['a b', 'b', 'b c']},
    {name: 'not over a noncharacter', patterns: ['a b'], text: 'a\uffffb a \uffff b', found: []},
    {name: 'not over NUL', patterns: ['ab'], text: 'a\0b', found: []},
    {
      name: 'nothing for patterns that fold to nothing',
      patterns: ['', ' - ', '\u200b'],
      text: ' - \u200b',
      found: []
    },
    {name: 'nothing without patterns', patterns: [], text: 'a b c', found: []}
  ])('$name', ({patterns, text, found}) => {
    expect(search(patterns, text).map(({start, end}) => text.slice(start, end))).toEqual(found)
  })

  test('reports each of several patterns that fold to the same text', () => {
    expect(search(['Zero One', 'x', 'zero-one'], 'Zero One').map(({pattern}) => pattern)).toEqual([0, 2])
  })
})

describe('law', () => {
  // Small and nasty: words that begin alike, every kind of separator, and what is easily cut in two.
  const unit = fc.constantFrom(
    ...[
      'a',
      'b',
      'A',
      'é',
      'e\u0301',
      '1',
      '豆',
      'は',
      '는',
      '𠀀',
      '𝐀',
      '😀',
      '\ud83d',
      '\ude00',
      'İ',
      'Ａ',
      '\0'
    ],
    ...[
      ' ',
      '-',
      '\u2011',
      '\u00a0',
      '\n',
      '\r\n',
      '\r',
      '_',
      "'",
      '’',
      '.',
      '\u00ad',
      '\u200b',
      '\ufeff',
      '\u0301'
    ]
  )
  const pattern = fc.string({unit, minLength: 0, maxLength: 4})
  // So many letters that all others are rare, which the trie holds in another way.
  const crowd = String.fromCharCode(...Array.from({length: 500}, (_, at) => 0x4e00 + at)).repeat(9)
  const patterns = fc
    .tuple(fc.array(pattern, {maxLength: 12}), fc.constantFrom([], [crowd]))
    .map((parts) => parts.flat())
  const text = fc
    .array(fc.oneof(unit, pattern, fc.constantFrom('a', 'b', ' ')), {maxLength: 24})
    .map((parts) => parts.join(''))

  test('agrees with the obvious slow search', () => {
    fc.assert(
      fc.property(patterns, text, (patterns, text) => {
        expect(search(patterns, text)).toEqual(searchSlowly(patterns, text))
      }),
      {numRuns: 400}
    )
  })

  test('agrees with it where patterns are cut from the text', () => {
    const cut = text.chain((text) =>
      fc.record({
        text: fc.constant(text),
        patterns: fc.array(
          fc
            .tuple(fc.nat(text.length), fc.nat(8))
            .map(([start, length]) => text.slice(start, start + length)),
          {maxLength: 8}
        )
      })
    )
    fc.assert(
      fc.property(cut, ({text, patterns}) => {
        expect(search(patterns, text)).toEqual(searchSlowly(patterns, text))
      }),
      {numRuns: 400}
    )
  })

  test('the order of patterns changes nothing', () => {
    fc.assert(
      fc.property(patterns, text, (patterns, text) => {
        const named = (order: readonly string[]): Set<string> =>
          new Set(search(order, text).map(({pattern, start, end}) => `${order[pattern]} ${start} ${end}`))
        expect(named([...patterns].reverse())).toEqual(named(patterns))
      })
    )
  })

  test('texts that are folded already compile to the same', () => {
    fc.assert(
      fc.property(patterns, (patterns) => {
        const folded = [...new Set(patterns.map((pattern) => foldText(pattern)))].filter(
          (text) => text !== ''
        )
        // Compared as bytes: there are too many numbers to be looked at one by one.
        expect(serialize(compileFolded(folded)).equals(serialize(compileSearch(folded)))).toBe(true)
      })
    )
  })

  test('a stored search finds the same', () => {
    const patterns = ['Beanbag', 'Dark Side of the Moon', '豆包']
    const stored = structuredClone(compileSearch(patterns))
    expect(stored).toEqual(compileSearch(patterns))
  })
})

describe('size', () => {
  test('no patterns need next to no trie', () => {
    expect(compileSearch([]).base.length).toBeLessThan(10)
  })

  const random = randomFrom(1)
  const syllables = [
    'zhi',
    'pu',
    'moon',
    'shot',
    'dark',
    'side',
    'bean',
    'bag',
    'ali',
    'tong',
    'yi',
    'star',
    'step'
  ]
  const word = (): string => Array.from({length: 1 + random(3)}, () => syllables[random(13)]).join('')
  const phrase = (): string => Array.from({length: 1 + random(4)}, word).join(' ')
  const chinese = (): string =>
    String.fromCharCode(...Array.from({length: 2 + random(5)}, () => 0x4e00 + random(6000)))

  // The time limit is far above what it takes, and far below what it took when each character was one step.
  test.each([
    {name: '100,000 English patterns', pattern: phrase, count: 100_000},
    {name: '200,000 Chinese patterns', pattern: chinese, count: 200_000}
  ])('$name compile in seconds to less than 20 MB', {timeout: 20_000}, ({pattern, count}) => {
    const compiled = compileSearch(Array.from({length: count}, pattern))
    const bytes = Object.values(compiled).reduce((sum, value) => sum + (value.byteLength ?? 0), 0)
    expect(bytes).toBeLessThan(20e6)
  })
})

function search(patterns: readonly string[], text: string): Hit[] {
  const hits: Hit[] = []
  searchText(compileSearch(patterns), text, (pattern, start, end) => hits.push({pattern, start, end}))
  return hits
}

/** The rules in words, tried on every pattern at every place. */
function searchSlowly(patterns: readonly string[], text: string): Hit[] {
  const zeroWidth = /[\u00ad\u200b\ufeff]/
  const separators = /[\s\-\u2011\u00ad\u200b\ufeff]+/g
  const folded = patterns.map((pattern) => foldText(pattern))
  const isEnd = (unit: string): boolean => zeroWidth.test(unit) || /[\s\-\u2011]/.test(unit)
  const hits: Hit[] = []
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const found = text.slice(start, end)
      if (isEnd(found.charAt(0)) || isEnd(found.charAt(found.length - 1))) continue
      if (!isWordEdge(text, start) || !isWordEdge(text, end)) continue
      const isSpace = (run: string): boolean =>
        run.length <= 8 && (run.match(/\r\n|\r|\n/g) ?? []).length <= 1
      const runs = (found.match(separators) ?? []).filter((run) =>
        /[\s\-\u2011]/.test(run.replace(/\ufeff/g, ''))
      )
      if (!runs.every((run) => isSpace(run.replace(/^[\u00ad\u200b\ufeff]+/, '')))) continue
      folded.forEach((pattern, index) => {
        if (pattern === foldText(found)) hits.push({pattern: index, start, end})
      })
    }
  }
  return hits
}

/** A small repeatable source of numbers below a limit. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48271) % 0x7fffffff
    return state % limit
  }
}
