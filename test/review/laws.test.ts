// Laws of a review: what was answered is not asked again, in whatever order and however far it was answered.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Scope} from '../../src/model.js'
import {
  type Answer,
  countProgress,
  decideItems,
  listQuestions,
  type ReviewSession
} from '../../src/review/session.js'
import {outputsOf, reviewOf} from './make.js'

const sentence = fc.constantFrom(
  'The app Beanbag grew.',
  'He drove an Ideal Auto car and talked to Beanbag.',
  'Yuezhi Anmian and\nan Ideal Auto fan met Beanbag!',
  '“Beanbag” — 豆包 — is *Beanbag* again.',
  'Nothing 😀 here.',
  'See [Beanbag](https://e.com) &amp; the Ideal Auto.'
)
const paragraph = fc.array(sentence, {minLength: 1, maxLength: 3}).map((parts) => parts.join(' '))
const text = fc.array(paragraph, {minLength: 1, maxLength: 4}).map((parts) => `${parts.join('\n\n')}\n`)
const answer: fc.Arbitrary<Answer> = fc.record({
  verdict: fc.constantFrom('accept' as const, 'reject' as const),
  scope: fc.constantFrom<Scope>('here', 'here', 'here', 'file', 'everywhere')
})
const own: fc.Arbitrary<Answer> = fc.constantFrom('Lixiang', 'X (1+1)').map((replacement) => ({
  verdict: 'accept',
  scope: 'here',
  replacement
}))
const answers = fc.array(fc.oneof({weight: 4, arbitrary: answer}, own), {minLength: 1, maxLength: 6})

/** Answer everything, the answers in turn; own texts are told apart, as an editor's are. */
function answerAll(session: ReviewSession, given: readonly Answer[]): ReviewSession {
  return listQuestions(session).reduce((now, ids, index) => {
    const {replacement, ...next} = given[index % given.length]!
    const chosen = replacement === undefined ? {} : {replacement: `${replacement} ${index}`}
    return decideItems(now, ids, {...next, ...chosen})
  }, session)
}

test('law: a second review of unchanged texts asks nothing', () => {
  fc.assert(
    fc.property(text, text, answers, (a, b, given) => {
      const sources = {'a.md': a, 'b.md': b}
      const {decisions} = answerAll(reviewOf(sources), given)
      expect(countProgress(reviewOf(sources, decisions)).open).toBe(0)
    })
  )
})

test('law: once the texts are written, a review asks nothing, and writing them again changes nothing', () => {
  fc.assert(
    fc.property(text, answers, (source, given) => {
      const first = answerAll(reviewOf({'a.md': source}), given)
      const [written = ''] = outputsOf(first)
      const second = reviewOf({'a.md': written}, first.decisions)
      expect(countProgress(second).open).toBe(0)
      expect(outputsOf(second)).toEqual([written])
    })
  )
})

test('law: the order of the paragraphs changes no outcome', () => {
  fc.assert(
    fc.property(fc.uniqueArray(paragraph, {minLength: 1, maxLength: 4}), answers, (paragraphs, given) => {
      const write = (parts: readonly string[]) => `${parts.join('\n\n')}\n`
      const {decisions} = answerAll(reviewOf({'a.md': write(paragraphs)}), given)
      const forth = outputsOf(reviewOf({'a.md': write(paragraphs)}, decisions))[0]!
      const back = outputsOf(reviewOf({'a.md': write([...paragraphs].reverse())}, decisions))[0]!
      expect(back.trimEnd().split('\n\n').reverse().join('\n\n')).toBe(forth.trimEnd())
    })
  )
})
