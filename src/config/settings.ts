// What holds for a run: the flags of a command line, then the configuration, then the defaults. Reading a
// configuration lives in load.ts.
import path from 'node:path'
import type {CleanOptions} from '../clean.js'
import type {IgnoreRules} from '../disk/ignore.js'
import type {PackChoice} from '../disk/load-glossary.js'
import {thresholds as usualThresholds} from '../judge/weights.js'
import {type LoadedConfig, loadConfig} from './load.js'
import type {WrittenConfig} from './schema.js'

/** The flags that outrank a configuration, or choose one. */
export interface Flags {
  /** A file; `false` for none. */
  readonly config?: string | boolean
  readonly glossary?: readonly string[]
  readonly damage?: boolean
  readonly firstMention?: boolean
  /** A file; `false` for none. */
  readonly decisions?: string | boolean
  /** A file of findings that are accepted. */
  readonly baseline?: string
}

/** What holds for a run; all paths are relative to its folder or absolute, with `/`. */
export interface Settings {
  readonly glossary: {
    /** Files or folders; the last has the last word. */
    readonly files: readonly string[]
    /** Packs that ship and come before them. */
    readonly packs: PackChoice
  }
  readonly clean: Pick<
    CleanOptions,
    'topic' | 'firstMention' | 'only' | 'metadataKeys' | 'thresholds' | 'rulesOff' | 'reading'
  >
  /** What is looked at when a command names nothing. */
  readonly paths: readonly string[]
  readonly ignore: IgnoreRules
  /** A file; `false` for none; absent: where decisions usually are. */
  readonly decisions?: string | false
  readonly baseline?: string
  /** The configuration, absolute; absent when there is none. */
  readonly config?: string
}

/**
 * Load the configuration that holds for a run, and settle what holds.
 *
 * @param cwd - Absolute folder of the run.
 * @throws {ConfigError | FileError} When the configuration cannot be used.
 */
export async function loadSettings(flags: Flags, cwd: string): Promise<Settings> {
  return resolveSettings(flags, await loadConfig(flags.config, cwd), cwd)
}

/**
 * Settle what holds for a run.
 *
 * @param cwd - Absolute folder of the run.
 */
export function resolveSettings(flags: Flags, {config, file}: LoadedConfig, cwd: string): Settings {
  const folder = file === undefined ? cwd : path.dirname(file)
  const here = (given: string) => rebase(given, folder, cwd)
  const decisions = resolveDecisions(flags, config.decisions && here(config.decisions))
  const own = (config.glossaries ?? []).map(here)
  const {glossary = own} = flags
  const packs = flags.glossary === undefined ? (config.packs ?? 'all') : []
  return {
    glossary: {files: glossary, packs},
    clean: {
      // Whoever names nothing but glossaries of his own for these texts says what they are about.
      topic: packs.length === 0 ? 'given' : (config.topic ?? 'judge'),
      firstMention: resolveFirstMention(flags, config),
      ...resolveDamage(flags, config),
      ...(config.frontMatter && {metadataKeys: config.frontMatter}),
      ...(config.thresholds && {thresholds: resolveThresholds(config.thresholds)})
    },
    paths: (config.paths ?? []).map(here),
    ignore: {folder, patterns: config.ignore ?? []},
    ...(decisions !== undefined && {decisions}),
    ...(flags.baseline !== undefined && {baseline: flags.baseline}),
    ...(file && {config: file})
  }
}

/** Commander gives `true` where `--no-decisions` exists and neither flag is written. */
function resolveDecisions({decisions}: Flags, configured: string | undefined): string | false | undefined {
  return decisions === true || decisions === undefined ? configured || undefined : decisions
}

function resolveFirstMention({firstMention}: Flags, config: WrittenConfig): 'term' | 'long' {
  if (firstMention === undefined) return config.firstMention ?? 'term'
  return firstMention ? 'long' : 'term'
}

function resolveDamage(
  flags: Flags,
  {damage = true}: WrittenConfig
): Pick<CleanOptions, 'only' | 'rulesOff'> {
  const isOn = flags.damage ?? damage !== false
  if (!isOn) return {only: 'names'}
  if (typeof damage === 'boolean') return {}
  const off = Object.entries(damage).filter(([, isRuleOn]) => isRuleOn === false)
  return {rulesOff: new Set(off.map(([id]) => id))}
}

/** Where one of them is not written it follows the other, so that they stay in order. */
function resolveThresholds({fix, propose}: NonNullable<WrittenConfig['thresholds']>) {
  return {
    fix: fix ?? Math.max(usualThresholds.fix, propose ?? 0),
    propose: propose ?? Math.min(usualThresholds.propose, fix ?? 1)
  }
}

/** Write a path of the configuration's folder as one of the run's; a `!` in front stays there. */
function rebase(given: string, folder: string, cwd: string): string {
  if (given.startsWith('!')) return `!${rebase(given.slice(1), folder, cwd)}`
  if (folder === cwd || path.isAbsolute(given)) return given
  return path.relative(cwd, path.resolve(folder, given)).replaceAll(path.sep, '/') || '.'
}
