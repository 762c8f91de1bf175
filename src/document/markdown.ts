// The rules for micromark's tokens: which are blocks, text, marks, and which are none of our business. grammar.ts
// makes the events, reader.ts holds the state of the pass, draft.ts builds the text and its map to the source.
import {decodeString} from 'micromark-util-decode-string'
import type {Token} from 'micromark-util-types'
import {type BlockKind, type Format, type Mark, unitKind} from '../model.js'
import type {Parts, UnitKind} from './draft.js'
import {tokenize} from './grammar.js'
import {readMetadata} from './metadata.js'
import {Reader} from './reader.js'
import {findComments} from './switches.js'

type Rule = (reader: Reader, token: Token) => void

/** How Markdown is to be read. */
export interface MarkdownOptions {
  readonly format: Exclude<Format, 'text'>
  /** Front matter keys whose values are prose; nothing for the usual ones. */
  readonly metadataKeys: readonly string[] | undefined
}

/**
 * Read Markdown or MDX in one pass over its events.
 *
 * @param source - The whole text, byte order mark included; all offsets count it.
 * @throws {MarkupSyntaxError} When MDX does not parse.
 */
export function readMarkdown(source: string, {format, metadataKeys}: MarkdownOptions): Parts {
  const reader = new Reader(source, metadataKeys)
  let skipped: Token | undefined
  for (const [phase, token] of tokenize(source, format)) {
    if (skipped) {
      if (token === skipped && phase === 'exit') skipped = undefined
      continue
    }
    const rule = whole.get(token.type)
    if (rule) {
      rule(reader, token)
      skipped = token
    } else if (phase === 'enter') enter.get(token.type)?.(reader, token)
    else exit.get(token.type)?.(reader, token)
  }
  return reader
}

const ignore: Rule = () => undefined
const addRun =
  (kind?: UnitKind): Rule =>
  (reader, token) =>
    reader.draft?.addRun(reader.textOf(token), reader.rangeOf(token).start, kind ?? reader.kind)
const addObject: Rule = (reader, token) =>
  reader.draft?.addAtom('\uFFFC', reader.rangeOf(token), unitKind.object)
const startBreak =
  (kind: UnitKind): Rule =>
  (reader, token) =>
    reader.draft?.startBreak(reader.rangeOf(token), kind)

/** Tokens taken as one, whatever they hold. */
const whole = new Map<string, Rule>([
  ['yaml', addFrontMatter('yaml')],
  ['toml', addFrontMatter('toml')],
  ['codeFenced', ignore],
  ['codeIndented', ignore],
  ['mathFlow', ignore],
  ['directiveContainerFence', ignore],
  ['directiveLeaf', ignore],
  ['htmlFlow', addComments],
  ['mdxFlowExpression', addComments],
  ['mdxJsxFlowTag', ignore],
  ['mdxjsEsm', ignore],
  ['definitionLabel', ignore],
  ['gfmFootnoteDefinitionLabel', ignore],
  ['definitionDestinationString', addFragment],
  ['resourceDestinationString', addFragment],
  ['reference', setReference],
  ['taskListCheck', (reader) => reader.draft?.dropBlank()],
  ['data', addRun()],
  ['codeTextData', addCode],
  ['mathTextData', addRun()],
  ['htmlTextData', addRun()],
  ['autolinkProtocol', addRun(unitKind.protected)],
  ['autolinkEmail', addRun(unitKind.protected)],
  ['literalAutolink', addRun(unitKind.protected)],
  ['mdxJsxTextTag', addRun(unitKind.protected)],
  ['mdxTextExpression', addExpression],
  ['gfmFootnoteCall', addObject],
  ['characterEscape', addDecoded],
  ['characterReference', addDecoded],
  ['lineSuffix', startBreak(unitKind.prose)],
  ['hardBreakTrailing', startBreak(unitKind.object)],
  ['hardBreakEscape', startBreak(unitKind.object)],
  ['lineEnding', addLineEnding],
  ['atxHeadingSequence', setAtxDepth],
  ['setextHeadingLineSequence', setSetextDepth],
  ['linePrefix', extendBreak],
  ['blockQuotePrefix', extendBreak],
  ['listItemIndent', extendBreak],
  ['gfmFootnoteDefinitionIndent', extendBreak]
])

const openBlock =
  (kind: BlockKind): Rule =>
  (reader) =>
    reader.openDraft(kind)
const openSibling =
  (kind: BlockKind): Rule =>
  (reader) =>
    reader.openDraft(kind, reader.groups.at(-1))
const openContainer =
  (isGroup: boolean): Rule =>
  (reader, token) => {
    reader.noteConstruct(token)
    reader.groups.push(isGroup ? reader.newGroup() : undefined)
  }
const noteConstruct: Rule = (reader, token) => reader.noteConstruct(token)
const setKind =
  (kind: UnitKind): Rule =>
  (reader) => {
    reader.kind = kind
  }
const openMark =
  (kind: Mark['kind']): Rule =>
  (reader, token) =>
    reader.openMark(kind, reader.rangeOf(token).start)
const startInlineText: Rule = (reader, token) => reader.startInlineText(reader.rangeOf(token).start)

