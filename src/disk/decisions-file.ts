// The file of an editor's decisions, safe with several writers at once. What a line means: decide/lines.ts.
import {appendFile, mkdir} from 'node:fs/promises'
import path from 'node:path'
import {formatDecisions, mergeDecisions, parseDecisions} from '../decide/lines.js'
import type {Decision, Origin} from '../model.js'
import {FileError, systemCodeOf, toUnwritable} from './file-error.js'
import {exists} from './ignore.js'
import {withLock} from './lock.js'
import {readTextFile, type TextFile} from './read.js'
import {writeTextFile} from './write.js'

/** Where decisions lie below a project's folder. */
export const decisionsName = '.nameright/decisions.jsonl'

/** A file of decisions, there or not. */
export interface DecisionsPlace {
  /** As it is shown, relative to `cwd`. */
  readonly path: string
  readonly cwd: string
  readonly absolute: string
  /** Absolute folder to which the paths in decisions refer. */
  readonly folder: string
}

/** Lines of a decisions file are wrong; every one is in `problems`, and nothing was written. */
export class DecisionsError extends Error {
  override readonly name = 'DecisionsError'
  readonly problems: readonly {severity: 'error'; message: string; origin: Origin}[]

  constructor(file: string, problems: readonly {line: number; message: string}[]) {
    const count = problems.length === 1 ? 'a wrong line' : `${problems.length} wrong lines`
    super(`${file} has ${count}; mend it and run the command again`)
    this.problems = problems.map(({line, message}) => ({
      severity: 'error',
      message,
      origin: {file, line, column: 1}
    }))
  }
}

/** What a user or a configuration says about the place of decisions. */
export interface PlaceWish {
  /** The very file, relative to `cwd`; there or not. */
  readonly file?: string
  /** Absolute folder of the configuration that holds. */
  readonly folder?: string
}

/**
 * Find the decisions file of a folder: `.nameright/decisions.jsonl` there or in a folder above, up to the one that holds
 * `.git`. Where there is none, the place for a new one: in the folder that holds `.git`, else in that of the
 * configuration, else in `cwd`.
 *
 * @param cwd - Absolute.
 */
export async function locateDecisions(cwd: string, {file, folder}: PlaceWish = {}): Promise<DecisionsPlace> {
  if (file !== undefined) {
    const absolute = path.resolve(cwd, file)
    return {path: file, cwd, absolute, folder: projectOf(absolute, folder)}
  }
  const home = (await findProject(cwd)) ?? folder ?? cwd
  const absolute = path.join(home, decisionsName)
  return {path: path.relative(cwd, absolute), cwd, absolute, folder: home}
}

async function findProject(cwd: string): Promise<string | undefined> {
  for (let current = cwd; ; current = path.dirname(current)) {
    if (await exists(path.join(current, decisionsName))) return current
    // Not beyond the repository: what lies above is another project's.
    if (await exists(path.join(current, '.git'))) return current
    if (current === path.dirname(current)) return undefined
  }
}

/** Decisions in `.nameright` speak of the folder above it; others of their configuration's, or of their own. */
function projectOf(absolute: string, configured: string | undefined): string {
  const folder = path.dirname(absolute)
  return path.basename(folder) === '.nameright' ? path.dirname(folder) : (configured ?? folder)
}

/**
 * The name of a text in decisions: relative to their project's folder, with `/`.
 *
 * @param file - Absolute, or relative to the place's `cwd`.
 */
export function nameInDecisions({folder, cwd}: DecisionsPlace, file: string): string {
  return path.relative(folder, path.resolve(cwd, file)).split(path.sep).join('/')
}

/**
 * Read decisions.
 *
 * @param whenMissing - `error`: the file must be there. Default `empty`.
 * @throws {DecisionsError} When lines are wrong.
 * @throws {FileError} When the file cannot be read.
 */
export async function readDecisions(
  place: DecisionsPlace,
  whenMissing: 'empty' | 'error' = 'empty'
): Promise<readonly Decision[]> {
  if (whenMissing === 'empty' && !(await exists(place.absolute))) return []
  return parse(await readTextFile(place.path, place.cwd))
}

/**
 * Let decisions about files that are gone hold wherever their sentence stands now: a renamed article keeps them.
 */
export async function followRenames(
  decisions: readonly Decision[],
  {folder}: DecisionsPlace
): Promise<readonly Decision[]> {
  const names = new Set(decisions.flatMap(({scope, file}) => (scope === 'here' && file ? [file] : [])))
  const gone = new Set<string>()
  for (const name of names) if (!(await exists(path.join(folder, name)))) gone.add(name)
  if (gone.size === 0) return decisions
  return decisions.map((decision) => {
    const {file, ...rest} = decision
    return decision.scope === 'here' && file !== undefined && gone.has(file) ? rest : decision
  })
}

/**
 * Change a decisions file; the folder and the file are made where they are missing.
 *
 * Nothing of another writer is lost: `change` gets what stands in the file at that moment, while no other writer is at
 * work, and is asked again when the file changes all the same. Without a difference nothing is written.
 *
 * @param change - May be called more than once.
 * @returns What the file holds now.
 * @throws {DecisionsError} When lines are wrong; the file is then as it was.
 * @throws {FileError} When the file cannot be read or written.
 */
export async function updateDecisions(
  place: DecisionsPlace,
  change: (decisions: readonly Decision[]) => readonly Decision[]
): Promise<readonly Decision[]> {
  try {
    await mkdir(path.dirname(place.absolute), {recursive: true})
    return await withLock(place.absolute, async () => {
      for (;;) {
        const written = await tryUpdate(place, change)
        if (written !== undefined) return written
      }
    })
  } catch (error) {
    throw toUnwritable(error, place.path)
  }
}

/** @returns `undefined` when somebody without a lock, such as Git, changed the file meanwhile. */
async function tryUpdate(
  place: DecisionsPlace,
  change: (decisions: readonly Decision[]) => readonly Decision[]
): Promise<readonly Decision[] | undefined> {
  const isThere = await exists(place.absolute)
  const old = isThere ? await readTextFile(place.path, place.cwd) : undefined
  const decisions = change(old === undefined ? [] : parse(old))
  const text = formatDecisions(decisions)
  if (text === (old?.text ?? '')) return decisions
  try {
    // A new file is made empty first, so that from then on the look before writing guards it, too.
    if (old === undefined) await appendFile(place.absolute, '', {flag: 'ax'})
    await writeTextFile(old ?? {...place, text: '', bytes: new Uint8Array()}, text)
    return decisions
  } catch (error) {
    const isRace =
      (error instanceof FileError && error.code === 'changed') || systemCodeOf(error) === 'EEXIST'
    if (isRace) return undefined
    throw error
  }
}

function parse({path: shown, text}: TextFile): readonly Decision[] {
  const {decisions, problems} = parseDecisions(text)
  if (problems.length > 0) throw new DecisionsError(shown, problems)
  // Git may have joined the lines of two branches: of two words on one place the newer one counts.
  return mergeDecisions(decisions)
}
