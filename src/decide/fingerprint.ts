// What a decision is bound to: the rule, the words and the sentence around them, never a position, so that a decision
// outlives edits elsewhere, re-wrapping and moving. Applying decisions: apply.ts.
import type {Block, Decision, Document, Finding} from '../model.js'
import {levelText} from '../text/fold.js'

/** The part of a decision that says what it is about. */
export type Fingerprint = Pick<Decision, 'rule' | 'text' | 'before' | 'after'>

/** Longest sentence that is remembered on either side; in a longer one, the words nearby count. */
const most = {words: 24, units: 240} as const

// Not Intl.Segmenter: decisions lie in git for years, and its rules change with every version of ICU.
const sentenceEnd = /[.!?…]["')\]]*(?= |$)|[。！？][」』）]*/gu

/**
 * Take the fingerprint of each finding: its rule, its words, and the rest of its sentence.
 *
 * Other findings in the sentence count with the text that is offered for them, whatever their verdict. So writing
 * them does not change the sentence, and a decision that was taken before `fix` holds after it.
 *
 * @param findings - All of the document, by block, then place.
 * @returns One for each finding, in the same order.
 */
export function fingerprintFindings(findings: readonly Finding[], {blocks}: Document): Fingerprint[] {
  return findings.map((finding, index) => {
    const block = blocks[finding.block]!
    return {
      rule: finding.rule,
      text: levelText(finding.pair?.text ?? finding.text),
      before: lastWords(textBefore(findings, index, block)),
      after: firstWords(textAfter(findings, index, block))
    }
  })
}

/** What stands before a finding in its block, other findings as offered; a little more than is remembered. */
function textBefore(findings: readonly Finding[], index: number, block: Block): string {
  let {start} = (findings[index]!.pair ?? findings[index]!).span
  let text = ''
  for (let at = index - 1; text.length < reach; at--) {
    const other = findings[at]
    const from = other?.block === findings[index]!.block ? other.span.end : 0
    if (from > start) continue
    text = block.text.slice(Math.max(from, start - reach), start) + text
    if (other === undefined || from === 0) break
    text = other.replacement + text
    start = other.span.start
  }
  return text
}

function textAfter(findings: readonly Finding[], index: number, block: Block): string {
  let {end} = (findings[index]!.pair ?? findings[index]!).span
  let text = ''
  for (let at = index + 1; text.length < reach; at++) {
    const other = findings[at]
    const isHere = other?.block === findings[index]!.block
    const until = isHere ? other.span.start : block.text.length
    if (until < end) continue
    text += block.text.slice(end, Math.min(until, end + reach))
    if (!isHere) break
    text += other.replacement
    end = other.span.end
  }
  return text
}

/** Units that are looked at: white space and quotes are not levelled yet, and count for less afterwards. */
const reach = 2 * most.units

function lastWords(text: string): string {
  const level = levelText(text)
  const ends = [...level.matchAll(sentenceEnd)].map(({index, 0: mark}) => index + mark.length)
  const sentence = level.slice(ends.at(-1) ?? 0).trim()
  const words = sentence.split(' ').slice(-most.words)
  while (words.length > 1 && words.join(' ').length > most.units) words.shift()
  return words.join(' ').slice(-most.units)
}

function firstWords(text: string): string {
  const level = levelText(text)
  const [end] = level.matchAll(sentenceEnd)
  const sentence = end === undefined ? level : level.slice(0, end.index + end[0].length)
  const words = sentence.split(' ').slice(0, most.words)
  while (words.length > 1 && words.join(' ').length > most.units) words.pop()
  return words.join(' ').slice(0, most.units)
}
