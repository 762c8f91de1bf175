// The files of a packed glossary: packs.json for what is JSON, packs.bin for the numbers, which need no parsing.
// What they mean: glossary/pack.ts.
import {readFile, rm, stat, writeFile} from 'node:fs/promises'
import type {Numbers, PackedGlossary} from '../glossary/pack.js'
import {systemCodeOf} from './file-error.js'

const arrays = {Uint8Array, Uint16Array, Uint32Array, Int32Array}
type ArrayKind = keyof typeof arrays

/** Stands in packs.json for numbers that lie in packs.bin. */
interface Slice {
  readonly kind: ArrayKind
  /** In bytes, a multiple of `alignment`. */
  readonly start: number
  /** In numbers. */
  readonly length: number
}

type Stored = Omit<PackedGlossary, 'surfaces' | 'search'> & {
  readonly surfaces: Slice
  readonly search: Readonly<Record<string, number | Slice>>
}

/** Numbers must begin where their size divides the offset. */
const alignment = 4

/** The two files of a packed glossary. */
export interface PackedFiles {
  readonly json: string | URL
  readonly numbers: string | URL
}

/** Those of the packs that ship. */
const shipped: PackedFiles = {
  json: new URL('../packs.json', import.meta.url),
  numbers: new URL('../packs.bin', import.meta.url)
}

/** Read what was written when the packs were built, or elsewhere; `undefined` when nothing was. */
export async function readPacked(files: PackedFiles = shipped): Promise<PackedGlossary | undefined> {
  try {
    const [json, numbers] = await Promise.all([readFile(files.json, 'utf8'), readFile(files.numbers)])
    // The cast holds because writePacked writes the file, in the same build.
    const {surfaces, search, ...stored} = JSON.parse(json) as Stored
    const toNumbers = ({kind, start, length}: Slice): Numbers =>
      new arrays[kind](numbers.buffer as ArrayBuffer, numbers.byteOffset + start, length)
    return {
      ...stored,
      surfaces: toNumbers(surfaces),
      search: mapValues(search, (field) => (typeof field === 'number' ? field : toNumbers(field)))
    }
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Tells one build of the packs that ship from the next; `undefined` when there is none. */
export async function stampOfShipped(): Promise<string | undefined> {
  const stats = await stat(shipped.json).catch(() => undefined)
  return stats && `${stats.mtimeMs} ${stats.size}`
}

/** Write a packed glossary; the bytes of numbers are in the order of this machine, as all that run Node have it. */
export async function writePacked(
  {surfaces, search, ...rest}: PackedGlossary,
  files: PackedFiles = shipped
): Promise<void> {
  const parts: Uint8Array[] = []
  let end = 0
  const toSlice = (numbers: Numbers): Slice => {
    const {buffer, byteOffset, byteLength, length} = numbers
    const padding = new Uint8Array((alignment - (byteLength % alignment)) % alignment)
    const slice = {kind: kindOf(numbers), start: end, length}
    parts.push(new Uint8Array(buffer, byteOffset, byteLength), padding)
    end += byteLength + padding.length
    return slice
  }
  const stored: Stored = {
    ...rest,
    surfaces: toSlice(surfaces),
    search: mapValues(search, (field) => (typeof field === 'number' ? field : toSlice(field)))
  }
  await writeFile(files.numbers, Buffer.concat(parts))
  await writeFile(files.json, JSON.stringify(stored))
}

/** Remove what an earlier build has written. */
export async function removePacked(): Promise<void> {
  await Promise.all([shipped.json, shipped.numbers].map((file) => rm(file, {force: true})))
}

function kindOf(numbers: Numbers): ArrayKind {
  // The cast restores what Object.keys forgets.
  const kind = (Object.keys(arrays) as ArrayKind[]).find((name) => numbers instanceof arrays[name])
  if (kind === undefined) throw new TypeError('No array that can be stored')
  return kind
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
