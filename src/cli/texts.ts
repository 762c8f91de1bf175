// The loop that all commands over texts share: find, read, clean, and tell what fails without stopping the rest.
import {type Cleaned, type CleanOptions, cleanText} from '../clean.js'
import {loadSettings, type Settings} from '../config/settings.js'
import {loadGlossary} from '../disk/load-glossary.js'
import {decodeBytes, readTextFile, type TextFile} from '../disk/read.js'
import type {Format} from '../model.js'
import {type Context, readStdin} from './context.js'
import {tellError} from './errors.js'
import {findTexts, stdinName} from './files.js'
import type {FilesOptions} from './options.js'

/** A text and what became of it. */
export interface CleanedText {
  readonly cleaned: Cleaned
  /** Absent for standard input. */
  readonly file?: TextFile
}

/**
 * Clean the texts that arguments mean, one after the other, in a stable order.
 *
 * What cannot be found, read or parsed is told on stderr, raises the exit code to 2, and stops nothing else.
 *
 * @throws {ConfigError | GlossaryError | FileError} When the configuration or the glossary cannot be used: then no
 *   text can be cleaned.
 */
export async function* cleanTexts(
  paths: readonly string[],
  options: FilesOptions,
  context: Context
): AsyncGenerator<CleanedText> {
  const settings = await loadSettings(options, context.cwd)
  const common = await loadCommon(settings, context.cwd)
  for (const path of await findTexts(paths, {settings, options}, context)) {
    if (context.isClosed()) return
    try {
      yield path === stdinName
        ? {cleaned: clean(await readStandardInput(options, context), common)}
        : cleanFile(await readTextFile(path, context.cwd), common)
    } catch (error) {
      tellError(error, context, path)
    }
  }
}

/** Settings for all texts of a run. */
type CommonOptions = Omit<CleanOptions, 'path' | 'format'>

async function loadCommon({glossary, clean}: Settings, cwd: string): Promise<CommonOptions> {
  return {...clean, glossary: await loadGlossary(glossary.files, cwd, glossary.packs)}
}

function cleanFile(file: TextFile, common: CommonOptions): CleanedText {
  return {cleaned: clean(file, common), file}
}

interface NamedText {
  /** As reports show it; its ending tells the format. */
  readonly path: string
  readonly text: string
}

async function readStandardInput({stdinPath}: FilesOptions, context: Context): Promise<NamedText> {
  const path = stdinPath ?? stdinName
  return {path, text: decodeBytes(await readStdin(context), path === stdinName ? 'standard input' : path)}
}

function clean({path, text}: NamedText, common: CommonOptions): Cleaned {
  return cleanText(text, {...common, path, format: formatOf(path)})
}

/** How a text is read, by the ending of its name; unknown endings are Markdown. */
function formatOf(name: string): Format {
  if (/\.mdx$/iu.test(name)) return 'mdx'
  return /\.te?xt$/iu.test(name) ? 'text' : 'markdown'
}
