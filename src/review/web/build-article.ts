// A document and its findings as an article for the page. The structure comes from remark's tree, all prose from our
// document: a tree's text is not the source, and findings are placed in the document. What it looks like: ../page/.
import type {Blockquote, FootnoteDefinition, List, Nodes, Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Cleaned} from '../../clean.js'
import {offerOf} from '../../decide/offer.js'
import type {Block, Document} from '../../model.js'
import type {Range} from '../../text/range.js'
import type {Article, ArticleNode, Leaf} from '../article.js'
import {orderFindings} from '../item.js'
import {cutLong, type PlacedItem, toPieces} from './pieces.js'

/** What is needed while the tree is walked. */
interface Walk {
  readonly document: Document
  /** Blocks with their items; each is taken once. */
  readonly left: PlacedBlock[]
  /** What to add to an offset of the tree. */
  readonly shift: number
  /** Source ranges of inline code. */
  readonly code: readonly Range[]
  /** Containers around. */
  readonly depth: number
}

interface PlacedBlock {
  readonly block: Block
  readonly items: readonly PlacedItem[]
}

/**
 * Make an article of a text and its findings.
 *
 * Every block of prose comes up once, so that no finding stays out of sight; the rest is there for orientation.
 *
 * @param firstId - Id of the text's first item.
 */
export function buildArticle(cleaned: Cleaned, firstId: number): Article {
  const {document} = cleaned
  // remark does not know MDX, and plain text has no structure.
  if (document.format !== 'markdown') return buildFlat(cleaned, firstId)
  try {
    return buildTree(cleaned, firstId)
  } catch (error) {
    // Nesting without end, which no editor has written.
    if (error instanceof RangeError) return buildFlat(cleaned, firstId)
    throw error
  }
}

function buildFlat(cleaned: Cleaned, firstId: number): Article {
  return placeItems(cleaned, firstId).map((placed) => toLeaf(placed, [], cleaned.document))
}

function buildTree(cleaned: Cleaned, firstId: number): Article {
  const {document} = cleaned
  const left = placeItems(cleaned, firstId)
  // Parsers drop a byte order mark and count without it.
  const shift = document.source.startsWith('\uFEFF') ? 1 : 0
  const tree = parseTree(document.source.slice(shift))
  const walk: Walk = {document, left, shift, code: listCode(tree, shift), depth: 0}
  const nodes = convertAll(tree.children, walk)
  return [...nodes, ...left.splice(0).map((placed) => toLeaf(placed, walk.code, document))]
}

const plainParser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkMath)
  .freeze()
const gfmParser = plainParser().use(remarkGfm).freeze()

