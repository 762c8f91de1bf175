// The configuration that holds for a folder: found, read, checked against the disk. What flags make of it:
// settings.ts.
import path from 'node:path'
import {findUp} from '../disk/find-up.js'
import {exists} from '../disk/ignore.js'
import {readTextFile} from '../disk/read.js'
import type {GlossaryProblem} from '../glossary/problem.js'
import type {ReadConfig} from './read.js'
import type {WrittenConfig} from './schema.js'

/** Name under which a configuration is found. */
export const configName = 'nameright.config.yaml'

/** A configuration cannot be used; every error is in `problems`. */
class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly GlossaryProblem[]

  constructor(problems: readonly GlossaryProblem[]) {
    const count = problems.length === 1 ? 'one error' : `${problems.length} errors`
    super(`The configuration has ${count}; mend it and run the command again`)
    this.problems = problems
  }
}

/** A configuration and where it lies. */
export interface LoadedConfig {
  readonly config: WrittenConfig
  /** Absolute; absent when there is no configuration. */
  readonly file?: string
}

/**
 * Load the configuration that holds for a folder.
 *
 * @param wish - A file relative to `cwd`; `false` for none; otherwise `nameright.config.yaml` there or above.
 * @param cwd - Absolute.
 * @throws {ConfigError} When it has errors.
 * @throws {FileError} When the file cannot be read.
 */
export async function loadConfig(wish: string | boolean | undefined, cwd: string): Promise<LoadedConfig> {
  if (wish === false) return {config: {}}
  const file = typeof wish === 'string' ? path.resolve(cwd, wish) : await findUp(configName, cwd)
  if (file === undefined) return {config: {}}
  const shown = typeof wish === 'string' ? wish : path.relative(cwd, file)
  const {text} = await readTextFile(shown, cwd)
  // Most runs have none, and the packages that read one take their time to load.
  const {readConfig} = await import('./read.js')
  const read = readConfig(text, shown)
  const problems = [...read.problems, ...(await findDangling(read, path.dirname(file)))]
  if (problems.length > 0) throw new ConfigError(problems)
  return {config: read.config, file}
}

/** What the configuration names and does not exist. */
async function findDangling({config, originOf}: ReadConfig, folder: string): Promise<GlossaryProblem[]> {
  const problems: GlossaryProblem[] = []
  const add = (message: string, place: readonly [string, number]) => {
    problems.push({severity: 'error', message, origin: originOf(place)})
  }
  if (Array.isArray(config.packs)) {
    const [{listPackNames}, {tellUnknown}] = await Promise.all([
      import('../disk/read-glossary.js'),
      import('../glossary/suggest.js')
    ])
    const known = await listPackNames()
    config.packs.forEach((name, index) => {
      if (!known.includes(name)) add(tellUnknown('pack', name, known), ['packs', index])
    })
  }
  for (const [index, name] of (config.glossaries ?? []).entries()) {
    if (!(await exists(path.resolve(folder, name)))) {
      add(`There is no file or folder \`${name}\``, ['glossaries', index])
    }
  }
  return problems
}
