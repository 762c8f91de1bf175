// What the review page asks for, answered with the disk. Who asks: review/web/; loading a review: load-review.ts.
import {writeChange} from '../batch/write-change.js'
import {changeDecisions, type DecisionsChange} from '../decide/lines.js'
import {beginRun, openJournal, trimRuns} from '../disk/journal.js'
import type {ReviewHost, WriteReport} from '../review/host.js'
import {createSession, toWire, type WireSession} from '../review/session.js'
import {buildArticle} from '../review/web/build-article.js'
import {type LoadedReview, saveChange} from './load-review.js'

/** A host that can be asked for the review itself. */
export interface DiskHost extends ReviewHost {
  /** As it stands. */
  review(): LoadedReview
}

/**
 * Keep a review on the disk.
 *
 * @param load - Reads it; asked again when the files have been written.
 * @param by - Who decides.
 */
export async function createHost(load: () => Promise<LoadedReview>, by?: string): Promise<DiskHost> {
  let review = await load()
  return {
    review: () => review,
    session: async () => withoutSources(toWire(review.session)),
    article: async (file) => {
      const {session, clean} = review
      const found = session.files[file]
      if (found === undefined) throw new Error('there is no such file in this review')
      const firstId = session.items.find((item) => item.file === file)?.id ?? 0
      return buildArticle(clean(found, []), firstId)
    },
    save: async (change) => {
      const signed = by === undefined ? change : sign(change, by)
      await saveChange(review.place, signed)
      const {files, items, decisions} = review.session
      review = {...review, session: createSession(files, items, changeDecisions(decisions, signed))}
    },
    write: async () => {
      const report = await writeFiles(review)
      review = await load()
      return report
    }
  }
}

/** The page never sees whole sources: it asks for one article at a time. */
export function withoutSources({files, ...rest}: WireSession): WireSession {
  return {...rest, files: files.map((file) => ({...file, source: ''}))}
}

function sign({added, removed}: DecisionsChange, by: string): DecisionsChange {
  return {added: added.map((decision) => ({...decision, by})), removed}
}

/** Write what is decided, so that `nameright undo` can take it back; a file that fails stops no other. */
async function writeFiles({session, texts, clean, place}: LoadedReview): Promise<WriteReport> {
  const run = beginRun(place.folder)
  const journal = openJournal(run, 0)
  const written: string[] = []
  const problems: string[] = []
  for (const [index, {path}] of session.files.entries()) {
    const file = texts[index]!
    const {report, edits} = clean(session.files[index]!, session.decisions)
    if (report.output === file.text) continue
    try {
      await writeChange({file, output: report.output, edits}, {journal, place})
      written.push(path)
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  journal.close()
  trimRuns(place.folder)
  return {written, problems}
}
