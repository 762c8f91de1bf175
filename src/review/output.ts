// Texts into a review, and what it makes of them. Reading and writing them is the business of the ways in.
import type {Cleaned} from '../clean.js'
import type {Decision} from '../model.js'
import {listItems, type ReviewFile, type ReviewItem} from './item.js'
import {createSession, type ReviewSession} from './session.js'

/** Cleans a text as all texts of the review are cleaned, by `cleanText`, under these decisions. */
export type CleanFile = (file: ReviewFile, decisions: readonly Decision[]) => Cleaned

/** A text with what was found in it, without decisions: the session applies them, and takes them back. */
export interface FoundFile {
  readonly file: ReviewFile
  readonly cleaned: Cleaned
}

/** Begin a review of texts, in their order. */
export function reviewFiles(texts: readonly FoundFile[], decisions: readonly Decision[]): ReviewSession {
  const items: ReviewItem[] = []
  for (const [file, {cleaned}] of texts.entries()) {
    for (const item of listItems(cleaned, {file, firstId: items.length})) items.push(item)
  }
  return createSession(
    texts.map(({file}) => file),
    items,
    decisions
  )
}

/** The texts as decided, in the order of the files: what the program is certain of and what an editor accepted. */
export function cleanSession({files, decisions}: ReviewSession, clean: CleanFile): Cleaned[] {
  return files.map((file) => clean(file, decisions))
}
