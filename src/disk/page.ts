// The built review page, read and shown. What it is: review/page/; who serves it: review/web/.
import {spawn} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {platform} from 'node:os'

/** Where the build leaves the page: beside this folder, or, running from the sources, in what was built of them. */
const folders = ['../page/', '../../dist/page/'].map((name) => new URL(name, import.meta.url))

/**
 * Read the built page.
 *
 * @throws {Error} When there is none.
 */
export async function readPage(): Promise<{readonly script: string; readonly style: string}> {
  for (const folder of folders) {
    try {
      const [script, style] = await Promise.all(
        ['page.js', 'page.css'].map((name) => readFile(new URL(name, folder), 'utf8'))
      )
      if (script !== undefined && style !== undefined) return {script, style}
    } catch {
      // The next folder may have it.
    }
  }
  throw new Error('the review page is not built; run `npm run build`')
}

/** How each system opens an address in the browser that its user prefers. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler']
}

/** Open an address in the browser, as far as there is one; who cannot see it has the address. */
export function openInBrowser(url: string, env: Readonly<Record<string, string | undefined>>): void {
  const [command, ...args] = env.BROWSER ? [env.BROWSER] : (openers[platform()] ?? ['xdg-open'])
  const child = spawn(command, [...args, url], {stdio: 'ignore', detached: true})
  child.on('error', () => undefined)
  child.unref()
}
