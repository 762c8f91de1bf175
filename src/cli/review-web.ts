// The work of `nameright review --web` and `nameright diff --format html`: a review in the browser, served or in one
// file. Loading a review: load-review.ts; the page and its server: review/web/.
import {createHash} from 'node:crypto'
import {openInBrowser, readPage} from '../disk/page.js'
import type {PageData} from '../review/host.js'
import {toWire} from '../review/session.js'
import {buildArticle} from '../review/web/build-article.js'
import {singlePage} from '../review/web/html.js'
import {serveReview} from '../review/web/server.js'
import type {Context} from './context.js'
import {type LoadedReview, loadReview} from './load-review.js'
import type {FilesOptions} from './options.js'
import {isUnread} from './results.js'
import {countNoun, tellEnd} from './review-end.js'
import {createHost, withoutSources} from './review-host.js'

/** Options of `review --web`. */
export interface WebOptions extends FilesOptions {
  readonly by?: string
  /** `--no-open` makes it false. */
  readonly open?: boolean
}

/**
 * Review in the browser until nobody has looked at the page for a while.
 *
 * @throws {Error} With `--no-decisions`: there is nothing to keep them in.
 */
export async function reviewInBrowser(
  paths: readonly string[],
  options: WebOptions,
  context: Context
): Promise<void> {
  if (options.decisions === false) throw new Error('a review keeps decisions; leave --no-decisions out')
  const page = await readPage()
  const host = await createHost(() => loadReview(paths, options, context), options.by)
  const {items, files} = host.review().session
  if (isUnread(files, context)) return
  if (items.length === 0) {
    context.print(`Nothing to decide in ${countNoun(files.length, 'file')}\n`)
    return
  }
  const server = await serveReview({host, page})
  context.print(
    `Review ${countNoun(files.length, 'file')} at\n  ${server.url}\nIt ends a minute after the page is closed, or with Ctrl+C; decisions are saved as you go.\n`
  )
  if (options.open !== false) openInBrowser(server.url, context.env)
  await server.ended
  const {session, place} = host.review()
  await tellEnd(session, place, context)
}

/** Make a review one HTML file, to be sent to an editor; anything that would change asks for exit code 1. */
export async function createPage(
  paths: readonly string[],
  options: FilesOptions,
  context: Context
): Promise<string> {
  const page = await readPage()
  const review = await loadReview(paths, options, context)
  if (review.session.statuses.some(({state}) => state !== 'rejected')) context.raise(1)
  return singlePage(pageData(review), page)
}

function pageData({session, clean}: LoadedReview): PageData {
  const firstIds = new Map<number, number>()
  for (const {id, file} of session.items) if (!firstIds.has(file)) firstIds.set(file, id)
  const articles = session.files.map((file, index) => {
    const firstId = firstIds.get(index)
    return firstId === undefined ? null : buildArticle(clean(file, []), firstId)
  })
  const wire = withoutSources(toWire(session))
  const name = createHash('sha256').update(JSON.stringify(wire.items)).digest('hex').slice(0, 16)
  return {mode: 'file', name, session: wire, articles}
}
