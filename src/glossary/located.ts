// YAML (and so JSON) with the place of every value: parsing, checking against a schema, problems in words.
// What the schemas say lives in schema.ts and evidence.ts.
import * as v from 'valibot'
import {type Document, isMap, isScalar, LineCounter, parseDocument, type YAMLError} from 'yaml'
import type {Origin} from '../model.js'
import {createLocator} from '../text/location.js'
import {readPlain} from './plain.js'
import {compareProblems, type GlossaryProblem} from './problem.js'
import {suggestWord, tellUnknown} from './suggest.js'

/** Keys and indices from the top of a file to a value. */
export type Path = readonly PropertyKey[]

/** A checked file, or what is wrong with it. */
export interface Located<T> {
  /** Absent when there is any problem. */
  readonly value?: T
  /** What is written, unchecked, where the syntax is right and the schema is not met. */
  readonly unchecked?: unknown
  readonly problems: readonly GlossaryProblem[]
  /** Place of the value at a path; of its nearest ancestor when it is not written. */
  readonly originOf: (path: Path) => Origin
}

/** Line and column, from 1, of an offset in a text. */
export type PlaceAt = (offset: number) => {readonly line: number; readonly column: number}

/**
 * Read YAML 1.2 or JSON and check it against a schema.
 *
 * @param text - The file, decoded.
 * @param file - Its name, as it is to be shown.
 * @param placeAt - Where the text is a part of the file: tells the place in the file of an offset in the text.
 * @returns All syntax errors, or, when there are none, all errors against the schema.
 */
export function readLocated<const S extends v.GenericSchema>(
  text: string,
  file: string,
  schema: S,
  placeAt?: PlaceAt
): Located<v.InferOutput<S>> {
  return readSimply(text, file, schema, placeAt) ?? readTree(text, file, schema, placeAt)
}

/** Read what is plain and right, without a tree; nothing for all else. */
function readSimply<const S extends v.GenericSchema>(
  text: string,
  file: string,
  schema: S,
  placeAt: PlaceAt = createLocator(text).pointAt
): Located<v.InferOutput<S>> | undefined {
  const plain = readPlain(text)
  const result = plain && v.safeParse(schema, plain.value)
  if (!result?.success) return undefined
  let tree: Located<unknown> | undefined
  const originOf = (path: Path) => {
    const offset = plain?.offsetOf(path)
    if (offset !== undefined) return {file, ...placeAt(offset)}
    tree ??= readTree(text, file, schema, placeAt)
    return tree.originOf(path)
  }
  return {value: result.output, problems: [], originOf}
}

function readTree<const S extends v.GenericSchema>(
  text: string,
  file: string,
  schema: S,
  placeAt: PlaceAt | undefined
): Located<v.InferOutput<S>> {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const originAt = (offset: number): Origin => {
    if (placeAt) return {file, ...placeAt(offset)}
    const {line, col} = lines.linePos(offset)
    return {file, line: Math.max(line, 1), column: Math.max(col, 1)}
  }
  const originOf = (path: Path) => originAt(offsetOf(document, path))
  const broken = [...document.errors, ...document.warnings].map((error) =>
    toSyntaxProblem(error, text, originAt)
  )
  if (broken.length > 0) return {problems: broken, originOf}

  const input = toValue(document)
  if ('problem' in input)
    return {problems: [{severity: 'error', message: input.problem, origin: originAt(0)}], originOf}
  const result = v.safeParse(schema, input.value)
  if (result.success) return {value: result.output, problems: [], originOf}
  const problems = result.issues.map((issue) => toSchemaProblem(issue, document, originAt))
  return {unchecked: input.value, problems: problems.sort(compareProblems), originOf}
}

function toValue(document: Document): {value: unknown} | {problem: string} {
  if (document.contents === null) return {problem: 'The file is empty; expected a mapping with `entries`'}
  try {
    return {value: document.toJS()}
  } catch (error) {
    // An alias without its anchor, or aliases that unfold without end.
    return {problem: error instanceof Error ? error.message : String(error)}
  }
}

function toSyntaxProblem(
  error: YAMLError,
  text: string,
  originAt: (offset: number) => Origin
): GlossaryProblem {
  const [start, end] = error.pos
  const origin = originAt(start)
  if (error.code !== 'DUPLICATE_KEY') return {severity: 'error', message: error.message, origin}
  const key = /^[^\s:]+/u.exec(text.slice(start, Math.max(end, start + 40)))?.[0] ?? ''
  return {severity: 'error', message: `The key \`${key}\` is written twice here; keep one`, origin}
}

function toSchemaProblem(
  issue: v.BaseIssue<unknown>,
  document: Document,
  originAt: (offset: number) => Origin
): GlossaryProblem {
  const path = (issue.path ?? []).map((item) => item.key as PropertyKey)
  const key = String(path.at(-1) ?? '')
  const unknown = issue.type === 'never'
  const offset = unknown ? keyOffsetOf(document, path) : offsetOf(document, path)
  return {
    severity: 'error',
    // The keys that may stand there come as the message, joined by blanks (schema.ts, `record`).
    message: unknown ? tellUnknown('key', key, issue.message.split(' ')) : tellIssue(issue, path),
    origin: originAt(offset)
  }
}

function tellIssue(issue: v.BaseIssue<unknown>, path: Path): string {
  const name = nameOf(path)
  if (issue.kind === 'validation') return `${name} ${issue.message}, found ${show(issue.input)}`
  const isMissing = issue.input === undefined
  if (isMissing) return `Missing key \`${String(path.at(-1))}\``
  if (issue.type === 'picklist')
    return `${name} must be one of ${choicesOf(issue)}, found ${show(issue.input)}`
  const hint = issue.expected === 'string' && !isCollection(issue.input) ? '; write it in quotes' : ''
  return `${name} must be ${expectedInWords(issue.expected)}, found ${show(issue.input)}${hint}`
}

function choicesOf(issue: v.BaseIssue<unknown>): string {
  const options = (issue.expected ?? '').match(/[\w-]+/gu) ?? []
  const suggestion = typeof issue.input === 'string' ? suggestWord(issue.input, options) : undefined
  return options.join(', ') + (suggestion === undefined ? '' : ` (did you mean \`${suggestion}\`?)`)
}

function nameOf(path: Path): string {
  const key = path.findLast((part) => typeof part === 'string')
  if (key === undefined) return 'The file'
  return typeof path.at(-1) === 'number' ? `Each item of \`${String(key)}\`` : `\`${String(key)}\``
}

function expectedInWords(expected: string | null): string {
  if (expected === 'string') return 'text'
  if (expected === 'number') return 'a number'
  if (expected === 'boolean') return 'true or false'
  if (expected === 'Array') return 'a list'
  return 'a mapping'
}

function isCollection(input: unknown): boolean {
  return typeof input === 'object' && input !== null
}

function show(input: unknown): string {
  if (Array.isArray(input)) return 'a list'
  if (isCollection(input)) return 'a mapping'
  if (input === null) return 'nothing'
  return typeof input === 'string' ? `“${input}”` : `\`${String(input)}\``
}

/** Where the value at a path begins; where it is not written, its nearest ancestor. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    const offset = rangeStart(node)
    if (offset !== undefined) return offset
  }
  return rangeStart(document.contents) ?? 0
}

/** Where the key of a pair begins: for a key that should not be there. */
function keyOffsetOf(document: Document, path: Path): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return offsetOf(document, path)
  const key = String(path.at(-1))
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
  return rangeStart(pair?.key) ?? offsetOf(document, path)
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as {range?: readonly number[]} | null | undefined)?.range
  return range?.[0]
}
