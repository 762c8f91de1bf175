// What people read in the terminal: the list, the word diff, the explanation; and CriticMarkup.
import {stripVTControlCharacters} from 'node:util'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Finding} from '../../src/model.js'
import {CriticMarkupError, reportCritic} from '../../src/report/critic.js'
import {explainFindings} from '../../src/report/explain.js'
import {describeFinding} from '../../src/report/message.js'
import {reportPretty} from '../../src/report/pretty.js'
import {colourStyle} from '../../src/report/style.js'
import {keepEnd, keepStart, textWidth} from '../../src/report/width.js'
import {reportWords} from '../../src/report/words.js'
import {reportOf} from './make.js'

const names = {
  Beanbag: 'Doubao',
  Byte: {to: 'ByteDance', status: 'propose', alternatives: ['Bytes']},
  'bean bag': {to: 'Doubao', status: 'keep'}
} as const

describe('the list of findings', () => {
  test('is aligned, marks proposals and ends with a summary', () => {
    const text = reportPretty([
      reportOf('a.md', 'Beanbag by 字节Byte\n', names),
      reportOf('b.md', 'x', names)
    ])
    expect(text).toBe(
      [
        'a.md:1:1   "Beanbag" → "Doubao"             fix      a capital inside of a sentence',
        'a.md:1:14  "Byte" → "ByteDance" | "Bytes"?  propose  a capital inside of a sentence',
        '',
        '1 fix, 1 proposal in 2 files',
        ''
      ].join('\n')
    )
  })

  test('shows kept ones and problems', () => {
    const report = reportOf('a.md', 'a bean bag\n', names)
    const problems = [{range: {start: 2, end: 3}, message: 'This comment ends nothing'}]
    expect(reportPretty([{...report, problems}], {show: 'all'})).toBe(
      [
        'a.md:1:3  "bean bag"  keep     a capital inside of a sentence',
        'a.md:1:3  This comment ends nothing  warning',
        '',
        '1 kept, 1 problem in 1 file',
        ''
      ].join('\n')
    )
  })

  test('says that nothing was found', () => {
    expect(reportPretty([reportOf('a.md', 'x', names)])).toBe('Nothing found in 1 file\n')
  })

  test('ends with a summary by entry when it is long', () => {
    const text = reportPretty([reportOf('a.md', `${'Beanbag '.repeat(20)}Byte`, names)])
    expect(text).toContain(
      '\nBy entry\n  beanbag   20 fixes\n  byte      1 proposal\n\n20 fixes, 1 proposal in 1 file\n'
    )
    expect(reportPretty([reportOf('a.md', 'Beanbag '.repeat(20), names)])).not.toContain('By entry')
  })

  test('says the same in colours', () => {
    const report = reportOf('a.md', 'Beanbag by Byte\n', names)
    const coloured = reportPretty([report], {style: colourStyle})
    expect(coloured).toContain('\u001b[')
    expect(stripVTControlCharacters(coloured)).toBe(reportPretty([report]))
  })
})

