// The members of a JSON object as they are written, so that one can be changed and the others keep every
// byte: numbers too large for JavaScript, escapes, order. Which members change: record.ts.
import type {Range} from '../text/range.js'

/** A member of an object, placed in its text. */
export interface Member {
  readonly key: string
  /** Of the value. */
  readonly value: Range
}

/**
 * List the members of an object, those inside of its values left out.
 *
 * @param text - Valid JSON whose value is an object.
 */
export function listMembers(text: string): Member[] {
  const members: Member[] = []
  let at = skipBlanks(text, text.indexOf('{') + 1)
  while (text[at] === '"') {
    const keyEnd = stringEnd(text, at)
    const key = JSON.parse(text.slice(at, keyEnd)) as string
    const start = skipBlanks(text, skipBlanks(text, keyEnd) + 1)
    const end = valueEnd(text, start)
    members.push({key, value: {start, end}})
    at = skipBlanks(text, end)
    if (text[at] !== ',') break
    at = skipBlanks(text, at + 1)
  }
  return members
}

/**
 * Set members of an object to new values; those that it has not are added at its end.
 *
 * @param text - As for `listMembers`.
 * @param values - JSON texts by key.
 */
export function setMembers(text: string, values: Readonly<Record<string, string>>): string {
  const members = listMembers(text)
  let result = text
  const added: string[] = []
  const edits: {range: Range; json: string}[] = []
  for (const [key, json] of Object.entries(values)) {
    // Of a repeated key the last one counts, as it does in `JSON.parse`.
    const member = members.findLast((candidate) => candidate.key === key)
    if (member === undefined) added.push(`${JSON.stringify(key)}:${json}`)
    else edits.push({range: member.value, json})
  }
  if (added.length > 0) {
    const end = members.at(-1)?.value.end ?? text.indexOf('{') + 1
    const comma = members.length > 0 ? ',' : ''
    edits.push({range: {start: end, end}, json: comma + added.join(',')})
  }
  for (const {range, json} of edits.sort((a, b) => b.range.start - a.range.start)) {
    result = result.slice(0, range.start) + json + result.slice(range.end)
  }
  return result
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (' \t\r\n'.includes(text[at] ?? '?')) at += 1
  return at
}

function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start)
  if (text[start] !== '{' && text[start] !== '[') return findEnd(text, start, /[\s,}\]]/gu)
  let depth = 0
  const bracket = /["[\]{}]/gu
  for (let at = start; ; ) {
    bracket.lastIndex = at
    const found = bracket.exec(text)
    if (found === null) return text.length
    at = found.index + 1
    if (found[0] === '"') at = stringEnd(text, found.index)
    else depth += found[0] === '{' || found[0] === '[' ? 1 : -1
    if (depth === 0) return at
  }
}

/** By a loop: a pattern over a string of many megabytes would need as much memory again. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at + 1
  }
  return text.length
}

function findEnd(text: string, start: number, pattern: RegExp): number {
  pattern.lastIndex = start
  return pattern.exec(text)?.index ?? text.length
}
