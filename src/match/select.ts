// Which of several overlapping glossary texts count. What each stands for: read.ts.
import type {Glossary} from '../model.js'
import type {Range} from '../text/range.js'
import {searchText} from '../text/search.js'
import {type Reading, readSurface} from './read.js'

/** A glossary text at one place, and what it stands for there. */
export interface Candidate extends Range {
  /** Index into `glossary.surfaces`. */
  readonly surface: number
  readonly reading: Reading
}

/**
 * Find the glossary texts in a text that count.
 *
 * @param text - What is searched.
 * @param original - What is read, unit for unit the same text, where parts of `text` are blotted out.
 * @returns In the order of the text, none overlapping.
 */
export function findCandidates(glossary: Glossary, text: string, original = text): Candidate[] {
  const candidates: Candidate[] = []
  searchText(glossary.search, text, (surface, start, end) => {
    const reading = readSurface(glossary.surfaces[surface]!, original, start, end)
    if (reading.isShield || reading.wrongs.length > 0) candidates.push({surface, start, end, reading})
  })
  return selectLongest(candidates)
}

/**
 * Keep the texts that count where several overlap, right names, exceptions and mistranslations alike.
 *
 * The earliest start wins; at one start, the longest. So a mistranslation inside a longer right name is none
 * (“Pangu” in “Huawei Pangu”), and neither is a right name inside a longer mistranslation (“Tongyi” in “Tongyi
 * Thousand Questions”). A loser shields nobody.
 *
 * @param candidates - In any order; no two with the same range.
 * @returns The winners in the order of the text, no two overlapping.
 */
export function selectLongest<T extends Range>(candidates: readonly T[]): T[] {
  const winners: T[] = []
  let end = 0
  for (const candidate of [...candidates].sort(byStartThenLength)) {
    if (candidate.start < end) continue
    winners.push(candidate)
    end = candidate.end
  }
  return winners
}

function byStartThenLength(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end
}
