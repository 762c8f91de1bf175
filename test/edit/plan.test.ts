// What a document reads like after findings are written into it.
import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {planEdits} from '../../src/edit/plan.js'
import type {Document} from '../../src/model.js'
import {findingAt, replaceIn} from './make.js'

const names: Readonly<Record<string, string>> = {
  'Dark Side of the Moon': 'Moonshot AI',
  'Intelligent spectrum AI': 'Zhipu AI',
  'wisdom spectrum': 'Zhipu',
  Beanbag: 'Doubao'
}

describe('prose', () => {
  test.each([
    {name: 'plain words', source: 'Ask Beanbag.', output: 'Ask Doubao.'},
    {name: 'after an emoji and a byte order mark', source: '\uFEFF😀 Beanbag', output: '\uFEFF😀 Doubao'},
    {name: 'between Chinese', source: '使用Beanbag吧', output: '使用Doubao吧'},
    {
      name: 'carriage returns stay',
      source: 'a\r\n\r\nBeanbag  \r\nb\r\n',
      output: 'a\r\n\r\nDoubao  \r\nb\r\n'
    },
    {
      name: 'a wrapped line in a quote',
      source: '> the Dark Side\n> of the Moon rises',
      output: '> the Moonshot AI rises'
    },
    {
      name: 'a wrapped line in a list in a quote',
      source: '> - the Dark Side of\n>   the Moon rises\n>   now',
      output: '> - the Moonshot AI rises\n>   now'
    },
    {
      name: 'a wrap beside a word that stays',
      source: 'the Intelligent spectrum\nAI model',
      output: 'the Zhipu\nAI model'
    },
    {name: 'entities', source: 'Dark&nbsp;Side of the Moon &amp; more', output: 'Moonshot AI &amp; more'},
    {
      name: 'a table cell',
      source: '| a \\| Beanbag | b |\n|-|-|\n| Beanbag | `x` |',
      output: '| a \\| Doubao | b |\n|-|-|\n| Doubao | `x` |'
    }
  ])('$name', ({source, output}) => {
    const outcome = replaceIn(source, names)
    expect(outcome.output).toBe(output)
    expect(outcome.plan.refused).toEqual([])
  })
})

describe('emphasis and links', () => {
  test.each([
    {name: 'emphasis around the whole', source: '_Beanbag_ grows', output: '_Doubao_ grows'},
    {name: 'the marked part keeps the words', source: '**Dark Side** of the Moon', output: '**Moonshot AI**'},
    {
      name: 'marks, a wrap and a quote',
      source: '> see **Intelligent\n> spectrum** AI',
      output: '> see **Zhipu** AI'
    },
    {
      name: 'a mark that reaches further',
      source: '**the Dark Side** of the Moon',
      output: '**the Moonshot AI**'
    },
    {name: 'a nested mark goes', source: '*see **Dark** Side of the Moon*', output: '*see **Moonshot AI***'},
    {
      name: 'a link is never emptied',
      source: 'The *wisdom* [spectrum](/u) is',
      output: 'The [Zhipu](/u) is'
    },
    {
      name: 'a link takes words from outside',
      source: 'Dark [Side](/u) of the Moon',
      output: '[Moonshot AI](/u)'
    },
    {
      name: 'nested marks that are emptied go',
      source: 'Dark Side ***of** the Moon*',
      output: '*Moonshot AI*'
    },
    {name: 'a link around marks', source: '[**Dark Side** of the Moon](/u)', output: '[**Moonshot AI**](/u)'},
    {
      name: 'a mark that could not close there goes',
      source: '_Dark Side_ of the Moonlight',
      output: 'Moonshot AIlight'
    }
  ])('$name', ({source, output}) => {
    expect(replaceIn(source, names).output).toBe(output)
  })

  test('two links that would both be emptied are refused', () => {
    const {output, plan} = replaceIn('The [wisdom](/a) [spectrum](/u) is', names)
    expect(output).toBe('The [wisdom](/a) [spectrum](/u) is')
    expect(plan.refused[0]!.reason).toMatch(/two links/)
  })
})

