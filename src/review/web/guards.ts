// Who may talk to the review server: each guard refuses one way in which a foreign page or program could try. What
// is answered to those who pass: app.ts.
import {createHash, timingSafeEqual} from 'node:crypto'
import type {IncomingMessage} from 'node:http'

/** What a guard knows about the server. */
export interface GuardSettings {
  readonly port: number
  /** The secret that only the page which was opened from the terminal has. */
  readonly token: string
}

/** A refusal, as an HTTP status and words; `undefined` lets the request pass. */
export type Guard = (
  request: IncomingMessage,
  settings: GuardSettings
) => readonly [number, string] | undefined

/** Header that carries the token. Being no simple header, it also makes browsers ask before a foreign page sends it. */
const tokenHeader = 'x-nameright-token'

/** Paths below this one hold or change what is under review; all others are the page's own code. */
export const apiPrefix = '/api/'

/** All guards by name, in the order in which they are asked. */
export const guards = {
  /** Against DNS rebinding: a foreign name that was made to mean this machine. */
  host: ({headers}, {port}) =>
    headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`
      ? undefined
      : [421, 'this server answers for 127.0.0.1 alone'],

  /** Against pages of other origins, other ports of this machine among them. */
  origin: ({headers, method}, {port}) => {
    const {origin} = headers
    if (origin === undefined) return method === 'GET' ? undefined : [403, 'the origin is missing']
    return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`
      ? undefined
      : [403, 'foreign pages may not ask']
  },

  /** Against images, frames, scripts and requests of foreign pages, which browsers send without an origin. */
  fetchSite: ({headers, url}) => {
    const site = headers['sec-fetch-site']
    if (site === undefined || site === 'same-origin' || site === 'none') return undefined
    // Following a link opens a page of its own, which the foreign one cannot look into.
    const isOpened = url === '/' && headers['sec-fetch-dest'] === 'document'
    return isOpened ? undefined : [403, 'foreign pages may not ask']
  },

  /** Against everybody else on this machine. */
  token: ({headers, url = ''}, {token}) =>
    !url.startsWith(apiPrefix) || isSame(headers[tokenHeader], token)
      ? undefined
      : [401, 'open the address that the terminal shows'],

  /** Against forms, which can send text but not JSON. */
  type: ({headers, method}) =>
    method !== 'POST' || /^application\/json(?:;|$)/u.test(headers['content-type'] ?? '')
      ? undefined
      : [415, 'JSON is expected']
} satisfies Record<string, Guard>

/** Compared as digests, so that neither length nor time tells anything. */
function isSame(given: string | string[] | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(token))
}