const enter = new Map<string, Rule>([
  ['listOrdered', openContainer(true)],
  ['listUnordered', openContainer(true)],
  ['table', openContainer(true)],
  ['blockQuote', openContainer(false)],
  ['gfmFootnoteDefinition', openContainer(false)],
  ['directiveContainer', openContainer(false)],
  ['definition', noteConstruct],
  ['atxHeading', openHeading],
  ['setextHeading', openHeading],
  ['paragraph', openParagraph],
  ['atxHeadingText', openHeadingText],
  ['setextHeadingText', openHeadingText],
  ['tableContent', openSibling('cell')],
  ['definitionTitleString', openBlock('title')],
  ['resourceTitleString', openBlock('title')],
  ['codeText', setKind(unitKind.protected)],
  ['mathText', setKind(unitKind.protected)],
  ['htmlText', setKind(unitKind.protected)],
  ['emphasis', openMark('emphasis')],
  ['strong', openMark('strong')],
  ['strikethrough', openMark('delete')],
  ['link', openMark('link')],
  ['image', (reader, token) => reader.openImage(reader.rangeOf(token))],
  ['emphasisText', startInlineText],
  ['strongText', startInlineText],
  ['strikethroughText', startInlineText],
  ['labelText', startInlineText],
  ['resource', openResource]
])

const closeSink: Rule = (reader) => reader.closeSink()
const closeContainer: Rule = (reader) => reader.groups.pop()
const endInlineText: Rule = (reader, token) => reader.endInlineText(reader.rangeOf(token).end)
const closeInline: Rule = (reader, token) => reader.closeInline(reader.rangeOf(token).end)

const exit = new Map<string, Rule>([
  ['listOrdered', closeContainer],
  ['listUnordered', closeContainer],
  ['table', closeContainer],
  ['blockQuote', closeContainer],
  ['gfmFootnoteDefinition', closeContainer],
  ['directiveContainer', closeContainer],
  ['paragraph', closeSink],
  ['atxHeadingText', closeSink],
  ['setextHeadingText', closeSink],
  ['tableContent', closeSink],
  ['definitionTitleString', closeSink],
  ['resourceTitleString', closeSink],
  ['codeText', setKind(unitKind.prose)],
  ['mathText', setKind(unitKind.prose)],
  ['htmlText', endHtml],
  ['emphasis', closeInline],
  ['strong', closeInline],
  ['strikethrough', closeInline],
  ['link', closeInline],
  ['image', closeInline],
  ['emphasisText', endInlineText],
  ['strongText', endInlineText],
  ['strikethroughText', endInlineText],
  ['labelText', endInlineText],
  ['resource', closeSink]
])

function addFrontMatter(language: 'yaml' | 'toml'): Rule {
  return (reader, token) => {
    const {start, end} = reader.rangeOf(token)
    const text = reader.source.slice(start, end)
    const opening = /^.*(?:\r\n|\n|\r)/.exec(text)?.[0].length ?? 0
    const closing = /[^\r\n]*$/.exec(text)?.[0].length ?? 0
    readMetadata(reader, {language, range: {start: start + opening, end: end - closing}})
  }
}

function addComments(reader: Reader, token: Token): void {
  const {start, end} = reader.rangeOf(token)
  reader.steps.push(...findComments(reader.source.slice(start, end), start))
}

/** A destination within this page; an image's is none. */
function addFragment(reader: Reader, token: Token): void {
  const {start, end} = reader.rangeOf(token)
  if (reader.source[start] !== '#' || reader.isInImage) return
  const range = {start: start + 1, end}
  reader.fragments.push({
    range,
    value: decodeFragment(decodeString(reader.source.slice(range.start, range.end)))
  })
}

function decodeFragment(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // A per cent sign of its own.
    return value
  }
}

function setReference(reader: Reader, token: Token): void {
  reader.setReference(token.end.offset - token.start.offset === '[]'.length ? 'collapsed' : 'full')
}

/** In a table, code too writes a pipe as `\|`. */
function addCode(reader: Reader, token: Token): void {
  const {start} = reader.rangeOf(token)
  const text = reader.textOf(token)
  if (!reader.isInCell) {
    reader.draft?.addRun(text, start, unitKind.protected)
    return
  }
  let done = 0
  for (let pipe = text.indexOf('\\|'); pipe >= 0; pipe = text.indexOf('\\|', done)) {
    reader.draft?.addRun(text.slice(done, pipe), start + done, unitKind.protected)
    reader.draft?.addAtom('|', {start: start + pipe, end: start + pipe + 2}, unitKind.protected)
    done = pipe + 2
  }
  reader.draft?.addRun(text.slice(done), start + done, unitKind.protected)
}

function addExpression(reader: Reader, token: Token): void {
  addObject(reader, token)
  addComments(reader, token)
}

/** An escape or an entity: what it means, standing for all of it. */
function addDecoded(reader: Reader, token: Token): void {
  reader.draft?.addAtom(decodeString(reader.textOf(token)), reader.rangeOf(token), reader.kind)
}

/** The token may hold the next line's prefix as well, so its own length is not to be trusted. */
function addLineEnding(reader: Reader, token: Token): void {
  const {start} = reader.rangeOf(token)
  const length = reader.source.startsWith('\r\n', start) ? 2 : 1
  reader.draft?.addLineEnding({start, end: start + length}, reader.kind)
}

function extendBreak(reader: Reader, token: Token): void {
  reader.draft?.extendBreak(reader.rangeOf(token).end)
}

function openParagraph(reader: Reader, token: Token): void {
  reader.noteConstruct(token)
  reader.openDraft('paragraph', reader.groups.at(-1))
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

/** The first run of signs in front of a heading tells its depth; one behind it tells nothing. */
function setAtxDepth(reader: Reader, token: Token): void {
  reader.headingDepth ||= token.end.offset - token.start.offset
}

/** The line under a heading tells its depth. */
function setSetextDepth(reader: Reader, token: Token): void {
  if (reader.heading) reader.heading.depth = reader.textOf(token).startsWith('=') ? 1 : 2
}

/** Line breaks between a destination and its title are no text. */
function openResource(reader: Reader): void {
  reader.setReference(undefined)
  reader.mute()
}

function endHtml(reader: Reader, token: Token): void {
  reader.kind = unitKind.prose
  addComments(reader, token)
}
