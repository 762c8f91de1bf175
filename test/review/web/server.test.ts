// The server's defences, each with what it is for; a foreign page that tries them in a real browser is in
// foreign-page.test.ts.
import {request} from 'node:http'
import {networkInterfaces} from 'node:os'
import {setTimeout as wait} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {guards} from '../../../src/review/web/guards.js'
import type {ReviewServer} from '../../../src/review/web/server.js'
import {hostOf, type MemoryHost, serve} from './serve.js'

const line = '{"rule":"doubao","text":"Beanbag","verdict":"accept","scope":"everywhere"}'
const change = JSON.stringify({added: line, removed: []})

interface Ask {
  readonly path?: string
  readonly method?: string
  /** `undefined` leaves a usual header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
  readonly address?: string
}

/** Ask like the page does, but for what is said otherwise. */
function ask({port, token}: ReviewServer, {path = '/api/session', method = 'GET', ...rest}: Ask) {
  const usual = {
    host: `127.0.0.1:${port}`,
    'x-nameright-token': token,
    ...(method !== 'GET' && {origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json'})
  }
  const all = Object.entries<string | undefined>({...usual, ...rest.headers})
  const headers = Object.fromEntries(
    all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
  return new Promise<{status: number; headers: NodeJS.Dict<string | string[]>; body: string}>(
    (resolve, reject) => {
      const sent = request({host: rest.address ?? '127.0.0.1', port, path, method, headers}, (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          body += chunk
        })
        response.on('end', () => resolve({status: response.statusCode ?? 0, headers: response.headers, body}))
        response.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(rest.body)
    }
  )
}

const attacks: readonly (Ask & {
  readonly name: string
  readonly guard: keyof typeof guards
  readonly status: number
})[] = [
  {
    name: 'a foreign name that means this machine',
    guard: 'host',
    headers: {host: 'evil.example'},
    status: 421
  },
  {name: 'its own name with another port', guard: 'host', headers: {host: '127.0.0.1:1'}, status: 421},
  {name: 'a page of another site', guard: 'origin', headers: {origin: 'https://evil.example'}, status: 403},
  {
    name: 'a page from another port of this machine',
    guard: 'origin',
    headers: {origin: 'http://127.0.0.1:1'},
    status: 403
  },
  {name: 'a page without an origin of its own', guard: 'origin', headers: {origin: 'null'}, status: 403},
  {
    name: 'a change of unknown origin',
    guard: 'origin',
    path: '/api/decisions',
    method: 'POST',
    headers: {origin: undefined},
    body: change,
    status: 403
  },
  {
    name: 'an image on a page of another site',
    guard: 'fetchSite',
    headers: {'sec-fetch-site': 'cross-site'},
    status: 403
  },
  {
    name: 'a script on a page of another port',
    guard: 'fetchSite',
    headers: {'sec-fetch-site': 'same-site'},
    status: 403
  },
  {
    name: 'somebody without the token',
    guard: 'token',
    headers: {'x-nameright-token': undefined},
    status: 401
  },
  {name: 'somebody with a wrong token', guard: 'token', headers: {'x-nameright-token': 'guess'}, status: 401},
  {
    name: 'a form that sends text',
    guard: 'type',
    path: '/api/decisions',
    method: 'POST',
    headers: {'content-type': 'text/plain'},
    body: change,
    status: 415
  }
]

describe('one server', () => {
  let host: MemoryHost
  let server: ReviewServer
  beforeAll(async () => {
    host = hostOf({'a.md': 'The Beanbag app grew.\n'})
    server = await serve(host, {maxBodyBytes: 1000})
  })
  afterAll(() => server.stop())

  test.each(attacks)('$name is refused', async ({status, ...attack}) => {
    const before = host.memory.saves
    expect((await ask(server, attack)).status).toBe(status)
    expect(host.memory.saves).toBe(before)
  })

  test('the page itself gets the review, and its decisions are kept', async () => {
    const session = await ask(server, {})
    expect(JSON.parse(session.body).items).toHaveLength(1)
    const saved = await ask(server, {path: '/api/decisions', method: 'POST', body: change})
    expect([saved.status, host.memory.decisions.length]).toEqual([200, 1])
  })

  test.each([
    {name: 'a page’s code needs no token, for nothing in it is secret', path: '/', status: 200},
    {name: 'the script comes from here', path: '/page.js', status: 200},
    {name: 'nothing of an address becomes the name of a file', path: '/../package.json', status: 404},
    {name: 'nor when it is written in code', path: '/..%2f..%2fpackage.json', status: 404},
    {name: 'the token is no part of an address', path: '/?token=x', status: 404}
  ])('$name', async ({path, status}) => {
    expect((await ask(server, {path, headers: {'x-nameright-token': undefined}})).status).toBe(status)
  })

  test.each([
    {name: 'what is no JSON', body: '{', status: 400},
    {name: 'what holds no decisions', body: '[]', status: 400},
    {name: 'null', body: 'null', status: 400},
    {name: 'a wrong decision', body: JSON.stringify({added: '{"rule":1}', removed: []}), status: 400},
    {name: 'too much', body: JSON.stringify({added: ' '.repeat(2000), removed: []}), status: 413},
    {
      name: 'too much without saying so',
      body: JSON.stringify({added: ' '.repeat(2000), removed: []}),
      headers: {'transfer-encoding': 'chunked'},
      status: 413
    }
  ])('$name is not kept', async ({status, ...rest}) => {
    const before = host.memory.saves
    expect((await ask(server, {path: '/api/decisions', method: 'POST', ...rest})).status).toBe(status)
    expect(host.memory.saves).toBe(before)
  })

  test.each([
    {name: 'a link to the page may stand anywhere', dest: 'document', path: '/', status: 200},
    {name: 'a frame of a foreign page may not show it', dest: 'iframe', path: '/', status: 403},
    {name: 'a link to the review itself leads nowhere', dest: 'document', path: '/api/session', status: 403}
  ])('$name', async ({dest, path, status}) => {
    const headers = {'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest}
    expect((await ask(server, {path, headers})).status).toBe(status)
  })

  test('with room for it, the same is no longer too much', async () => {
    const roomy = await serve(hostOf({'a.md': 'Beanbag.\n'}), {maxBodyBytes: 5000})
    const body = JSON.stringify({added: ' '.repeat(2000), removed: []})
    expect((await ask(roomy, {path: '/api/decisions', method: 'POST', body})).status).toBe(200)
    roomy.stop()
  })

  test.each(['/', '/page.js', '/api/session', '/api/nothing'])(
    '%s is sent with all protecting headers',
    async (path) => {
      const {headers} = await ask(server, {path})
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/u
        ),
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin'
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(String(headers['content-security-policy'])).not.toContain('unsafe')
    }
  )

  test('other machines cannot connect', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .flatMap((face) =>
        face !== undefined && !face.internal && face.family === 'IPv4' ? [face.address] : []
      )
    // On Linux all of 127.x.x.x is this machine: a server that listens everywhere answers there.
    if (process.platform === 'linux') others.push('127.0.0.2')
    for (const address of others) {
      await expect(ask(server, {address})).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/u)
    }
  })

  test('every start has another token and another port', async () => {
    const other = await serve(host)
    expect(other.token).not.toBe(server.token)
    expect(other.token.length).toBeGreaterThanOrEqual(43)
    expect(other.port).not.toBe(server.port)
    other.stop()
  })
})

test.each(attacks)(
  'without the guard “$guard”, $name would get through',
  async ({guard, status: _, ...attack}) => {
    const others = Object.entries(guards).flatMap(([name, one]) => (name === guard ? [] : [one]))
    const server = await serve(hostOf({'a.md': 'The Beanbag app grew.\n'}), {guards: others})
    expect((await ask(server, attack)).status).toBe(200)
    server.stop()
  }
)

describe('the end', () => {
  test('a server that nobody looks at ends by itself', async () => {
    const server = await serve(hostOf({'a.md': 'Beanbag.\n'}), {idleMs: {first: 30, next: 30}})
    await server.ended
  })

  test('it lives as long as a page is open, and ends a while after', async () => {
    const server = await serve(hostOf({'a.md': 'Beanbag.\n'}), {idleMs: {first: 200, next: 50}})
    const page = request({
      port: server.port,
      path: '/api/alive',
      headers: {'x-nameright-token': server.token}
    })
    page.on('error', () => undefined).end()
    let hasEnded = false
    void server.ended.then(() => {
      hasEnded = true
    })
    await wait(400)
    expect(hasEnded).toBe(false)
    page.destroy()
    await server.ended
  })

  test('a page that is opened anew in time keeps it', async () => {
    const server = await serve(hostOf({'a.md': 'Beanbag.\n'}), {idleMs: {first: 500, next: 300}})
    const open = () => {
      const page = request({
        port: server.port,
        path: '/api/alive',
        headers: {'x-nameright-token': server.token}
      })
      page.on('error', () => undefined).end()
      return page
    }
    const first = open()
    await wait(100)
    first.destroy()
    await wait(50)
    const second = open()
    await wait(500)
    expect((await ask(server, {})).status).toBe(200)
    second.destroy()
    await server.ended
  })
})
