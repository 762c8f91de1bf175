// The work of `nameright apply` with decisions files. Its options live in apply.ts.
import path from 'node:path'
import {loadSettings} from '../config/settings.js'
import {decisionKey} from '../decide/find.js'
import {formatDecisions, mergeDecisions, parseDecisions} from '../decide/lines.js'
import type {Use} from '../decide/use.js'
import {DecisionsError, type DecisionsPlace, readDecisions, updateDecisions} from '../disk/decisions-file.js'
import {exists} from '../disk/ignore.js'
import {readTextFile} from '../disk/read.js'
import type {Decision} from '../model.js'
import {formatUses} from '../report/decisions.js'
import type {Context} from './context.js'
import {loadStyle} from './formats.js'
import {locate} from './load-decisions.js'
import type {TextOptions} from './options.js'
import {tellUses} from './tell-uses.js'

/** Options of `apply`. */
export interface ApplyOptions extends TextOptions {
  readonly to?: string
  readonly by?: string
  readonly dryRun?: true
}

/** The context with the decision about colours. */
export interface ApplyContext extends Context {
  readonly isStyled: boolean
}

/** Take decisions from files, each checked against the texts as they are now. */
export async function applyDecisionFiles(
  files: readonly string[],
  options: ApplyOptions,
  context: ApplyContext
): Promise<void> {
  const settings = await loadSettings(options, context.cwd)
  const place = await locate(settings, context.cwd)
  const known = await readDecisions(place)
  const given: Decision[] = []
  for (const file of files) given.push(...(await readGiven(file, context)))
  const incoming = mergeDecisions(given)
  const paths = await listTexts(incoming, place)
  // A decision about everywhere needs no text; without any there is nothing to look at.
  const uses = await tellUses(incoming, paths, {settings, options, place}, context)
  const misfits = uses.filter(({state}) => state === 'stale' || state === 'unseen').map(tellMisfit)
  const left = new Set(misfits.map(({decision}) => decision))
  const fitting = incoming.filter((decision) => !left.has(decision))
  const {added, replaced, older} = compare(known, fitting)
  if (misfits.length > 0) {
    context.print(formatUses(misfits, {path: files.join(', '), style: await loadStyle(context.isStyled)}))
  }
  if (context.exitCode() === 2) throw new Error('nothing was taken, because of the errors above')
  if (!options.dryRun) await updateDecisions(place, (now) => mergeDecisions(now, fitting))
  context.print(
    `${[
      `${added} taken`,
      replaced > 0 && `${replaced} of them instead of an earlier word`,
      older > 0 && `${older} left out, because a newer word is there`,
      misfits.length > 0 && `${misfits.length} left out, because they fit no longer`
    ]
      .filter(Boolean)
      .join(', ')}: ${place.path}${options.dryRun ? ' (nothing was written)' : ''}\n`
  )
  if (misfits.length > 0) context.raise(1)
}

/** A file that nobody looked at is not there: all that decisions name were to be looked at. */
function tellMisfit(use: Use): Use {
  return use.state === 'unseen' ? {...use, state: 'stale', why: 'there is no such file'} : use
}

async function readGiven(file: string, {cwd}: Context): Promise<readonly Decision[]> {
  const {text} = await readTextFile(file, cwd)
  const {decisions, problems} = parseDecisions(text)
  if (problems.length > 0) throw new DecisionsError(file, problems)
  return decisions
}

/** The files that decisions are about, as far as they are there, relative to the run's folder. */
async function listTexts(decisions: readonly Decision[], {folder, cwd}: DecisionsPlace): Promise<string[]> {
  const names = [...new Set(decisions.flatMap(({file}) => file ?? []))].sort()
  const paths: string[] = []
  for (const name of names) {
    const absolute = path.join(folder, name)
    if (await exists(absolute)) paths.push(path.relative(cwd, absolute).replaceAll(path.sep, '/'))
  }
  return paths
}

/** What taking decisions does to those that are known. */
function compare(known: readonly Decision[], fitting: readonly Decision[]) {
  const before = new Map(known.map((decision) => [decisionKey(decision), formatDecisions([decision])]))
  const after = new Map(
    mergeDecisions(known, fitting).map((decision) => [decisionKey(decision), formatDecisions([decision])])
  )
  const keys = fitting.map(decisionKey)
  const isNewer = (key: string) => before.get(key) !== after.get(key)
  return {
    added: keys.filter(isNewer).length,
    replaced: keys.filter((key) => before.has(key) && isNewer(key)).length,
    older: fitting.filter((decision) => {
      const key = decisionKey(decision)
      return !isNewer(key) && before.get(key) !== formatDecisions([decision])
    }).length
  }
}
