// The review server from its start to its end. What it answers: app.ts; opening the page: open.ts.
import {randomBytes} from 'node:crypto'
import {createServer} from 'node:http'
import type {ReviewHost} from '../host.js'
import {createApp} from './app.js'
import type {Guard} from './guards.js'
import type {PageFiles} from './html.js'

/** How to serve a review. */
export interface ServeOptions {
  readonly host: ReviewHost
  readonly page: PageFiles
  /** How long to wait for the first page, and for the next one when the last has gone, in milliseconds. */
  readonly idleMs?: {readonly first: number; readonly next: number}
  /** Largest body in bytes. Default 32 MiB: some ten thousand decisions at once. */
  readonly maxBodyBytes?: number
  /** See `AppOptions`. */
  readonly guards?: readonly Guard[]
}

/** A running server. */
export interface ReviewServer {
  /** The address to open; the part after `#` is secret, and browsers send it to nobody. */
  readonly url: string
  readonly port: number
  readonly token: string
  /** End now. */
  stop(): void
  /** When it has ended. */
  readonly ended: Promise<void>
}

const usualIdleMs = {first: 15 * 60_000, next: 60_000} as const

/** Serve a review on this machine alone, on a free port, until nobody has looked at it for a while. */
export async function serveReview(options: ServeOptions): Promise<ReviewServer> {
  const {host, page, idleMs = usualIdleMs, maxBodyBytes = 32 * 2 ** 20, guards} = options
  const token = randomBytes(32).toString('base64url')
  let pages = 0
  const onPage = (): (() => void) => {
    pages += 1
    clearTimeout(idle)
    return () => {
      pages -= 1
      if (pages === 0) idle = setTimeout(stop, idleMs.next)
    }
  }
  const settings = () => ({port, token})
  const server = createServer(
    createApp({host, page, onPage, settings, maxBodyBytes, ...(guards && {guards})})
  )
  // Node's own limits for slow and endless requests stay as they are.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  let idle = setTimeout(stop, idleMs.first)
  const ended = new Promise<void>((resolve) => server.once('close', resolve))
  return {url: `http://127.0.0.1:${port}/#${token}`, port, token, stop, ended}

  function stop(): void {
    clearTimeout(idle)
    server.close()
    server.closeAllConnections()
  }
}
