// What a review makes of the texts. Writing them: disk/write.ts.
import type {Cleaned} from '../clean.js'
import type {Decision} from '../model.js'
import {listItems, type ReviewFile, type ReviewItem} from './item.js'
import {createSession, type ReviewSession} from './session.js'

/** Cleans a text under decisions as it was cleaned for the review, by `cleanText`. */
export type CleanFile = (file: ReviewFile, decisions: readonly Decision[]) => Cleaned

/** Begin a review of texts; each is cleaned without decisions, which the session applies and takes back itself. */
export function reviewFiles(
  files: readonly ReviewFile[],
  decisions: readonly Decision[],
  clean: CleanFile
): ReviewSession {
  const items: ReviewItem[] = []
  for (const [index, file] of files.entries()) {
    items.push(...listItems(clean(file, []), {file: index, firstId: items.length}))
  }
  return createSession(files, items, decisions)
}

/** The texts as decided, in the order of the files: what the program is certain of and what an editor accepted. */
export function cleanSession({files, decisions}: ReviewSession, clean: CleanFile): Cleaned[] {
  return files.map((file) => clean(file, decisions))
}
