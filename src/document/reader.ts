// The state of one pass over Markdown: where inline content goes, what it is inside of. markdown.ts holds the rules.
import type {Token} from 'micromark-util-types'
import {type BlockKind, type DocumentProblem, type Fragment, type Mark, unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import {Draft, type OpenMark, type Parts, type UnitKind} from './draft.js'
import {findComments, type Step} from './switches.js'

/** What to do at a token. */
export type Rule = (reader: Reader, token: Token) => void

/** Emphasis, a link or an image that is open. */
interface Inline {
  /** Nothing for an image, which is an object in its block. */
  readonly mark: OpenMark | undefined
  /** An image's alternative text. */
  alt: Draft | undefined
  /** How a definition is named; links and images name one unless a destination follows. */
  reference: Mark['reference'] | undefined
}

/** The state of one pass over a source's events. */
export class Reader implements Parts {
  /** In source order. */
  readonly drafts: Draft[] = []
  readonly fragments: Fragment[] = []
  /** Switch comments, and the constructs behind them that one may apply to. */
  readonly steps: Step[] = []
  readonly problems: DocumentProblem[] = []
  /** Per open container, innermost last: the group that paragraphs right inside share, if any. */
  readonly groups: (number | undefined)[] = []
  /** Kind of the text that follows. */
  kind: UnitKind = unitKind.prose
  /** Of the heading being read; an underlined one tells it at its end. */
  headingDepth = 0
  heading: Draft | undefined
  readonly source: string
  /** Chosen front matter keys; nothing for the usual ones. */
  readonly metadataKeys: readonly string[] | undefined
  /** Where the part that is read begins, and the byte order mark, which micromark's offsets leave out. */
  readonly #shift: number
  /** Where inline content goes; nothing where it is no prose, as between a destination and its title. */
  readonly #sinks: (Draft | undefined)[] = []
  /** Open inline markup, innermost last. */
  readonly #inlines: Inline[] = []
  #lastGroup = 0

  /**
   * @param source - The whole text.
   * @param start - Where the part begins that is read.
   */
  constructor(source: string, metadataKeys?: readonly string[], start = 0) {
    this.source = source
    this.metadataKeys = metadataKeys
    this.#shift = start === 0 && source.startsWith('\uFEFF') ? 1 : start
  }

  /** Where inline content goes now. */
  get draft(): Draft | undefined {
    return this.#sinks.at(-1)
  }

  /** A token's place in the source. */
  rangeOf(token: Token): Range {
    return {start: token.start.offset + this.#shift, end: token.end.offset + this.#shift}
  }

  /** A token's text as a reader sees it: Markdown shows NUL as the replacement character. */
  textOf(token: Token): string {
    const {start, end} = this.rangeOf(token)
    return this.source.slice(start, end).replaceAll('\0', '\uFFFD')
  }

  /** A number that no other group has. */
  newGroup(): number {
    this.#lastGroup += 1
    return this.#lastGroup
  }

  /** Whether inline content is that of a table cell. */
  get isInCell(): boolean {
    return this.draft?.kind === 'cell'
  }

  /** Begin a block; inline content goes there until `closeSink`. */
  openDraft(kind: BlockKind, group = this.newGroup()): Draft {
    const draft = new Draft(kind, group)
    this.drafts.push(draft)
    this.#sinks.push(draft)
    return draft
  }

  /** Begin a part whose inline content is no prose. */
  mute(): void {
    this.#sinks.push(undefined)
  }

  /** End the block or part that began last. */
  closeSink(): void {
    this.#sinks.pop()?.endBreak()
  }

  /** Begin a mark whose opening marker starts here and has one character, or ends where the mark's text starts. */
  openMark(kind: Mark['kind'], start: number): void {
    const mark = this.draft?.openMark(kind, {start, end: start + 1})
    this.#inlines.push({mark, alt: undefined, reference: kind === 'link' ? 'shortcut' : undefined})
  }

  /** Begin an image: an object here, and its own text elsewhere. */
  openImage(range: Range): void {
    this.draft?.addAtom('\uFFFC', range, unitKind.object)
    this.#inlines.push({mark: undefined, alt: undefined, reference: 'shortcut'})
    this.mute()
  }

  /** Begin the text of a mark, or the alternative text of an image. */
  startInlineText(start: number): void {
    const inline = this.#inlines.at(-1)
    if (inline?.mark) inline.mark.open.end = start
    else if (inline) inline.alt = this.openDraft('alt')
  }

  /** End what `startInlineText` began, where the closing marker starts. */
  endInlineText(closeStart: number): void {
    const inline = this.#inlines.at(-1)
    if (inline?.mark) this.draft?.endMarkText(inline.mark, closeStart)
    else if (inline) this.closeSink()
  }

  /** Tell how the open link or image finds its destination; nothing: it states it itself. */
  setReference(reference: Mark['reference'] | undefined): void {
    const inline = this.#inlines.at(-1)
    if (inline) inline.reference = reference
  }

  /** End a mark or an image. */
  closeInline(end: number): void {
    const inline = this.#inlines.pop()
    if (inline?.mark) {
      inline.mark.close.end = end
      if (inline.reference) inline.mark.reference = inline.reference
    } else if (inline) {
      this.closeSink()
      // The alternative text names the definition as well: to change one is to lose the other.
      if (inline.alt && inline.reference && inline.reference !== 'full') inline.alt.isProtected = true
    }
  }

  /** Whether an image is innermost. */
  get isInImage(): boolean {
    const inline = this.#inlines.at(-1)
    return inline !== undefined && !inline.mark
  }

  /** Note the switch comments in a token. */
  addComments(token: Token): void {
    const {start, end} = this.rangeOf(token)
    for (const step of findComments(this.source.slice(start, end), start)) this.steps.push(step)
  }

  /** Note a construct that `disable-next` may be meant for; without a comment before it, nothing is. */
  noteConstruct(token: Token): void {
    if (this.steps.length > 0) this.steps.push({kind: 'construct', range: this.rangeOf(token)})
  }
}
