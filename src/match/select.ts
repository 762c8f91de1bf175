// Which of several overlapping glossary texts count. What each stands for: read.ts.
import type {Glossary} from '../model.js'
import {type Range, rangeContains} from '../text/range.js'
import {searchText} from '../text/search.js'
import {lowerBound} from '../text/sorted.js'
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
    candidates.push({
      surface,
      start,
      end,
      reading: readSurface(glossary.surfaces.at(surface)!, original, start, end)
    })
  })
  const counting = exceptExceptions(candidates)
  return selectLongest(counting.filter(({reading}) => reading.isShield || reading.wrongs.length > 0))
}

/** Drop an entry's mistranslations from its exceptions, where the phrase is right as it stands. */
function exceptExceptions(candidates: readonly Candidate[]): readonly Candidate[] {
  const phrases = candidates.filter(({reading}) => reading.exceptions.length > 0).sort(byStartThenLength)
  if (phrases.length === 0) return candidates
  const longest = phrases.reduce((most, {start, end}) => Math.max(most, end - start), 0)
  return candidates.map((candidate) => {
    if (candidate.reading.wrongs.length === 0) return candidate
    const around = phrasesAround(candidate, phrases, longest)
    const wrongs = candidate.reading.wrongs.filter(
      ({entry}) => !around.some((phrase) => phrase.reading.exceptions.includes(entry))
    )
    return {...candidate, reading: {...candidate.reading, wrongs}}
  })
}

/** The phrases that hold a place. @param phrases - Sorted by start; none is longer than `longest`. */
function phrasesAround(place: Range, phrases: readonly Candidate[], longest: number): Candidate[] {
  const around: Candidate[] = []
  let at = lowerBound(phrases, ({start}) => start, place.end - longest)
  for (; at < phrases.length && phrases[at]!.start <= place.start; at++)
    if (rangeContains(phrases[at]!, place)) around.push(phrases[at]!)
  return around
}

/**
 * Keep the texts that count where several overlap, right names and mistranslations alike.
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
