// The sentences of a block, as Unicode has them. Where a capital says nothing because a sentence begins: text/sentence.ts.
import {unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import {lowerBound} from '../text/sorted.js'
import {findSentence, type SentenceText} from './sentence-rules.js'

/**
 * Prepare for finding the sentences of a block, for it is seldom that all are wanted.
 *
 * @returns A function from a unit to the sentence that holds it.
 */
export function createSentenceReader(block: SentenceText): (unit: number) => Range {
  let last: Range | undefined
  let all: readonly Range[] | undefined
  return (unit) => {
    // Most often two matches that follow one another stand in one sentence.
    if (last !== undefined && last.start <= unit && unit < last.end) return last
    last = all === undefined ? findSentence(block, unit) : undefined
    if (last === undefined) {
      all ??= splitSentences(block)
      last = all[lowerBound(all, ({end}) => end, unit + 1)] ?? {start: 0, end: block.text.length}
    }
    return last
  }
}

/** Made when first asked for: it takes as long as a short article, and most need none. */
let segmenter: Intl.Segmenter | undefined

/** The segmenter takes time by the square of a text's length: long paragraphs are given to it in parts, in units. */
const partLength = 1000

/**
 * Split a block into sentences.
 *
 * @returns In source order, without gaps.
 * @see Unicode Standard Annex #29, “Sentence Boundaries”.
 */
export function splitSentences({text, kinds}: SentenceText): Range[] {
  // A wrapped line goes on; only a hard break ends a sentence, as the segmenter has it for all of them.
  const unwrapped = text.includes('\n')
    ? text.replace(/\n/g, (end, unit: number) => (kinds[unit] === unitKind.prose ? ' ' : end))
    : text
  const sentences: Range[] = []
  let start = 0
  let length = partLength
  while (start < text.length) {
    const end = start + length
    const part = splitPart(unwrapped.slice(start, end), start)
    if (end < text.length) part.splice(-uncertain)
    sentences.push(...part)
    start = part.at(-1)?.end ?? start
    length = part.length === 0 ? length * 2 : partLength
  }
  return sentences
}

/**
 * Sentences at the end of a part that may go on in the next one: the last, and the one before, for what follows its full
 * stop decides whether it ends there. All before are certain: a mark that ends a sentence ends the look-ahead too.
 */
const uncertain = 2

function splitPart(text: string, offset: number): Range[] {
  segmenter ??= new Intl.Segmenter('en', {granularity: 'sentence'})
  return Array.from(segmenter.segment(text), ({index, segment}) => ({
    start: offset + index,
    end: offset + index + segment.length
  }))
}
