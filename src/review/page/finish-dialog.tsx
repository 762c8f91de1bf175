// The end of a review: writing the files, or saving the decisions to send them back. Who does it: backend.ts.
import {useState} from 'preact/hooks'
import {formatDecisions} from '../../decide/lines.js'
import type {Decision} from '../../model.js'
import type {WriteReport} from '../host.js'
import type {ReviewSession} from '../session.js'
import {Dialog} from './dialog.js'
import {keepEditor, readEditor} from './sign.js'
import {tellCount} from './words.js'

/** The end of a review. */
export interface FinishDialogProps {
  readonly session: ReviewSession
  readonly mode: 'served' | 'file'
  readonly onWrite: () => Promise<WriteReport>
  /** @param by - Who decides, as written; may be empty. */
  readonly onDownload: (by: string) => void
  readonly onClose: () => void
}

/** Write the files, or save the decisions as a file. */
export function FinishDialog(props: FinishDialogProps) {
  return props.mode === 'served' ? <WriteDialog {...props} /> : <DownloadDialog {...props} />
}

function WriteDialog({session, onWrite, onClose}: FinishDialogProps) {
  const [report, setReport] = useState<WriteReport | 'writing' | Error>()
  const {changes, files, open} = countOutcome(session)
  const write = () => {
    setReport('writing')
    onWrite().then(setReport, setReport)
  }
  if (typeof report === 'object') return <ReportDialog report={report} onClose={onClose} />
  return (
    <Dialog title="Write the files" onClose={onClose}>
      <p>
        <strong>{tellCount(changes, 'change')}</strong> will be written into {tellCount(files, 'file')}.
        Nothing else in them is touched.
      </p>
      {open > 0 && (
        <p class="hint">
          {tellCount(open, 'change')} {open === 1 ? 'is' : 'are'} still to be decided. These places stay as
          they are, and you are asked about them next time.
        </p>
      )}
      <div class="dialog-actions">
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" class="accept" disabled={changes === 0 || report === 'writing'} onClick={write}>
          {report === 'writing' ? 'Writing …' : `Write ${tellCount(files, 'file')}`}
        </button>
      </div>
    </Dialog>
  )
}

function ReportDialog({
  report,
  onClose
}: {
  readonly report: WriteReport | Error
  readonly onClose: () => void
}) {
  const written = report instanceof Error ? [] : report.written
  const problems = report instanceof Error ? [report.message] : report.problems
  return (
    <Dialog title={problems.length === 0 ? 'Written' : 'Not everything was written'} onClose={onClose}>
      <p role="status">{tellCount(written.length, 'file')} written.</p>
      {problems.length > 0 && (
        <ul class="problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <p class="hint">
        Your decisions are kept: unchanged sentences are not asked about again. You may close this page now.
      </p>
      <div class="dialog-actions">
        <button type="button" class="accept" onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  )
}

function DownloadDialog({session, onDownload, onClose}: FinishDialogProps) {
  const [by, setBy] = useState(readEditor)
  const {open} = countOutcome(session)
  const save = (event: Event) => {
    event.preventDefault()
    keepEditor(by.trim())
    onDownload(by)
    onClose()
  }
  return (
    <Dialog title="Save your decisions" onClose={onClose}>
      <p>
        Your browser saves a small file, <code>decisions.jsonl</code>, with{' '}
        <strong>{tellCount(session.decisions.length, 'decision')}</strong>. Send it back to whoever sent you
        this page. They run
      </p>
      <pre class="command">nameright apply decisions.jsonl</pre>
      {open > 0 && (
        <p class="hint">
          {tellCount(open, 'change')} {open === 1 ? 'is' : 'are'} still to be decided; you can go on later and
          save again.
        </p>
      )}
      <form onSubmit={save}>
        <label class="own-text">
          Your name, to be kept with the decisions; may be left empty
          <input value={by} autocomplete="name" onInput={(event) => setBy(event.currentTarget.value)} />
        </label>
        <div class="dialog-actions">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="accept">
            Save decisions
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** Hand decisions to the browser as a file. */
export function downloadDecisions(decisions: readonly Decision[]): void {
  const url = URL.createObjectURL(new Blob([formatDecisions(decisions)], {type: 'application/jsonl'}))
  const link = document.createElement('a')
  link.href = url
  link.download = 'decisions.jsonl'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

function countOutcome({items, statuses}: ReviewSession) {
  const changing = items.filter(({id}) => statuses[id]!.state === 'accepted')
  return {
    changes: changing.length,
    files: new Set(changing.map(({file}) => file)).size,
    open: statuses.filter(({state}) => state === 'open' || state === 'skipped').length
  }
}
