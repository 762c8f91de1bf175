// The bar at the top: how far the review is, how changes are shown, undo, saving, the end.
import {useMemo} from 'preact/hooks'
import {countProgress} from '../session.js'
import type {SaveStatus} from './autosave.js'
import type {Action, State, View} from './state.js'

/** The bar at the top. */
export interface HeaderProps {
  readonly state: State
  readonly act: (action: Action) => void
  readonly save: SaveStatus
  readonly isServerThere: boolean
  readonly mode: 'served' | 'file'
  readonly isMenuOpen: boolean
  readonly onMenu: () => void
}

const views: readonly (readonly [View, string])[] = [
  ['article', 'Article'],
  ['sides', 'Side by side'],
  ['changes', 'Changes']
]

/** Progress, views, undo, and the end of it all. */
export function Header({state, act, save, isServerThere, mode, isMenuOpen, onMenu}: HeaderProps) {
  const {session, view} = state
  return (
    <header class="bar">
      <button type="button" class="menu" aria-expanded={isMenuOpen} aria-controls="sidebar" onClick={onMenu}>
        Files
      </button>
      <h1>nameright</h1>
      <Progress state={state} />
      <fieldset class="segments views">
        <legend class="unseen">How changes are shown</legend>
        {views.map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="view"
              checked={view === value}
              onChange={() => act({type: 'view', view: value})}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <span class="spacer" />
      <Saved save={save} isServerThere={isServerThere} mode={mode} />
      <button
        type="button"
        title="Undo (U)"
        disabled={session.past.length === 0}
        onClick={() => act({type: 'undo'})}
      >
        Undo
      </button>
      <button
        type="button"
        class="icon help-button"
        title="Help (?)"
        onClick={() => act({type: 'dialog', dialog: {type: 'help'}})}
      >
        <span aria-hidden="true">?</span>
        <span class="unseen">Help</span>
      </button>
      <button
        type="button"
        class="accept finish"
        disabled={!isServerThere}
        onClick={() => act({type: 'dialog', dialog: {type: 'finish'}})}
      >
        {mode === 'served' ? 'Write files…' : 'Save decisions…'}
      </button>
    </header>
  )
}

function Progress({state: {session}}: Pick<HeaderProps, 'state'>) {
  const {questions, open, skipped} = useMemo(() => countProgress(session), [session])
  const done = questions - open - skipped
  const words =
    questions === 0
      ? 'Nothing to decide'
      : open + skipped === 0
        ? 'Everything is decided'
        : `${done.toLocaleString('en')} of ${questions.toLocaleString('en')} decided`
  return (
    <div class="progress">
      <span>{words}</span>
      {questions > 0 && <progress max={questions} value={done} aria-label="Decided" />}
    </div>
  )
}

function Saved({save, isServerThere, mode}: Pick<HeaderProps, 'save' | 'isServerThere' | 'mode'>) {
  if (save.state === 'failed' || !isServerThere) {
    const message = save.state === 'failed' ? save.message : 'The review has ended in the terminal.'
    return (
      <span class="saved failed" role="alert">
        {message}
      </span>
    )
  }
  const words = mode === 'served' ? 'Saved' : 'Kept in this browser'
  return <span class="saved">{save.state === 'saving' ? 'Saving …' : words}</span>
}
