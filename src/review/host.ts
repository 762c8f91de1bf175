// What the review page can ask of whoever keeps the texts and decisions. The server passes it on: web/app.ts; the
// command line answers it with the disk.
import type {DecisionsChange} from '../decide/lines.js'
import type {Article} from './article.js'
import type {WireSession} from './session.js'

/** What became of writing the files. */
export interface WriteReport {
  /** Paths of the files that have changed. */
  readonly written: readonly string[]
  /** Files that could not be written, and why. */
  readonly problems: readonly string[]
}

/** Who keeps the texts and decisions of a review. */
export interface ReviewHost {
  /** The review as it stands, without the sources of its texts. */
  session(): Promise<WireSession>
  /** @param file - Its place in the session's list. */
  article(file: number): Promise<Article>
  /** Remember what became different in the decisions. */
  save(change: DecisionsChange): Promise<void>
  /** Write the files as decided; afterwards `session` begins anew with what they hold then. */
  write(): Promise<WriteReport>
}

/** What a page is given at its start. */
export type PageData =
  /** Served: everything else is asked for. */
  | {readonly mode: 'served'}
  /** One file with everything in it; decisions leave it as a download. */
  | {
      readonly mode: 'file'
      /** Tells reviews apart whose unsaved decisions a browser keeps. */
      readonly name: string
      readonly session: WireSession
      /** One for each file; `null` for files without findings. */
      readonly articles: readonly (Article | null)[]
    }
