// The page in a real browser: deciding by mouse and by keyboard, alone and in bulk; hostile articles; ten thousand
// findings; narrow and dark. The server behind it: server.test.ts.
/// <reference lib="dom" />
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {formatDecisions} from '../../../src/decide/lines.js'
import {pressKey, startTerminal} from '../../../src/review/terminal/state.js'
import type {ReviewServer} from '../../../src/review/web/server.js'
import {hasBrowser, launchBrowser} from '../../support/chromium.js'
import {reviewOf} from '../make.js'
import {hostOf, type MemoryHost, openReview, serve} from './serve.js'

const two = {
  'posts/a.md': '# News\n\nToday Beanbag grew. Yuezhi Anmian did not.\n\nIn May, Beanbag was sold.\n',
  'posts/b.md': 'Then 😀 Beanbag (豆包) came, with Ideal Auto.\n'
}

describe.skipIf(!hasBrowser)('the page', () => {
  let browser: Browser
  const servers: ReviewServer[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
  }, 60_000)
  afterAll(async () => {
    for (const server of servers) server.stop()
    await browser?.close()
  })

  /** Open a review of texts; every test asks at its end that nothing was complained of. */
  async function open(
    sources: Readonly<Record<string, string>>,
    options: Parameters<typeof openReview>[2] = {}
  ) {
    const host = hostOf(sources)
    const server = await serve(host)
    servers.push(server)
    return {host, ...(await openReview(browser, server.url, options))}
  }

  /** Wait until the decisions are kept, and tell them in few words. */
  async function decisionsOf(host: MemoryHost, page: Page, count: number): Promise<string[]> {
    await expect.poll(() => host.memory.decisions.length).toBe(count)
    await expect.poll(() => page.locator('.saved').textContent()).toBe('Saved')
    return host.memory.decisions.map(({text, verdict, scope, replacement, file}) =>
      [verdict, text, ...(replacement ? [replacement] : []), scope, ...(file ? [file] : [])].join(' ')
    )
  }

  test('the article is read with its changes in place', async () => {
    const {page, errors} = await open(two)
    const article = page.getByRole('region', {name: 'The article'})
    expect(await article.getByRole('heading', {name: 'News'}).count()).toBe(1)
    const change = article.getByRole('button', {name: /^Yuezhi Anmian to Moonshot AI/u})
    expect(await change.locator('del').textContent()).toBe('Yuezhi Anmian')
    expect(await change.locator('ins').textContent()).toBe('Moonshot AI')
    expect(await page.locator('.progress').textContent()).toContain('0 of 4 decided')
    expect(errors).toEqual([])
  })

  test('the mouse decides, and decisions are saved by themselves', async () => {
    const {page, host, errors} = await open(two)
    await page.getByRole('button', {name: 'Accept', exact: true}).click()
    await page.getByRole('button', {name: 'Keep as it is'}).click()
    expect(await decisionsOf(host, page, 2)).toEqual([
      'accept Beanbag Doubao here posts/a.md',
      'reject Beanbag here posts/a.md'
    ])
    expect(await page.locator('.path').textContent()).toBe('posts/b.md')
    expect(errors).toEqual([])
  })

  test('keys decide, edit, choose and undo as in the terminal', async () => {
    const {page, host} = await open(two)
    await page.keyboard.press('y')
    await page.keyboard.press('n')
    await page.keyboard.press('2')
    await page.keyboard.press('y')
    await page.keyboard.press('e')
    await page.keyboard.type('Lixiang')
    await page.keyboard.press('Enter')
    expect(await decisionsOf(host, page, 4)).toEqual([
      'accept Beanbag Doubao here posts/a.md',
      'reject Beanbag here posts/a.md',
      'accept Beanbag Doubao App here posts/b.md',
      'accept Ideal Auto Lixiang here posts/b.md'
    ])
    expect(await page.getByRole('status').textContent()).toContain('Everything is decided.')
    await page.keyboard.press('u')
    await page.keyboard.press('u')
    expect(await decisionsOf(host, page, 2)).toHaveLength(2)
  })

  test('what is said aloud: each decision, and what comes next', async () => {
    const {page} = await open(two)
    await page.keyboard.press('y')
    const said = await page.getByRole('status').textContent()
    expect(said).toContain(
      'Accepted: Beanbag becomes Doubao. Next, 2 of 4: Beanbag, offered: Doubao. In May, Beanbag was sold.'
    )
  })

  test('a whole review goes by keyboard alone, with the focus always in sight', async () => {
    const {page, host} = await open(two)
    const visited: string[] = []
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        const box = element?.getBoundingClientRect()
        const name = element?.getAttribute('aria-label') ?? element?.textContent ?? ''
        return {
          name: `${element?.tagName} ${name.slice(0, 30)}`,
          isSeen: !box || (box.bottom > 0 && box.top < innerHeight)
        }
      })
      expect(focused.isSeen, focused.name).toBe(true)
      visited.push(focused.name)
      if (focused.name === 'BUTTON Accept') break
    }
    // The bar comes first, then filters and files, then the article, then the change in hand.
    const order = ['INPUT', 'BUTTON Write files…', 'SELECT', 'SECTION The article', 'BUTTON Accept']
    const places = order.map((name) => visited.findIndex((entry) => entry.startsWith(name)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await decisionsOf(host, page, 2)).toHaveLength(2)
  })

  test('single keys can be switched off, and do nothing while somebody writes', async () => {
    const {page, host} = await open(two)
    await page.getByRole('searchbox').fill('May')
    await page.getByRole('searchbox').press('y')
    expect(await page.getByRole('searchbox').inputValue()).toBe('Mayy')
    await page.getByRole('searchbox').fill('')
    await page.getByRole('searchbox').blur()
    await page.keyboard.press('?')
    await page.getByLabel('Single letters work as keys').uncheck()
    await page.getByRole('button', {name: 'Close'}).click()
    await page.keyboard.press('y')
    expect(host.memory.saves).toBe(0)
  })

  test('the page and the terminal come to the same decisions', async () => {
    const {page, host} = await open(two)
    for (const key of ['y', 'n', '2', 'y', 'n']) await page.keyboard.press(key)
    await decisionsOf(host, page, 4)
    const keys = ['y', 'n', '2', 'y', 'n'].map((character) => ({character}))
    const terminal = keys.reduce((state, key) => pressKey(state, key), startTerminal(reviewOf(two)))
    const untimed = host.memory.decisions.map(({at: _, ...decision}) => decision)
    expect(formatDecisions(untimed)).toBe(formatDecisions(terminal.session.decisions))
  })

  test.each([
    {
      name: 'a marked text goes everywhere',
      keys: ['2', 'd'],
      button: 'Accept 3 changes',
      after: 'accept Beanbag Doubao App everywhere'
    },
    {
      name: 'capital A keeps a file',
      keys: ['A'],
      button: 'Keep 2 changes',
      after: 'reject Beanbag file posts/a.md'
    },
    {
      name: 'x keeps all of a name in a file',
      keys: ['x'],
      button: 'Keep 2 changes',
      after: 'reject  entry posts/a.md'
    }
  ])('by keys: $name', async ({keys, button, after}) => {
    const {page, host} = await open(two)
    for (const key of keys) await page.keyboard.press(key)
    await page.getByRole('button', {name: button}).click()
    expect(await decisionsOf(host, page, 1)).toEqual([after])
  })

  test('reasons are told on demand', async () => {
    const {page} = await open(two)
    expect(await page.locator('#why ul').isVisible()).toBe(false)
    await page.keyboard.press('w')
    expect(await page.locator('#why ul').isVisible()).toBe(true)
    expect(await page.locator('#why').textContent()).toContain('Entry: Doubao')
  })

  test('side by side, each side is whole', async () => {
    const {page} = await open(two)
    await page.getByLabel('Side by side').check()
    const sides = page.locator('.pair').nth(1).locator('.side')
    expect(await sides.allTextContents()).toEqual([
      'Today Beanbag grew. Yuezhi Anmian did not.',
      'Today Doubao grew. Moonshot AI did not.'
    ])
  })

  test.each([
    {name: 'search', set: (page: Page) => page.getByRole('searchbox').fill('sold'), shown: 1},
    {name: 'the name', set: (page: Page) => page.getByLabel('Name').selectOption('li-auto'), shown: 1},
    {
      name: 'how it stands',
      set: (page: Page) => page.getByRole('combobox', {name: 'Show'}).selectOption('accepted'),
      shown: 1
    },
    {name: 'the verdict', set: (page: Page) => page.getByLabel('Program').selectOption('fix'), shown: 0},
    {name: 'sureness', set: (page: Page) => page.getByLabel('Sureness').selectOption('low'), shown: 0},
    {name: 'the file', set: (page: Page) => page.getByRole('button', {name: /b\.md/u}).click(), shown: 2}
  ])('filters by $name', async ({set, shown}) => {
    const {page} = await open(two)
    await set(page)
    await page.locator('.views').getByLabel('Changes').check()
    await expect.poll(() => page.locator('.card').count()).toBe(shown)
    expect(await page.locator('.filter-end').textContent()).toContain(`all ${shown} shown`)
  })

  test('a bulk decision shows what it touches, and touches nothing else', async () => {
    const {page, host} = await open(two)
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog', {name: 'Decide all like this'})
    expect(await dialog.locator('.summary').textContent()).toContain('3 changes in 2 files')
    expect(await dialog.locator('.preview-row').count()).toBe(3)
    await dialog.getByLabel('“Beanbag” in this file (2)').check()
    expect(await dialog.locator('.preview-row').count()).toBe(2)
    await dialog.getByLabel('Keep as it is').check()
    await dialog.getByLabel('Everything for “Doubao” in this file').check()
    await dialog.getByRole('button', {name: 'Keep 2 changes'}).click()
    expect(await decisionsOf(host, page, 1)).toEqual(['reject  entry posts/a.md'])
  })

  test('files are written at the end, and nothing is asked again', async () => {
    const {page, host} = await open(two)
    await page.getByRole('button', {name: 'Decide all 4 shown…'}).click()
    await page.getByRole('button', {name: 'Accept 4 changes'}).click()
    await page.getByRole('button', {name: 'Write files…'}).click()
    await page.getByRole('button', {name: 'Write 2 files'}).click()
    await page.getByText('2 files written.').waitFor()
    expect(host.memory.sources).toEqual({
      'posts/a.md': '# News\n\nToday Doubao grew. Moonshot AI did not.\n\nIn May, Doubao was sold.\n',
      'posts/b.md': 'Then 😀 Doubao (豆包) came, with Li Auto.\n'
    })
    await page.getByRole('button', {name: 'Done'}).click()
    expect(await page.locator('.progress').textContent()).toContain('Nothing to decide')
  })

  test('a hundred findings are settled with at most fifteen actions', async () => {
    const sources = Object.fromEntries(
      Array.from({length: 20}, (_, file) => [
        `posts/${file}.md`,
        `Line ${file}: Beanbag came.\n\nNext ${file}, Ideal Auto.\n\nSoft ${file} is a Beanbag chair.\n\nAgain Beanbag ${file}.\n\nMore Beanbag for ${file} people.\n`
      ])
    )
    const {page, host} = await open(sources)
    expect(await page.locator('.progress').textContent()).toContain('0 of 100 decided')
    let actions = 0
    const act = async (action: Promise<unknown>) => {
      actions += 1
      await action
    }
    // Chairs are chairs: keep them. Everything else is right.
    await act(page.getByRole('searchbox').fill('chair'))
    await act(page.getByRole('button', {name: 'Decide all 20 shown…'}).click())
    await act(page.getByLabel('Keep as it is').check())
    await act(page.getByRole('button', {name: 'Keep 20 changes'}).click())
    await act(page.getByRole('searchbox').fill(''))
    await act(page.getByRole('button', {name: 'Decide all 80 shown…'}).click())
    await act(page.getByRole('button', {name: 'Accept 80 changes'}).click())
    expect(actions).toBeLessThanOrEqual(15)
    await expect.poll(() => page.locator('.progress').textContent()).toContain('Everything is decided')
    await expect.poll(() => host.memory.decisions.length).toBe(100)
    expect(host.memory.decisions.filter(({verdict}) => verdict === 'reject')).toHaveLength(20)
  })

  test('a hostile article does nothing', async () => {
    const {page, errors} = await open({
      '<img src=x onerror=hit(1)>.md': [
        '<script>window.hit = 1</script>',
        '<img src=x onerror="window.hit = 2">',
        'Beanbag [link](javascript:window.hit=3) and <b onclick="window.hit=4">Beanbag</b>',
        '![Beanbag](javascript:window.hit=5 "Beanbag <script>window.hit=6</script>")',
        '`</script><script>window.hit=7</script>` Beanbag',
        '[x]: javascript:window.hit=8 "Beanbag"',
        `abc \u202Etxet desrever Beanbag \u2066\u200F end`,
        `${'long '.repeat(200_000)}Beanbag`,
        '<iframe srcdoc="<script>parent.hit=9</script>"></iframe>',
        '<svg onload="window.hit=10"></svg><style>*{display:none}</style>'
      ].join('\n\n')
    })
    for (const view of ['Article', 'Side by side', 'Changes'])
      await page.locator('.views').getByLabel(view).check()
    await page.locator('.views').getByLabel('Article').check()
    await page.getByText('U+202E').waitFor()
    await page.keyboard.press('d')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await page.locator('#app :is(script, img, iframe, svg, style, a, b)').count()).toBe(0)
    expect(
      await page
        .locator('#app')
        .evaluate((app) => /[\u202a-\u202e\u2066-\u2069\u200f]/u.test(app.textContent ?? ''))
    ).toBe(false)
    expect(errors).toEqual([])
  })

  test.each([
    {name: 'stops it', bypassCSP: false, ran: false},
    {name: 'is what stops it: without, it would run', bypassCSP: true, ran: true}
  ])('an inline script, had one come in: the policy $name', async ({bypassCSP, ran}) => {
    const {page} = await open(two, {bypassCSP})
    const hit = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.hit = true'
      document.body.append(script)
      return 'hit' in window
    })
    expect(hit).toBe(ran)
  })

  test('ten thousand findings in five hundred files answer at once', async () => {
    const sources = Object.fromEntries(
      Array.from({length: 500}, (_, file) => [
        `posts/${file}.md`,
        Array.from({length: 20}, (_, line) => `Line ${line} of ${file}: Beanbag came.\n`).join('\n')
      ])
    )
    const {page} = await open(sources)
    expect(await page.locator('.progress').textContent()).toContain('0 of 10,000 decided')
    expect(await measure(page, 'y')).toBeLessThan(200)
    expect(await measure(page, 'j')).toBeLessThan(200)
    await page.locator('.views').getByLabel('Changes').check()
    expect(await page.locator('.card').count()).toBeLessThan(40)
    expect(await page.locator('.file').count()).toBeLessThan(60)
    expect(await measure(page, 'y')).toBeLessThan(200)
    expect(await measure(page, 'u')).toBeLessThan(200)
  })

  test.each([390, 1280])('nothing is wider than a screen of %i pixels', async (width) => {
    const {page} = await open(two, {viewport: {width, height: 800}})
    for (const view of ['Article', 'Side by side', 'Changes']) {
      await page.locator('.views').getByLabel(view).check()
      const overflow = await page.evaluate(() =>
        [...document.querySelectorAll('#app *')]
          .filter(
            (element) => !element.classList.contains('unseen') && !element.closest('.sidebar, .table, .raw')
          )
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.className)
      )
      expect(overflow).toEqual([])
    }
    await page.getByRole('button', {name: 'Accept', exact: true}).first().click()
  })
})

/** Milliseconds from a key to the next picture; the median of some, because others use this machine, too. */
async function measure(page: Page, key: string): Promise<number> {
  const times = await page.evaluate(async (pressed) => {
    const measured: number[] = []
    for (let run = 0; run < 7; run++) {
      const start = performance.now()
      document.dispatchEvent(new KeyboardEvent('keydown', {key: pressed}))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      measured.push(performance.now() - start)
    }
    return measured
  }, key)
  return times.sort((a, b) => a - b)[3] ?? 0
}
