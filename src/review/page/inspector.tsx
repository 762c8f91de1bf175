// The change in hand: what it is, what may stand there, why, and what to do about it. Many at once: bulk-dialog.tsx.
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks'
import {isLike} from '../filter.js'
import type {ReviewItem} from '../item.js'
import type {Answer, Status} from '../session.js'
import {PlainText} from './plain-text.js'
import {type Action, groupOf, markedText, type State} from './state.js'
import {tellConfidence, tellCount, tellState} from './words.js'

/** The panel about the current change. */
export interface InspectorProps {
  readonly state: State
  readonly act: (action: Action) => void
  readonly onDecide: (answer: Pick<Answer, 'verdict' | 'replacement'>) => void
}

/** Everything about one change. */
export function Inspector({state, act, onDecide}: InspectorProps) {
  const {session, current, shown} = state
  if (current === undefined) {
    return (
      <section class="inspector empty" aria-label="The change in hand">
        <p>{shown.length === 0 ? 'No change matches the filters.' : 'Choose a change to decide about it.'}</p>
      </section>
    )
  }
  const item = session.items[current]!
  const status = session.statuses[current]!
  const position = shown.indexOf(current)
  return (
    <section class="inspector" aria-label="The change in hand">
      <div class="inspector-head">
        <span class={`badge ${status.state}`}>{tellState(status)}</span>
        <span class="position">
          {position < 0 ? 'not in the filter' : `${position + 1} of ${shown.length.toLocaleString('en')}`}
        </span>
        <span class="steps">
          <button type="button" class="icon" title="Previous (K)" onClick={() => act({type: 'move', by: -1})}>
            <span aria-hidden="true">↑</span>
            <span class="unseen">Previous change</span>
          </button>
          <button type="button" class="icon" title="Next (J)" onClick={() => act({type: 'move', by: 1})}>
            <span aria-hidden="true">↓</span>
            <span class="unseen">Next change</span>
          </button>
        </span>
      </div>
      <Choice state={state} item={item} status={status} act={act} onDecide={onDecide} />
      <Others state={state} item={item} act={act} />
      <Why item={item} status={status} />
    </section>
  )
}

interface ChoiceProps extends InspectorProps {
  readonly item: ReviewItem
  readonly status: Status
}

/** What stands there and what may; with the buttons, because they act on the text chosen here. */
function Choice({state, item, status, act, onDecide}: ChoiceProps) {
  const {choices, passage} = item
  const chosen = markedText(state)
  const choose = (text: string) => act({type: 'mark', text})
  const isOwn = !choices.includes(chosen)
  const options = isOwn ? [...choices, chosen] : choices
  const same = groupOf(state).length
  return (
    <div class="choice">
      <p class="pair-line">
        <del>
          <PlainText text={passage.text} />
        </del>
        <span class="arrow" aria-hidden="true">
          →
        </span>
        <span class="unseen"> becomes </span>
        <ins>
          <PlainText text={chosen} />
        </ins>
      </p>
      {state.isEditing ? (
        <OwnText
          text={chosen}
          onDone={(text) => {
            act({type: 'edit', isEditing: false})
            if (text === undefined) return
            onDecide({verdict: 'accept', replacement: text})
          }}
        />
      ) : (
        <div class="main-actions">
          <button
            type="button"
            class="accept"
            title="Accept (Y)"
            onClick={() => onDecide({verdict: 'accept'})}
          >
            Accept
          </button>
          <button
            type="button"
            class="reject"
            title="Keep as it is (N)"
            onClick={() => onDecide({verdict: 'reject'})}
          >
            Keep as it is
          </button>
          <button type="button" title="Other text (E)" onClick={() => act({type: 'edit', isEditing: true})}>
            Edit…
          </button>
          {status.decision ? (
            <button type="button" title="Take the decision back" onClick={() => act({type: 'reopen'})}>
              Ask again
            </button>
          ) : (
            <button type="button" title="Decide later (S)" onClick={() => act({type: 'skip'})}>
              Later
            </button>
          )}
        </div>
      )}
      {options.length > 1 && (
        <fieldset class="options">
          <legend>What it may say</legend>
          {options.map((option, index) => (
            <label key={option}>
              <input type="radio" name="option" checked={option === chosen} onChange={() => choose(option)} />
              <span>
                <PlainText text={option} />
              </span>
              <kbd>{index + 1}</kbd>
            </label>
          ))}
        </fieldset>
      )}
      {same > 1 && <p class="hint">The same sentence stands in {same} places; they are decided together.</p>}
    </div>
  )
}

/** A text of the editor's own. */
function OwnText({
  text,
  onDone
}: {
  readonly text: string
  readonly onDone: (text: string | undefined) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.select(), [])
  return (
    <form
      class="own-text"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(field.current?.value ?? '')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(undefined)
      }}
    >
      <label>
        What it shall say
        <input ref={field} defaultValue={text} autocomplete="off" spellcheck={false} />
      </label>
      <div class="main-actions">
        <button type="submit" class="accept">
          Use this text
        </button>
        <button type="button" onClick={() => onDone(undefined)}>
          Cancel
        </button>
      </div>
    </form>
  )
}

/** The way to all that is like it. */
function Others({state, item, act}: Pick<InspectorProps, 'state' | 'act'> & {readonly item: ReviewItem}) {
  const {items} = state.session
  const like = useMemo(() => items.filter((other) => isLike(other, item)), [items, item])
  const here = like.filter(({file}) => file === item.file).length
  if (like.length < 2) return null
  return (
    <div class="others">
      <h3>The same words elsewhere</h3>
      {here > 1 && (
        <button
          type="button"
          title="All in this file (A)"
          onClick={() =>
            act({
              type: 'dialog',
              dialog: {type: 'bulk', subject: {like: item.id, scope: 'file', verdict: 'accept'}}
            })
          }
        >
          All {here} in this file…
        </button>
      )}
      {like.length > here && (
        <button
          type="button"
          title="All everywhere (D)"
          onClick={() =>
            act({
              type: 'dialog',
              dialog: {type: 'bulk', subject: {like: item.id, scope: 'everywhere', verdict: 'accept'}}
            })
          }
        >
          All {like.length.toLocaleString('en')} in{' '}
          {tellCount(new Set(like.map(({file}) => file)).size, 'file')}…
        </button>
      )}
    </div>
  )
}

/** The reasons, on demand. */
function Why({item, status}: {readonly item: ReviewItem; readonly status: Status}) {
  const {reasons, confidence, note, name, fingerprint} = item
  return (
    <details class="why" id="why">
      <summary>
        <span>Why?</span>
        <span class="confidence">{tellConfidence(confidence)}</span>
      </summary>
      <ul>
        {reasons.map(({weight, text}, index) => (
          <li key={index} class={weight > 0 ? 'for' : weight < 0 ? 'against' : ''}>
            <span class="sign-for" aria-hidden="true">
              {weight > 0 ? '+' : weight < 0 ? '−' : '·'}
            </span>
            <span class="unseen">{weight > 0 ? 'for: ' : weight < 0 ? 'against: ' : ''}</span>
            <span>
              <PlainText text={text} />
            </span>
          </li>
        ))}
      </ul>
      <p class="entry">
        Entry: <strong>{name}</strong> <code>{fingerprint.rule}</code>
      </p>
      {note && (
        <p class="entry">
          <PlainText text={note} />
        </p>
      )}
      {status.decision?.note && (
        <p class="entry">
          Note: <PlainText text={status.decision.note} />
        </p>
      )}
    </details>
  )
}
