// The plugins in pipelines built with unified(): messages, output with every other byte kept, trees mended. As a
// real process: remark-cli.test.ts.
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {remarkDamage} from '../../src/remark/remark-damage.js'
import {remarkNameright} from '../../src/remark/remark-nameright.js'
import {glossary, runBoth, runNames} from './make.js'

const crlf = '\uFEFF# News 😀\r\n\r\n* Yuezhi Anmian  and _Wisdom\r\n  Spectrum_ &amp; 豆包\r\n'

describe('messages', () => {
  test('a finding carries what an editor needs to act on it', async () => {
    const file = await runNames('# News 😀\n\nAt Yuezhi Anmian it rained.\n', {}, {path: 'news/a.md'})
    expect(file.messages).toHaveLength(1)
    const [message] = file.messages
    expect(message).toMatchObject({
      reason: 'Unexpected `Yuezhi Anmian`, expected `Moonshot AI`',
      actual: 'Yuezhi Anmian',
      expected: ['Moonshot AI'],
      source: 'nameright',
      ruleId: 'moonshot-ai',
      fatal: false,
      file: 'news/a.md',
      line: 3,
      column: 4,
      place: {
        start: {line: 3, column: 4, offset: 14},
        end: {line: 3, column: 17, offset: 27}
      }
    })
    expect(message!.note).toContain('nobody writes this otherwise')
  })

  test('a doubtful one lists every text that may be right, best first', async () => {
    const file = await runNames('The company asked Beanbag Bao for Wisdom Spectrum.\n')
    const doubtful = file.messages.find(({ruleId}) => ruleId === 'doubao')
    expect(doubtful!.expected).toEqual(['Doubao', 'Doubao app'])
    expect(String(file)).toBe('The company asked Beanbag Bao for Zhipu AI.\n')
  })

  test('places count the byte order mark, as `source.slice` does', async () => {
    const {messages} = await runNames(crlf)
    const sliced = messages.map(({place, actual}) => {
      if (place === undefined || !('start' in place)) throw new Error('no place')
      return [crlf.slice(place.start.offset, place.end.offset), actual]
    })
    expect(sliced).toEqual([
      ['Yuezhi Anmian', 'Yuezhi Anmian'],
      ['Wisdom\r\n  Spectrum', 'Wisdom\r\n  Spectrum']
    ])
    expect(messages.map(({line}) => line)).toEqual([3, 3])
    expect(messages[1]!.reason).toBe('Unexpected `Wisdom Spectrum`, expected `Zhipu AI`')
  })

  test('what is kept is not told, and a text without findings has no messages', async () => {
    const {messages} = await runNames('He sat on the dark side of the moon, and on a chair.\n')
    expect(messages).toEqual([])
  })

  test('a switch comment that does nothing is a message of its own', async () => {
    const {messages} = await runNames('<!-- nameright-disable-next -->\n\nNothing here.\n')
    expect(messages).toEqual([
      expect.objectContaining({ruleId: 'comment', source: 'nameright', line: 1, column: 1})
    ])
  })

  test('damage has messages of its own, under the rule', async () => {
    const {messages} = await runBoth('Wisdom Spectrum and Yuezhi Anmian said , then.\n')
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['zhipu', 'moonshot-ai', 'space-before-mark'])
  })
})

