// Which Markdown this is: micromark with the extensions that a source calls for. markdown.ts reads the events.
import {createRequire} from 'node:module'
import {parse, postprocess, preprocess} from 'micromark'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmAutolinkLiteral} from 'micromark-extension-gfm-autolink-literal'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import type {Event, Extension} from 'micromark-util-types'
import type {Format} from '../model.js'

// Large and rarely needed: required, not imported, so that most runs never load them, and parsing stays
// synchronous all the same. The casts state what `require` cannot: each package's own type.
const load = createRequire(import.meta.url)

/**
 * Extensions in the order in which they are given to micromark. One that a source cannot use is left out,
 * because each costs time on every character; autolink literals alone cost nearly half.
 */
const extensions: readonly {readonly isNeeded: RegExp; readonly create: () => Extension}[] = [
  {isNeeded: /^\uFEFF?(?:---|\+\+\+)/, create: createFrontMatter},
  // A table of one column needs no pipe, but then a colon in its second row.
  {isNeeded: /\||:-|-:/, create: gfmTable},
  {isNeeded: /~/, create: gfmStrikethrough},
  {isNeeded: /\[\^/, create: gfmFootnote},
  {isNeeded: /\[[ \t\r\nx]\]/i, create: gfmTaskListItem},
  {isNeeded: /www\.|:\/\/|@/i, create: gfmAutolinkLiteral},
  {isNeeded: /\$\$/, create: createMath},
  {isNeeded: /::/, create: createDirective}
]

/** What references may refer to, by normalized label. */
export interface Definitions {
  readonly links: readonly string[]
  readonly footnotes: readonly string[]
}

/** What a part of a text must know of the rest. */
export interface PartOptions {
  /** Whether it is the beginning of the text, where alone front matter stands. */
  readonly isFirst: boolean
  /** Those of the whole text. */
  readonly definitions: Definitions
}

/** A source that its grammar refuses; only MDX can refuse one. */
export class MarkupSyntaxError extends Error {
  override readonly name = 'MarkupSyntaxError'
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** What the parser objects to. */
  readonly reason: string

  constructor(reason: string, line: number, column: number) {
    super(`${line}:${column}: not valid MDX: ${reason}`)
    this.reason = reason
    this.line = line
    this.column = column
  }
}

/**
 * Tokenize a source.
 *
 * @param source - The whole text. A byte order mark is dropped, and the offsets of the events count without it.
 * @param format - Which grammar to use.
 * @param part - Set where `source` is a part of a text, cut as `splitPieces` tells.
 * @returns micromark's events, in source order.
 * @throws {MarkupSyntaxError} When MDX does not parse.
 */
export function tokenize(source: string, format: Exclude<Format, 'text'>, part?: PartOptions): Event[] {
  const parser = createParser(source, format, part)
  try {
    return postprocess(parser.document().write(preprocess()(source, undefined, true)))
  } catch (error) {
    throw format === 'mdx' ? toSyntaxError(error) : error
  }
}

/** Find what a part of Markdown defines for the references of the whole text. */
export function findDefinitions(source: string): Definitions {
  const parser = createParser(source, 'markdown', {isFirst: false, definitions: {links: [], footnotes: []}})
  postprocess(parser.document().write(preprocess()(source, undefined, true)))
  return {links: parser.defined, footnotes: parser.gfmFootnotes ?? []}
}

/** The parser, with a field that its extension for footnotes adds. */
type Parser = ReturnType<typeof parse> & {gfmFootnotes?: string[]}

/** Parsers by what they need: to put one together takes longer than most pieces take to parse. */
const parsers = new Map<string, Parser>()

/** A parser in its first state; the one before of the same kind is of no use any more. */
function createParser(
  source: string,
  format: Exclude<Format, 'text'>,
  part: PartOptions | undefined
): Parser {
  const needed = extensions.map(
    ({isNeeded, create}) => (part?.isFirst !== false || create !== createFrontMatter) && isNeeded.test(source)
  )
  const key = `${format} ${needed.join()}`
  const parser = parsers.get(key) ?? combine(needed, format)
  parsers.set(key, parser)
  // What a text defines is kept in the parser.
  parser.defined = [...(part?.definitions.links ?? [])]
  parser.gfmFootnotes = [...(part?.definitions.footnotes ?? [])]
  parser.lazy = {}
  return parser
}

function combine(needed: readonly boolean[], format: Exclude<Format, 'text'>): Parser {
  const chosen = extensions.flatMap(({create}, index) => (needed[index] ? [create()] : []))
  if (format === 'mdx') chosen.push(createMdx())
  return parse({extensions: chosen})
}

function createFrontMatter(): Extension {
  return frontmatter(['yaml', 'toml'])
}

// One dollar sign is money far more often than math in the texts that we read.
function createMath(): Extension {
  const {math} = load('micromark-extension-math') as typeof import('micromark-extension-math')
  return math({singleDollarTextMath: false})
}

// Only `::leaf` and `:::container`: text directives would swallow the minutes of `12:30`.
function createDirective(): Extension {
  const {directive} = load('micromark-extension-directive') as typeof import('micromark-extension-directive')
  const {flow} = directive()
  return flow ? {flow} : {}
}

function createMdx(): Extension {
  const {mdxjs} = load('micromark-extension-mdxjs') as typeof import('micromark-extension-mdxjs')
  return mdxjs()
}

/** Parser errors are vfile messages, told by their `reason` and `line`; anything else is a fault of ours. */
function toSyntaxError(error: unknown): unknown {
  if (!(error instanceof Error && 'reason' in error && 'line' in error && 'column' in error)) return error
  return new MarkupSyntaxError(String(error.reason), Number(error.line ?? 1), Number(error.column ?? 1))
}
