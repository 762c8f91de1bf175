// A configuration read: text in; typed values and problems out. Finding the file and what it names: load.ts.
import {type Located, readLocated} from '../glossary/located.js'
import {compareProblems, type GlossaryProblem} from '../glossary/problem.js'
import {ConfigSchema, type WrittenConfig} from './schema.js'

/** A configuration, or what is wrong with it. */
export interface ReadConfig {
  /** Empty when there is any problem. */
  readonly config: WrittenConfig
  /** All of them, sorted by place. */
  readonly problems: readonly GlossaryProblem[]
  readonly originOf: Located<WrittenConfig>['originOf']
}

/**
 * Read a configuration in YAML or JSON; one of comments alone is as good as none.
 *
 * @param text - The file, decoded.
 * @param file - Its name, as it is to be shown.
 */
export function readConfig(text: string, file: string): ReadConfig {
  const {value, problems, originOf} = readLocated(isBlank(text) ? '{}' : text, file, ConfigSchema)
  const config = value ?? {}
  const {fix, propose} = config.thresholds ?? {}
  if (fix === undefined || propose === undefined || propose <= fix) return {config, problems, originOf}
  const problem: GlossaryProblem = {
    severity: 'error',
    message: `\`propose\` must not be above \`fix\`, found ${propose} above ${fix}`,
    origin: originOf(['thresholds', 'propose'])
  }
  return {config: {}, problems: [...problems, problem].sort(compareProblems), originOf}
}

function isBlank(text: string): boolean {
  return text.split(/\r?\n/u).every((line) => /^\uFEFF?\s*(?:#|$)/u.test(line))
}
