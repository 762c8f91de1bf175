// Which pieces of raw Markdown may be damaged, so that the others need no parsing. It may say yes where nothing is,
// never no where a rule applies. The rules: rules.ts; a rule that none of these signs shows fails the tests.
import type {RawReadings} from '../text/raw-markup.js'

/** Words and phrases one of which is in all damage of their rules. */
const phrases =
  /laitimes|Share to|Please pay attention|WeChat public account|Current location|Position: Home|homepage|In addition to Weibo|Japan|438|654\.38|TP[1-9]|(?:hundred|100) million|million \d{1,3} thousand|Ten thousand|html(?=[A-Z\u0080-\uffff])|20 [012]|(?:do|does|did|is|was|are|were|could|should|would|have|has)nt(?![a-z])|(?:Wen|Text)\s?[|丨]/
/** Full-width marks, a corner bracket, and all Chinese: captions are repeated far apart. */
const wide = /[，。；：！？、』丨]|\p{Script=Han}/u

/** Whether the prose in a piece of raw Markdown may be damaged, by what the piece may read like. */
export function mayBeDamaged({kind, texts}: RawReadings): boolean {
  if (kind === 'unknown') return true
  return texts.some((text) => phrases.test(text) || hasShape(text, kind === 'several') || wide.test(text))
}

/**
 * Whether marks, letters and digits stand together as in damage.
 *
 * @param isLoose - Whether the text may lack signs that stood between words.
 */
function hasShape(text: string, isLoose: boolean): boolean {
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isUpper(unit) ? isGlued(text, at, isLoose) : isMark(unit) && isTorn(text, at)) return true
  }
  return false
}

/** A capital behind three small letters that begin a word. */
function isGlued(text: string, at: number, isLoose: boolean): boolean {
  let start = at
  while (start > 0 && isLower(text.charCodeAt(start - 1))) start--
  return at - start >= 3 && (isLoose || start === 0 || !isLetterOrDigit(text.charCodeAt(start - 1)))
}

/** A blank on the wrong side of a mark, or none on the right one. */
function isTorn(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const next = text.charCodeAt(at + 1)
  switch (text[at]) {
    case '#':
      return (
        before === 0x23 &&
        next !== 0x23 &&
        next > 0x20 &&
        /#[^#\s][^#\n]{0,60}##$/.test(text.slice(Math.max(0, at - 70), at + 1))
      )
    case ',':
      if (isDigit(before) && next === 0x20 && /^\d{3} /.test(text.slice(at + 2, at + 6))) return true
      return before === 0x20 && !isLetterOrDigit(next)
    case '”':
      if (/\s/.test(text.charAt(at - 1))) return true
      return isStop(before) && isUpper(next)
    case '"':
      return isStop(before) && isUpper(next)
    default: {
      if (before === 0x20 && !isLetterOrDigit(next)) return true
      const isBehindWord =
        isLower(before) || before > 0x7f || before === 0x22 || before === 0x27 || before === 0x29
      if (!isBehindWord) return false
      if (isUpper(next) || next === 0x31 || next === 0x32) return true
      return (next === 0x22 || next === 0x201c || next === 0x201d) && isUpper(text.charCodeAt(at + 2))
    }
  }
}

/** Marks that damage moves: `#` `,` `.` `;` `!` `?` and closing quotation marks. */
function isMark(unit: number): boolean {
  return unit < 0x80 ? unit === 0x23 || unit === 0x2c || unit === 0x22 || isStop(unit) : unit === 0x201d
}

function isStop(unit: number): boolean {
  return unit === 0x2e || unit === 0x3b || unit === 0x21 || unit === 0x3f
}

/** ASCII capitals, and whatever beyond ASCII may be one. */
function isUpper(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || isCased(unit)
}

function isLower(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || isCased(unit)
}

/** Where most letters beyond ASCII that have capitals stand: Latin, Greek, Cyrillic; and the rest, taken together. */
function isCased(unit: number): boolean {
  return (
    (unit >= 0xaa && unit < 0x600) ||
    (unit >= 0x10a0 && unit < 0x2000) ||
    (unit >= 0x2c00 && unit < 0x2e00) ||
    unit >= 0xa640
  )
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isLetterOrDigit(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}