describe('the source kept', () => {
  test('only the names change: byte order mark, line ends, markers and entities stay', async () => {
    const file = await runNames(crlf)
    expect(String(file)).toBe('\uFEFF# News 😀\r\n\r\n* Moonshot AI  and _Zhipu AI_ &amp; 豆包\r\n')
    expect(file.data.namerightOutput).toBe(String(file))
  })

  test.each(['', '\uFEFF', 'Setext\n===\r\n\r\n1) one\r\n2) two', '| a |\n|-|\n| \\| |', 'A\\\nb  \nc'])(
    'a text without names comes back as it was: %j',
    async (source) => {
      expect(String(await runNames(source))).toBe(source)
    }
  )

  test('a plain text is read as such', async () => {
    const file = await runNames('# Yuezhi Anmian\n    Wisdom Spectrum\n', {}, {path: 'a.txt'})
    expect(String(file)).toBe('# Moonshot AI\n    Zhipu AI\n')
  })

  test('decisions have the last word', async () => {
    const decisions = [
      {rule: 'zhipu', text: 'Wisdom Spectrum', before: '', after: '', verdict: 'reject', scope: 'everywhere'}
    ] as const
    const file = await runNames('Wisdom Spectrum and Yuezhi Anmian.\n', {decisions})
    expect(String(file)).toBe('Wisdom Spectrum and Moonshot AI.\n')
  })

  test('the first mention may take its longer form', async () => {
    const file = await runNames('For Yuezhi Anmian, by Yuezhi Anmian.\n', {firstMention: 'long'})
    expect(String(file)).toBe('For Moonshot AI (月之暗面), by Moonshot AI.\n')
  })

  test('both plugins, in either order, mend both', async () => {
    const source = '\uFEFFIn Wisdom Spectrum and Yuezhi Anmian , 301TP4T stayed。\r\n'
    const mended = '\uFEFFIn Zhipu AI and Moonshot AI, 30% stayed.\r\n'
    expect(String(await runBoth(source))).toBe(mended)
    expect(String(await runBoth(source, 'damage first'))).toBe(mended)
  })

  test('messages of the second plugin stand where the text stands in the file', async () => {
    const source = '\uFEFFIn Wisdom Spectrum and Yuezhi Anmian , stayed.\n'
    const {messages} = await runBoth(source)
    const last = messages.at(-1)
    expect(last).toMatchObject({actual: ' ', expected: [''], column: source.indexOf(' ,') + 1})
    expect(last!.place).toMatchObject({start: {offset: source.indexOf(' ,')}})
  })

  test('one processor serves many files', async () => {
    const processor = unified().use(remarkParse).use(remarkNameright, {glossary}).use(remarkStringify)
    const files = await Promise.all(
      ['Yuezhi Anmian.', 'Nothing.', 'Wisdom Spectrum.'].map((text) => processor.process(text))
    )
    expect(files.map(({messages}) => messages.length)).toEqual([1, 0, 1])
  })
})

describe('the tree mended', () => {
  test('without `rewrite` the tree stays, and messages tell what would change', async () => {
    const file = await runNames('Yuezhi Anmian.\n', {}, {end: 'tree'})
    expect(String(file)).toBe('Yuezhi Anmian.\n')
    expect(file.messages).toHaveLength(1)
  })

  test.each([
    {name: 'in text', before: 'To Yuezhi Anmian.\n', after: 'To Moonshot AI.\n'},
    {name: 'over emphasis', before: 'To *Wisdom* Spectrum now.\n', after: 'To *Zhipu AI* now.\n'},
    {
      name: 'in a link, not in its address',
      before: '[Yuezhi Anmian](/Yuezhi-Anmian).\n',
      after: '[Moonshot AI](/Yuezhi-Anmian).\n'
    },
    {
      name: 'in a table',
      before: '| a              |\n| -------------- |\n| Yuezhi Anmian |\n',
      after: '| a           |\n| ----------- |\n| Moonshot AI |\n'
    },
    {name: 'with a byte order mark', before: '\uFEFFTo Yuezhi Anmian.\n', after: 'To Moonshot AI.\n'},
    {
      name: 'never in code or autolinks',
      before: '`Yuezhi Anmian` <https://Yuezhi-Anmian.cn>\n',
      after: '`Yuezhi Anmian` <https://Yuezhi-Anmian.cn>\n'
    }
  ])('remark-stringify writes it: $name', async ({before, after}) => {
    expect(String(await runNames(before, {rewrite: true}, {end: 'tree'}))).toBe(after)
  })

  test('a pipeline that ends in HTML has the right names, and anchors that lead somewhere', async () => {
    const source =
      '# Yuezhi Anmian grows\n\nSee [below](#yuezhi-anmian-grows) & *Wisdom* Spectrum.\n\n- `Wisdom Spectrum`\n'
    const file = await unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkNameright, {glossary, rewrite: true})
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(source)
    expect(String(file)).toBe(
      '<h1>Moonshot AI grows</h1>\n<p>See <a href="#moonshot-ai-grows">below</a> &#x26; <em>Zhipu AI</em>.</p>\n' +
        '<ul>\n<li><code>Wisdom Spectrum</code></li>\n</ul>'
    )
    expect(file.messages.map(({ruleId}) => ruleId)).toEqual(['moonshot-ai', 'moonshot-ai', 'zhipu'])
  })

  test('both plugins rewrite one after the other', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkNameright, {glossary, rewrite: true})
      .use(remarkDamage, {glossary, rewrite: true})
      .use(remarkStringify)
      .process('In Wisdom Spectrum and Yuezhi Anmian , 301TP4T stayed.')
    expect(String(file)).toBe('In Zhipu AI and Moonshot AI, 30% stayed.\n')
  })
})

test('a glossary that is not there fails with its name', async () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkNameright, {glossary: 'missing.yaml'})
    .use(remarkStringify)
  await expect(processor.process(new VFile('A.'))).rejects.toThrow('missing.yaml')
})
