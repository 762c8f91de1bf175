// The rules for tokens that are taken whole, whatever they hold: text, code, line breaks, and all that is no prose.
// markdown.ts has the rules for tokens that hold others.
import {decodeString} from 'micromark-util-decode-string'
import type {Token} from 'micromark-util-types'
import {unitKind} from '../model.js'
import type {UnitKind} from './draft.js'
import {readMetadata} from './metadata.js'
import type {Reader, Rule} from './reader.js'

const addComments: Rule = (reader, token) => reader.addComments(token)
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

/** What to do with a token and all in it, by its type. */
export const leafRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
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

function addFrontMatter(language: 'yaml' | 'toml'): Rule {
  return (reader, token) => {
    const {start, end} = reader.rangeOf(token)
    const text = reader.source.slice(start, end)
    const opening = /^.*(?:\r\n|\n|\r)/.exec(text)?.[0].length ?? 0
    // Not by a pattern for the last line: it would be tried at each unit of a long one before it.
    const closing = 1 + Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
    readMetadata(reader, {language, range: {start: start + opening, end: start + closing}})
  }
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
  reader.addComments(token)
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

/** The first run of signs in front of a heading tells its depth; one behind it tells nothing. */
function setAtxDepth(reader: Reader, token: Token): void {
  reader.headingDepth ||= token.end.offset - token.start.offset
}

/** The line under a heading tells its depth. */
function setSetextDepth(reader: Reader, token: Token): void {
  if (reader.heading) reader.heading.depth = reader.textOf(token).startsWith('=') ? 1 : 2
}
