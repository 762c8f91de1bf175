// What units are to the end of a sentence: the property Sentence_Break, of the units that texts are mostly made of.
// The rules that use it: sentence-rules.ts.

/** What a unit is to the end of a sentence. */
export const sentenceClass = {
  /** Not told here, or not the same in every version of Unicode. */
  unknown: 0,
  other: 1,
  lower: 2,
  upper: 3,
  /** A letter without capitals. */
  letter: 4,
  digit: 5,
  blank: 6,
  /** A bracket or quotation mark, opening ones too. */
  close: 7,
  /** A comma, colon or dash: the sentence goes on. */
  comma: 8,
  /** A full stop, which also ends abbreviations. */
  stop: 9,
  /** Any other mark that ends a sentence. */
  terminator: 10,
  /** The end of a line that is one of the text's own. */
  lineEnd: 11,
  /** A semicolon, which only newer versions of Unicode count among the commas. */
  semicolon: 12
} as const

/** Up to the end of Latin Extended-A. */
const lowSize = 0x180

/** Han letters but for those that came late. */
const han = {first: 0x4e00, last: 0x9fa5} as const

/** The class of a unit. */
export function sentenceClassOf(unit: number): number {
  if (unit < lowSize) return lowClasses[unit]!
  if (unit >= han.first && unit <= han.last) return sentenceClass.letter
  return highClasses.get(unit) ?? sentenceClass.unknown
}

/** Marks of each class; letters and digits are added below. */
const marks: readonly (readonly [number, string])[] = [
  [sentenceClass.other, '#$%&*+/<=>@\\^_`|~¢£¤¥¦§©¬®¯°±²³´¶·¸¹¼½¾×÷‐‑•…€™→￼'],
  [sentenceClass.blank, ' \t\v\f\u00a0\u2002\u2003\u2009\u202f\u3000'],
  [sentenceClass.close, '"\'()[]{}«»‘’“”‚„‹›《》〈〉「」『』【】（）'],
  [sentenceClass.comma, ',-:–—、，：'],
  [sentenceClass.stop, '.'],
  [sentenceClass.terminator, '!?。！？'],
  [sentenceClass.semicolon, ';；']
]

const lowClasses = new Uint8Array(lowSize)
const highClasses = new Map<number, number>()

for (const [found, units] of marks) {
  for (let at = 0; at < units.length; at++) {
    const unit = units.charCodeAt(at)
    if (unit < lowSize) lowClasses[unit] = found
    else highClasses.set(unit, found)
  }
}
lowClasses.fill(sentenceClass.digit, 0x30, 0x3a)
// Letters that have a small form are capitals; all others of these scripts are small.
for (let unit = 0x41; unit < lowSize; unit++) {
  const letter = String.fromCharCode(unit)
  if (/\p{L}/u.test(letter))
    lowClasses[unit] = letter.toLowerCase() === letter ? sentenceClass.lower : sentenceClass.upper
}
