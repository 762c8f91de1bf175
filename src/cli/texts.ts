// The loop that all commands over texts share: find, read, clean, and tell what fails without stopping the rest.
import {type Cleaned, type CleanOptions, cleanText} from '../clean.js'
import {loadSettings, type Settings} from '../config/settings.js'
import {nameInDecisions} from '../disk/decisions-file.js'
import {formatOf} from '../disk/format.js'
import {loadGlossary} from '../disk/load-glossary.js'
import {decodeBytes, readTextFile, type TextFile} from '../disk/read.js'
import type {Decision} from '../model.js'
import {type Context, readStdin} from './context.js'
import {tellError} from './errors.js'
import {findTexts, stdinName} from './files.js'
import {type LoadedDecisions, loadDecisions} from './load-decisions.js'
import type {FilesOptions} from './options.js'
import {createProgress} from './progress.js'

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
 * @throws {ConfigError | GlossaryError | DecisionsError | FileError} When the configuration, the glossary or the
 *   decisions cannot be used: then no text can be cleaned.
 */
export async function* cleanTexts(
  paths: readonly string[],
  options: FilesOptions,
  context: Context
): AsyncGenerator<CleanedText> {
  const settings = await loadSettings(options, context.cwd)
  const clean = await createCleaner({...settings, reading: 'pieces'}, context)
  const found = await findTexts(paths, {settings, options}, context)
  const progress = createProgress({total: found.length, quiet: options.quiet}, context)
  for (const path of found) {
    if (context.isClosed()) return
    try {
      const text: CleanedText =
        path === stdinName
          ? {cleaned: clean(await readStandardInput(options, context))}
          : cleanFile(await readTextFile(path, context.cwd), clean)
      yield text
      progress.advance(measure(text))
    } catch (error) {
      tellError(error, context, path === stdinName ? (options.stdinPath ?? path) : path)
      progress.advance({bytes: 0, findings: 0})
    }
  }
  progress.finish()
}

function measure({cleaned: {report}, file}: CleanedText) {
  const {source, findings} = report
  return {
    bytes: file?.bytes.length ?? source.length,
    findings: findings.filter(({status}) => status !== 'keep').length
  }
}

/** A text with a name. */
export interface NamedText {
  /** As reports show it. */
  readonly path: string
  readonly text: string
  /** A name whose ending tells the format; default: `path`. */
  readonly like?: string
}

/** Cleans texts of one run, all by the same settings; under the run's decisions, if no others are given. */
export type Cleaner = (text: NamedText, decisions?: readonly Decision[]) => Cleaned

/**
 * Load what cleaning needs besides texts.
 *
 * @param loaded - The decisions, where they are loaded already.
 */
export async function createCleaner(
  settings: Settings & Pick<CleanOptions, 'reading'>,
  {cwd}: Context,
  loaded?: LoadedDecisions
): Promise<Cleaner> {
  const {glossary, clean, reading = 'whole'} = settings
  const {place, decisions: usual} = loaded ?? (await loadDecisions(settings, cwd))
  const common = {...clean, reading, glossary: await loadGlossary(glossary.files, cwd, glossary.packs)}
  return ({path, text, like = path}, decisions = usual) => {
    const name = path === stdinName ? path : nameInDecisions(place, path)
    return cleanText(text, {...common, path, name, decisions, format: formatOf(like)})
  }
}

function cleanFile(file: TextFile, clean: Cleaner): CleanedText {
  return {cleaned: clean(file), file}
}

async function readStandardInput({stdinPath}: FilesOptions, context: Context): Promise<NamedText> {
  const path = stdinPath ?? stdinName
  return {path, text: decodeBytes(await readStdin(context), path === stdinName ? 'standard input' : path)}
}
