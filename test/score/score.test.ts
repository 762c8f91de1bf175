// Labels against what cleaning made of them, and the numbers made of that.
import {describe, expect, test} from 'vitest'
import {cleanText} from '../../src/clean.js'
import {type Compared, compareLabels, type Outcome} from '../../src/score/compare.js'
import {type Label, LabelError, readLabels} from '../../src/score/label.js'
import {formatColumns, formatMisses, formatScorecard} from '../../src/score/scorecard.js'
import {share, tally} from '../../src/score/tally.js'
import {glossaryOf} from '../support/glossary.js'

const record = {
  file: 'a.md',
  surface: 'Beanbag',
  start: 4,
  end: 11,
  label: 'Doubao|豆包',
  level: 'fix',
  why: 'literal'
}

describe('labels', () => {
  test('are read line by line, blank lines left out', () => {
    const text = `${JSON.stringify(record)}\r\n\n${JSON.stringify({...record, level: 'keep', label: null, why: 1})}\n`
    expect(readLabels(text)).toEqual([
      {
        file: 'a.md',
        surface: 'Beanbag',
        start: 4,
        end: 11,
        accepted: ['Doubao', '豆包'],
        level: 'fix',
        why: 'literal'
      },
      {file: 'a.md', surface: 'Beanbag', start: 4, end: 11, accepted: [], level: 'keep', why: ''}
    ])
  })

  test.each([
    {name: 'no JSON', line: '{', problem: 'line 2: not JSON'},
    {name: 'a value that is no record', line: 'null', problem: 'line 2: not a record'},
    {
      name: 'a field that is missing',
      line: JSON.stringify({...record, end: undefined}),
      problem: 'line 2: a field is missing'
    },
    {
      name: 'another level',
      line: JSON.stringify({...record, level: 'maybe'}),
      problem: 'line 2: level is "maybe"'
    }
  ])('a wrong line is told with its number: $name', ({line, problem}) => {
    const read = () => readLabels(`${JSON.stringify(record)}\n${line}`)
    expect(read).toThrow(LabelError)
    expect(read).toThrow(problem)
  })
})

const glossary = glossaryOf({
  doubao: {term: 'Doubao', mistranslations: ['Beanbag']},
  moonshot: {term: 'Moonshot AI', kind: 'company', mistranslations: ['Dark Moon']},
  asked: {
    term: 'Xiaohongshu',
    mistranslations: [{text: 'Red Book', ceiling: 'propose', alternatives: ['Rednote']}]
  }
})

function labelAt(source: string, surface: string, accepted: readonly string[], level: Label['level']): Label {
  const start = source.indexOf(surface)
  return {file: 'a.md', surface, start, end: start + surface.length, accepted, level, why: 'test'}
}

function compare(source: string, labels: readonly Label[]) {
  return compareLabels(cleanText(source, {glossary, topic: 'given', only: 'names'}), labels)
}

describe('outcomes', () => {
  test.each<{
    name: string
    source: string
    surface: string
    accepted?: string[]
    level?: Label['level']
    outcome: Outcome
  }>([
    {name: 'mended', source: 'By Beanbag now.', surface: 'Beanbag', accepted: ['Doubao'], outcome: 'right'},
    {
      name: 'mended into one of several',
      source: 'By Beanbag now.',
      surface: 'Beanbag',
      accepted: ['X', 'Doubao'],
      outcome: 'right'
    },
    {
      name: 'mended with its article',
      source: 'By the Beanbag now.',
      surface: 'the Beanbag',
      accepted: ['Doubao'],
      outcome: 'right'
    },
    {
      name: 'a label with a gloss',
      source: 'By Beanbag now.',
      surface: 'Beanbag',
      accepted: ['Doubao (app)'],
      outcome: 'right'
    },
    {
      name: 'an edit that reaches beyond the label',
      source: 'By the Dark Moon AI now.',
      surface: 'Dark Moon',
      accepted: ['Moonshot AI'],
      outcome: 'right'
    },
    {
      name: 'mended in the middle of the label',
      source: 'By Beanbag App now.',
      surface: 'Beanbag App',
      accepted: ['Doubao App'],
      outcome: 'right'
    },
    {
      name: 'right as it stood',
      source: 'By Kimi now.',
      surface: 'Kimi',
      accepted: ['Kimi'],
      outcome: 'right'
    },
    {
      name: 'changed into something else',
      source: 'By Beanbag now.',
      surface: 'Beanbag',
      accepted: ['Coze'],
      outcome: 'wrong'
    },
    {
      name: 'offered',
      source: 'The Red Book grew.',
      surface: 'Red Book',
      accepted: ['Xiaohongshu'],
      outcome: 'proposed'
    },
    {
      name: 'offered as a second choice',
      source: 'The Red Book grew.',
      surface: 'Red Book',
      accepted: ['Rednote'],
      outcome: 'proposed'
    },
    {
      name: 'something else offered',
      source: 'The Red Book grew.',
      surface: 'Red Book',
      accepted: ['Coze'],
      outcome: 'offered-wrong'
    },
    {
      name: 'not seen',
      source: 'By Sandbag now.',
      surface: 'Sandbag',
      accepted: ['Doubao'],
      outcome: 'missed'
    },
    {name: 'kept', source: 'By Sandbag now.', surface: 'Sandbag', level: 'keep', outcome: 'kept'},
    {name: 'asked about', source: 'The Red Book grew.', surface: 'Red Book', level: 'keep', outcome: 'asked'},
    {name: 'touched', source: 'By Beanbag now.', surface: 'Beanbag', level: 'keep', outcome: 'touched'}
  ])('$name: $outcome', ({source, surface, accepted = [], level = 'fix', outcome}) => {
    const {compared} = compare(source, [labelAt(source, surface, accepted, level)])
    expect(compared.map((item) => item.outcome)).toEqual([outcome])
  })

  test('automatic changes outside every label are counted apart', () => {
    const source = 'By Beanbag and Dark Moon now.'
    const {outside} = compare(source, [labelAt(source, 'Beanbag', ['Doubao'], 'fix')])
    expect(outside.map(({reported}) => reported.original)).toEqual(['Dark Moon'])
  })
})

