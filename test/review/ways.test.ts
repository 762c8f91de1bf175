// Each way of deciding leads to the same decisions and the same text: keys in a terminal, the session in a browser, a
// file that was sent, marks in a text.
import {expect, test} from 'vitest'
import {formatDecisions, mergeDecisions, parseDecisions} from '../../src/decide/lines.js'
import type {Decision} from '../../src/model.js'
import {reportCritic} from '../../src/report/critic.js'
import {readCritic} from '../../src/review/critic.js'
import {decideItems, fromWire, toWire} from '../../src/review/session.js'
import {pressKey, startTerminal} from '../../src/review/terminal/state.js'
import {clean, filesOf, outputsOf, reviewOf} from './make.js'

const article = {
  'a.md':
    '# 新闻 😀\r\n\r\nThe app Beanbag met Yuezhi Anmian.\r\n\r\nAn app, Beanbag, and Beanbag it stays.\r\n'
}
const expected =
  '# 新闻 😀\r\n\r\nThe app Doubao met Moonshot AI.\r\n\r\nAn app, 豆包, and Beanbag it stays.\r\n'

function inTerminal(): readonly Decision[] {
  const keys = ['y', 'e', 'clear', '豆', '包', 'enter', 'n']
  const named = new Set(['clear', 'enter'])
  const press = (state: ReturnType<typeof startTerminal>, key: string) =>
    pressKey(state, named.has(key) ? {name: key as 'clear' | 'enter', character: ''} : {character: key})
  return keys.reduce(press, startTerminal(reviewOf(article))).session.decisions
}

function inBrowser(): readonly Decision[] {
  let session = fromWire(JSON.parse(JSON.stringify(toWire(reviewOf(article)))))
  const [first = 0, second = 0, third = 0] = session.items.flatMap(({id, verdict}) =>
    verdict === 'propose' ? [id] : []
  )
  session = decideItems(session, [third], {verdict: 'reject', scope: 'here'})
  session = decideItems(session, [first], {verdict: 'accept', scope: 'here'})
  session = decideItems(session, [second], {verdict: 'accept', scope: 'here', replacement: '豆包'})
  return session.decisions
}

function byMail(): readonly Decision[] {
  return mergeDecisions([], parseDecisions(formatDecisions(inBrowser())).decisions)
}

function withMarks(): readonly Decision[] {
  const [file] = filesOf(article)
  const {report} = clean(file!, [])
  const edited = reportCritic(report, {include: 'proposals'})
    .replace('{~~Beanbag~>Doubao~~}', 'Doubao')
    .replace('{~~Beanbag~>Doubao~~}', '豆包')
    .replace('{~~Beanbag~>Doubao~~}', 'Beanbag')
  const shown = report.findings.filter(({status}) => status !== 'keep')
  const {words} = readCritic(report.source, edited, shown)
  let session = reviewOf(article)
  for (const [id, word] of words.entries()) {
    if (word.verdict === 'reject') session = decideItems(session, [id], {verdict: 'reject', scope: 'here'})
    if (word.verdict === 'accept') {
      session = decideItems(session, [id], {verdict: 'accept', scope: 'here', replacement: word.written})
    }
  }
  return session.decisions
}

test.each([
  {name: 'keys in a terminal', decide: inTerminal},
  {name: 'clicks in a browser', decide: inBrowser},
  {name: 'a file that was sent', decide: byMail},
  {name: 'marks in a text', decide: withMarks}
])('$name lead to the same decisions and the same text', ({decide}) => {
  const decisions = decide()
  expect(formatDecisions(decisions)).toBe(formatDecisions(inTerminal()))
  expect(outputsOf(reviewOf(article, decisions))).toEqual([expected])
})
