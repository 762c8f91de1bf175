// Bytes to text and back without loss. Reading and writing files is the business of disk/.

/** Why bytes are no text: `utf16` begins with its mark, `binary` holds NULs as no text does, `invalid` is not UTF-8. */
export type DecodeProblem = 'utf16' | 'binary' | 'invalid'

const advice: Readonly<Record<DecodeProblem, string>> = {
  utf16: 'The file is UTF-16; save it as UTF-8',
  binary: 'The file is binary, not text; leave it out',
  invalid: 'The file is not valid UTF-8; save it as UTF-8'
}

/** The bytes are no UTF-8 text. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  readonly problem: DecodeProblem
  /** The first byte that is wrong, from 0; the length of the file when its last character is cut off. */
  readonly offset: number
  constructor(problem: DecodeProblem, offset: number) {
    super(problem === 'invalid' ? `${advice[problem]} (byte ${offset} is wrong)` : advice[problem])
    this.problem = problem
    this.offset = offset
  }
}

/** How much of a file is looked at to tell whether it is binary, in bytes. */
const sampleSize = 8192

/** The share of NULs from which valid UTF-8 is binary. UTF-16 of Latin letters has a half, tar headers have more. */
const binaryShare = 0.25

/**
 * Decode a file: strict UTF-8, a byte order mark kept as the first unit U+FEFF.
 *
 * A file with a NUL in its first 8 KB is binary when it is not UTF-8, or when a quarter of these bytes are NULs;
 * otherwise the NULs are strays in a text and stay.
 *
 * @returns A text for which `encodeSource` gives back the same bytes.
 * @throws {DecodeError} When the bytes are no UTF-8 text.
 */
export function decodeSource(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleSize)
  const firstNul = sample.indexOf(0)
  const isMostlyNul = firstNul >= 0 && countNuls(sample) >= sample.length * binaryShare
  const source = isMostlyNul ? undefined : decodeStrict(bytes)
  if (source !== undefined) return source
  if (hasUtf16Mark(bytes)) throw new DecodeError('utf16', 0)
  if (firstNul >= 0) throw new DecodeError('binary', firstNul)
  throw new DecodeError('invalid', findInvalidByte(bytes))
}

/**
 * Encode a text as UTF-8.
 *
 * @param source - Well-formed, as everything from `decodeSource` is: a lone surrogate has no bytes, and becomes U+FFFD.
 */
export function encodeSource(source: string): Uint8Array {
  return new TextEncoder().encode(source)
}

function decodeStrict(bytes: Uint8Array): string | undefined {
  try {
    return createDecoder().decode(bytes)
  } catch {
    return undefined
  }
}

function createDecoder(): InstanceType<typeof TextDecoder> {
  return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
}

function countNuls(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0)
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** Halve the bytes until the shortest beginning is found that no valid text can have. */
function findInvalidByte(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length + 1
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isBeginning(bytes.subarray(0, middle))) valid = middle
    else invalid = middle
  }
  return invalid - 1
}

function isBeginning(bytes: Uint8Array): boolean {
  try {
    createDecoder().decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
