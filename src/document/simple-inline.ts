// Inline content of the plainest kind: text, emphasis by asterisks, code, links with their destination, tags,
// addresses, line ends.
// Anything else is refused, and the parser reads it (markdown.ts). Blocks: simple.ts.
import {unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import type {Draft, OpenMark} from './draft.js'
import type {Reader} from './reader.js'

/** Emphasis or a link that is open. */
interface Open {
  readonly mark: OpenMark
  readonly kind: 'emphasis' | 'strong' | 'link'
}

/**
 * What may be markup, and the dot of `www.`, which makes an address. A pipe is none: a table has a row of dashes, and
 * no line with such a row comes here.
 */
const sign = /[\0\t\\<~_@&$:![\]*`.](?<=[^.]|[wW]{3}\.)/g

/** A link's end with a destination that needs no rules: no blanks, brackets, quotes, escapes or entities in it. */
const destination = /^\]\([^\s\p{Cc}()<>[\]\\`"'&#][^\s\p{Cc}()<>[\]\\`"'&]*\)/u
/** An address that ends where everybody sees it end. */
const address = /^https?:\/\/(?:[a-z0-9]+[.-])+[a-z]{2,}(?:\/[A-Za-z0-9-]+)*\/?(?=[.,;!?]?(?:\s|$))/
/** A tag of inline HTML that is not of a comment, and holds nothing that needs rules. */
const tag = /^<(?:\/[a-z]+|[a-z]+(?: [a-z-]+="[^"<>&\\`]*")*(?: ?\/)?)>/

/**
 * Read inline content into a draft.
 *
 * @param reader - Takes the words of images.
 * @param lines - Of one block, in order, without indentation, containers and line endings.
 * @returns Whether all of it is plain; if not, the draft is of no use.
 */
export function readInline(reader: Reader, draft: Draft, lines: readonly Range[]): boolean {
  const {source} = reader
  const scanner = new Scanner(draft, reader)
  for (const [index, line] of lines.entries()) {
    const last = source[line.end - 1]
    if (last === ' ' || last === '\t') return false
    if (index > 0) {
      draft.addLineEnding({start: lines[index - 1]!.end, end: line.start}, unitKind.prose)
      draft.endBreak()
    }
    if (!scanner.readLine(line)) return false
  }
  return scanner.isClosed
}

/** The state of one pass over a block's lines. */
class Scanner {
  readonly #draft: Draft
  readonly #reader: Reader
  readonly #source: string
  readonly #open: Open[] = []
  #line: Range = {start: 0, end: 0}
  /** From where on the text is not yet in the draft. */
  #from = 0

  constructor(draft: Draft, reader: Reader) {
    this.#draft = draft
    this.#reader = reader
    this.#source = reader.source
  }

  /** Whether nothing is left open. */
  get isClosed(): boolean {
    return this.#open.length === 0
  }

  readLine(line: Range): boolean {
    this.#line = line
    this.#from = line.start
    const text = this.#source.slice(line.start, line.end)
    sign.lastIndex = 0
    while (sign.test(text)) {
      const next = this.#readSign(line.start + sign.lastIndex - 1)
      if (next < 0) return false
      sign.lastIndex = next - line.start
    }
    this.#addText(line.end, line.end)
    return true
  }

  /** @returns Where to go on; -1 to refuse. */
  #readSign(at: number): number {
    const next = this.#source[at + 1]
    switch (this.#source[at]) {
      case '*':
        return this.#readAsterisks(at)
      case '`':
        return this.#readCode(at)
      case '[':
        return this.#openLink(at)
      case ']':
        return this.#closeLink(at)
      case '_':
        return isLetter(this.#source[at - 1]) && isLetter(next) ? at + 1 : -1
      case '&':
        return /^&[#a-z0-9]+;/i.test(this.#source.slice(at, at + 40)) ? -1 : at + 1
      case '$':
        return next === '$' ? -1 : at + 1
      case ':':
        return next === '/' ? this.#readAddress(at) : next === ':' ? -1 : at + 1
      case '<':
        return this.#readProtected(at, tag)
      case '!':
        return next === '[' ? this.#readImage(at) : at + 1
      default:
        return -1
    }
  }

  #addText(end: number, next: number): number {
    if (end > this.#from) {
      this.#draft.addRun(this.#source.slice(this.#from, end), this.#from, unitKind.prose)
    }
    this.#from = next
    return next
  }

  /** Markers that can only open, or only close what was opened last by as many; those that can do neither are text. */
  #readAsterisks(at: number): number {
    let end = at + 1
    while (end < this.#line.end && this.#source[end] === '*') end++
    if (end - at > 2) return -1
    const before = at === this.#line.start ? 'space' : classOf(this.#source[at - 1])
    const after = end === this.#line.end ? 'space' : classOf(this.#source[end])
    const canOpen = after === 'word' || (after === 'sign' && before !== 'word')
    const canClose = before === 'word' || (before === 'sign' && after !== 'word')
    if (canOpen && canClose) return -1
    if (!canOpen && !canClose) return end
    const kind = end - at === 2 ? 'strong' : 'emphasis'
    this.#addText(at, end)
    if (canOpen) {
      this.#open.push({mark: this.#draft.openMark(kind, {start: at, end}), kind})
      return end
    }
    const open = this.#open.pop()
    if (open?.kind !== kind) return -1
    this.#draft.endMarkText(open.mark, at)
    open.mark.close.end = end
    return end
  }

  /** Code between single backticks on one line, without blanks at its ends. */
  #readCode(at: number): number {
    const {end} = this.#line
    const closing = this.#source.indexOf('`', at + 1)
    if (closing < 0 || closing >= end || closing === at + 1 || this.#source[closing + 1] === '`') return -1
    const code = this.#source.slice(at + 1, closing)
    if (/^\s|\s$|[\0\t]/.test(code)) return -1
    this.#addText(at, closing + 1)
    this.#draft.addRun(code, at + 1, unitKind.protected)
    return closing + 1
  }

  /** An address behind a blank, by the colon of its scheme. */
  #readAddress(at: number): number {
    const start = at - (this.#source[at - 1] === 's' ? 'https'.length : 'http'.length)
    const isApart = start === this.#line.start || this.#source[start - 1] === ' '
    const isInLink = this.#open.some(({kind}) => kind === 'link')
    return start >= this.#from && isApart && !isInLink ? this.#readProtected(start, address) : -1
  }

  #readProtected(start: number, pattern: RegExp): number {
    const found = pattern.exec(this.#source.slice(start, this.#line.end))?.[0]
    if (found === undefined) return -1
    const end = start + found.length
    this.#addText(start, end)
    this.#draft.addRun(found, start, unitKind.protected)
    return end
  }

  /** An image with plain words and a plain destination; the words are a block of their own. */
  #readImage(at: number): number {
    const rest = this.#source.slice(at, this.#line.end)
    const [image, words] = /^!\[([\p{L}\p{N}][\p{L}\p{N} ,.-]*)\](?=\()/u.exec(rest) ?? []
    const closing = image === undefined ? undefined : destination.exec(rest.slice(image.length - 1))?.[0]
    if (image === undefined || words === undefined || closing === undefined) return -1
    const end = at + image.length - 1 + closing.length
    this.#addText(at, end)
    this.#draft.addAtom('\uFFFC', {start: at, end}, unitKind.object)
    this.#reader.openDraft('alt').addRun(words, at + 2, unitKind.prose)
    this.#reader.closeSink()
    return end
  }

  #openLink(at: number): number {
    if (this.#source[at + 1] === '^' || this.#open.some(({kind}) => kind === 'link')) return -1
    this.#addText(at, at + 1)
    this.#open.push({mark: this.#draft.openMark('link', {start: at, end: at + 1}), kind: 'link'})
    return at + 1
  }

  #closeLink(at: number): number {
    const open = this.#open.pop()
    const rest = this.#source.slice(at, this.#line.end)
    const closing = destination.exec(rest)?.[0]
    if (open?.kind !== 'link' || closing === undefined || this.#source[at - 1] === '[') return -1
    this.#addText(at, at + closing.length)
    this.#draft.endMarkText(open.mark, at)
    open.mark.close.end = at + closing.length
    return at + closing.length
  }
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /^[a-z\d]$/i.test(character)
}

/** What a UTF-16 unit is to emphasis. @see CommonMark 0.31.2, section 6.2 */
function classOf(unit: string | undefined): 'space' | 'sign' | 'word' {
  if (unit === undefined || /^\s$/.test(unit)) return 'space'
  return /^[\p{P}\p{S}]$/u.test(unit) ? 'sign' : 'word'
}
