// The source with its changes written in as CriticMarkup, to be accepted or rejected in an editor that knows it.
import type {FileReport} from '../model.js'
import {applyChanges, type Change, type ChangeOptions, listChanges} from './change.js'

/** The text holds CriticMarkup already, or would with the changes, so ours could not be told from it. */
export class CriticMarkupError extends Error {
  override readonly name = 'CriticMarkupError'
  readonly path: string
  /** The first piece of it. */
  readonly found: string

  constructor(path: string, found: string) {
    super(`${path} holds CriticMarkup of its own (\`${found}\`); accept or reject that first`)
    this.path = path
    this.found = found
  }
}

/**
 * Write the changes of one text into it as CriticMarkup, each with a comment that names the entry.
 *
 * Accepting all gives the output, rejecting all the source, byte for byte; comments vanish in both.
 * `{~~old~>new~~}` is used where both fit in, `{--old--}{++new++}` where they hold a tilde or a line break,
 * and in tables, where GFM would read strikethrough across a cell.
 *
 * @param options - `include: 'proposals'` writes the doubtful ones in too; accepting all accepts them.
 * @throws {CriticMarkupError} When the source, or the source with the changes, holds CriticMarkup.
 */
export function reportCritic(report: FileReport, options: ChangeOptions = {}): string {
  const changes = listChanges(report, options)
  refuseCritic(report.path, report.source)
  refuseCritic(report.path, applyChanges(report.source, changes))
  let written = ''
  let end = 0
  for (const change of changes) {
    written += report.source.slice(end, change.start) + markChange(report.source, change)
    end = change.end
  }
  return written + report.source.slice(end)
}

/** Both the openings and the closings: a stray one would pair with ours. */
function refuseCritic(path: string, text: string): void {
  const found = /\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}/.exec(text)
  if (found) throw new CriticMarkupError(path, found[0])
}

function markChange(source: string, change: Change): string {
  const {before, after} = change
  const simple = `${before}${after}`
  const line = source.slice(source.lastIndexOf('\n', change.start - 1) + 1, change.start)
  const isSubstitution = before !== '' && after !== '' && !/[~>\r\n|]/.test(simple) && !line.includes('|')
  const marked = isSubstitution
    ? `{~~${before}~>${after}~~}`
    : `${before && `{--${before}--}`}${after && `{++${after}++}`}`
  return marked + comment(change)
}

function comment({finding, status}: Change): string {
  if (!finding) return ''
  const text = status === 'propose' ? `${finding.entry}?` : finding.entry
  return `{>>${text}<<}`
}