describe('the word diff', () => {
  test.each([
    {
      name: 'brackets without colours',
      source: 'x\n\nAsk Beanbag or Byte.\n',
      text: 'a.md  1 change\n3  Ask [-Beanbag-]{+Doubao+} or Byte.\n'
    },
    {
      name: 'Chinese neighbours',
      source: '\uFEFF使用Beanbag吧\r\n',
      text: 'a.md  1 change\n1  使用[-Beanbag-]{+Doubao+}吧\n'
    },
    {
      name: 'line numbers are aligned',
      source: `Beanbag\n${'\n'.repeat(8)}Beanbag`,
      text: 'a.md  2 changes\n1   [-Beanbag-]{+Doubao+}\n10  [-Beanbag-]{+Doubao+}\n'
    },
    {name: 'nothing', source: 'x', text: ''}
  ])('$name', ({source, text}) => {
    expect(reportWords([reportOf('a.md', source, names)])).toBe(text)
  })

  test('shows proposals when asked to', () => {
    const text = reportWords([reportOf('a.md', 'Beanbag by Byte', names)], {include: 'proposals'})
    expect(text).toBe('a.md  1 change, 1 proposal\n1  [-Beanbag-]{+Doubao+} by [-Byte-]{?ByteDance?}\n')
  })

  test('shows words that old and new share once', () => {
    const text = reportWords([reportOf('a.md', 'Intelligent AI', {'Intelligent AI': 'Zhipu AI'})])
    expect(text).toBe('a.md  1 change\n1  [-Intelligent-]{+Zhipu+} AI\n')
  })

  test('cuts long lines to the surroundings of the changes', () => {
    const filler = 'many words of no interest '.repeat(20)
    const text = reportWords([reportOf('a.md', `${filler}Beanbag ${filler}Beanbag`, names)], {context: 30})
    expect(text).toBe(
      'a.md  2 changes\n1  …many words of no interest [-Beanbag-]{+Doubao+} many words of no interest… ' +
        '…many words of no interest [-Beanbag-]{+Doubao+}\n'
    )
  })

  test('with colours strikes the old words', () => {
    const text = reportWords([reportOf('a.md', 'Beanbag', names)], {style: colourStyle})
    expect(text).toContain('\u001b[9m')
    expect(stripVTControlCharacters(text)).toBe('a.md  1 change\n1  Beanbag Doubao\n')
  })

  test('compares texts that the findings do not explain', () => {
    const report = {...reportOf('a.md', 'one two three', {}), output: 'one 2 three'}
    expect(reportWords([report])).toBe('a.md  1 change\n1  one [-two-]{+2+} three\n')
  })
})

describe('widths', () => {
  test.each([
    {text: 'abc', width: 3},
    {text: '使用', width: 4},
    {text: '😀', width: 2},
    {text: 'e\u0301', width: 1},
    {text: 'ｆｕ', width: 4}
  ])('$text is $width wide', ({text, width}) => {
    expect(textWidth(text)).toBe(width)
  })

  test('Chinese is cut between any two characters', () => {
    expect(keepStart('使用豆包的人', 5)).toBe('使用…')
    expect(keepEnd('使用豆包的人', 5)).toBe('…的人')
  })
})

describe('the explanation', () => {
  const finding: Finding = {
    rule: 'doubao',
    block: 0,
    span: {start: 4, end: 11},
    text: 'Beanbag',
    replacement: 'Doubao',
    alternatives: ['Doubao app'],
    verdict: 'propose',
    confidence: 0.5,
    reasons: [
      {kind: 'form', weight: 0.5, text: 'a capital'},
      {kind: 'near', weight: -3, text: 'furniture is near', spans: [{start: 12, end: 17}]}
    ]
  }
  const explain = (changes: Partial<Finding> = {}): string =>
    explainFindings(
      [
        {
          path: 'a.md',
          finding: {...finding, ...changes},
          reported: reportOf('a.md', 'The Beanbag chair', names).findings[0]!,
          blockText: 'The Beanbag chair'
        }
      ],
      {thresholds: {fix: 0.9, propose: 0.2}}
    )

  test('tells verdict, reasons by weight with their words, and what it would take', () => {
    expect(explain()).toBe(
      [
        'a.md:1:5  "Beanbag" → "Doubao" | "Doubao app"  (doubao)',
        '  propose, confidence 0.50',
        '  −3.0  near: furniture is near “chair”',
        '  +0.5  form: a capital',
        '  other verdicts: fix at +2.2, as it would be without “furniture is near”; keep at −1.4',
        ''
      ].join('\n')
    )
  })

  test('names a word once, whatever its capitals, and not again where the reason names it', () => {
    const spans = [
      {start: 12, end: 17},
      {start: 4, end: 11},
      {start: 0, end: 3},
      {start: 0, end: 3}
    ]
    const reasons = [{kind: 'near', weight: 1, text: 'fits: “CHAIR”', spans}]
    expect(explain({reasons})).toContain('  +1.0  near: fits: “CHAIR” “Beanbag”, “The”\n')
  })

  test('tells when more evidence could not help', () => {
    expect(explain({confidence: 0.95})).toContain('fix is ruled out whatever the evidence')
  })

  test('tells how near a fix is to a proposal', () => {
    expect(explain({verdict: 'fix', confidence: 0.95})).toContain('propose at −0.7')
  })
})

