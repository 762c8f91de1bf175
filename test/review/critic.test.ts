import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {ReportedFinding} from '../../src/model.js'
import {reportCritic} from '../../src/report/critic.js'
import {readCritic, resolveCritic} from '../../src/review/critic.js'
import {clean, filesOf} from './make.js'

const source =
  '\uFEFF# 新闻 😀\r\n\r\nThe app Beanbag’s fans met an Ideal Auto fan.\r\n\r\n| Beanbag | sold |\r\n|-|-|\r\n'
const cleaned = clean(filesOf({'a.md': source})[0]!, [])
const {report} = cleaned
const marked = reportCritic(report, {include: 'proposals'})
const findings = report.findings.filter(({status}) => status !== 'keep')

test('accepting all marks gives the new text, rejecting all the old one, byte for byte', () => {
  const accepted = findings.reduceRight(
    (text, {start, end, replacement}) => text.slice(0, start) + replacement + text.slice(end),
    source
  )
  expect(findings.length).toBe(3)
  expect(resolveCritic(marked, 'reject')).toBe(source)
  expect(resolveCritic(marked, 'accept')).toBe(accepted)
})

const read = (edited: string) =>
  readCritic(source, edited, findings).words.map((word) =>
    word.verdict === 'accept' ? word.written : word.verdict
  )

test.each([
  {name: 'nothing', edited: marked, is: ['open', 'open', 'open']},
  {name: 'all rejected', edited: source, is: ['reject', 'reject', 'reject']},
  {name: 'all accepted', edited: resolveCritic(marked, 'accept'), is: ['Doubao', 'a Li', 'Doubao']},
  {
    name: 'one accepted by hand, its comment left',
    edited: marked.replace('{~~Beanbag~>Doubao~~}', 'Doubao'),
    is: ['Doubao', 'open', 'open']
  },
  {
    name: 'one rejected by hand',
    edited: marked.replace('{~~Beanbag~>Doubao~~}{>>doubao?<<}', 'Beanbag'),
    is: ['reject', 'open', 'open']
  },
  {
    name: 'other new words in a mark',
    edited: marked.replace('~>Doubao~~}', '~>豆包~~}'),
    is: ['豆包', 'open', 'open']
  },
  {
    name: 'other words instead of a mark',
    edited: marked.replace('{~~Beanbag~>Doubao~~}{>>doubao?<<}', 'The new bot'),
    is: ['The new bot', 'open', 'open']
  },
  {
    name: 'a change elsewhere, which moves everything',
    edited: marked.replace('# 新闻 😀', '# A longer title 😀').replace('{~~Beanbag~>Doubao~~}', 'Doubao'),
    is: ['Doubao', 'open', 'open']
  },
  {
    name: 'a mark in a table taken away',
    edited: marked.replace('{--Beanbag--}{++Doubao++}', 'Doubao'),
    is: ['open', 'open', 'Doubao']
  },
  {
    name: 'a paragraph that is gone',
    edited: marked.replace(/The app[^\r]+/u, ''),
    is: ['unclear', 'unclear', 'open']
  }
])('$name: $is', ({edited, is}) => {
  expect(read(edited)).toEqual(is)
})

test('an editor that saves with other line ends, without a byte order mark and a blank line more changes nothing', () => {
  const saved = `${marked.replace('\uFEFF', '').replace(/\r\n/gu, '\n')}\n`
  const {words, others} = readCritic(source, saved, findings)
  expect(words.map(({verdict}) => verdict)).toEqual(['open', 'open', 'open'])
  expect(others).toEqual([])
})

test('changes of the editor elsewhere are told', () => {
  const {others} = readCritic(source, marked.replace('sold', 'bought'), findings)
  expect(others).toEqual([{before: 'sold', after: 'bought'}])
})

test('law: whatever is accepted, rejected and left is read back', () => {
  const choice = fc.constantFrom('accept', 'reject', 'open')
  fc.assert(
    fc.property(fc.array(choice, {minLength: 3, maxLength: 3}), fc.boolean(), (choices, keepsComments) => {
      let index = 0
      const edited = marked.replace(
        /(?:\{~~(.*?)~>(.*?)~~\}|\{--(.*?)--\}\{\+\+(.*?)\+\+\})(\{>>.*?<<\})/gu,
        (whole, a, b, c, d, comment) => {
          const chosen = choices[index++]
          if (chosen === 'open') return whole
          return (chosen === 'accept' ? (b ?? d) : (a ?? c)) + (keepsComments ? comment : '')
        }
      )
      const {words, others} = readCritic(source, edited, findings)
      expect(words.map(({verdict}) => verdict)).toEqual(choices)
      expect(others).toEqual([])
    })
  )
})

test('law: neighbours are told apart', () => {
  const text = 'Beanbag Beanbag, Beanbag—Beanbag'
  const own: ReportedFinding[] = [...text.matchAll(/Beanbag/gu)].map(({index: start}) => ({
    ...findings[0]!,
    start,
    end: start + 'Beanbag'.length,
    original: 'Beanbag',
    replacement: 'Doubao'
  }))
  fc.assert(
    fc.property(fc.array(fc.boolean(), {minLength: 4, maxLength: 4}), (accepted) => {
      const edited = own.reduceRight(
        (now, {start, end}, at) => (accepted[at] ? `${now.slice(0, start)}Doubao${now.slice(end)}` : now),
        text
      )
      expect(readCritic(text, edited, own).words.map(({verdict}) => verdict === 'accept')).toEqual(accepted)
    })
  )
})
