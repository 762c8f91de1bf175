// Which pieces of raw Markdown may be damaged, so that the others need no parsing. It may say yes where nothing is,
// never no where a rule applies: a rule whose examples none of these signs shows fails the tests. The rules: rules/.
import type {Range} from '../text/range.js'
import type {RawReadings} from '../text/raw-markup.js'

/** Words one of which is in all damage that shows in words and numbers; literal, so that looking is fast. */
const words =
  /laitimes|Share to|Please pay attention|WeChat|Current location|Joke Collection|Position: Home|NAV: |Source: Internet|homepage|Weibo, there|Japan|438\s?\+|654\.38|(?:hundred|100) million|illion \d|Ten thousand|20 [012]|html[A-Z]|TP[1-9]|ublic (?: |\*{3})|â€|(?:was|were) (?:born|founded|established|launched|released|listed|created)/
/** The last of them is damage only where a paragraph begins. */
const lost =
  /(?:^|\n)[^\p{L}\n]*(?:x |\^\S*: )?(?:was|were) (?:born|founded|established|launched|released|listed|created)/u
const contracted = /(?:do|does|did|is|was|are|were|could|should|would|have|has|ca|wo)nt$/
/** Marks and letters of East Asia: full-width marks, brackets, captions in Chinese, names of languages. */
const wide = /[ÂÃ\0\ufffd\u1100-\u11ff\u3000-\u303f\u3130-\u318f\uac00-\ud7af\uff00-\uffef\p{Script=Han}]/u
/** What is left of tags. */
const tags = /< ?\/? ?[pP]|[rpP][*_~[\]\\`]*>/

/** Whether prose in raw Markdown may be damaged; prose itself may be given as such, too. */
export function mayBeDamaged(readings: RawReadings): boolean {
  const {raw} = readings
  if (wide.test(raw) || tags.test(raw) || readings.kind === 'unknown') return true
  return readings.texts.some((text) => hasShape(text, readings.kind === 'several') || hasWords(text))
}

function hasWords(text: string): boolean {
  const found = words.exec(text)?.[0]
  if (found === undefined) return false
  if (!found.startsWith('w')) return true
  return lost.test(text) || words.test(text.replace(/(?:was|were) /g, ''))
}

/**
 * Whether marks, letters and digits stand together as in damage.
 *
 * @param isLoose - Whether the text may lack signs that stood between words.
 */
function hasShape(text: string, isLoose: boolean): boolean {
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const shape = unit < 0x80 ? shapes[unit] : unit === 0x201d ? mark : isCased(unit) ? capital : 0
    if (shape === 0) continue
    if (
      shape === capital ? isGlued(text, at, isLoose) : shape === mark ? isTorn(text, at) : isWord(text, at)
    ) {
      return true
    }
  }
  return false
}

const capital = 1
const mark = 2
const ending = 3
/** Per ASCII unit: in which shapes it may be the sign of damage. */
const shapes = new Uint8Array(128)
for (let unit = 0x41; unit <= 0x5a; unit++) shapes[unit] = capital
for (const sign of '#,".;!?%|') shapes[sign.charCodeAt(0)] = mark
shapes[0x74] = ending

/** A word that has lost its apostrophe. */
function isWord(text: string, at: number): boolean {
  return (
    text.charCodeAt(at - 1) === 0x6e &&
    !isLower(text.charCodeAt(at + 1)) &&
    contracted.test(text.slice(Math.max(0, at - 7), at + 1))
  )
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
      return before === 0x23 && next !== 0x23 && next > 0x20 && text.lastIndexOf('#', at - 2) >= 0
    case ',':
      if (isDigit(before) && /^(?: \d{3} |\d{3})/.test(text.slice(at + 1, at + 6)))
        return next === 0x20 || /\d{4}$/.test(text.slice(Math.max(0, at - 4), at))
      return (before === 0x20 && !isLetterOrDigit(next)) || (isLower(before) && isUpper(next))
    case '”':
      return /\s/.test(text.charAt(at - 1)) || (isStop(before) && isUpper(next))
    case '"':
      return isStop(before) && isUpper(next)
    case '%':
      return isDigit(before) && isLower(next)
    case '|':
      return /(?:Wen|Text|by)\s?$/.test(text.slice(Math.max(0, at - 6), at))
    default: {
      if (before === 0x20 && !isLetterOrDigit(next)) return true
      const isBehindWord =
        isLower(before) || before > 0x7f || before === 0x22 || before === 0x27 || before === 0x29
      if (!isBehindWord) return false
      if (isUpper(next) || next === 0x31 || next === 0x32) return true
      const isQuote = next === 0x22 || next === 0x201c || next === 0x201d
      return isQuote && isUpper(text.charCodeAt(at + 2))
    }
  }
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

/** Where letters beyond ASCII stand that have capitals; other signs there are taken for letters too. */
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

/** Shorter paragraphs may repeat each other, in UTF-16 units; their source is no shorter than their text. */
const shortest = 20

/**
 * Find the pieces in which a paragraph may repeat one of another piece, or of its own.
 *
 * Paragraphs that read alike have first lines that read alike. Every line that may be one is known by its letters,
 * whatever stands between them; only ASCII letters count, and what a link leads to does not.
 */
export function findTwins(source: string, pieces: readonly Range[]): Set<Range> {
  const first = new Map<number, Range>()
  const twins = new Set<Range>()
  for (const piece of pieces) {
    for (const line of listFirstLines(source, piece)) {
      const sum = sumLetters(line)
      const earlier = first.get(sum)
      if (earlier) twins.add(earlier).add(piece)
      else if (sum !== 0) first.set(sum, piece)
    }
  }
  return twins
}

/** Lines that do not go on with one that begins with a letter, without those of short paragraphs. */
function* listFirstLines(source: string, {start, end}: Range): Generator<string> {
  let mayGoOn = false
  for (let at = start; at < end; ) {
    const ending = source.indexOf('\n', at)
    const next = ending < 0 || ending >= end ? end : ending + 1
    const letter = source.charCodeAt(at) | 0x20
    const isPlain = letter >= 0x61 && letter <= 0x7a
    const isAlone = next === end || source[next] === '\n' || source[next] === '\r'
    if (!(isPlain && mayGoOn) && !(isAlone && next - at < shortest)) yield source.slice(at, next)
    mayGoOn = isPlain
    at = next
  }
}

/** A number for the letters of a line; where there are none, for all of it, but 0 for a line of signs. */
function sumLetters(line: string): number {
  const own = line.replace(/^[\s>*+\-\d.)#]*\[(?:[ xX]\]|\^[^\]]*\]:)/, '')
  const prose = own.includes('[') ? own.replace(/\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\]]*\]/g, '') : own
  return sumUnits(prose, isLetter) || sumUnits(line.replace(/^[\s\-=*_`~|:#+>]+/, ''), () => true)
}

function sumUnits(text: string, counts: (unit: number) => boolean): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (counts(unit)) sum = (Math.imul(sum, 31) + unit) | 0
  }
  return sum
}

function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
}
