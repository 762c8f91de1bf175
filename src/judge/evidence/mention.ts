// Evidence that a text is mentioned, not used: titles in italics, words explained as words, and texts that are right
// names of something else.
import type {Reason} from '../../model.js'
import {rangeContains} from '../../text/range.js'
import type {Candidate, JudgeContext} from '../context.js'
import {itemsTouching} from '../places.js'
import {other as weights} from '../weights.js'

/** Weigh the signs of mention. */
export function mentionEvidence(candidate: Candidate, {words}: JudgeContext): Reason[] {
  const {match, context, use} = candidate
  const {text, marks} = context.block
  const reasons: Reason[] = []
  const before = text
    .slice(Math.max(0, match.span.start - 40), match.span.start)
    .replaceAll(/\s/gu, ' ')
    .toLowerCase()
  const mention = words.mention?.exec(before)?.[1]
  const add = (text: string): void => {
    reasons.push({kind: 'mention', weight: weights.mention, text})
  }
  if (mention !== undefined) add(`spoken of as words: after “${mention}”`)
  else if (/["”’」』]\s?[(（]["“‘]?$/u.test(before)) add('explains the quoted words before it')
  if (isAlias(candidate)) add('an accepted other name, explained beside it')
  if (use.mistranslation.ordinary === 'never') return reasons
  const title = marks.some(
    ({kind, span}) =>
      kind === 'emphasis' && rangeContains(span, match.span) && span.end - span.start <= match.text.length + 8
  )
  if (title && /^["“”]?The\s|\s/u.test(match.text))
    reasons.push({kind: 'title', weight: weights.titleInItalics, text: 'in italics, as titles of works are'})
  return reasons
}

/** Between a name and its gloss: a blank, a bracket, a quotation mark. */
const longestGap = 3

/** “Little Red Book (Xiaohongshu)”: where only an editor may replace a text, its gloss shows that it was meant. */
function isAlias({match, use, entry, context}: Candidate): boolean {
  if (use.mistranslation.ceiling !== 'propose') return false
  const {text} = context.block
  const near = {start: match.span.start - longestGap, end: match.span.end + longestGap}
  return itemsTouching(context.names, near).some(
    ({span, uses}) =>
      uses.some((name) => name.entry.id === entry.id) &&
      (/^\s?[(（]["“'‘]?$/u.test(text.slice(match.span.end, span.start)) ||
        /^\s?[(（]["“'‘]?$/u.test(text.slice(span.end, match.span.start)))
  )
}

/** A match in quotation marks is being named; Chinese texts quote product names. */
export function quoteEvidence({match, context}: Candidate): Reason[] {
  const {text} = context.block
  const quoted =
    /["“‘「『]$/u.test(text.slice(Math.max(0, match.span.start - 1), match.span.start)) &&
    /^[,.]?["”’」』]/u.test(text.slice(match.span.end))
  return quoted ? [{kind: 'quote', weight: weights.quoted, text: 'in quotation marks, as a name'}] : []
}

/** The same text is the right name of another entry. */
export function rivalEvidence({match, context}: Candidate): Reason[] {
  const rival = itemsTouching(context.names, match.span).find(
    ({span}) => span.start === match.span.start && span.end === match.span.end
  )
  const entry = rival?.uses.find(({role}) => role === 'term' || role === 'variant')?.entry
  return entry === undefined
    ? []
    : [{kind: 'rival', weight: weights.rival, text: `also the right name of ${entry.term}`}]
}
