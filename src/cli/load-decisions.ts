// The decisions that hold for a run: where their file is, what it says. What a decision does: decide/apply.ts.
import path from 'node:path'
import type {Settings} from '../config/settings.js'
import {type DecisionsPlace, followRenames, locateDecisions, readDecisions} from '../disk/decisions-file.js'
import type {Decision} from '../model.js'

/** Decisions and where they come from. */
export interface LoadedDecisions {
  readonly place: DecisionsPlace
  /** Those about files that are gone hold wherever their sentence stands now. */
  readonly decisions: readonly Decision[]
}

/** Find the file of decisions. */
export function locate({decisions, config}: Settings, cwd: string): Promise<DecisionsPlace> {
  const isFile = typeof decisions === 'string'
  return locateDecisions(cwd, {
    ...(isFile && {file: decisions}),
    ...(config !== undefined && {folder: path.dirname(config)})
  })
}

/**
 * Load the decisions that hold for a run; none with `--no-decisions`, and none yet where there is no file.
 *
 * @throws {DecisionsError | FileError} When the file cannot be used.
 */
export async function loadDecisions(settings: Settings, cwd: string): Promise<LoadedDecisions> {
  const place = await locate(settings, cwd)
  const isOff = settings.decisions === false
  const loaded = {place, decisions: isOff ? [] : await followRenames(await readDecisions(place), place)}
  const {baseline} = settings
  if (baseline === undefined) return loaded
  const {addBaseline} = await import('./baseline.js')
  return addBaseline(loaded, {...settings, baseline}, cwd)
}
