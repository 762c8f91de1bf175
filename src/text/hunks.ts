// What became different between two texts, word by word. Changes that are known need no comparing.
import {diffLines, diffWordsWithSpace} from 'diff'
import type {Range} from './range.js'

/** A difference: a range of the earlier text, and `[from, to)` of the later one that stands in its place. */
export interface Hunk extends Range {
  readonly from: number
  readonly to: number
}

/** More edits than this are not looked for: texts so different are shown as one change, and in no time. */
const most = {lines: 4000, words: 2000} as const

/**
 * Find what became different.
 *
 * Lines are compared first, then the words of those that differ, so that long texts take no longer than they must.
 *
 * @returns In order, none overlapping or touching; empty for equal texts.
 */
export function findHunks(before: string, after: string): Hunk[] {
  const lines = diffLines(before, after, {maxEditLength: most.lines})
  const whole = {start: 0, end: before.length, from: 0, to: after.length}
  const rough = lines === undefined ? [whole] : collect(lines)
  return rough.flatMap((hunk) => {
    const {start, end, from, to} = hunk
    if (start === end || from === to) return [hunk]
    const words = diffWordsWithSpace(before.slice(start, end), after.slice(from, to), {
      maxEditLength: most.words
    })
    if (words === undefined) return [hunk]
    return collect(words).map((fine) => ({
      start: start + fine.start,
      end: start + fine.end,
      from: from + fine.from,
      to: from + fine.to
    }))
  })
}

interface Part {
  readonly value: string
  readonly added?: boolean
  readonly removed?: boolean
}

/** Neighbouring removals and additions are one hunk. */
function collect(parts: readonly Part[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let now = 0
  let isOpen = false
  for (const {value, added = false, removed = false} of parts) {
    if ((added || removed) && !isOpen) hunks.push({start: at, end: at, from: now, to: now})
    isOpen = added || removed
    if (!added) at += value.length
    if (!removed) now += value.length
    if (isOpen) hunks[hunks.length - 1] = {...hunks[hunks.length - 1]!, end: at, to: now}
  }
  return hunks
}
