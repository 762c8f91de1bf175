// Our own package, as it lies on the disk.
import {readFileSync} from 'node:fs'

/** The version of this program, from its package.json. */
export function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  // The cast holds because npm refuses a package without a version.
  return (JSON.parse(text) as {version: string}).version
}
