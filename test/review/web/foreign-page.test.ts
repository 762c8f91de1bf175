// A web page of somebody else, open in the same browser: whatever it tries, it reads nothing and changes nothing. The
// guards one by one: server.test.ts.
/// <reference lib="dom" />
import {createServer, type Server} from 'node:http'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {ReviewServer} from '../../../src/review/web/server.js'
import {hasBrowser, launchBrowser} from '../../support/chromium.js'
import {hostOf, type MemoryHost, serve} from './serve.js'

const body = JSON.stringify({
  added: '{"rule":"doubao","text":"Beanbag","verdict":"accept","scope":"everywhere"}',
  removed: []
})

describe.skipIf(!hasBrowser)('a foreign page', () => {
  let browser: Browser
  let host: MemoryHost
  let server: ReviewServer
  let foreign: Server
  let page: Page
  beforeAll(async () => {
    browser = await launchBrowser()
    host = hostOf({'a.md': 'The Beanbag app grew.\n'})
    server = await serve(host)
    foreign = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><title>Foreign</title><body>')
    })
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
    page = await browser.newPage()
    const address = foreign.address()
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    server?.stop()
    foreign?.close()
  })

  const own = () => `http://127.0.0.1:${server.port}`

  test.each([
    {name: 'the review', path: '/api/session', init: {}},
    {name: 'the review, without being told the answer', path: '/api/session', init: {mode: 'no-cors'}},
    {
      name: 'the review, with a guessed token',
      path: '/api/session',
      init: {headers: {'x-nameright-token': 'x'}}
    },
    {name: 'a change', path: '/api/decisions', init: {method: 'POST', body}},
    {
      name: 'a change as JSON',
      path: '/api/decisions',
      init: {method: 'POST', body, headers: {'content-type': 'application/json'}}
    },
    {
      name: 'a change, without being told the answer',
      path: '/api/decisions',
      init: {method: 'POST', body, mode: 'no-cors'}
    },
    {name: 'writing', path: '/api/write', init: {method: 'POST', mode: 'no-cors'}}
  ])('asks for $name in vain', async ({path, init}) => {
    const answer = await page.evaluate(
      async ({url, init}) => {
        try {
          const response = await fetch(url, init as RequestInit)
          return `${response.type} ${await response.text()}`
        } catch {
          return 'refused'
        }
      },
      {url: own() + path, init}
    )
    expect(answer).toMatch(/^(?:refused|opaque )$/u)
  })

  test.each(['script', 'img', 'iframe', 'link'])('cannot take anything in as <%s>', async (tag) => {
    const outcome = await page.evaluate(
      ({tag, url}) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag)
          element.setAttribute(tag === 'link' ? 'href' : 'src', url)
          element.setAttribute('rel', 'stylesheet')
          element.addEventListener('error', () => resolve('refused'))
          element.addEventListener('load', () => {
            const frame = element instanceof HTMLIFrameElement ? element.contentDocument : document
            resolve(frame === null ? 'closed' : 'read')
          })
          document.body.append(element)
        }),
      {tag, url: own() + (tag === 'iframe' ? '/' : tag === 'link' ? '/page.css' : '/page.js')}
    )
    expect(outcome).toMatch(/^(?:refused|closed)$/u)
  })

  test('sends a form in vain', async () => {
    const form = await browser.newPage()
    await form.goto(page.url())
    const answered = form.waitForResponse((response) => response.url().startsWith(own()))
    await form.evaluate((url) => {
      const element = document.createElement('form')
      element.method = 'post'
      element.enctype = 'text/plain'
      element.action = url
      document.body.append(element)
      element.submit()
    }, `${own()}/api/write`)
    expect((await answered).status()).toBe(403)
  })

  test('sees nothing of a page that it opens', async () => {
    const seen = await page.evaluate((url) => {
      const opened = open(url)
      try {
        return opened?.document.title ?? 'nothing'
      } catch {
        return 'nothing'
      }
    }, server.url)
    expect(seen).not.toContain('nameright')
  })

  test('and in the end nothing has changed', () => {
    expect([host.memory.saves, host.memory.decisions]).toEqual([0, []])
  })
})
