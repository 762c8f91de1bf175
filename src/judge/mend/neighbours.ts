// Neighbours of a replacement: the same name again beside it or in brackets, and letters glued to it.
import type {Range} from '../../text/range.js'
import type {BlockContext, Candidate, JudgeContext} from '../context.js'
import {itemsTouching} from '../places.js'
import {type Mending, remark} from './mend.js'

/** “Doubao (Beanbag)” and “Beanbag (Doubao)” say one thing twice once mended: fold them into the name. */
export function foldGloss(mending: Mending, candidate: Candidate, _context: JudgeContext): Mending {
  const gloss = findGloss(candidate)
  if (gloss === undefined) return mending
  return {
    span: gloss,
    replacement: mending.replacement,
    reasons: [
      ...mending.reasons,
      remark(`“${candidate.context.block.text.slice(gloss.start, gloss.end)}” would name it twice`)
    ]
  }
}

/** Between a name and its gloss: a blank, a bracket, a quotation mark. */
const longestGap = 3

/** The range of a name and its gloss in brackets, where one of the two is the match. */
function findGloss({match, entry, context}: Candidate): Range | undefined {
  const {text} = context.block
  const {start, end} = match.span
  const near = {start: start - longestGap, end: end + longestGap}
  if (!opensBracket(text, near.start, start) && !opensBracket(text, end, near.end)) return undefined
  for (const span of namesOf(entry.id, near, context)) {
    const inBrackets = /^\s?[(（]["“'‘]?$/u.test(text.slice(span.end, start))
    const closing = /^["”'’]?[)）]/u.exec(text.slice(end, end + 2))
    if (span.end <= start && inBrackets && closing !== null)
      return {start: span.start, end: end + closing[0].length}
    const glossed = /^\s?[(（]["“'‘]?$/u.test(text.slice(end, span.start))
    const after = /^["”'’]?[)）]/u.exec(text.slice(span.end, span.end + 2))
    // A gloss in the source language stays: “Moonshot AI (月之暗面)”.
    if (
      span.start >= end &&
      glossed &&
      after !== null &&
      !/\p{Script=Han}/u.test(text.slice(span.start, span.end))
    )
      return {start, end: span.end + after[0].length}
  }
  return undefined
}

/** Whether a bracket opens in a range: without one there is no gloss, and no names need be looked up. */
function opensBracket(text: string, start: number, end: number): boolean {
  for (let at = Math.max(0, start); at < end; at++) if (text[at] === '(' || text[at] === '（') return true
  return false
}

/** Places near a range that name an entry, rightly or not. */
function namesOf(id: string, near: Range, context: BlockContext): Range[] {
  const named = [...itemsTouching(context.names, near), ...context.matchesTouching(near)].filter(({uses}) =>
    uses.some(({entry}) => entry.id === id)
  )
  return named.map(({span}) => span)
}

/** “Huawei Pangu” after “Huawei”, “Moonshot AI” before “AI”: take the repeated words in. */
export function foldDoubled(mending: Mending, candidate: Candidate, _context: JudgeContext): Mending {
  const {text} = candidate.context.block
  const words = mending.replacement.split(' ')
  let {start, end} = mending.span
  for (let count = words.length; count > 0; count--) {
    const before = `${words.slice(0, count).join(' ')} `
    if (endsWithWords(text.slice(Math.max(0, start - before.length - 1), start), before)) {
      start -= before.length
      break
    }
  }
  for (let count = words.length; count > 0; count--) {
    const after = ` ${words.slice(-count).join(' ')}`
    if (startsWithWords(text.slice(end, end + after.length + 1), after)) {
      end += after.length
      break
    }
  }
  if (start === mending.span.start && end === mending.span.end) return mending
  return {
    span: {start, end},
    replacement: mending.replacement,
    reasons: [...mending.reasons, remark(`“${text.slice(start, end)}” would repeat a part of the name`)]
  }
}

function endsWithWords(text: string, words: string): boolean {
  const end = text.slice(-words.length)
  return sameWords(end, words) && !/[\p{L}\p{N}]/u.test(text.charAt(text.length - words.length - 1))
}

function startsWithWords(text: string, words: string): boolean {
  return sameWords(text.slice(0, words.length), words) && !/[\p{L}\p{N}]/u.test(text.charAt(words.length))
}

/** “FORCE Conference conference” repeats itself whatever the capitals. */
function sameWords(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/**
 * “Yushu Technology” is 宇树科技, and its right name has no “Technology”: a company's kind of trade, translated along
 * with the name, goes with it.
 */
export function absorbSuffix(mending: Mending, candidate: Candidate, {words}: JudgeContext): Mending {
  if (candidate.entry.kind !== 'company' || mending.replacement !== candidate.entry.term) return mending
  const {text} = candidate.context.block
  const after = /^ ([\p{L}-]+)(?![\p{L}\p{N}]| Co\b|,? Inc\b|,? Ltd\b)/u.exec(text.slice(mending.span.end))
  const suffix = after?.[1] ?? ''
  if (!words.suffixes.has(suffix) || endsInWord(mending.replacement, suffix)) return mending
  return {
    span: {start: mending.span.start, end: mending.span.end + suffix.length + 1},
    replacement: mending.replacement,
    reasons: [...mending.reasons, remark(`“${suffix}” was translated along with the name`)]
  }
}

function endsInWord(text: string, word: string): boolean {
  return text === word || text.endsWith(` ${word}`)
}

/** A name in the source language may be glued to Latin words; the target form needs blanks. */
export function spaceOut(mending: Mending, candidate: Candidate, _context: JudgeContext): Mending {
  if (!/\p{Script=Han}/u.test(candidate.match.text)) return mending
  const {text} = candidate.context.block
  const left = /[\p{Script=Latin}\p{N}]/u.test(text.charAt(mending.span.start - 1)) ? ' ' : ''
  const right = /[\p{Script=Latin}\p{N}]/u.test(text.charAt(mending.span.end)) ? ' ' : ''
  return left + right === '' ? mending : {...mending, replacement: left + mending.replacement + right}
}
