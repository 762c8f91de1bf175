// The page in one file, opened from the disk without a server or a network, and what it gives back.
/// <reference lib="dom" />
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parseDecisions} from '../../../src/decide/lines.js'
import {run} from '../../cli/run.js'
import {hasBrowser, launchBrowser} from '../../support/chromium.js'

const glossary = `languages: {source: zh, target: en}
entries:
  - {id: doubao, term: Doubao, ceiling: propose, mistranslations: [{text: Beanbag, alternatives: [Doubao App]}]}
`
const article =
  '# Today\n\nToday Beanbag (豆包) grew. </script><script>window.hit = 1</script> <!-- x -->\n\nIn May, Beanbag was sold.\n'

/** Press a key as a person does, after the page has drawn what came before. */
async function pressCalmly(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(500)
  await page.keyboard.press(key)
}

describe.skipIf(!hasBrowser)('the page in one file', () => {
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    browser = await launchBrowser()
    folder = await mkdtemp(path.join(tmpdir(), 'nameright-page-'))
    await writeFile(path.join(folder, 'glossary.yaml'), glossary)
    await writeFile(path.join(folder, 'a.md'), article)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await rm(folder, {recursive: true, force: true})
  })

  test('is decided in offline, survives a closed tab, and saves a decisions file that is taken', async () => {
    const args = ['diff', '-g', 'glossary.yaml', '--format', 'html', '-o', 'review.html', 'a.md']
    expect((await run(args, {cwd: folder})).code).toBe(1)
    const context = await browser.newContext({offline: true, acceptDownloads: true})
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    const page = await context.newPage()
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    const url = pathToFileURL(path.join(folder, 'review.html')).href
    await page.goto(url)
    await page.getByRole('heading', {name: 'Today'}).waitFor()
    await page.getByRole('button', {name: 'Accept', exact: true}).waitFor()
    await pressCalmly(page, '2')
    await pressCalmly(page, 'y')
    // Saved is what is shown as decided; a reload before that would ask whether to leave.
    await page.getByText('1 of 2 decided').waitFor()
    await page.reload()
    await page.getByText('1 of 2 decided').waitFor()
    await pressCalmly(page, 'n')
    await page.getByText('Everything is decided').first().waitFor()
    await page.getByRole('button', {name: 'Save decisions…'}).click()
    const name = page.getByRole('textbox', {name: 'Your name'})
    expect(await name.inputValue()).toBe('')
    // Letters are keys elsewhere on the page; Enter saves.
    await name.pressSequentially('Ny Näyn')
    const downloaded = page.waitForEvent('download')
    await name.press('Enter')
    const download = await downloaded
    expect(download.suggestedFilename()).toBe('decisions.jsonl')
    const text = await readFile(await download.path(), 'utf8')
    const {decisions, problems} = parseDecisions(text)
    expect(problems).toEqual([])
    expect(decisions.map(({verdict, replacement, file}) => [verdict, replacement, file])).toEqual(
      expect.arrayContaining([
        ['accept', 'Doubao App', 'a.md'],
        ['reject', undefined, 'a.md']
      ])
    )
    expect(decisions.map(({by}) => by)).toEqual(['Ny Näyn', 'Ny Näyn'])
    expect(await page.evaluate(() => 'hit' in window)).toBe(false)
    await page.getByRole('button', {name: 'Save decisions…'}).click()
    expect(await name.inputValue()).toBe('Ny Näyn')
    const again = page.waitForEvent('download')
    await name.fill('')
    await page.getByRole('button', {name: 'Save decisions', exact: true}).click()
    expect(await readFile(await (await again).path(), 'utf8')).not.toContain('"by"')
    expect(errors).toEqual([])
    // Nothing but the file itself, and what it makes of itself for the download.
    expect(asked.filter((address) => !/^(?:file|blob|data):/u.test(address))).toEqual([])

    await writeFile(path.join(folder, 'back.jsonl'), text)
    await run(['apply', '-g', 'glossary.yaml', 'back.jsonl'], {cwd: folder})
    await run(['fix', '-g', 'glossary.yaml', 'a.md'], {cwd: folder})
    expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe(article.replace('Beanbag', 'Doubao App'))
  })
})
