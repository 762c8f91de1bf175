// The file of a packed glossary: a first line with a checksum and a length, what is JSON, then the numbers, which need
// no parsing and lie in memory that threads share. What they mean: glossary/pack.ts.
import {Buffer} from 'node:buffer'
import {closeSync, fstatSync, openSync, readSync, writeFileSync} from 'node:fs'
import {rm, stat} from 'node:fs/promises'
import {crc32} from 'node:zlib'
import type {PackedGlossary} from '../model.js'
import {systemCodeOf} from './file-error.js'

const arrays = {Uint8Array, Uint16Array, Int32Array}
type ArrayKind = keyof typeof arrays
type Numbers = InstanceType<(typeof arrays)[ArrayKind]>

/** Stands in the JSON for numbers. */
interface Slice {
  readonly kind: ArrayKind
  /** In bytes behind the JSON, a multiple of `alignment`. */
  readonly start: number
  /** In numbers. */
  readonly length: number
}

/** Numbers must begin where their size divides the offset. */
const alignment = 4
/** Before the JSON, in hexadecimal: a checksum of all that follows it, and the length of the JSON. */
const sumLength = 8
const headLength = 20

/** That of the packs that ship. */
const shipped: string | URL = new URL('../packs.bin', import.meta.url)

/**
 * Read what was written when the packs were built, or elsewhere.
 *
 * @param file - What is read from there is checked; the packs that ship are as safe as the program beside them.
 * @returns `undefined` when nothing was written, or when it is damaged.
 */
export function readPacked(file: string | URL = shipped): PackedGlossary | undefined {
  const bytes = readShared(file)
  if (bytes === undefined || bytes.length < headLength) return undefined
  const [sum, length] = Buffer.from(bytes.slice(0, headLength))
    .toString('latin1')
    .split(' ')
    .map((part) => Number.parseInt(part, 16))
  if (file !== shipped && crc32(bytes.subarray(sumLength)) !== sum) return undefined
  // The cast holds because writePacked has written the file, in the same build.
  const stored = JSON.parse(Buffer.from(bytes.buffer, headLength, length).toString('utf8')) as PackedGlossary
  const restore = <T extends object>(record: T): T =>
    mapFields(record, (value) => (isSlice(value) ? toNumbers(bytes, headLength + length!, value) : value))
  return {...restore(stored), pinyin: restore(stored.pinyin), search: restore(stored.search)}
}

/** Read a file into memory that can be sent to other threads without being copied. */
function readShared(file: string | URL): Uint8Array | undefined {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(handle).size))
    for (let done = 0; done < bytes.length; ) {
      const count = readSync(handle, bytes, done, bytes.length - done, null)
      if (count === 0) return undefined
      done += count
    }
    return bytes
  } finally {
    closeSync(handle)
  }
}

function isSlice(value: unknown): value is Slice {
  return typeof value === 'object' && value !== null && 'kind' in value && 'start' in value
}

function toNumbers({buffer}: Uint8Array, offset: number, {kind, start, length}: Slice): Numbers {
  return new arrays[kind](buffer as ArrayBuffer, offset + start, length)
}

/** Tells one build of the packs that ship from the next; `undefined` when there is none. */
export async function stampOfShipped(): Promise<string | undefined> {
  const stats = await stat(shipped).catch(() => undefined)
  return stats && `${stats.mtimeMs} ${stats.size}`
}

/** Write a packed glossary; the bytes of numbers are in the order of this machine, as all that run Node have it. */
export function writePacked(packed: PackedGlossary, file: string | URL = shipped): void {
  const parts: Uint8Array[] = []
  let end = 0
  const store = <T extends object>(record: T): T =>
    mapFields(record, (value) => {
      if (!ArrayBuffer.isView(value)) return value
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      const slice = {kind: kindOf(value), start: end, length: bytes.length / widthOf(value)}
      parts.push(bytes, new Uint8Array(gapBehind(bytes.length)))
      end += bytes.length + gapBehind(bytes.length)
      return slice
    })
  const stored = {...store(packed), pinyin: store(packed.pinyin), search: store(packed.search)}
  const text = Buffer.from(JSON.stringify(stored))
  // Blanks behind it, so that the numbers begin where they may.
  const json = Buffer.concat([text, Buffer.alloc(gapBehind(headLength + text.length), ' ')])
  const checked = Buffer.concat([
    Buffer.from(` ${toHex(json.length)}`.padEnd(headLength - sumLength)),
    json,
    ...parts
  ])
  writeFileSync(file, Buffer.concat([Buffer.from(toHex(crc32(checked))), checked]))
}

function toHex(number: number): string {
  return number.toString(16).padStart(sumLength, '0')
}

function gapBehind(length: number): number {
  return (alignment - (length % alignment)) % alignment
}

/** Remove what an earlier build has written. */
export async function removePacked(): Promise<void> {
  await rm(shipped, {force: true})
}

function kindOf(view: ArrayBufferView): ArrayKind {
  // The cast restores what Object.keys forgets.
  const kind = (Object.keys(arrays) as ArrayKind[]).find((name) => view instanceof arrays[name])
  if (kind === undefined) throw new TypeError('No array that can be stored')
  return kind
}

function widthOf(view: ArrayBufferView): number {
  return arrays[kindOf(view)].BYTES_PER_ELEMENT
}

function mapFields<T extends object>(record: T, change: (value: unknown) => unknown): T {
  // The cast holds for readers and writers of the same fields.
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)])) as T
}
