// Decisions and decided texts for tests, in few words.
import {applyDecisions} from '../../src/decide/apply.js'
import {fingerprintFindings} from '../../src/decide/fingerprint.js'
import {parseDocument} from '../../src/document/parse.js'
import type {Decision, Document, Finding} from '../../src/model.js'

/** A finding at each `Beanbag` (→ Doubao) and each `Ideal Auto` (an → a Li Auto) of a text. */
function findingsIn({blocks}: Document): Finding[] {
  return blocks.flatMap(({text}, block) =>
    [...text.matchAll(/Beanbag|(?:an )?Ideal(?=\sAuto)/gu)].map((found): Finding => {
      const [word] = found
      const span = {start: found.index, end: found.index + word.length}
      const isCar = word.endsWith('Ideal')
      const pair = isCar
        ? {start: span.end - 'Ideal'.length, end: span.end + ' Auto'.length}
        : {start: span.start, end: span.end}
      return {
        rule: isCar ? 'li-auto' : 'doubao',
        block,
        span,
        text: word,
        replacement: isCar ? word.replace('an Ideal', 'a Li').replace('Ideal', 'Li') : 'Doubao',
        alternatives: isCar ? [] : ['Doubao App'],
        pair: {
          span: pair,
          text: text.slice(pair.start, pair.end),
          forms: isCar ? ['Li Auto'] : ['Doubao', 'Doubao App']
        },
        verdict: 'propose',
        confidence: 0.5,
        reasons: []
      }
    })
  )
}

/** Read a text and find what is in it. */
export function find(source: string): {document: Document; findings: Finding[]} {
  const document = parseDocument(source, {format: 'markdown'})
  return {document, findings: findingsIn(document)}
}

/** A decision on one finding of a text. */
export function decisionOn(source: string, more: Partial<Decision> = {}, index = 0): Decision {
  const {document, findings} = find(source)
  const fingerprint = fingerprintFindings(findings, document)[index]!
  return {...fingerprint, verdict: 'accept', scope: 'here', file: 'a.md', ...more}
}

/** What becomes of the findings of a text: `Doubao`, `(kept)`, or `?` where nothing is decided. */
export function decide(source: string, decisions: readonly Decision[], file = 'a.md'): string[] {
  const {document, findings} = find(source)
  return applyDecisions(findings, decisions, {document, file}).map(({finding, decision}) => {
    if (decision === undefined) return '?'
    return finding.verdict === 'fix' ? finding.replacement.replace(/\s+/gu, ' ') : '(kept)'
  })
}
