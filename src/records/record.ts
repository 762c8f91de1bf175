// One record of a stream: JSON in, JSON out. Lines come from lines.ts, writing into JSON is members.ts.
import type {FileReport} from '../model.js'
import {listFindings} from '../report/json.js'
import type {Line} from './lines.js'
import {setMembers} from './members.js'

/** How records are made of lines. */
export interface RecordOptions {
  /** Name of the member that holds the text. */
  readonly field: string
  /** Name of the member that names the record. */
  readonly id: string
  /** Clean a text; `name` is what names its record, if anything does. */
  readonly clean: (text: string, name: string | undefined) => FileReport
}

/**
 * Mend the text in a record.
 *
 * The text is replaced where it changes and `findings` is added: what was mended and what only an editor can
 * decide, with offsets in the text as it came. Everything else keeps its bytes. What cannot be mended comes
 * back with the member `error`: the record itself where it is an object, otherwise its line number.
 *
 * @returns One line of JSON, without its end; `undefined` for a blank line.
 */
export function mendRecord(line: Line, options: RecordOptions): string | undefined {
  try {
    const text = decodeLine(line)
    return text.trim() === '' ? undefined : mendObject(text, options)
  } catch (error) {
    return JSON.stringify({line: line.number, error: messageOf(error)})
  }
}

function decodeLine({bytes}: Line): string {
  if (bytes === undefined) throw new Error('The line is too long')
  try {
    // A byte order mark at the beginning of a stream is dropped.
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    throw new Error('The line is not valid UTF-8')
  }
}

function mendObject(json: string, {field, id, clean}: RecordOptions): string {
  const record = parseObject(json)
  try {
    const text = record[field]
    if (typeof text !== 'string') throw new Error(tellNoText(field, Object.hasOwn(record, field)))
    const report = clean(text, nameOf(record[id]))
    return setMembers(json, {
      ...(report.output === text ? {} : {[field]: JSON.stringify(report.output)}),
      findings: JSON.stringify(listFindings(report))
    })
  } catch (error) {
    return setMembers(json, {error: JSON.stringify(messageOf(error))})
  }
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new Error(`The line is not valid JSON: ${messageOf(error)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('The line must be a JSON object')
  }
  // The cast holds because JSON makes no other objects than these.
  return value as Readonly<Record<string, unknown>>
}

function tellNoText(field: string, isThere: boolean): string {
  return isThere
    ? `\`${field}\` must be a string`
    : `The record has no \`${field}\`; name the member that holds the text with --field`
}

function nameOf(id: unknown): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
