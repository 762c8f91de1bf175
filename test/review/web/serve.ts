// Reviews in a browser for tests: a server whose texts and decisions are in memory, and pages that look at it.
import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {changeDecisions} from '../../../src/decide/lines.js'
import type {Decision} from '../../../src/model.js'
import type {ReviewHost} from '../../../src/review/host.js'
import {type CleanFile, cleanSession, reviewFiles} from '../../../src/review/output.js'
import {toWire} from '../../../src/review/session.js'
import {buildArticle} from '../../../src/review/web/build-article.js'
import {type ReviewServer, type ServeOptions, serveReview} from '../../../src/review/web/server.js'
import {filesOf, clean as usualClean} from '../make.js'

const built = path.resolve(import.meta.dirname, '../../../dist/page')

/** The built page. */
const page = {
  script: readFileSync(path.join(built, 'page.js'), 'utf8'),
  style: readFileSync(path.join(built, 'page.css'), 'utf8')
}

/** Texts and decisions in memory, to be looked at. */
export interface MemoryHost extends ReviewHost {
  readonly memory: {sources: Record<string, string>; decisions: readonly Decision[]; saves: number}
}

/** Keep a review in memory. */
export function hostOf(sources: Readonly<Record<string, string>>, clean: CleanFile = usualClean): MemoryHost {
  const memory = {sources: {...sources}, decisions: [] as readonly Decision[], saves: 0}
  const review = () => {
    const texts = filesOf(memory.sources).map((file) => ({file, cleaned: clean(file, [])}))
    return reviewFiles(texts, memory.decisions)
  }
  let session = review()
  return {
    memory,
    session: async () => {
      session = review()
      return toWire(session)
    },
    article: async (file) => {
      const found = session.files[file]
      if (found === undefined) throw new Error('there is no such file')
      const firstId = session.items.find((item) => item.file === file)?.id ?? 0
      return buildArticle(clean(found, []), firstId)
    },
    save: async (change) => {
      memory.saves += 1
      memory.decisions = changeDecisions(memory.decisions, change)
    },
    write: async () => {
      const outputs = cleanSession({...session, decisions: memory.decisions}, clean)
      const written = outputs.map(({report}) => report).filter(({source, output}) => source !== output)
      for (const {path: name, output} of written) memory.sources[name] = output
      return {written: written.map(({path: name}) => name), problems: []}
    }
  }
}

/** Serve a review; it is stopped by the test. */
export async function serve(host: ReviewHost, options: Partial<ServeOptions> = {}): Promise<ReviewServer> {
  return serveReview({host, page, ...options})
}

/** Open a review in a context of its own; what the page complains of fails the test at `errors`. */
export async function openReview(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {}
): Promise<{page: Page; errors: string[]}> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options})
  const opened = await context.newPage()
  const errors: string[] = []
  opened.on('pageerror', (error) => errors.push(String(error)))
  opened.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await opened.goto(url)
  await opened.locator('.block').first().waitFor()
  return {page: opened, errors}
}
