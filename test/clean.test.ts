// The stages joined: switch comments, refusals, anchors, damage beside names, rounds, and the report's contract. Laws
// over arbitrary articles are in laws.test.ts; each stage's own rules in its folder.
import {describe, expect, test} from 'vitest'
import {type Cleaned, type CleanOptions, cleanText} from '../src/clean.js'
import {glossaryOf} from './support/glossary.js'

const glossary = glossaryOf({
  'moonshot-ai': {
    term: 'Moonshot AI',
    kind: 'company',
    source: ['月之暗面'],
    first: 'Moonshot AI (月之暗面)',
    mistranslations: ['Yuezhi Anmian']
  },
  zhipu: {term: 'Zhipu AI', kind: 'company', mistranslations: ['Wisdom Spectrum']},
  doubao: {
    term: 'Doubao',
    mistranslations: [{text: 'Beanbag', ordinary: 'often', ceiling: 'propose', alternatives: ['Doubao app']}]
  },
  mijia: {term: 'Mijia', mistranslations: ['Rice Family']},
  'mi-home': {term: 'Mi Home', mistranslations: ['Mijia Store']}
})

const clean = (source: string, options: Partial<CleanOptions> = {}): Cleaned =>
  cleanText(source, {glossary, topic: 'given', ...options})
const output = (source: string, options?: Partial<CleanOptions>): string =>
  clean(source, options).report.output
const statuses = ({report}: Cleaned): string[] =>
  report.findings.map(({original, status}) => `${status} ${original}`)
const messages = ({report}: Cleaned): string[] => report.problems.map(({message}) => message)

describe('the report', () => {
  const source = '\uFEFF# 😀 豆包\r\n\r\nSee Yuezhi\r\nAnmian and the chair.\r\n'

  test('tells place, texts, verdict and reasons; offsets count the byte order mark', () => {
    const {report} = clean(source, {path: 'a/b.md'})
    expect(report).toMatchObject({path: 'a/b.md', source, problems: []})
    const [finding] = report.findings
    expect(finding).toMatchObject({
      entry: 'moonshot-ai',
      original: 'Yuezhi\r\nAnmian',
      replacement: 'Moonshot AI',
      alternatives: [],
      status: 'fix',
      line: 3,
      column: 5
    })
    expect(source.slice(finding!.start, finding!.end)).toBe(finding!.original)
    expect(finding!.confidence).toBeGreaterThan(0.9)
    expect(finding!.reasons.length).toBeGreaterThan(1)
    expect(report.output).toBe('\uFEFF# 😀 豆包\r\n\r\nSee Moonshot AI and the chair.\r\n')
  })

  test('a doubtful one keeps its text and lists what may be right', () => {
    const cleaned = clean('The company asked Beanbag.')
    expect(cleaned.report.findings).toMatchObject([
      {status: 'propose', original: 'Beanbag', replacement: 'Doubao', alternatives: ['Doubao app']}
    ])
    expect(cleaned.report.output).toBe(cleaned.report.source)
  })

  test.each(['', '\uFEFF', '\r\n', ' \n', '😀', '豆包\r'])('%j holds nothing and stays', (text) => {
    expect(clean(text).report).toMatchObject({output: text, findings: [], problems: []})
  })

  test('findings come in source order, names and damage alike', () => {
    const {report} = clean('Wisdom Spectrum , and Yuezhi Anmian.Then 301TP4T.')
    expect(report.findings.map(({start}) => start)).toEqual(
      report.findings.map(({start}) => start).sort((a, b) => a - b)
    )
    expect(report.output).toBe('Zhipu AI, and Moonshot AI. Then 30%.')
  })
})

