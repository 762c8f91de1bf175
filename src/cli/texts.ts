// The loop that all commands over texts share: find, read, clean, and tell what fails without stopping the rest.
import {type Cleaned, cleanText} from '../clean.js'
import {findFiles} from '../disk/find.js'
import {loadGlossary} from '../disk/load-glossary.js'
import {decodeBytes, readTextFile, type TextFile} from '../disk/read.js'
import type {Format, Glossary} from '../model.js'
import {type Context, readStdin} from './context.js'
import {tellError} from './errors.js'
import type {TextOptions} from './options.js'

/** A text and what became of it. */
export interface CleanedText {
  readonly cleaned: Cleaned
  /** Absent for standard input. */
  readonly file?: TextFile
}

/** The name of standard input, as an argument and in reports. */
const stdinName = '-'

/**
 * Clean the texts that arguments mean, one after the other, in a stable order.
 *
 * What cannot be found, read or parsed is told on stderr, raises the exit code to 2, and stops nothing else.
 *
 * @throws {GlossaryError | FileError} When the glossary cannot be used: then no text can be cleaned.
 */
export async function* cleanTexts(
  paths: readonly string[],
  options: TextOptions,
  context: Context
): AsyncGenerator<CleanedText> {
  const glossary = await loadGlossary(options.glossary, context.cwd)
  for (const path of await findPaths(paths, context)) {
    if (context.isClosed()) return
    try {
      yield path === stdinName
        ? {cleaned: clean(await readStandardInput(options, context), {glossary, options})}
        : cleanFile(await readTextFile(path, context.cwd), {glossary, options})
    } catch (error) {
      tellError(error, context, path)
    }
  }
}

async function findPaths(paths: readonly string[], context: Context): Promise<string[]> {
  const found = await findFiles(
    paths.filter((path) => path !== stdinName),
    context.cwd
  )
  for (const error of found.errors) tellError(error, context)
  return paths.includes(stdinName) ? [stdinName, ...found.paths] : [...found.paths]
}

interface CleanSettings {
  readonly glossary: Glossary
  readonly options: TextOptions
}

function cleanFile(file: TextFile, settings: CleanSettings): CleanedText {
  return {cleaned: clean(file, settings), file}
}

interface NamedText {
  /** As reports show it; its ending tells the format. */
  readonly path: string
  readonly text: string
}

async function readStandardInput({stdinPath}: TextOptions, context: Context): Promise<NamedText> {
  const path = stdinPath ?? stdinName
  return {path, text: decodeBytes(await readStdin(context), path === stdinName ? 'standard input' : path)}
}

function clean({path, text}: NamedText, {glossary, options}: CleanSettings): Cleaned {
  return cleanText(text, {
    glossary,
    path,
    format: formatOf(path),
    ...(options.damage ? {} : {only: 'names' as const}),
    // Whoever names a glossary for these texts says what they are about.
    topic: options.glossary === undefined ? 'judge' : 'given',
    firstMention: options.firstMention ? 'long' : 'term'
  })
}

/** How a text is read, by the ending of its name; unknown endings are Markdown. */
function formatOf(name: string): Format {
  if (/\.mdx$/iu.test(name)) return 'mdx'
  return /\.te?xt$/iu.test(name) ? 'text' : 'markdown'
}
