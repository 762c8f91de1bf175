// Pictures of the page for the readme: `SCREENSHOTS=folder npx vitest run …` takes them, and looks that Chinese is
// shown as Chinese. Needs a CJK font, such as Debian's fonts-noto-cjk, which .ci/run installs.
/// <reference lib="dom" />
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {cleanText} from '../../../src/clean.js'
import {loadGlossary} from '../../../src/disk/load-glossary.js'
import type {CleanFile} from '../../../src/review/output.js'
import type {ReviewServer} from '../../../src/review/web/server.js'
import {hasBrowser, launchBrowser} from '../../support/chromium.js'
import {hostOf, openReview, serve} from './serve.js'

const folder = process.env.SCREENSHOTS
const samples = path.resolve(import.meta.dirname, '../../../samples')

const article = `---
title: Beanbag passes Kimi
---

# Beanbag passes Kimi

The **Beanbag** app (豆包) passed Kimi in May, as Byte Beat told investors. The *Dark Side of the Moon* (月之暗面),
which makes Kimi, answered with a model for long texts.

- Intelligent Spectrum (智谱) raised money again.
- Step Star (阶跃星辰) did not, and sat down on a beanbag.

> “We like Beanbag,” said the founder of [Yuezhi Anmian](https://example.com/moon). “It has a bright side.”

## What comes next

| Company | Assistant | Users |
| --- | --- | ---: |
| Byte Beat | Beanbag | 157 million |
| Dark Side of the Moon | Kimi | 36 million |

In autumn the ideal assistant will be in every car: in an Ideal from Beijing, and in a Millet from next door.
`

const phone = {viewport: {width: 390, height: 780}}
const shots = [
  {name: 'article-light', options: {viewport: {width: 1120, height: 680}}, go: async () => undefined},
  {name: 'article-dark', options: {colorScheme: 'dark'}, go: showReasons},
  {name: 'sides-light', options: {}, go: (page: Page) => view(page, 'Side by side')},
  {name: 'changes-dark', options: {colorScheme: 'dark'}, go: (page: Page) => view(page, 'Changes')},
  {name: 'bulk-light', options: {}, go: openBulk},
  {name: 'help-light', options: {}, go: (page: Page) => page.keyboard.press('?')},
  {
    name: 'finish-light',
    options: {},
    go: (page: Page) => page.getByRole('button', {name: 'Write files…'}).click()
  },
  {name: 'phone-light', options: phone, go: async () => undefined},
  {name: 'phone-dark', options: {...phone, colorScheme: 'dark'}, go: (page: Page) => view(page, 'Changes')},
  {
    name: 'phone-files',
    options: phone,
    go: (page: Page) => page.getByRole('button', {name: 'Files', exact: true}).click()
  },
  {name: 'phone-sides', options: phone, go: (page: Page) => view(page, 'Side by side')},
  {name: 'tablet-light', options: {viewport: {width: 900, height: 700}}, go: async () => undefined}
] as const

describe.skipIf(!hasBrowser || folder === undefined)('pictures', () => {
  let browser: Browser
  let server: ReviewServer
  beforeAll(async () => {
    browser = await launchBrowser()
    server = await serve(hostOf(readSamples(), await loadCleaner()))
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    server?.stop()
  })

  test.each(shots)('$name', async ({name, options, go}) => {
    const {page, errors} = await openReview(browser, server.url, options)
    await page.getByRole('button', {name: /beanbag-and-kimi/u, includeHidden: true}).evaluate((button) => {
      if (button instanceof HTMLElement) button.click()
    })
    await page.getByText('豆包').first().waitFor()
    await go(page)
    await page.waitForTimeout(150)
    await page.screenshot({path: path.join(folder ?? '', `${name}.png`)})
    expect(errors).toEqual([])
  })

  test('Chinese is shown as Chinese: no two characters look the same, as they do without a font', async () => {
    const {page} = await openReview(browser, server.url)
    const drawn = await page.evaluate(() =>
      ['豆', '包', '月'].map((character) => {
        const canvas = document.createElement('canvas')
        const pen = canvas.getContext('2d')
        if (pen === null) return ''
        pen.font = `40px ${getComputedStyle(document.body).fontFamily}`
        pen.fillText(character, 5, 50)
        return canvas.toDataURL()
      })
    )
    expect(new Set(drawn).size).toBe(3)
  })
})

function readSamples(): Record<string, string> {
  const names = readdirSync(samples).filter((name) => !name.includes('.'))
  const sources = names.map(
    (name) => [name, readFileSync(path.join(samples, name, 'input.md'), 'utf8')] as const
  )
  const all = [['beanbag-and-kimi', article] as const, ...sources]
  return Object.fromEntries(all.map(([name, source]) => [`articles/${name}.md`, source]))
}

/** All packs, as for a user who names none. */
async function loadCleaner(): Promise<CleanFile> {
  const glossary = await loadGlossary([], samples, 'all')
  return ({source, path: shown, name}, decisions) =>
    cleanText(source, {glossary, path: shown, name, decisions})
}

async function view(page: Page, name: string): Promise<void> {
  await page.locator('.views').getByLabel(name).check()
}

async function showReasons(page: Page): Promise<void> {
  await page.keyboard.press('w')
}

async function openBulk(page: Page): Promise<void> {
  await page.getByRole('button', {name: /^All files/u}).click()
  await page.getByRole('button', {name: /^Decide all/u}).click()
}
