// Options that several commands share; each command adds its own. What they mean for a text: texts.ts.
import {Command, InvalidArgumentError, Option} from '@commander-js/extra-typings'

/** Formats of `check`. */
export const checkFormats = ['pretty', 'json', 'sarif', 'rdjson', 'rdjsonl', 'github'] as const
/** One of the formats of `check`. */
export type CheckFormat = (typeof checkFormats)[number]

/** Formats of `diff`. */
export const diffFormats = ['words', 'unified', 'critic'] as const
/** One of the formats of `diff`. */
export type DiffFormat = (typeof diffFormats)[number]

/** What commands that clean texts have in common. */
export interface TextOptions {
  readonly glossary?: readonly string[]
  /** A file; `--no-config` makes it false. */
  readonly config?: string | boolean
  /** A file; `--no-decisions` makes it false. */
  readonly decisions?: string | boolean
  readonly damage?: boolean
  readonly firstMention?: boolean
  readonly stdinPath?: string
  readonly color?: boolean
}

/** What commands over many files have in common besides. */
export interface FilesOptions extends TextOptions {
  /** A revision, or `true` without one. */
  readonly changed?: string | true
  readonly filesFrom?: string
  readonly quiet?: true
  /** A file of findings that are accepted; of `check` alone. */
  readonly baseline?: string
}

/** How a run over many files is spread. */
export interface JobsOption {
  /** How many threads; default: as many as pay, at most one a core. */
  readonly jobs?: number
}

/** What commands that write many files at once have in common besides. */
export interface BatchOptions extends FilesOptions, JobsOption {
  readonly cache?: true
}

/** As a run takes it. */
export function jobsOf({jobs}: JobsOption): JobsOption {
  return jobs === undefined ? {} : {jobs}
}

/** `--jobs COUNT` of `JobsOption`. */
export function jobsOption() {
  return new Option(
    '-j, --jobs <count>',
    'how many threads to use (default: as many as pay, at most one a core)'
  ).argParser(readCount)
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a number from 1.')
}

/** Exit codes, shown at the end of the help. */
export const exitCodesHelp = `
Exit codes:
  0  nothing left to do
  1  findings remain
  2  something could not be done: a file, a glossary or an argument is wrong`

/** Start a command that takes texts, with the options that all of them share. */
export function createTextCommand(name: string) {
  return new Command(name)
    .addOption(glossaryOption())
    .option('--config <file>', 'use this configuration instead of the nearest nameright.config.yaml')
    .option('--no-config', 'use no configuration')
    .option(
      '--decisions <file>',
      "take editors' decisions from this file (default: .nameright/decisions.jsonl)"
    )
    .option('--no-decisions', 'look at no decisions')
    .addOption(new Option('--damage').hideHelp())
    .option('--no-damage', 'leave alone what translation software garbled besides names')
    .option('--first-mention', 'write the first mention of each mended name in its long form: Doubao (豆包)')
    .addOption(new Option('--no-first-mention').hideHelp())
    .option('--stdin-path <name>', 'name of the text on standard input; its ending tells the format')
    .option('--color', 'colour results even into a pipe')
    .option('--no-color', 'never colour results')
}

/** Start a command that takes many files. */
export function createFilesCommand(name: string) {
  return createTextCommand(name)
    .argument('[paths...]', 'files, folders or globs; - for standard input; none: those of the configuration')
    .option('--changed [revision]', 'only files that Git says differ from a revision (default: HEAD)')
    .option('--files-from <file>', 'read the names of files from a file, one a line; - for standard input')
}

/** `--glossary FILE`, as often as wanted. */
export function glossaryOption() {
  return new Option(
    '-g, --glossary <file>',
    'use just this glossary, none of the configuration or of those that ship; repeatable'
  ).argParser((file: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), file])
}
