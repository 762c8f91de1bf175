// `check --baseline`: findings of today that are accepted, as decisions of a file of their own, so that they
// outlive edits elsewhere in the text as decisions do. What a decision is bound to: decide/fingerprint.ts.
import path from 'node:path'
import {loadSettings, type Settings} from '../config/settings.js'
import {findDecision, indexDecisions} from '../decide/find.js'
import {
  type DecisionsPlace,
  followRenames,
  locateDecisions,
  nameInDecisions,
  readDecisions,
  updateDecisions
} from '../disk/decisions-file.js'
import {FileError} from '../disk/file-error.js'
import {exists} from '../disk/ignore.js'
import type {Decision} from '../model.js'
import {listItems} from '../review/item.js'
import type {Context} from './context.js'
import {type LoadedDecisions, loadDecisions} from './load-decisions.js'
import type {FilesOptions} from './options.js'
import {cleanTexts} from './texts.js'

/** Options of `check --write-baseline`. */
export interface BaselineOptions extends FilesOptions {
  readonly baseline: string
}

/**
 * Put a baseline under decisions: what editors have decided outranks it, however far their word reaches.
 *
 * @throws {FileError | DecisionsError} When the baseline cannot be used.
 */
export async function addBaseline(
  {place, decisions}: LoadedDecisions,
  settings: Settings & {readonly baseline: string},
  cwd: string
): Promise<LoadedDecisions> {
  const from = await locateBaseline(settings, cwd)
  if (!(await exists(from.absolute))) {
    const message = `${from.path}: there is no such baseline; --write-baseline writes it`
    throw new FileError('missing', from.path, message)
  }
  const index = indexDecisions(decisions)
  const accepted = (await followRenames(await readDecisions(from), from))
    .map((decision) => ({...decision, ...(decision.file && {file: rename(decision.file, from, place)})}))
    .filter((decision) => findDecision(index, decision, decision.file ?? '') === undefined)
    .map((decision) => ({...decision, by: 'the baseline'}))
  return {place, decisions: [...accepted, ...decisions]}
}

/** Both files name texts by their own folder. */
function rename(file: string, from: DecisionsPlace, to: DecisionsPlace): string {
  return nameInDecisions(to, path.join(from.folder, file))
}

/**
 * Accept all findings of today that nobody has decided.
 *
 * What an earlier baseline accepts in texts that are not looked at now, and are still there, stays accepted.
 */
export async function writeBaseline(
  paths: readonly string[],
  options: BaselineOptions,
  context: Context
): Promise<void> {
  const {cwd} = context
  const {baseline, ...withoutBaseline} = options
  const settings = await loadSettings(withoutBaseline, cwd)
  const place = await locateBaseline({...settings, baseline}, cwd)
  const loaded = await loadDecisions(settings, cwd)
  const decided = indexDecisions(loaded.decisions)
  const accepted: Decision[] = []
  const seen = new Set<string>()
  for await (const {cleaned} of cleanTexts(paths, {...withoutBaseline, decisions: false}, context)) {
    const {path: shown} = cleaned.report
    const file = nameInDecisions(place, shown)
    seen.add(file)
    for (const {fingerprint, verdict} of listItems(cleaned, {file: 0, firstId: 0})) {
      if (verdict === 'keep') continue
      if (findDecision(decided, fingerprint, nameInDecisions(loaded.place, shown))) continue
      accepted.push({...fingerprint, verdict: 'reject', scope: 'here', file})
    }
  }
  const elsewhere = await listFiles(place, seen)
  await updateDecisions(place, (earlier) => [
    ...earlier.filter(({file = ''}) => elsewhere.has(file)),
    ...accepted
  ])
  const count = accepted.length === 1 ? 'one finding' : `${accepted.length} findings`
  context.print(
    `${baseline}: accepts ${count} of today in ${seen.size === 1 ? 'one text' : `${seen.size} texts`}\n`
  )
}

/** Texts of the earlier baseline that were not looked at and are still there. */
async function listFiles(place: DecisionsPlace, seen: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const files = new Set<string>()
  for (const {file} of await readDecisions(place)) {
    if (file === undefined || seen.has(file) || files.has(file)) continue
    if (await exists(path.join(place.folder, file))) files.add(file)
  }
  return files
}

function locateBaseline(
  {baseline, config}: Pick<Settings, 'config'> & {readonly baseline: string},
  cwd: string
): Promise<DecisionsPlace> {
  return locateDecisions(cwd, {file: baseline, ...(config !== undefined && {folder: path.dirname(config)})})
}
