// One sentence found by the rules of Unicode from the place where it is wanted, without a look at the rest of the text.
// Where the rules are not certain here, sentences.ts asks the segmenter.
import {type Block, unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import {sentenceClassOf, sentenceClass as unitIs} from './sentence-class.js'

/** The text of a block, and which line breaks in it end a line. */
export type SentenceText = Pick<Block, 'text' | 'kinds'>

/** How far around a place the rules look, in units, so that no text costs more than its length. */
const reach = 100

/**
 * The sentence that holds a unit.
 *
 * @returns Undefined where what stands around is not certain; the segmenter knows.
 * @see Unicode Standard Annex #29, “Sentence Boundaries”.
 */
export function findSentence(block: SentenceText, unit: number): Range | undefined {
  let start = unit
  for (; start > 0; start--) {
    const isStart = isBoundary(block, start)
    if (isStart === undefined) return undefined
    if (isStart) break
  }
  let end = unit + 1
  for (; end < block.text.length; end++) {
    const isEnd = isBoundary(block, end)
    if (isEnd === undefined) return undefined
    if (isEnd) break
  }
  return {start, end}
}

/** Whether one sentence ends and the next one begins here; undefined where that is not certain. */
function isBoundary(block: SentenceText, at: number): boolean | undefined {
  let mark = at - 1
  let found = classAt(block, mark)
  if (found === unitIs.lineEnd) return true
  while (found === unitIs.blank) found = classAt(block, --mark)
  while (found === unitIs.close) found = classAt(block, --mark)
  if (found === unitIs.unknown || at - mark > reach) return undefined
  if (found === unitIs.stop) return mayBegin(block, at) && endsAfterStop(block, mark, at)
  return found === unitIs.terminator && mayBegin(block, at)
}

/** Whether a sentence may begin here, behind a mark that ends one; all that there is to say but for full stops. */
function mayBegin(block: SentenceText, at: number): boolean | undefined {
  switch (classAt(block, at)) {
    case unitIs.unknown:
    case unitIs.semicolon:
      return undefined
    // What closes and the blanks belong to the sentence before; behind a blank a bracket opens.
    case unitIs.close:
      return classAt(block, at - 1) === unitIs.blank
    case unitIs.blank:
    case unitIs.lineEnd:
    case unitIs.comma:
    case unitIs.stop:
    case unitIs.terminator:
      return false
    default:
      return true
  }
}

/** A full stop ends no sentence inside of numbers and abbreviations, and where the next letter is a small one. */
function endsAfterStop(block: SentenceText, mark: number, at: number): boolean | undefined {
  if (mark === at - 1) {
    const next = classAt(block, at)
    if (next === unitIs.digit) return false
    const before = classAt(block, mark - 1)
    if (next === unitIs.upper && before === unitIs.unknown) return undefined
    if (next === unitIs.upper && (before === unitIs.lower || before === unitIs.upper)) return false
  }
  for (let ahead = at; ahead < block.text.length; ahead++) {
    const found = classAt(block, ahead)
    if (found === unitIs.lower) return false
    if (found === unitIs.unknown || ahead - at > reach) return undefined
    if (endsLook[found] === 1) return true
  }
  return true
}

/** Per class: 1 where no small letter is looked for any further. */
const endsLook = new Uint8Array(Object.keys(unitIs).length)
for (const found of [unitIs.upper, unitIs.letter, unitIs.stop, unitIs.terminator, unitIs.lineEnd])
  endsLook[found] = 1

/** The class of a unit of a block; before its first one `other`. */
function classAt({text, kinds}: SentenceText, at: number): number {
  if (at < 0) return unitIs.other
  const unit = text.charCodeAt(at)
  // A wrapped line goes on; only a hard break ends a sentence.
  if (unit === lineFeed) return kinds[at] === unitKind.prose ? unitIs.blank : unitIs.lineEnd
  return sentenceClassOf(unit)
}

const lineFeed = 0x0a
