// Chosen pieces of Markdown as one document. Where to cut: pieces.ts; reading a whole text: parse.ts.
import type {Block, Document, DocumentProblem, Fragment} from '../model.js'
import type {Range} from '../text/range.js'
import type {Parts} from './draft.js'
import {type Definitions, findDefinitions} from './grammar.js'
import {readMarkdown} from './markdown.js'
import {Reader} from './reader.js'
import {readSimple} from './simple.js'

/** How pieces are to be read. */
export interface PieceOptions {
  readonly metadataKeys?: readonly string[]
}

/**
 * Read the prose of some pieces of Markdown.
 *
 * @param source - The whole text. It holds no switch comments: these reach over pieces.
 * @param pieces - The chosen ones of `listPieces`, in source order.
 * @param all - All pieces, for what the chosen ones refer to.
 * @returns The blocks and fragments that these pieces have in the whole, with places in the whole.
 */
export function parsePieces(
  source: string,
  pieces: readonly Range[],
  all: readonly Range[],
  options: PieceOptions = {}
): Document {
  const blocks: Block[] = []
  const fragments: Fragment[] = []
  const problems: DocumentProblem[] = []
  const groups = new Map<string, number>()
  const definitions = lazy(() => collectDefinitions(source, all))
  for (const piece of pieces) {
    const parts = readPiece(source, piece, {...options, definitions})
    for (const draft of parts.drafts) {
      const block = draft.finish()
      if (!block) continue
      // Numbers of groups are only good inside one piece.
      const key = `${piece.start} ${block.group}`
      const group = groups.get(key) ?? groups.size + 1
      groups.set(key, group)
      blocks.push({...block, group})
    }
    fragments.push(...parts.fragments)
    problems.push(...parts.problems)
  }
  return {source, format: 'markdown', blocks, disabled: [], fragments, problems}
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

function readPiece(
  source: string,
  range: Range,
  {metadataKeys, definitions}: PieceOptions & {readonly definitions: () => Definitions}
): Parts {
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