describe('what hangs on the words', () => {
  test.each([
    {
      name: 'a shortcut reference keeps its definition',
      source: '[Beanbag] grows\n\n[beanbag]: /u',
      output: '[Doubao][Beanbag] grows\n\n[beanbag]: /u'
    },
    {
      name: 'a collapsed reference',
      source: '[*Beanbag* app][] grows\n\n[*beanbag* app]: /u',
      output: '[*Doubao* app][*Beanbag* app] grows\n\n[*beanbag* app]: /u'
    },
    {
      name: 'two findings in one label',
      source: '[Beanbag and Beanbag]\n\n[Beanbag and Beanbag]: /u',
      output: '[Doubao and Doubao][Beanbag and Beanbag]\n\n[Beanbag and Beanbag]: /u'
    },
    {
      name: 'a wrapped label in a quote',
      source: '> [Dark Side\n> of the Moon]\n\n[Dark side of the moon]: /u',
      output: '> [Moonshot AI][Dark Side of the Moon]\n\n[Dark side of the moon]: /u'
    },
    {
      name: 'a label that the words leave',
      source: '[see Dark Side] of the Moon\n\n[see dark side]: /u',
      output: '[see Moonshot AI][see Dark Side]\n\n[see dark side]: /u'
    },
    {
      name: 'a full reference needs nothing',
      source: '[Beanbag][b]\n\n[b]: /u',
      output: '[Doubao][b]\n\n[b]: /u'
    },
    {
      name: 'a heading takes its links along',
      source: '# Beanbag grows\n\n[a](#beanbag-grows "Beanbag") [b][]\n\n[b]: #beanbag-grows',
      output: '# Doubao grows\n\n[a](#doubao-grows "Doubao") [b][]\n\n[b]: #doubao-grows'
    },
    {
      name: 'numbered anchors are counted over the page',
      source: '# Beanbag\n\n## Doubao\n\n## Beanbag\n\n[a](#beanbag) [b](#doubao) [c](#beanbag-1)',
      output: '# Doubao\n\n## Doubao\n\n## Doubao\n\n[a](#doubao) [b](#doubao-1) [c](#doubao-2)'
    },
    {
      name: 'an anchor of the heading’s own stays',
      source: '# Beanbag {#beanbag}\n\n[a](#beanbag)',
      output: '# Doubao {#beanbag}\n\n[a](#beanbag)'
    },
    {
      name: 'an anchor that an element has stays',
      source: '# Beanbag\n\n<a id="beanbag"></a>[a](#beanbag)',
      output: '# Doubao\n\n<a id="beanbag"></a>[a](#beanbag)'
    },
    {
      name: 'Chinese in anchors, written with escapes',
      source: '# Beanbag 豆包\n\n[a](#beanbag-%E8%B1%86%E5%8C%85) [b](#beanbag-豆包)',
      output: '# Doubao 豆包\n\n[a](#doubao-%E8%B1%86%E5%8C%85) [b](#doubao-豆包)'
    },
    {
      name: 'a link whose edge the words cross',
      source: '# Dark Side of the Moon\n\n[Dark Side](#dark-side-of-the-moon) of the Moon',
      output: '# Moonshot AI\n\n[Moonshot AI](#moonshot-ai)'
    },
    {
      name: 'a title and an image’s text',
      source: '![a Beanbag](/u "the Beanbag") [x](/u (Beanbag))',
      output: '![a Doubao](/u "the Doubao") [x](/u (Doubao))'
    }
  ])('$name', ({source, output}) => {
    const outcome = replaceIn(source, names)
    expect(outcome.plan.refused).toEqual([])
    expect(outcome.output).toBe(output)
  })
})

