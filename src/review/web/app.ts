// What the review server answers. Who may ask: guards.ts; listening and ending: server.ts; the work: ../host.ts.
import {Buffer} from 'node:buffer'
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import {type DecisionsChange, parseDecisions} from '../../decide/lines.js'
import type {ReviewHost} from '../host.js'
import {guards as allGuards, apiPrefix, type Guard, type GuardSettings} from './guards.js'
import {type PageFiles, servedPage} from './html.js'

/** What the server is made of. */
export interface AppOptions {
  readonly host: ReviewHost
  readonly page: PageFiles
  /** Asked at every request, because the port is known only after listening. */
  readonly settings: () => GuardSettings
  /** Largest body, in bytes. */
  readonly maxBodyBytes: number
  /** Told when a page begins to hold on to the server; returns what to do when it lets go. */
  readonly onPage: () => () => void
  /** Default: all of them. Tests leave one out to show what it is for. */
  readonly guards?: readonly Guard[]
}

interface Answer {
  readonly status?: number
  readonly type: string
  readonly body: string
}

/** A request that cannot be answered as asked, with its status. */
class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Headers of every answer. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
} as const

/** Build the listener of the review server. */
export function createApp(options: AppOptions): RequestListener {
  const {guards = Object.values(allGuards), settings} = options
  return (request, response) => {
    void respond().catch(() => response.destroy())

    async function respond(): Promise<void> {
      const refusal = guards.map((guard) => guard(request, settings())).find((found) => found !== undefined)
      if (refusal !== undefined) {
        // What is still on its way is not read.
        response.setHeader('connection', 'close')
        const [status, message] = refusal
        return send(response, {status, ...json({message})})
      }
      if (`${request.method} ${request.url}` === `GET ${apiPrefix}alive`)
        return holdOn(response, options.onPage)
      send(response, await answer(request, options).catch(toAnswer))
    }
  }
}

async function answer(request: IncomingMessage, {host, page, maxBodyBytes}: AppOptions): Promise<Answer> {
  const {method = '', url = ''} = request
  // Whole addresses are compared: nothing of one becomes the name of a file.
  switch (`${method} ${url}`) {
    case 'GET /':
      return {type: 'text/html; charset=utf-8', body: servedPage}
    case 'GET /page.js':
      return {type: 'text/javascript; charset=utf-8', body: page.script}
    case 'GET /page.css':
      return {type: 'text/css; charset=utf-8', body: page.style}
    case `GET ${apiPrefix}session`:
      return json(await host.session())
    case `POST ${apiPrefix}decisions`:
      await host.save(readChange(await readBody(request, maxBodyBytes)))
      return json({})
    case `POST ${apiPrefix}write`:
      return json(await host.write())
  }
  const [, file] = /^\/api\/article\/(\d{1,7})$/u.exec(url) ?? []
  if (method === 'GET' && file !== undefined) return json(await host.article(Number(file)))
  throw new RequestError(404, 'there is nothing here')
}

async function readBody(request: IncomingMessage, maxBodyBytes: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    // A request without an encoding gives bytes.
    const bytes: Buffer = chunk
    size += bytes.length
    if (size > maxBodyBytes) throw new RequestError(413, 'too much at once')
    chunks.push(bytes)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new RequestError(400, 'this is not JSON')
  }
}

/** Decisions travel as the lines of their file, so that the same checks hold for both. */
function readChange(body: unknown): DecisionsChange {
  const fields: Readonly<Record<string, unknown>> = {...(typeof body === 'object' ? body : {})}
  const {added, removed} = fields
  if (typeof added !== 'string' || !Array.isArray(removed)) {
    throw new RequestError(400, 'decisions are expected')
  }
  const {decisions, problems} = parseDecisions(added)
  if (problems[0] !== undefined) throw new RequestError(400, problems[0].message)
  return {added: decisions, removed: removed.map(String)}
}

/** A request that stays open as long as the page does, with a sign of life now and then. */
function holdOn(response: ServerResponse, onPage: AppOptions['onPage']): void {
  const release = onPage()
  response.writeHead(200, {...headers, 'content-type': 'text/plain; charset=utf-8'})
  const timer = setInterval(() => response.write('.'), 15_000).unref()
  response.write('.')
  response.on('close', () => {
    clearInterval(timer)
    release()
  })
}

function json(value: unknown): Answer {
  return {type: 'application/json; charset=utf-8', body: JSON.stringify(value)}
}

function toAnswer(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error)
  return {status: error instanceof RequestError ? error.status : 500, ...json({message})}
}

function send(response: ServerResponse, {status = 200, type, body}: Answer): void {
  if (response.destroyed) return
  response.writeHead(status, {...headers, 'content-type': type})
  response.end(body)
}
