// Chosen pieces of Markdown as one document. Where to cut: pieces.ts; reading a whole text: parse.ts.
import type {Block, Document, DocumentProblem, Fragment} from '../model.js'
import type {Range} from '../text/range.js'
import type {Parts} from './draft.js'
import {type Definitions, findDefinitions} from './grammar.js'
import {readMarkdown} from './markdown.js'
import {movePlaces} from './places.js'
import {Reader} from './reader.js'
import {readSimple} from './simple.js'

/** How pieces are to be read. */
export interface PieceOptions {
  readonly metadataKeys?: readonly string[]
}

/** What pieces hold, by where they begin. */
export type ParsedPieces = ReadonlyMap<number, PieceParts>

/** What one piece holds. */
export interface PieceParts {
  /** Groups are numbered inside the piece. */
  readonly blocks: readonly Block[]
  readonly fragments: readonly Fragment[]
  readonly problems: readonly DocumentProblem[]
}

/** Some pieces of a text. */
export interface PiecesOfText {
  /** The whole text. It holds no switch comments: these reach over pieces. */
  readonly source: string
  /** The chosen ones of `all`, in source order. */
  readonly pieces: readonly Range[]
  /** All pieces, for what the chosen ones refer to. */
  readonly all: readonly Range[]
}

/**
 * Read some pieces of Markdown.
 *
 * @param known - What some of them hold, by where these pieces begin.
 */
export function parsePieces(
  {source, pieces, all}: PiecesOfText,
  options: PieceOptions = {},
  known: ParsedPieces = new Map()
): ParsedPieces {
  const definitions = lazy(() => collectDefinitions(source, all))
  return new Map(
    pieces.map((piece) => [
      piece.start,
      known.get(piece.start) ?? parsePiece(source, piece, {...options, definitions})
    ])
  )
}

/** Make one document of the prose of pieces; the blocks and fragments are those that they have in the whole. */
export function joinPieces(source: string, parsed: ParsedPieces): Document {
  const blocks: Block[] = []
  const fragments: Fragment[] = []
  const problems: DocumentProblem[] = []
  let groups = 0
  for (const parts of parsed.values()) {
    // Numbers of groups are only good inside one piece.
    const numbers = new Map<number, number>()
    for (const block of parts.blocks) {
      let group = numbers.get(block.group)
      if (group === undefined) {
        group = ++groups
        numbers.set(block.group, group)
      }
      blocks.push(block.group === group ? block : {...block, group})
    }
    fragments.push(...parts.fragments)
    problems.push(...parts.problems)
  }
  return {source, format: 'markdown', blocks, disabled: [], fragments, problems}
}

/** What a piece holds that stands elsewhere now, with the same text. */
export function movePiece({blocks, fragments, problems}: PieceParts, by: number): PieceParts {
  if (by === 0) return {blocks, fragments, problems}
  return {
    blocks: blocks.map((block) => ({
      ...block,
      ...movePlaces(block, by),
      range: moveRange(block.range, by),
      marks: block.marks.map((mark) => ({
        ...mark,
        open: moveRange(mark.open, by),
        close: moveRange(mark.close, by)
      }))
    })),
    fragments: fragments.map((fragment) => ({...fragment, range: moveRange(fragment.range, by)})),
    problems: problems.map((problem) => ({...problem, range: moveRange(problem.range, by)}))
  }
}

function moveRange({start, end}: Range, by: number): Range {
  return {start: start + by, end: end + by}
}

/** Turn the starts of pieces into ranges. */
export function listPieces(source: string, starts: readonly number[]): Range[] {
  return starts.map((start, index) => ({start, end: starts[index + 1] ?? source.length}))
}

/** What all references of a text may refer to. */
function collectDefinitions(source: string, pieces: readonly Range[]): Definitions {
  const links: string[] = []
  const footnotes: string[] = []
  if (!source.includes(']:')) return {links, footnotes}
  for (const {start, end} of pieces) {
    const text = source.slice(start, end)
    if (!text.includes(']:')) continue
    const found = findDefinitions(text)
    links.push(...found.links)
    footnotes.push(...found.footnotes)
  }
  return {links, footnotes}
}

type PartOptions = PieceOptions & {readonly definitions: () => Definitions}

function parsePiece(source: string, range: Range, options: PartOptions): PieceParts {
  const {drafts, fragments, problems} = readPiece(source, range, options)
  return {blocks: drafts.flatMap((draft) => draft.finish() ?? []), fragments, problems}
}

function readPiece(source: string, range: Range, {metadataKeys, definitions}: PartOptions): Parts {
  const reader = new Reader(source, metadataKeys, range.start)
  if (readSimple(reader, range)) return reader
  const part = {range, isFirst: range.start === 0, definitions: definitions()}
  return readMarkdown(source, {format: 'markdown', metadataKeys, part})
}

function lazy<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}