describe('switch comments', () => {
  test.each([
    {
      name: 'the next block',
      source: '<!-- nameright-disable-next -->\n\nAt Yuezhi Anmian.\n\nAt Yuezhi Anmian.',
      changed: 1
    },
    {
      name: 'a stretch',
      source:
        '<!-- nameright-disable -->\n\nAt Yuezhi Anmian.\n\n<!-- nameright-enable -->\n\nAt Yuezhi Anmian.',
      changed: 1
    },
    {
      name: 'one entry',
      source:
        '<!-- nameright-disable zhipu -->\n\nAt Yuezhi Anmian, by Wisdom Spectrum.\n\n<!-- nameright-enable zhipu -->',
      changed: 1
    },
    {
      name: 'a damage rule',
      source:
        '<!-- nameright-disable space-before-mark -->\n\nAt Yuezhi Anmian , by Wisdom Spectrum.\n\n<!-- nameright-enable space-before-mark -->',
      changed: 2
    }
  ])('$name is switched off and reported as kept', ({source, changed}) => {
    const cleaned = clean(source)
    expect(cleaned.edits).toHaveLength(changed)
    expect(messages(cleaned)).toEqual([])
    const kept = cleaned.report.findings.filter(({status}) => status === 'keep')
    expect(kept.map(({reasons}) => reasons[0])).toEqual(['switched off by a comment in the text'])
  })

  test.each([
    {name: 'nothing is there', source: '<!-- nameright-disable-next -->\n\nA chair.'},
    {name: 'another entry is there', source: '<!-- nameright-disable-next zhipu -->\n\nAt Yuezhi Anmian.'},
    {name: 'what is there is kept anyway', source: '<!-- nameright-disable-next -->\n\nWe sat on a beanbag.'}
  ])('one that switches nothing off is a problem: $name', ({source}) => {
    expect(messages(clean(source))).toEqual(['This comment switches nothing off; remove it'])
  })

  test('of two that overlap, neither is called useless that the other makes so', () => {
    const source =
      '<!-- nameright-disable -->\n\n<!-- nameright-disable-next zhipu -->\n\nBy Wisdom Spectrum.\n\n<!-- nameright-enable -->'
    expect(messages(clean(source)).length).toBeLessThan(2)
    expect(output(source)).toBe(source)
  })
})

describe('edits that cannot be written', () => {
  test('become proposals that say why; the others are written', () => {
    const cleaned = clean('[Wisdom](/a)[ Spectrum](/b) by Yuezhi Anmian.')
    expect(cleaned.report.output).toBe('[Wisdom](/a)[ Spectrum](/b) by Moonshot AI.')
    expect(statuses(cleaned)).toEqual(['propose Wisdom](/a)[ Spectrum', 'fix Yuezhi Anmian'])
    expect(cleaned.report.findings[0]!.reasons[0]).toBe(
      'cannot be written safely: It covers the text of two links, and neither may be left empty'
    )
  })

  test('are told even where an editor accepted them', () => {
    const decisions = [
      {rule: 'zhipu', text: 'Wisdom Spectrum', before: '', after: '', verdict: 'accept', scope: 'everywhere'}
    ] as const
    expect(statuses(clean('[Wisdom](/a)[ Spectrum](/b).', {decisions}))).toEqual([
      'propose Wisdom](/a)[ Spectrum'
    ])
  })
})

describe('headings take their anchors along', () => {
  const source =
    '# Yuezhi Anmian grows\n\nSee [it](#yuezhi-anmian-grows) and [that][ref].\n\n[ref]: #yuezhi-anmian-grows\n'

  test('links and definitions that lead to them are written and reported', () => {
    const cleaned = clean(source)
    expect(cleaned.report.output).toBe(
      '# Moonshot AI grows\n\nSee [it](#moonshot-ai-grows) and [that][ref].\n\n[ref]: #moonshot-ai-grows\n'
    )
    expect(statuses(cleaned)).toEqual([
      'fix Yuezhi Anmian',
      'fix yuezhi-anmian-grows',
      'fix yuezhi-anmian-grows'
    ])
    const followers = cleaned.report.findings.slice(1)
    for (const {reasons, alternatives, entry} of followers) {
      expect(entry).toBe('moonshot-ai')
      expect(alternatives).toEqual([])
      expect(reasons).toEqual(['this link leads to a heading whose words change'])
    }
  })

  test('a heading that gets the name of another shifts its number', () => {
    const source = '# Yuezhi Anmian\n\n# Moonshot AI\n\n[a](#yuezhi-anmian) [b](#moonshot-ai)'
    expect(output(source)).toBe('# Moonshot AI\n\n# Moonshot AI\n\n[a](#moonshot-ai) [b](#moonshot-ai-1)')
  })

  test('an anchor that only looks alike stays', () => {
    expect(output('# Yuezhi Anmian\n\n[it](#yuezhi) [x](/p#yuezhi-anmian)')).toBe(
      '# Moonshot AI\n\n[it](#yuezhi) [x](/p#yuezhi-anmian)'
    )
  })
})

