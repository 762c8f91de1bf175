// The damage rules: each by its own examples and near misses, then all together on hostile ones. Repeated captions
// are in repeats.test.ts.
import {describe, expect, test} from 'vitest'
import {damageRuleIds, repairDamage} from '../../src/damage/repair.js'
import {damageRules} from '../../src/damage/rules.js'
import type {Finding} from '../../src/model.js'
import {documentOf} from '../support/document.js'

const allBut = (id: string): Set<string> => new Set(damageRuleIds.filter((other) => other !== id))

/** A text with findings written, whatever their verdict. */
function write(text: string, findings: readonly Finding[]): string {
  return [...findings]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, {span, replacement}) => result.slice(0, span.start) + replacement + result.slice(span.end),
      text
    )
}

/** What an automatic run with all rules makes of a text. */
function mend(text: string): string {
  return write(
    text,
    repairDamage(documentOf(text)).filter(({verdict}) => verdict === 'fix')
  )
}

describe('each rule', () => {
  const examples = damageRules.flatMap(({id, examples}) =>
    examples.map(([before, after]) => ({id, before, after}))
  )
  test.each(examples)('$id: “$before” becomes “$after”', ({id, before, after}) => {
    expect(write(before, repairDamage(documentOf(before), allBut(id)))).toBe(after)
  })

  const fixes = examples.filter(({id}) => damageRules.find((rule) => rule.id === id)!.verdict === 'fix')
  test.each(fixes)('$id: the others do not spoil “$before”', ({before, after}) => {
    expect(mend(before)).toBe(after)
  })

  test.each(fixes)('$id: what it made of “$before” is at rest', ({after}) => {
    expect(mend(after)).toBe(after)
  })

  test.each(damageRules.flatMap(({id, keeps}) => keeps.map((keep) => ({id, keep}))))(
    '$id: “$keep” stays',
    ({id, keep}) => {
      expect(repairDamage(documentOf(keep), allBut(id))).toEqual([])
      expect(mend(keep)).toBe(keep)
    }
  )

  test.each(damageRules)('$id has a near miss, and an example unless it only points', (rule) => {
    expect(rule.keeps.length).toBeGreaterThan(0)
    expect(rule.examples.length + (rule.points?.length ?? 0)).toBeGreaterThan(0)
    expect(rule.pattern.flags).toBe([...rule.pattern.flags].sort().join(''))
    expect(rule.pattern.global && rule.pattern.unicode).toBe(true)
  })

  test.each(damageRules.flatMap(({id, points = []}) => points.map((point) => ({id, point}))))(
    '$id: points at “$point” and knows no repair',
    ({id, point}) => {
      const findings = repairDamage(documentOf(point), allBut(id))
      expect(findings.length).toBeGreaterThan(0)
      for (const {text, replacement, verdict} of findings) {
        expect(replacement).toBe(text)
        expect(verdict).toBe('propose')
      }
    }
  )

  test('ids are unique and sorted', () => {
    const ids = damageRules.map(({id}) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })
})

describe('hostile near misses: nothing changes unasked', () => {
  test.each([
    {name: 'a number in the millions after a year', text: 'In 2020 one hundred million people joined.'},
    {name: 'a capital after a year', text: 'By 2018 Ten thousand shops had opened.'},
    {name: 'a day of the month before a count', text: 'On May 21, 300 people came; on 5 May, 300 left.'},
    {name: 'an age before a count', text: 'In 30, 200 people live on three floors.'},
    {name: 'shifts of some hours', text: 'It was done by 20 12-hour shifts.'},
    {name: 'a count of things', text: 'It comes in 20 16 inch boxes, and in 20 12 packs.'},
    {name: 'a namespace', text: 'It uses the System.Text namespace and System.Text.Json, too.'},
    {name: 'a domain in capitals', text: 'They met at Booking.Com and Yahoo.Com last week.'},
    {name: 'a library', text: 'Node.js, Vue.Js and Angular.Js are libraries.'},
    {name: 'initials', text: 'The U.S. market and J.P. Morgan are here.'},
    {name: 'an ellipsis with blanks', text: 'It waited . . . and then it went.'},
    {name: 'dotted names of files', text: 'Put .NET beside .gitignore and .Npmrc there.'},
    {name: 'a hidden file after a blank', text: 'Type git add . and wait.'},
    {name: 'identifiers that begin with html', text: 'htmlFor is written so.'},
    {name: 'another identifier that begins with html', text: 'htmlParser and htmlTextData are names.'},
    {name: 'headings of their own', text: 'C## is not C#, nor is F##.'},
    {name: 'a transport stream in base64', text: 'Its key is a1TP4Tb/+ and 7d1TP5Tq= too.'},
    {name: 'months in Japan', text: 'After 12 months in Japan he left; in the 8 month Japan tour they sang.'},
    {name: 'English quotation', text: '“Start.” “Go.” he said. ‘Stop.’ Then it ended.'},
    {name: 'a question with a blank', text: 'Is it so ? I think so.'},
    {name: 'compounds with capitals inside', text: 'The iPhone, macOS, eBay, DeepSeek and openEuler sell.'},
    {name: 'Chinese in an English text', text: 'He said “你好，世界。” to all of the people there.'},
    {name: 'a Chinese line', text: '他说：“今天，小米发布 MIX 4。”大家都笑了。'},
    {name: 'plain numbers', text: 'Between 1,000 and 10,000,000 people of 65,438 and 120 more.'},
    {name: 'a ratio and a time', text: 'At 10:30, with odds of 3:1, they won 2–0.'},
    {name: 'percentages', text: 'It grew 28.9% over the year, 100% sure, 5%.'},
    {
      name: 'words that end in nt',
      text: 'The tent in front is different; hasten the want of it, gnats and ants.'
    },
    {name: 'as is his wont, in cant', text: 'As is his wont, he spoke the cant of thieves.'},
    {name: 'places after people', text: 'It has 61 million people and 120 thousand cars, 1 billion in all.'}
  ])('$name', ({text}) => {
    expect(mend(text)).toBe(text)
  })
})

describe('all rules together', () => {
  test.each([
    {
      name: 'full-width marks between words take a blank, between digits none',
      text: 'One，two；three。Then 12，000 at 10：30（so）',
      after: 'One, two; three. Then 12,000 at 10:30 (so)'
    },
    {
      name: 'marks that stand free of their words',
      text: 'a MIX 4 、 a tablet 、 a TV',
      after: 'a MIX 4, a tablet, a TV'
    },
    {name: 'after an emoji', text: '😀 It dont end。', after: '😀 It don’t end.'},
    {
      name: 'two kinds in one sentence',
      text: 'In 20 16 , 301TP4T left.Nobody asked.',
      after: 'In 2016, 30% left. Nobody asked.'
    },
    {
      name: 'corner brackets as quotation marks, with an apostrophe of the kind',
      text: 'He said 「those who』ve seen『it』 know」 then.',
      after: 'He said “those who’ve seen “it” know” then.'
    },
    {
      name: 'Chinese quoted in English keeps its own marks',
      text: 'He read 「你好，世界」 to all the people.',
      after: 'He read “你好，世界” to all the people.'
    }
  ])('$name', ({text, after}) => {
    expect(mend(text)).toBe(after)
  })

  test.each([
    {name: 'in code', text: 'It is `in 20 16 , 301TP4T left.Nobody` so'},
    {name: 'beside code', text: 'It is `code` , and `code`.Nobody asked'},
    {name: 'at an object', text: 'It shows \ufffc , and so on'}
  ])('nothing is repaired $name', ({text}) => {
    expect(repairDamage(documentOf(text))).toEqual([])
  })

  test('findings come in source order, none overlapping, each with the text it stands on', () => {
    const texts = ['One，two.Then 20 of 20 16 , dont', 'It had 3.7 A hundred million。「So」 he said .']
    const document = documentOf(...texts)
    const findings = repairDamage(document)
    expect(findings.length).toBeGreaterThan(6)
    let last = {block: 0, end: 0}
    for (const {block, span, text, entry, pair} of findings) {
      expect(block > last.block || (block === last.block && span.start >= last.end)).toBe(true)
      expect(document.blocks[block]!.text.slice(span.start, span.end)).toBe(text)
      expect([entry, pair]).toEqual([undefined, undefined])
      last = {block, end: span.end}
    }
  })
})
