// A review of the texts that arguments mean, for every way of reviewing: what is asked, how decisions are saved.
import {loadSettings} from '../config/settings.js'
import {decisionKey} from '../decide/find.js'
import {changeDecisions, compareDecisions, type DecisionsChange} from '../decide/lines.js'
import {
  type DecisionsPlace,
  followRenames,
  nameInDecisions,
  readDecisions,
  updateDecisions
} from '../disk/decisions-file.js'
import {readTextFile, type TextFile} from '../disk/read.js'
import type {Decision} from '../model.js'
import {type CleanFile, type FoundFile, reviewFiles} from '../review/output.js'
import type {ReviewSession} from '../review/session.js'
import type {Context} from './context.js'
import {tellError} from './errors.js'
import {findTexts, stdinName} from './files.js'
import {loadDecisions} from './load-decisions.js'
import type {FilesOptions} from './options.js'
import {createProgress} from './progress.js'
import {createCleaner} from './texts.js'

/** A review and what it takes to go on with it. */
export interface LoadedReview {
  readonly session: ReviewSession
  /** The texts as they were read, in the order of the session's files. */
  readonly texts: readonly TextFile[]
  readonly place: DecisionsPlace
  readonly clean: CleanFile
}

/**
 * Load a review.
 *
 * What cannot be found, read or parsed is told on stderr, raises the exit code to 2, and stops nothing else.
 *
 * @throws {Error} When standard input is named, which an editor needs for himself.
 * @throws {ConfigError | GlossaryError | DecisionsError | FileError} When texts cannot be cleaned at all.
 */
export async function loadReview(
  paths: readonly string[],
  options: FilesOptions,
  context: Context
): Promise<LoadedReview> {
  if (paths.includes(stdinName)) throw new Error('a review needs files; standard input is for your answers')
  const {cwd} = context
  const settings = await loadSettings(options, cwd)
  const {place, decisions} = await loadDecisions(settings, cwd)
  const cleaner = await createCleaner(settings, context, {place, decisions})
  const clean: CleanFile = ({path, source}, under) => cleaner({path, text: source}, under)
  const texts: TextFile[] = []
  const found: FoundFile[] = []
  const wanted = await findTexts(paths, {settings, options}, context)
  const progress = createProgress({total: wanted.length, quiet: options.quiet}, context)
  for (const path of wanted) {
    try {
      const text = await readTextFile(path, cwd)
      const file = {path, name: nameInDecisions(place, text.absolute), source: text.text}
      const cleaned = clean(file, [])
      found.push({file, cleaned})
      texts.push(text)
      progress.advance({bytes: text.bytes.length, findings: cleaned.findings.length})
    } catch (error) {
      tellError(error, context, path)
      progress.advance({bytes: 0, findings: 0})
    }
  }
  progress.finish()
  return {session: reviewFiles(found, decisions), texts, place, clean}
}

/** Remember what became different in the decisions, whatever others have written meanwhile. */
export async function saveChange(place: DecisionsPlace, {added, removed}: DecisionsChange): Promise<void> {
  if (added.length + removed.length === 0) return
  const change = {added, removed: [...removed, ...(await findRenamed(removed, place))]}
  await updateDecisions(place, (decisions) => changeDecisions(decisions, change))
}

/** Keys, as the file has them, of decisions that a review knows without the name of a file that is gone. */
async function findRenamed(removed: readonly string[], place: DecisionsPlace): Promise<string[]> {
  const written = removed.length === 0 ? [] : await readDecisions(place)
  const followed = await followRenames(written, place)
  const keys = new Set(removed)
  return written.flatMap((decision, at) =>
    followed[at] !== decision && keys.has(decisionKey(followed[at]!)) ? [decisionKey(decision)] : []
  )
}

/** Make a function that saves decisions, each time what has become different since the last. */
export function createSaver(
  place: DecisionsPlace,
  saved: readonly Decision[]
): (decisions: readonly Decision[]) => Promise<void> {
  let last = saved
  return async (decisions) => {
    await saveChange(place, compareDecisions(last, decisions))
    last = decisions
  }
}

/** Now, to the second: finer times tell nobody more. */
export function timeNow(): string {
  return new Date().toISOString().replace(/\.\d+Z$/u, 'Z')
}
