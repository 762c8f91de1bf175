// Where Markdown can be cut so that each piece reads as it does inside the whole. Which pieces are parsed, and how
// their prose becomes one document, is told in pieces-parse.ts.

/** A list item's marker at the start of a line. */
const listMarker = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/
/** The opening line of fenced code, with its indentation and its fence. */
const fenceOpening = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/
/** A line on which HTML may begin, behind whatever containers. */
const htmlLine = /^[ \t>*+\-\d.)]*</
/** HTML that blank lines do not end, and what ends it. */
const longHtml: readonly {readonly opening: RegExp; readonly closing: RegExp}[] = [
  {opening: /<(?:script|pre|style|textarea)(?![a-z])/i, closing: /<\/(?:script|pre|style|textarea)>/i},
  {opening: /<!--/, closing: /-->/},
  {opening: /<\?/, closing: /\?>/},
  {opening: /<!\[CDATA\[/, closing: /\]\]>/},
  {opening: /<![a-z]/i, closing: />/}
]
/** Containers and formulas that blank lines do not end, and that nothing here keeps track of. */
const longBlock = /^[ \t>*+\-\d.)]*(?::::|\$\$)/

/**
 * Cut Markdown at places where no construct is open, so that the pieces, each read alone but with the reference
 * definitions of all, have the blocks of the whole.
 *
 * A piece begins at the start of the text, behind front matter, behind fenced code, or at a line without indentation
 * behind a blank line: that closes every paragraph, quote, list item and footnote. It does not where such a line
 * would go on with a list.
 *
 * @returns Where the pieces begin, in UTF-16 units, the first 0; nothing where it is not certain: lone carriage
 *   returns, HTML, formulas and directives over blank lines, a fence that may belong to a list item.
 * @see CommonMark 0.31.2, sections 4 and 5
 */
export function splitPieces(source: string): number[] | undefined {
  if (/\r(?!\n)/.test(source)) return undefined
  const body = endOfFrontMatter(source)
  if (body === undefined) return undefined
  // A byte order mark belongs to the first line without being a part of it.
  const first = source.startsWith('\uFEFF') ? 1 : 0
  const splitter = new Splitter(first)
  let start = Math.max(first, body)
  while (start < source.length) {
    const ending = source.indexOf('\n', start)
    const next = ending < 0 ? source.length : ending + 1
    if (!splitter.read(source, start, next)) return undefined
    start = next
  }
  return splitter.starts
}

/** Where the text behind front matter begins; 0 without any; nothing where it is not certain. */
function endOfFrontMatter(source: string): number | undefined {
  const [, mark = '', fence] = /^(\uFEFF?)(---|\+\+\+)/.exec(source) ?? []
  if (fence === undefined) return 0
  let start = mark.length
  for (let first = true; start < source.length; first = false) {
    const ending = source.indexOf('\n', start)
    const next = ending < 0 ? source.length : ending + 1
    const line = source.slice(start, next).replace(/\r?\n$/, '')
    if (line.startsWith(fence)) {
      if (line === fence && !first) return next
      if (first !== (line === fence) || /^[-+]+[ \t]+$/.test(line)) return undefined
    }
    start = next
  }
  return undefined
}

/** The state of one pass over the lines. */
class Splitter {
  readonly starts: number[] = [0]
  /** Where the text begins. */
  readonly #first: number
  /** Whether a piece may begin at the next line whatever it is. */
  #isFree = true
  #isBehindBlank = false
  /** Whether the piece may hold a list, or a footnote, at its end. */
  #hasItems = false
  /** Whether the piece may end with indented code: micromark lets fewer constructs begin behind it. */
  #hasCode = false
  /** Whether HTML may be open since the last blank line. */
  #hasHtml = false
  /** The sign and length of an open fence. */
  #fence: {readonly sign: string; readonly length: number} | undefined

  constructor(first: number) {
    this.#first = first
  }

  /**
   * Read a line.
   *
   * @returns Whether it is certain what the line does.
   */
  read(source: string, start: number, end: number): boolean {
    const first = source.charCodeAt(start)
    if (this.#fence !== undefined) return this.#readInFence(source.slice(start, end))
    // Most lines begin with a letter, and most of the others are blank: both are told by their first unit.
    if (isPlainStart(first)) {
      const mayCut =
        this.#isFree || (this.#isBehindBlank && !(this.#hasCode && source.slice(start, end).includes('|')))
      if (mayCut) this.#begin(start)
      this.#isFree = false
      this.#isBehindBlank = false
      return true
    }
    const line = source.slice(start, end).trimEnd()
    if (isBlank(source, start, end)) {
      this.#isBehindBlank = true
      this.#hasHtml = false
      return true
    }
    return this.#readOther(line, start)
  }

  #readOther(line: string, start: number): boolean {
    const isItem = listMarker.test(line) || line.startsWith('[^')
    const isIndented = /^[ \t\uFEFF]/.test(line)
    const isBarred = (isItem && this.#hasItems) || (this.#hasCode && !line.startsWith('#'))
    const isClosing = this.#isBehindBlank && !isIndented && !isBarred
    // A piece must not begin with a byte order mark of its own: parsers drop it.
    if (this.#isFree && line.startsWith('\uFEFF')) return false
    if (isClosing || this.#isFree) this.#begin(start)
    this.#isFree = false
    this.#isBehindBlank = false
    if (longBlock.test(line)) return false
    if (!this.#readHtml(line) || !this.#readFence(line, start)) return false
    this.#hasItems ||= isItem
    this.#hasCode ||= /^(?: {4}| {0,3}\t)/.test(line)
    return true
  }

  #begin(start: number): void {
    if (start > this.#first) this.starts.push(start)
    this.#hasItems = false
    this.#hasCode = false
    this.#hasHtml = false
  }

  /** HTML that goes on over blank lines is not kept track of. */
  #readHtml(line: string): boolean {
    if (!htmlLine.test(line)) return true
    this.#hasHtml = true
    const found = longHtml.find(({opening}) => opening.test(line))
    const opening = found?.opening.exec(line)
    return !found || !opening || found.closing.test(line.slice(opening.index + opening[0].length))
  }

  #readFence(line: string, start: number): boolean {
    const [, indent, fence] = fenceOpening.exec(line) ?? []
    if (fence === undefined) return true
    if (this.#hasHtml || (indent !== '' && this.#hasItems)) return false
    // Without indentation it closes whatever is open, and interrupts a paragraph.
    if (indent === '' && this.starts.at(-1) !== start) this.#begin(start)
    this.#fence = {sign: fence.charAt(0), length: fence.length}
    return true
  }

  #readInFence(line: string): boolean {
    const {sign, length} = this.#fence!
    const [, closing = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*\r?\n?$/.exec(line) ?? []
    if (closing.length >= length && closing.startsWith(sign)) {
      this.#fence = undefined
      this.#isFree = true
      this.#isBehindBlank = false
    }
    return true
  }
}

/** ASCII letters and what is beyond ASCII begin nothing but a paragraph, or go on with what is open. */
function isPlainStart(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit > 0x7f && unit !== 0xfeff)
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = source.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) return false
  }
  return true
}
