// Decisions as lines of JSON, one each, sorted, so that Git merges them. The file on the disk: disk/decisions-file.ts.
import type {Decision} from '../model.js'
import {decisionKey} from './find.js'

/** Something wrong in a line. */
export interface LineProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

/** What lines hold. */
export interface ParsedLines {
  /** In the order of the lines. */
  readonly decisions: readonly Decision[]
  /** In the order of the lines; when there is one, the decisions are not complete. */
  readonly problems: readonly LineProblem[]
}

/**
 * Read decisions from lines of JSON. Empty lines and either line end are fine.
 *
 * A field that is not known is a problem, not left out: writing the decisions back would lose it.
 */
export function parseDecisions(text: string): ParsedLines {
  const decisions: Decision[] = []
  const problems: LineProblem[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue
    const read = readLine(line)
    if (typeof read === 'string') problems.push({line: index + 1, message: read})
    else decisions.push(read)
  }
  return {decisions, problems}
}

/** Write decisions as sorted lines; of those with the same aim only the one that counts. Empty for none. */
export function formatDecisions(decisions: readonly Decision[]): string {
  return mergeDecisions(decisions)
    .map((decision) => `${formatDecision(decision)}\n`)
    .join('')
}

/**
 * Join lists of decisions into one, sorted. Of those with the same aim the newest counts; without times, the one that
 * stands last.
 */
export function mergeDecisions(...lists: readonly (readonly Decision[])[]): Decision[] {
  const byKey = new Map<string, Decision>()
  for (const decision of lists.flat()) {
    const key = decisionKey(decision)
    const known = byKey.get(key)
    if (known === undefined || (decision.at ?? '') >= (known.at ?? '')) byKey.set(key, decision)
  }
  return [...byKey.values()].sort(byAim)
}

/** What became different between two lists of decisions. */
export interface DecisionsChange {
  readonly added: readonly Decision[]
  /** Keys (`decisionKey`) of what is gone. */
  readonly removed: readonly string[]
}

/** Compare two lists of decisions; one with the same aim and another word is added, not removed. */
export function compareDecisions(before: readonly Decision[], after: readonly Decision[]): DecisionsChange {
  const old = new Map(before.map((decision) => [decisionKey(decision), decision]))
  const now = new Set(after.map(decisionKey))
  const isNew = (decision: Decision): boolean => {
    const known = old.get(decisionKey(decision))
    return known === undefined || formatDecision(known) !== formatDecision(decision)
  }
  return {added: after.filter(isNew), removed: [...old.keys()].filter((key) => !now.has(key))}
}

/** Make a change to decisions that others may have changed meanwhile; what was added has the last word. */
export function changeDecisions(
  decisions: readonly Decision[],
  {added, removed}: DecisionsChange
): Decision[] {
  const gone = new Set([...removed, ...added.map(decisionKey)])
  return [...decisions.filter((decision) => !gone.has(decisionKey(decision))), ...added]
}

/** By rule, then words, then reach: what is decided about one pair of words stands together. */
function byAim(a: Decision, b: Decision): number {
  const x = sortKeyOf(a)
  const y = sortKeyOf(b)
  return x < y ? -1 : x > y ? 1 : 0
}

function sortKeyOf({rule, text, scope, file = '', before, after}: Decision): string {
  return [rule, text, scope, file, before, after].join('\0')
}

/** One line without its end: fields in a fixed order, those that do not count for the scope left out. */
function formatDecision(decision: Decision): string {
  const {rule, text, before, after, verdict, replacement, offered, scope, file, by, at, note} = decision
  return JSON.stringify({
    rule,
    text,
    ...(scope === 'here' && {before, after}),
    verdict,
    ...(replacement !== undefined && {replacement}),
    ...(offered !== undefined && {offered}),
    scope,
    ...(file !== undefined && scope !== 'everywhere' && {file}),
    ...(by !== undefined && {by}),
    ...(at !== undefined && {at}),
    ...(note !== undefined && {note})
  })
}

const required = ['rule', 'text', 'verdict', 'scope'] as const
const optional = ['before', 'after', 'replacement', 'offered', 'file', 'by', 'at', 'note'] as const
const fields: ReadonlySet<string> = new Set([...required, ...optional])
const choices: Readonly<Record<string, readonly string[]>> = {
  verdict: ['accept', 'reject'],
  scope: ['here', 'file', 'everywhere', 'entry']
}

/** The decision of a line, or what is wrong with it. */
function readLine(line: string): Decision | string {
  if (/^(?:<{7}|={7}|>{7})/u.test(line)) return 'a merge was not finished here; keep the lines of both sides'
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return `this is not JSON: ${error instanceof Error ? error.message : String(error)}`
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'a decision must be an object'
  const wrong = findWrongField(value)
  if (wrong !== undefined) return wrong
  // The cast holds because every field was checked.
  const decision = {before: '', after: '', ...value} as Decision
  if (decision.scope !== 'everywhere' && decision.scope !== 'here' && decision.file === undefined)
    return `the scope \`${decision.scope}\` needs a \`file\``
  return decision
}

function findWrongField(value: object): string | undefined {
  const record: Readonly<Record<string, unknown>> = {...value}
  const missing = required.find((field) => record[field] === undefined)
  if (missing !== undefined) return `\`${missing}\` is missing`
  const unknown = Object.keys(record).find((field) => !fields.has(field))
  if (unknown !== undefined) return `\`${unknown}\` is not known`
  const untyped = Object.keys(record).find((field) => typeof record[field] !== 'string')
  if (untyped !== undefined) return `\`${untyped}\` must be a text`
  for (const [field, known] of Object.entries(choices)) {
    if (!known.includes(String(record[field]))) {
      return `\`${field}\` must be one of ${known.map((choice) => `\`${choice}\``).join(', ')}`
    }
  }
  return undefined
}