describe('new words that look like markup', () => {
  test.each([
    {name: 'a bare domain is no autolink', to: 'JD.com', output: 'JD.com'},
    {name: 'nor is a name with a dot', to: '01.AI', output: '01.AI'},
    {name: 'www. would be one', to: 'www.jd.com', output: 'www\\.jd.com'},
    {name: 'a scheme would', to: 'http://jd.com', output: 'http\\://jd.com'},
    {name: 'an e-mail address would', to: 'a@jd.com', output: 'a\\@jd.com'},
    {name: 'a number opens a list', to: '1. FC', output: '1\\. FC'},
    {name: 'a sign opens a heading', to: '# x', output: '\\# x'},
    {name: 'a plus opens an item', to: '+ x', output: '\\+ x'},
    {name: 'a lone star is no emphasis', to: 'Q*', output: 'Q*'},
    {name: 'two are', to: '*Q*', output: '\\*Q\\*'},
    {name: 'underscores in a word are none', to: 'a_b_c', output: 'a_b_c'},
    {name: 'brackets', to: 'A [B]', output: 'A \\[B\\]'},
    {name: 'an entity', to: 'A&amp;B', output: 'A\\&amp;B'},
    {name: 'an ampersand alone', to: 'AT&T', output: 'AT&T'},
    {name: 'a tag', to: '<b>x</b>', output: '\\<b>x\\</b>'},
    {name: 'less than', to: 'a < b', output: 'a < b'},
    {name: 'a replacement pattern', to: '$& $1', output: '$& $1'},
    {name: 'a backslash', to: 'a\\', output: 'a\\\\'},
    {name: 'line ends read as spaces', to: 'a\r\nb', output: 'a b'}
  ])('$name', ({to, output}) => {
    const outcome = replaceIn('Beanbag', {Beanbag: to})
    expect(outcome.plan.refused).toEqual([])
    expect(outcome.output).toBe(output)
  })

  test.each([
    {name: 'a pipe in a table', source: '| Beanbag |\n|-|', to: 'a|b', output: '| a\\|b |\n|-|'},
    {name: 'a pipe elsewhere', source: 'Beanbag', to: 'a|b', output: 'a|b'},
    {name: 'a cell without a pipe in front', source: 'Beanbag | b\n-|-', to: '# x', output: '\\# x | b\n-|-'},
    {name: 'a number in a heading', source: '# Beanbag', to: '1. FC', output: '# 1. FC'},
    {name: 'a sign at the end of a heading', source: '# x Beanbag', to: '#', output: '# x \\#'},
    {
      name: 'an exclamation mark before a link',
      source: 'Beanbag[a](b)',
      to: 'Yahoo!',
      output: 'Yahoo\\![a](b)'
    },
    {
      name: 'quotes in a title',
      source: '[a](b "Beanbag")',
      to: 'x "y" *z*',
      output: '[a](b "x \\"y\\" *z*")'
    },
    {name: 'brackets in a title', source: '[a](b (Beanbag))', to: 'x (y)', output: '[a](b (x \\(y\\)))'},
    {name: 'brackets in an image’s text', source: '![Beanbag](b)', to: ']', output: '![\\]](b)'},
    {name: 'a partner that stands elsewhere', source: 'Beanbag *', to: 'Q*', output: 'Q\\* *'}
  ])('$name', ({source, to, output}) => {
    expect(replaceIn(source, {Beanbag: to}).output).toBe(output)
  })

  test('the second of two that would pair is escaped', () => {
    expect(replaceIn('Beanbag Millet', {Beanbag: '*Q', Millet: 'Q*'}).output).toBe('*Q Q\\*')
  })

  test('plain text takes anything', () => {
    expect(replaceIn('a Beanbag\r\n', {Beanbag: '*x* <b>'}, 'text').output).toBe('a *x* <b>\r\n')
  })

  test('MDX takes braces as text', () => {
    expect(replaceIn('a Beanbag b', {Beanbag: '{x} <y'}, 'mdx').output).toBe('a \\{x\\} \\<y b')
  })
})