describe('names and damage', () => {
  test.each([
    {name: 'both', only: undefined, after: 'At Moonshot AI, 30% left.'},
    {name: 'names', only: 'names' as const, after: 'At Moonshot AI , 301TP4T left.'},
    {name: 'damage', only: 'damage' as const, after: 'At Yuezhi Anmian, 30% left.'}
  ])('only $name', ({only, after}) => {
    const sign = '\n\nMoonshot AI, Zhipu AI.'
    expect(output(`At Yuezhi Anmian , 301TP4T left.${sign}`, only && {only})).toBe(after + sign)
  })

  test('damage is left alone in a text without a sign of translation', () => {
    expect(output('In Paris , 301TP4T left.')).toBe('In Paris , 301TP4T left.')
  })

  test('a damage rule that is switched off is not looked at', () => {
    const rulesOff = new Set(['percent-token'])
    expect(output('At Yuezhi Anmian and Wisdom Spectrum , 301TP4T left.', {rulesOff})).toBe(
      'At Moonshot AI and Zhipu AI, 301TP4T left.'
    )
  })
})

describe('rounds', () => {
  test('damage that only the mended names show to be damage is repaired at once', () => {
    const once = output('At Yuezhi Anmian , it left.')
    expect(output(once)).toBe(once)
    expect(once).toBe('At Moonshot AI, it left.')
  })

  test('what would be changed again is left to an editor', () => {
    const cleaned = clean('The Rice Family Store opened.')
    expect(output(cleaned.report.output)).toBe(cleaned.report.output)
    expect(cleaned.report.output).not.toContain('Mi Home')
    expect(cleaned.report.findings[0]).toMatchObject({
      status: 'propose',
      original: expect.stringContaining('Rice Family')
    })
  })

  test('an editor’s word on it holds', () => {
    const decisions = [
      {rule: 'mijia', text: 'Rice Family', before: '', after: '', verdict: 'accept', scope: 'everywhere'}
    ] as const
    expect(output('The Rice Family Store opened.', {decisions})).toContain('Mijia Store')
  })
})

describe('options', () => {
  test('an editor’s decision outranks the verdict, and says so', () => {
    const decide = (verdict: 'accept' | 'reject', rule: string, text: string) => ({
      decisions: [{rule, text, before: '', after: '', verdict, scope: 'everywhere' as const, by: 'Ada'}]
    })
    expect(output('We asked Beanbag.', decide('accept', 'doubao', 'Beanbag'))).toBe('We asked Doubao.')
    const rejected = clean('At Yuezhi Anmian.', decide('reject', 'moonshot-ai', 'Yuezhi Anmian'))
    expect(rejected.report.findings[0]).toMatchObject({
      status: 'keep',
      reasons: expect.arrayContaining(['Ada rejected it everywhere'])
    })
  })

  test('thresholds say how sure is sure', () => {
    const source = 'At Yuezhi Anmian.'
    expect(statuses(clean(source, {thresholds: {fix: 1.1, propose: 0}}))).toEqual(['propose Yuezhi Anmian'])
    expect(statuses(clean(source, {thresholds: {fix: 1.1, propose: 1.1}}))).toEqual(['keep Yuezhi Anmian'])
  })

  test('the first mention takes its longer form, once, and only where the name is not there before', () => {
    const long = {firstMention: 'long'} as const
    expect(output('By Yuezhi Anmian, at Yuezhi Anmian.', long)).toBe(
      'By Moonshot AI (月之暗面), at Moonshot AI.'
    )
    expect(output('Moonshot AI, once Yuezhi Anmian.', long)).toBe('Moonshot AI, once Moonshot AI.')
  })

  test('front matter is prose where the keys say so', () => {
    const source = '---\ntitle: By Yuezhi Anmian\nlayout: Yuezhi Anmian\n---\n'
    expect(output(source)).toBe('---\ntitle: By Moonshot AI\nlayout: Yuezhi Anmian\n---\n')
    expect(output(source, {metadataKeys: ['layout']})).toBe(
      '---\ntitle: By Yuezhi Anmian\nlayout: Moonshot AI\n---\n'
    )
  })

  test('plain text is no Markdown', () => {
    expect(output('    `Yuezhi Anmian`\n', {format: 'text'})).toBe('    `Moonshot AI`\n')
    expect(output('    Yuezhi Anmian\n')).toBe('    Yuezhi Anmian\n')
  })

  test('MDX that does not parse says where', () => {
    expect(() => clean('ok\n\n<a', {format: 'mdx'})).toThrow(/3:/)
    expect(output('export const a = 1\n\n<B>Yuezhi Anmian</B>\n', {format: 'mdx'})).toBe(
      'export const a = 1\n\n<B>Moonshot AI</B>\n'
    )
  })
})
