// Which format the name of a file says.
import type {Format} from '../model.js'

/**
 * Tell how a text is read by the ending of its name, capitals aside.
 *
 * @param path - Path or name; nothing for a text without a name.
 * @returns `markdown` where the ending says nothing else.
 */
export function formatOf(path: string | undefined): Format {
  if (path === undefined) return 'markdown'
  if (/\.mdx$/iu.test(path)) return 'mdx'
  return /\.te?xt$/iu.test(path) ? 'text' : 'markdown'
}
