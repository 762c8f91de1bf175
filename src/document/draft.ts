// A block while it is read: pieces of text with their places, marks, and the line break that may follow.
// markdown.ts, metadata.ts and plain.ts fill drafts; protected.ts knows what in finished prose is off limits.
import {
  type Block,
  type BlockKind,
  type DocumentProblem,
  type Fragment,
  type Mark,
  unitKind
} from '../model.js'
import type {Range} from '../text/range.js'
import {allProse, type PieceOfText, placePieces} from './places.js'
import {findCertain} from './protected.js'
import type {Step} from './switches.js'

/** What a format's reader finds in a text; each list in source order. */
export interface Parts {
  readonly drafts: readonly Draft[]
  readonly fragments: readonly Fragment[]
  /** Switch comments, and the constructs behind them that one may apply to. */
  readonly steps: readonly Step[]
  readonly problems: readonly DocumentProblem[]
}

/** A value of `unitKind`. */
export type UnitKind = (typeof unitKind)[keyof typeof unitKind]

/** Text of one or more units, and its kind. */
interface Piece extends PieceOfText {
  readonly kind: UnitKind
}

/** A line break whose end is not known yet: the next line's prefixes belong to it. */
interface Break {
  readonly start: number
  end: number
  kind: UnitKind
  /** False while only the blanks before the line ending were seen. */
  hasEnding: boolean
}

/** A mark whose end is not known yet. */
export interface OpenMark {
  readonly kind: Mark['kind']
  readonly open: {start: number; end: number}
  readonly close: {start: number; end: number}
  readonly span: {start: number; end: number}
  reference?: NonNullable<Mark['reference']>
}

/** A block while it is read. */
export class Draft {
  readonly kind: BlockKind
  readonly group: number
  depth = 0
  /** Set where all of the text is readable only. */
  isProtected = false
  /** After a task list item's box, the blank behind it belongs to the box. */
  #dropsBlank = false
  #length = 0
  #break: Break | undefined
  readonly #pieces: Piece[] = []
  readonly #marks: OpenMark[] = []

  constructor(kind: BlockKind, group: number) {
    this.kind = kind
    this.group = group
  }

  /** Add text that stands in the source as it is. */
  addRun(text: string, start: number, kind: UnitKind): void {
    this.endBreak()
    const skipped = this.#dropsBlank ? 1 : 0
    this.#dropsBlank = false
    if (text.length === skipped) return
    this.#add({
      text: skipped ? text.slice(skipped) : text,
      range: {start: start + skipped, end: start + text.length},
      kind,
      isAtom: false
    })
  }

  /** Leave out the blank that follows. */
  dropBlank(): void {
    this.#dropsBlank = true
  }

  /** Add text that all of a range stands for: a decoded entity, an escape, an image. */
  addAtom(text: string, range: Range, kind: UnitKind): void {
    this.endBreak()
    this.#dropsBlank = false
    this.#add({text, range, kind, isAtom: true})
  }

  /** Blanks or a marker before a line ending; without the ending they are no part of the text. */
  startBreak(range: Range, kind: UnitKind): void {
    this.endBreak()
    this.#break = {start: range.start, end: range.end, kind, hasEnding: false}
  }

  /** A line ending; `kind` is that of a soft one. */
  addLineEnding(range: Range, kind: UnitKind): void {
    if (this.#break?.hasEnding) this.endBreak()
    const {start, end} = range
    // Field by field: this runs for every line, and copying objects takes many times as long.
    this.#break = {start: this.#break?.start ?? start, end, kind: this.#break?.kind ?? kind, hasEnding: true}
  }

  /** Indentation or a quote's `>` at the start of a line belongs to the break before it. */
  extendBreak(end: number): void {
    if (this.#break?.hasEnding) this.#break.end = end
  }

  /** Write a line break that was waiting for its end. */
  endBreak(): void {
    const pending = this.#break
    this.#break = undefined
    if (!pending?.hasEnding) return
    if (!this.#dropsBlank) this.#add({text: '\n', range: pending, kind: pending.kind, isAtom: true})
    this.#dropsBlank = false
  }

  /** Begin a mark at its opening marker. Marks are kept in the order in which they open. */
  openMark(kind: Mark['kind'], open: Range): OpenMark {
    this.endBreak()
    const mark: OpenMark = {
      kind,
      open: {...open},
      close: {start: open.end, end: open.end},
      span: {start: this.#length, end: this.#length}
    }
    this.#marks.push(mark)
    return mark
  }

  /** End a mark's text; `closeStart` is where its closing marker begins. */
  endMarkText(mark: OpenMark, closeStart: number): void {
    this.endBreak()
    mark.span.end = this.#length
    mark.close.start = closeStart
  }

  /** The block, or nothing where there is no text at all. */
  finish(): Block | undefined {
    if (this.#length === 0) return undefined
    const {starts, ends} = placePieces(this.#pieces, this.#length)
    const text = this.#pieces.length === 1 ? this.#pieces[0]!.text : this.#pieces.map(textOf).join('')
    const kinds = this.#findKinds(text)
    return {
      kind: this.kind,
      depth: this.depth,
      text,
      starts,
      ends,
      kinds,
      marks: this.#marks,
      range: {start: starts[0]!, end: ends[this.#length - 1]!},
      group: this.group
    }
  }

  /** Of all units; most blocks are prose from end to end. */
  #findKinds(text: string): Uint8Array {
    if (this.isProtected) return new Uint8Array(text.length).fill(unitKind.protected)
    const certain = findCertain(text)
    const {prose} = unitKind
    if (certain.length === 0 && this.#pieces.every(({kind}) => kind === prose)) return allProse(text.length)
    const kinds = new Uint8Array(text.length)
    let unit = 0
    for (const {text: words, kind} of this.#pieces) {
      kinds.fill(kind, unit, unit + words.length)
      unit += words.length
    }
    for (const {start, end} of certain) {
      for (let at = start; at < end; at++) if (kinds[at] === prose) kinds[at] = unitKind.protected
    }
    return kinds
  }

  #add(piece: Piece): void {
    this.#pieces.push(piece)
    this.#length += piece.text.length
  }
}

function textOf({text}: Piece): string {
  return text
}
