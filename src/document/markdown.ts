// The rules for micromark's tokens that hold others: blocks, containers, marks. leaves.ts has those for the rest,
// grammar.ts makes the events, reader.ts holds the state of the pass, draft.ts builds text and map.

import type {Token} from 'micromark-util-types'
import {type BlockKind, type Format, type Mark, unitKind} from '../model.js'
import type {Range} from '../text/range.js'
import type {Parts} from './draft.js'
import {type PartOptions, tokenize} from './grammar.js'
import {leafRules} from './leaves.js'
import {Reader, type Rule} from './reader.js'

/** How Markdown is to be read. */
interface MarkdownOptions {
  readonly format: Exclude<Format, 'text'>
  /** Front matter keys whose values are prose; nothing for the usual ones. */
  readonly metadataKeys: readonly string[] | undefined
  /** Set to read a part of the text alone. */
  readonly part?: PartOptions & {readonly range: Range}
}

/**
 * Read Markdown or MDX in one pass over its events.
 *
 * @param source - The whole text, byte order mark included; all offsets count it.
 * @throws {MarkupSyntaxError} When MDX does not parse.
 */
export function readMarkdown(source: string, {format, metadataKeys, part}: MarkdownOptions): Parts {
  const reader = new Reader(source, metadataKeys, part?.range.start)
  const text = part ? source.slice(part.range.start, part.range.end) : source
  let skipped: Token | undefined
  for (const [phase, token] of tokenize(text, format, part)) {
    if (skipped) {
      if (token === skipped && phase === 'exit') skipped = undefined
      continue
    }
    const leafRule = leafRules.get(token.type)
    if (leafRule) {
      leafRule(reader, token)
      skipped = token
    } else nestingRules.get(token.type)?.[phase]?.(reader, token)
  }
  return reader
}

/** What to do at both ends of a token. */
interface Nesting {
  readonly enter: Rule
  readonly exit?: Rule
}

const nestingRules: ReadonlyMap<string, Nesting> = new Map([
  ['listOrdered', container({isGroup: true})],
  ['listUnordered', container({isGroup: true})],
  ['table', container({isGroup: true})],
  ['blockQuote', container({isGroup: false})],
  ['gfmFootnoteDefinition', container({isGroup: false})],
  ['directiveContainer', container({isGroup: false})],
  ['definition', {enter: noteConstruct}],
  ['atxHeading', {enter: openHeading}],
  ['setextHeading', {enter: openHeading}],
  ['atxHeadingText', {enter: openHeadingText, exit: closeSink}],
  ['setextHeadingText', {enter: openHeadingText, exit: closeSink}],
  ['paragraph', {enter: openParagraph, exit: closeSink}],
  ['tableContent', block('cell')],
  ['definitionTitleString', block('title')],
  ['resourceTitleString', block('title')],
  ['codeText', {enter: startProtected, exit: endProtected}],
  ['mathText', {enter: startProtected, exit: endProtected}],
  ['htmlText', {enter: startProtected, exit: endHtml}],
  ['emphasis', mark('emphasis')],
  ['strong', mark('strong')],
  ['strikethrough', mark('delete')],
  ['link', mark('link')],
  ['image', {enter: openImage, exit: closeInline}],
  ['emphasisText', {enter: startInlineText, exit: endInlineText}],
  ['strongText', {enter: startInlineText, exit: endInlineText}],
  ['strikethroughText', {enter: startInlineText, exit: endInlineText}],
  ['labelText', {enter: startInlineText, exit: endInlineText}],
  ['resource', {enter: openResource, exit: closeSink}]
])

/** In a group, the paragraphs right inside are siblings. */
function container({isGroup}: {readonly isGroup: boolean}): Nesting {
  return {
    enter: (reader, token) => {
      reader.noteConstruct(token)
      reader.groups.push(isGroup ? reader.newGroup() : undefined)
    },
    exit: (reader) => reader.groups.pop()
  }
}

function noteConstruct(reader: Reader, token: Token): void {
  reader.noteConstruct(token)
}

function openHeading(reader: Reader, token: Token): void {
  reader.noteConstruct(token)
  reader.heading = undefined
  reader.headingDepth = 0
}

function openHeadingText(reader: Reader): void {
  reader.heading = reader.openDraft('heading')
  reader.heading.depth = reader.headingDepth
}

function openParagraph(reader: Reader, token: Token): void {
  reader.noteConstruct(token)
  reader.openDraft('paragraph', reader.groups.at(-1))
}

function closeSink(reader: Reader): void {
  reader.closeSink()
}

function block(kind: BlockKind): Nesting {
  return {
    enter: (reader) => reader.openDraft(kind, kind === 'cell' ? reader.groups.at(-1) : undefined),
    exit: closeSink
  }
}

function startProtected(reader: Reader): void {
  reader.kind = unitKind.protected
}

function endProtected(reader: Reader): void {
  reader.kind = unitKind.prose
}

function endHtml(reader: Reader, token: Token): void {
  endProtected(reader)
  reader.addComments(token)
}

function mark(kind: Mark['kind']): Nesting {
  return {enter: (reader, token) => reader.openMark(kind, reader.rangeOf(token).start), exit: closeInline}
}

function openImage(reader: Reader, token: Token): void {
  reader.openImage(reader.rangeOf(token))
}

function closeInline(reader: Reader, token: Token): void {
  reader.closeInline(reader.rangeOf(token).end)
}

function startInlineText(reader: Reader, token: Token): void {
  reader.startInlineText(reader.rangeOf(token).start)
}

function endInlineText(reader: Reader, token: Token): void {
  reader.endInlineText(reader.rangeOf(token).end)
}

/** Line breaks between a destination and its title are no text. */
function openResource(reader: Reader): void {
  reader.setReference(undefined)
  reader.mute()
}