describe('CriticMarkup', () => {
  /** Resolve on the raw text, as editors do. */
  const resolve = (text: string, keep: 'old' | 'new'): string =>
    text
      .replace(/\{>>.*?<<\}/gs, '')
      .replace(/\{~~(.*?)~>(.*?)~~\}/gs, keep === 'old' ? '$1' : '$2')
      .replace(/\{--(.*?)--\}/gs, keep === 'old' ? '$1' : '')
      .replace(/\{\+\+(.*?)\+\+\}/gs, keep === 'old' ? '' : '$1')

  test.each([
    {name: 'prose', source: 'The Beanbag app', text: 'The {~~Beanbag~>Doubao~~}{>>beanbag<<} app'},
    {name: 'a table', source: '| Beanbag |\n|-|', text: '| {--Beanbag--}{++Doubao++}{>>beanbag<<} |\n|-|'},
    {name: 'words with a tilde', source: 'a~b', text: '{--a~b--}{++Doubao++}{>>a-b<<}'}
  ])('$name', ({source, text}) => {
    const report = reportOf('a.md', source, {Beanbag: 'Doubao', 'a~b': 'Doubao'})
    expect(reportCritic(report)).toBe(text)
  })

  test('marks proposals when asked to', () => {
    const text = reportCritic(reportOf('a.md', 'Byte', names), {include: 'proposals'})
    expect(text).toBe('{~~Byte~>ByteDance~~}{>>byte?<<}')
  })

  test('refuses a text that holds some already', () => {
    expect(() => reportCritic(reportOf('a.md', 'Beanbag {--x--}', names))).toThrow(CriticMarkupError)
  })

  test('law: accepting gives the output, rejecting the source', () => {
    const piece = fc.constantFrom('Beanbag', ' ', 'a', '{', '}', '-', '+', '~', '>', '|', '\r\n', '豆', '=')
    const words = fc.constantFrom('Doubao', '-', '+', '~', '', 'a|b', '~>')
    fc.assert(
      fc.property(fc.array(piece), words, (pieces, to) => {
        const report = reportOf('a.md', pieces.join(''), {Beanbag: to})
        let text: string
        try {
          text = reportCritic(report)
        } catch (error) {
          expect(error).toBeInstanceOf(CriticMarkupError)
          return
        }
        expect(resolve(text, 'new')).toBe(report.output)
        expect(resolve(text, 'old')).toBe(report.source)
      }),
      {numRuns: 1000}
    )
  })
})

describe('what is shown in a terminal cannot drive it', () => {
  const evil = '\u001b[2J\u009b31m\u0007\u202e'
  const source = `x ${evil} Bean${evil}bag and Byte ${evil} y\r\nnext ${evil}\tline, Byte\n`
  const report = reportOf(`a${evil}.md`, source, {
    [`Bean${evil}bag`]: `Dou${evil}bao`,
    Byte: {to: 'ByteDance', status: 'propose', alternatives: [`B${evil}`]}
  })
  const findings = report.findings.map((finding) => ({...finding, reasons: [`near ${evil}`]}))
  const full = {...report, findings, problems: [{range: {start: 0, end: 1}, message: `see ${evil}`}]}
  const judged: Finding = {
    rule: 'doubao',
    block: 0,
    span: {start: 0, end: 4},
    text: `Bean${evil}bag`,
    replacement: `Dou${evil}bao`,
    alternatives: [evil],
    verdict: 'propose',
    confidence: 0.5,
    reasons: [{kind: 'near', weight: 3, text: `near ${evil}`, spans: [{start: 0, end: 9}]}]
  }
  test.each([
    {name: 'the list', shown: reportPretty([full], {show: 'all'})},
    {name: 'the word diff', shown: reportWords([full], {include: 'proposals'})},
    {
      name: 'the explanation',
      shown: explainFindings(
        [{path: full.path, finding: judged, reported: full.findings[0]!, blockText: `${evil} Beanbag`}],
        {thresholds: {fix: 0.9, propose: 0.2}}
      )
    },
    {name: 'the message of machine formats', shown: describeFinding(full.findings[0]!)}
  ])('$name', ({shown}) => {
    expect(shown).toContain('\ufffd[2J')
    expect(shown).not.toMatch(/(?![\n\t])\p{Cc}|\u202e/u)
  })
})
