// The work of `nameright decisions`. Its options live in decisions.ts, what a decision is good for in decide/use.ts.
import {loadSettings} from '../config/settings.js'
import {decisionKey} from '../decide/find.js'
import type {Use} from '../decide/use.js'
import {readDecisions, updateDecisions} from '../disk/decisions-file.js'
import {formatUses} from '../report/decisions.js'
import type {Context} from './context.js'
import {loadStyle} from './formats.js'
import {locate} from './load-decisions.js'
import type {FilesOptions} from './options.js'
import {tellUses} from './tell-uses.js'

/** Options of `decisions`. */
export interface DecisionsOptions extends FilesOptions {
  readonly stale?: true
  readonly prune?: true
  readonly format: 'pretty' | 'json'
}

/** The context with the decision about colours. */
export interface DecisionsContext extends Context {
  readonly isStyled: boolean
}

/** List decisions; drop stale ones where that is asked for. */
export async function listDecisions(
  paths: readonly string[],
  options: DecisionsOptions,
  context: DecisionsContext
): Promise<void> {
  const settings = await loadSettings(options, context.cwd)
  const place = await locate(settings, context.cwd)
  // Only a file that is asked for has to be there; one that a configuration names begins with the first decision.
  const whenMissing = typeof options.decisions === 'string' ? 'error' : 'empty'
  const decisions = await readDecisions(place, whenMissing)
  const isAll = paths.length === 0 && options.filesFrom === undefined && options.changed === undefined
  const uses = await tellUses(decisions, isAll ? 'all' : paths, {settings, options, place}, context)
  const stale = uses.filter(({state}) => state === 'stale')
  const shown = options.stale ? stale : uses
  if (options.format === 'json')
    context.print(`${JSON.stringify({version: 1, decisions: shown.map(toRecord)})}\n`)
  else context.print(formatUses(shown, {path: place.path, style: await loadStyle(context.isStyled)}))
  if (stale.length === 0) return
  if (!options.prune) return context.raise(1)
  // What could not be read may be what they are about.
  if (context.exitCode() === 2)
    return context.tell('nameright: nothing was dropped, because of the errors above')
  const gone = new Set(stale.map(({decision}) => decisionKey(decision)))
  await updateDecisions(place, (now) => now.filter((decision) => !gone.has(decisionKey(decision))))
  context.tell(`${stale.length} dropped from ${place.path}`)
}

function toRecord({decision, state, places, why}: Use) {
  return {...decision, state, places, ...(why !== undefined && {why})}
}
