// From evidence to verdicts: clear cases, rivals, ceilings, thresholds, what matches say about one another.
import {describe, expect, test} from 'vitest'
import type {Glossary} from '../../src/model.js'
import {glossaryOf} from '../support/glossary.js'
import {evidence, findingOf, judge} from './make.js'

const news = 'In Beijing, Kimi and ByteDance and 月之暗面 showed a chatbot, a large model by XPeng.\n\n'

describe('verdicts', () => {
  test.each([
    {
      name: 'what nobody writes otherwise, in the news',
      source: `${news}Then Yuezhi Anmian grew.`,
      text: 'Yuezhi Anmian',
      verdict: 'fix'
    },
    {
      name: 'a usual word in the list of rivals',
      source: `${news}It rivals Kimi, Beanbag and XPeng.`,
      text: 'Beanbag',
      verdict: 'fix'
    },
    {
      name: 'a usual word in lower case on a sofa',
      source: `${news}We sat on a beanbag by the sofa.`,
      text: 'beanbag',
      verdict: 'keep'
    },
    {
      name: 'a usual word in an ordinary text',
      source: 'We sat on a beanbag and listened.',
      text: 'beanbag',
      verdict: 'keep'
    },
    {
      name: 'the album',
      source: 'Dark Side of the Moon is an album by Pink Floyd.',
      text: 'Dark Side of the Moon',
      verdict: 'keep'
    },
    {
      name: 'the album in the news',
      source: `${news}Its name comes from *Dark Side of the Moon*, an album by Pink Floyd.`,
      text: 'Dark Side of the Moon',
      verdict: 'keep'
    },
    {
      name: 'a button to press',
      source: `${news}They press the button on the chair.`,
      text: 'button',
      verdict: 'keep'
    },
    {
      name: 'one that only an editor may change',
      source: `${news}The Little Red Book app launched.`,
      text: 'Little Red Book',
      verdict: 'propose'
    },
    {
      name: 'jargon with that ceiling',
      source: `${news}It has a big model now.`,
      text: 'big model',
      verdict: 'propose'
    }
  ])('$name: $verdict', ({source, text, verdict}) => {
    expect(findingOf(source, text).verdict).toBe(verdict)
  })

  test('thresholds move them', () => {
    const source = 'We asked Beanbag now.'
    expect(findingOf(source, 'Beanbag', {thresholds: {fix: 0, propose: 0}}).verdict).toBe('fix')
    expect(findingOf(source, 'Beanbag', {thresholds: {fix: 2, propose: 0}}).verdict).toBe('propose')
    expect(findingOf(source, 'Beanbag', {thresholds: {fix: 2, propose: 2}}).verdict).toBe('keep')
  })

  test('confidence is a share, and the reasons come with the heaviest first', () => {
    for (const {confidence, reasons} of judge(`${news}Then Beanbag and Dark Side of the Moon grew.`)
      .findings) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      const weights = reasons.filter(({kind}) => kind !== 'grammar').map(({weight}) => Math.abs(weight))
      expect(weights).toEqual([...weights].sort((a, b) => b - a))
    }
  })

  test('a kind of evidence that is left out is not told and does not count', () => {
    const source = `${news}It rivals Kimi, Beanbag and XPeng.`
    const all = findingOf(source, 'Beanbag')
    const without = findingOf(source, 'Beanbag', {without: new Set(['list'])})
    expect(all.reasons.some(({kind}) => kind === 'list')).toBe(true)
    expect(without.reasons.some(({kind}) => kind === 'list')).toBe(false)
    expect(without.confidence).toBeLessThan(all.confidence)
  })
})

describe('several entries for one text', () => {
  const used: Glossary = {
    ...glossaryOf({
      nio: {
        term: 'NIO',
        domain: 'cars',
        cues: {for: ['SUV'], against: []},
        mistranslations: [{text: 'Future', ordinary: 'sometimes'}]
      },
      weilai: {
        term: 'Weilai Fund',
        domain: 'finance',
        cues: {for: ['fund'], against: []},
        mistranslations: [{text: 'Future', ordinary: 'sometimes'}]
      }
    }),
    evidence
  }

  test('evidence decides', () => {
    expect(findingOf('In China the SUV by Future, an SUV, grew.', 'Future', {}, 0, used)).toMatchObject({
      rule: 'nio',
      alternatives: []
    })
    expect(findingOf('In China the fund of Future grew.', 'Future', {}, 0, used)).toMatchObject({
      rule: 'weilai',
      alternatives: []
    })
  })

  test('where it does not, an editor is asked and offered both', () => {
    const finding = findingOf('We met Future there.', 'Future', {thresholds: {fix: 0, propose: 0}}, 0, used)
    expect(finding.verdict).toBe('propose')
    expect([finding.replacement, ...finding.alternatives].sort()).toEqual(['NIO', 'Weilai Fund'])
  })
})

describe('matches of one document', () => {
  test('other garbled names speak for one, ordinary ones less', () => {
    const alone = findingOf('We met Steamed Bean.', 'Steamed Bean')
    const together = findingOf('We met Steamed Bean.\n\nYuezhi Anmian came.', 'Steamed Bean')
    expect(together.confidence).toBeGreaterThan(alone.confidence)
    expect(together.reasons.find(({kind}) => kind === 'fellows')!.text).toBe(
      'other names are garbled in this text: “Yuezhi Anmian”'
    )
  })

  test('a certain one lends its sense to others of its entry', () => {
    const source = `${news}It rivals Kimi, Beanbag and XPeng. We met Beanbag.`
    expect(findingOf(source, 'Beanbag', {}, 1).reasons.map(({kind}) => kind)).toContain('sense')
  })

  test('but not where the words beside speak against', () => {
    const source = `${news}It rivals Kimi, Beanbag and XPeng. We sat on a beanbag by the sofa.`
    const {reasons, verdict} = findingOf(source, 'beanbag')
    expect(reasons.map(({kind}) => kind)).not.toContain('sense')
    expect(reasons.map(({kind}) => kind)).not.toContain('fellows')
    expect(verdict).toBe('keep')
  })

  test('findings never overlap, and come in source order', () => {
    const {findings} = judge(
      `${news}By Doubao (Beanbag) and Beanbag (Steamed Bean) and Steamed Bean (Doubao).`
    )
    for (const [index, {block, span}] of findings.entries()) {
      const last = findings[index - 1]
      if (last?.block === block) expect(span.start).toBeGreaterThanOrEqual(last.span.end)
      else expect(block).toBeGreaterThanOrEqual(last?.block ?? 0)
    }
  })
})
