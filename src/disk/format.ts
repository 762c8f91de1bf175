// Which format the name of a file says, and whether it can be a text at all. Which files are taken: find.ts.
import path from 'node:path'
import type {Format} from '../model.js'

/** Endings of documents, pictures, sound, film, archives, fonts and programs, of which none is plain text. */
const noTextEndings: ReadonlySet<string> = new Set(
  [
    'pdf doc docx odt rtf xls xlsx ods ppt pptx odp epub mobi',
    'png jpg jpeg gif webp avif heic bmp ico tif tiff psd',
    'mp3 m4a ogg opus wav flac mp4 m4v mov avi mkv webm',
    'zip gz tgz bz2 xz zst 7z rar tar jar',
    'woff woff2 ttf otf eot',
    'exe dll so dylib wasm pyc sqlite'
  ].flatMap((line) => line.split(' '))
)

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

/**
 * Tell by the ending of its name, capitals aside, that a file is no text.
 *
 * An ending that is not known says nothing: what the file holds decides then.
 */
export function isNoText(file: string): boolean {
  return noTextEndings.has(path.extname(file).slice(1).toLowerCase())
}