describe('numbers', () => {
  const item = (outcome: Outcome, level: Label['level'], result = 'X'): Compared => ({
    label: {file: 'a.md', surface: 'Y', start: 0, end: 1, accepted: [], level, why: ''},
    outcome,
    result,
    findings: []
  })

  test('each share has its own whole', () => {
    const {precision, recall, found, touched, asked} = tally([
      item('right', 'fix'),
      item('right', 'fix', 'Y'),
      item('wrong', 'fix'),
      item('proposed', 'fix'),
      item('missed', 'fix'),
      item('offered-wrong', 'fix'),
      item('touched', 'keep'),
      item('asked', 'keep'),
      item('kept', 'keep', 'Y')
    ])
    const shown = [precision, recall, found, touched, asked].map(({hits, of}) => `${hits}/${of}`)
    // What was right as it stood is no change, so precision does not count it.
    expect(shown).toEqual(['1/3', '2/6', '3/6', '1/3', '1/3'])
  })

  test.each([
    {hits: 0, of: 0, low: 0, high: 1},
    {hits: 0, of: 10, low: 0, high: 0.278},
    {hits: 10, of: 10, low: 0.722, high: 1},
    {hits: 5, of: 10, low: 0.237, high: 0.763}
  ])('the interval of $hits of $of', ({hits, of, low, high}) => {
    const interval = share(hits, of)
    expect(interval.low).toBeCloseTo(low, 3)
    expect(interval.high).toBeCloseTo(high, 3)
  })
})

describe('the card', () => {
  const source = 'By Beanbag and Sandbag now, the Red Book too.'
  const labels = [
    labelAt(source, 'Beanbag', ['Doubao'], 'fix'),
    labelAt(source, 'Sandbag', ['Coze'], 'fix'),
    labelAt(source, 'Red Book', [], 'keep')
  ]
  const part = {...compare(source, labels), name: 'own', sources: new Map([['a.md', source]])}

  test('has a table by part, pack, kind and evidence', () => {
    const card = formatScorecard([part], glossary)
    for (const title of ['part', 'pack', 'kind', 'evidence'])
      expect(card).toMatch(new RegExp(`^${title} +precision`, 'm'))
    expect(card).toMatch(/^own +1\.000 .*1\/1 +0\.500 .*1\/2/m)
    expect(card).toMatch(/^all /m)
    expect(card).toContain('Changed unasked outside every label: 0')
  })

  test('lists what went wrong with the words around it', () => {
    const misses = formatMisses([part])
    expect(misses).toContain(
      'missed  own/a.md  Coze  (test)\n    …By Beanbag and [Sandbag] now, the Red Book too.…'
    )
    expect(misses).toMatch(
      /asked {2}own\/a\.md {2}must stay.*\n.*\[Red Book\].*\n {4}propose 0\.\d+: Xiaohongshu/
    )
    expect(misses).not.toContain('[Beanbag]')
  })

  test('columns are lined up', () => {
    expect(
      formatColumns([
        ['a', 'b'],
        ['long', '1']
      ])
    ).toBe('a     b\nlong  1')
  })
})