describe('front matter', () => {
  test.each([
    {name: 'a plain value', value: 'Beanbag grows', to: 'Doubao', output: 'Doubao grows'},
    {name: 'a double-quoted one', value: '"Beanbag grows"', to: 'a "b" \\', output: '"a \\"b\\" \\\\ grows"'},
    {name: 'a single-quoted one', value: "'Beanbag grows'", to: "a'b", output: "'a''b grows'"},
    {name: 'a plain one that needs quotes', value: 'It’s Beanbag', to: 'AI: it', output: "'It’s AI: it'"},
    {name: 'a plain one that would be a number', value: 'Beanbag', to: '360', output: "'360'"},
    {name: 'a plain one with an apostrophe', value: "It's Beanbag", to: "D'oh", output: "It's D'oh"}
  ])('$name', ({value, to, output}) => {
    const wrap = (text: string): string => `---\nslug: beanbag\ntitle: ${text}\n---\n\nText\n`
    expect(replaceIn(wrap(value), {Beanbag: to}).output).toBe(wrap(output))
  })

  test.each([
    {name: 'both need them', value: 'Beanbag, Millet', output: "'AI: it, Q #2'"},
    {
      name: 'words stay around',
      value: "It's Beanbag, isn't Millet's",
      output: "'It''s AI: it, isn''t Q #2''s'"
    },
    {name: 'one needs them', value: 'a Beanbag Millet Moon b', output: "'a AI: it Q #2 Luna b'"},
    {name: 'they stand already', value: "'Beanbag Millet'", output: "'AI: it Q #2'"}
  ])('several names in a value that needs quotes: $name', ({value, output}) => {
    const wrap = (text: string): string => `---\ntitle: ${text}\n---\n`
    const outcome = replaceIn(wrap(value), {Beanbag: 'AI: it', Millet: 'Q #2', Moon: 'Luna'})
    expect(outcome.plan.refused).toEqual([])
    expect(outcome.output).toBe(wrap(output))
  })

  test('a TOML literal cannot hold its quote', () => {
    const {plan} = replaceIn("+++\ntitle = 'Beanbag'\n+++\n", {Beanbag: "D'oh"})
    expect(plan.refused[0]!.reason).toMatch(/TOML/)
  })
})

describe('refusals', () => {
  test.each([
    {name: 'code', source: 'a `Beanbag` b', span: {start: 0, end: 9}, to: 'x', reason: /never edited/},
    {name: 'half an entity', source: '&ngE; x', span: {start: 1, end: 3}, to: 'x', reason: /entity/},
    {
      name: 'a block left empty',
      source: 'Beanbag\n\nx',
      span: {start: 0, end: 7},
      to: '',
      reason: /paragraphs/
    },
    {
      name: 'a link left empty',
      source: 'y [Beanbag](/u) x',
      span: {start: 2, end: 9},
      to: '',
      reason: /link/
    },
    {
      name: 'half a character',
      source: 'Beanbag',
      span: {start: 0, end: 7},
      to: '\ud83d',
      reason: /character/
    },
    {
      name: 'what reads so already',
      source: 'Doubao',
      span: {start: 0, end: 6},
      to: 'Doubao',
      reason: /already/
    },
    {
      name: 'blanks at the edge of a paragraph',
      source: 'Beanbag',
      span: {start: 0, end: 7},
      to: ' x',
      reason: /blanks/
    }
  ])('$name', ({source, span, to, reason}) => {
    const parse = (text: string): Document => parseDocument(text, {format: 'markdown'})
    const document = parse(source)
    const plan = planEdits(document, [findingAt(document, 0, span, to)], {parse})
    expect(plan.edits).toEqual([])
    expect(plan.refused[0]!.reason).toMatch(reason)
  })

  test('of two that overlap the first wins, the other is told why', () => {
    const {output, plan} = replaceIn('abcdefgh', {abcd: 'X', cdef: 'Y', efgh: 'Z'})
    expect(output).toBe('XZ')
    expect(plan.refused.map(({finding}) => finding.text)).toEqual(['cdef'])
    expect(plan.refused[0]!.reason).toContain('abcd')
  })

  test('one bad finding does not take others with it', () => {
    const source = 'Beanbag\n\nx\n\n[Millet](/u)\n\nBeanbag'
    const {output, plan} = replaceIn(source, {Beanbag: 'Doubao', Millet: ''})
    expect(output).toBe('Doubao\n\nx\n\n[Millet](/u)\n\nDoubao')
    expect(plan.refused).toHaveLength(1)
  })
})
