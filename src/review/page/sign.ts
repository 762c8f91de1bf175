// Who has decided, on a page in one file: asked for when the decisions leave it. A served page is signed by its server.
import {formatDecisions} from '../../decide/lines.js'
import type {Decision} from '../../model.js'
import {readStored} from './backend.js'

/** The same for all reviews in this browser. */
const key = 'nameright-editor'

/** The name that was given last; empty without one. */
export function readEditor(): string {
  return readStored(key)
}

/** Remember the name for the next time, where the browser keeps anything for files. */
export function keepEditor(name: string): void {
  try {
    localStorage.setItem(key, name)
  } catch {
    // Then it is asked for again.
  }
}

/**
 * Sign decisions.
 *
 * @param given - Those that came with the page: they stay as others have made them.
 * @param by - Who decides; nobody when it is blank.
 */
export function signDecisions(
  decisions: readonly Decision[],
  {given, by}: {readonly given: readonly Decision[]; readonly by: string}
): readonly Decision[] {
  const name = by.trim()
  if (name === '') return decisions
  const others = new Set(given.map((decision) => formatDecisions([decision])))
  return decisions.map((decision) =>
    others.has(formatDecisions([decision])) ? decision : {...decision, by: name}
  )
}
