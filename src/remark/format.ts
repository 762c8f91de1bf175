// Which format a path says.
import type {Format} from '../model.js'

/** The format of a file by its ending; Markdown where the ending says nothing else. */
export function formatOf(path: string | undefined): Format {
  if (path?.endsWith('.mdx')) return 'mdx'
  return path !== undefined && /\.te?xt$/.test(path) ? 'text' : 'markdown'
}