/** Of GFM, only tables and footnotes change the structure, and looking for the rest takes five times as long. */
function parseTree(source: string): Root {
  return (/\||:-|-:|\[\^/u.test(source) ? gfmParser : plainParser).parse(source)
}

function placeItems(cleaned: Cleaned, firstId: number): PlacedBlock[] {
  const {blocks} = cleaned.document
  const itemsByBlock = new Map<number, PlacedItem[]>()
  for (const [index, {finding}] of orderFindings(cleaned).entries()) {
    const {span} = offerOf(finding, blocks[finding.block]!)
    const items = itemsByBlock.get(finding.block) ?? []
    items.push({id: firstId + index, span})
    itemsByBlock.set(finding.block, items)
  }
  return blocks.map((block, index) => ({block, items: itemsByBlock.get(index) ?? []}))
}

function listCode(tree: Nodes, shift: number): Range[] {
  const found: Range[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineCode') found.push(rangeOf(node, shift))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

function convertAll(nodes: readonly Nodes[], walk: Walk): ArticleNode[] {
  return nodes.flatMap((node) => convert(node, walk))
}

function convert(node: Nodes, walk: Walk): ArticleNode[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return convertLeaf(node, walk)
    case 'list':
    case 'blockquote':
    case 'footnoteDefinition':
      return convertContainer(node, walk)
    case 'table':
      return [{type: 'table', rows: node.children.map((row) => convertAll(row.children, walk))}]
    case 'yaml':
    case 'definition':
      return takeWithin(rangeOf(node, walk.shift), walk)
    case 'thematicBreak':
      return [{type: 'rule'}]
    case 'code':
      return [{type: 'raw', label: node.lang ?? 'code', text: cutLong(node.value)}]
    default:
      return convertOther(node, walk)
  }
}

/** Deeper than this, boxes within boxes tell a reader nothing more. */
const deepest = 12

function convertContainer(node: List | Blockquote | FootnoteDefinition, walk: Walk): ArticleNode[] {
  const inside = {...walk, depth: walk.depth + 1}
  if (node.type === 'list') {
    const items = node.children.map((item) => convertAll(item.children, inside))
    if (walk.depth >= deepest) return items.flat()
    return [{type: 'list', items, ...(node.ordered && {start: node.start ?? 1})}]
  }
  const nodes = convertAll(node.children, inside)
  if (walk.depth >= deepest) return nodes
  if (node.type === 'blockquote') return [{type: 'quote', nodes}]
  return [{type: 'note', label: node.label ?? node.identifier, nodes}]
}

function convertLeaf(node: Nodes, walk: Walk): ArticleNode[] {
  const range = rangeOf(node, walk.shift)
  const leaves = takeWithin(range, walk)
  if (leaves.length > 0 || range.end === range.start) return leaves
  // A table must keep its columns; other blocks without prose, such as a lone image, are told by their source.
  if (node.type === 'tableCell') return [{type: 'leaf', role: 'cell', pieces: []}]
  return [{type: 'raw', label: '', text: cutLong(walk.document.source.slice(range.start, range.end))}]
}

/** HTML, formulas and what else there may be: the source, as text. */
function convertOther(node: Nodes, walk: Walk): ArticleNode[] {
  const range = rangeOf(node, walk.shift)
  const inside = takeWithin(range, walk)
  if (inside.length > 0) return inside
  const text = cutLong(walk.document.source.slice(range.start, range.end))
  return [{type: 'raw', label: node.type === 'html' ? 'HTML' : node.type, text}]
}

/** Take the blocks that lie within a range; those are together, because blocks are in source order. */
function takeWithin({start, end}: Range, {left, code, document}: Walk): ArticleNode[] {
  const from = left.findIndex(({block}) => block.range.start >= start)
  if (from < 0) return []
  let count = 0
  while (left[from + count] !== undefined && left[from + count]!.block.range.end <= end) count++
  return left.splice(from, count).map((placed) => toLeaf(placed, code, document))
}

function toLeaf(placed: PlacedBlock, code: readonly Range[], document: Document): Leaf {
  const {block} = placed
  const pieces = toPieces(block, placed.items, code)
  switch (block.kind) {
    case 'heading':
      return {type: 'leaf', role: 'heading', depth: block.depth, pieces}
    case 'alt':
      return {type: 'leaf', role: 'aside', label: 'image description', pieces}
    case 'title':
      return {type: 'leaf', role: 'aside', label: 'link title', pieces}
    case 'metadata':
      return {type: 'leaf', role: 'aside', label: keyOf(block, document), pieces}
    default:
      return {type: 'leaf', role: block.kind, pieces}
  }
}

/** The front matter key of a value: the nearest word with a colon on its line or above. */
function keyOf(block: Block, document: Document): string {
  const lines = document.source.slice(0, block.range.start).slice(-2000).split('\n').reverse()
  for (const line of lines) {
    const [, key] = /^[ \t]*(?:-[ \t]+)?["']?([\w-]+)["']?[ \t]*[:=]/u.exec(line) ?? []
    if (key !== undefined) return key
  }
  return 'front matter'
}

function rangeOf({position}: Nodes, shift: number): Range {
  const {start, end} = position ?? {}
  return {start: (start?.offset ?? 0) + shift, end: (end?.offset ?? 0) + shift}
}
