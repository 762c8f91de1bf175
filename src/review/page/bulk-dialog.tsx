// Deciding many changes at once: what to do, how far, and a preview of everything that it touches.
import {useMemo, useState} from 'preact/hooks'
import type {Scope} from '../../model.js'
import {filterItems, isLike} from '../filter.js'
import {type Answer, previewAnswer} from '../session.js'
import {Sentence} from './changes-view.js'
import {Dialog} from './dialog.js'
import {PlainText} from './plain-text.js'
import {type Action, type BulkSubject, markedText, type State} from './state.js'
import {VirtualList} from './virtual-list.js'
import {tellCount} from './words.js'

/** Deciding many changes at once. */
export interface BulkDialogProps {
  readonly state: State
  readonly subject: BulkSubject
  readonly act: (action: Action) => void
  /** Puts a signature to an answer. */
  readonly sign: (answer: Answer) => Answer
}

type What = 'accept' | 'reject' | 'text'

/** The dialog; nothing is decided before its last button. */
export function BulkDialog({state, subject, act, sign}: BulkDialogProps) {
  const {session, filter} = state
  const [what, setWhat] = useState<What>(subject === 'shown' ? 'accept' : whatFor(state, subject.verdict))
  const [text, setText] = useState(subject === 'shown' ? '' : markedText(state))
  const [scope, setScope] = useState<Scope>(subject === 'shown' ? 'here' : subject.scope)
  // What was decided since the filter was set is left as it is.
  const ids = useMemo(
    () => (subject === 'shown' ? filterItems(session, filter) : [subject.like]),
    [session, subject]
  )
  const answer: Answer = {
    verdict: what === 'reject' ? 'reject' : 'accept',
    scope,
    ...(what === 'text' && {replacement: text})
  }
  const touched = useMemo(() => previewAnswer(session, ids, answer), [session, ids, what, text, scope])
  const after = useMemo(() => previewStatuses(state, touched, answer), [touched, what, text])
  const isReady = touched.length > 0 && (what !== 'text' || text.trim() !== '')
  return (
    <Dialog
      title={
        subject === 'shown' ? `Decide all ${tellCount(ids.length, 'change')} shown` : 'Decide all like this'
      }
      class="bulk"
      onClose={() => act({type: 'dialog', dialog: undefined})}
    >
      <fieldset class="segments">
        <legend class="unseen">What to do</legend>
        {(
          [
            ['accept', 'Accept the changes'],
            ['reject', 'Keep as it is'],
            ['text', 'Other text']
          ] as const
        ).map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="what"
              checked={what === value}
              onChange={() => {
                setWhat(value)
                if (value !== 'reject' && scope === 'entry') setScope('file')
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {what === 'text' && (
        <label class="own-text">
          What they shall say
          <input
            value={text}
            autocomplete="off"
            spellcheck={false}
            onInput={({currentTarget}) => setText(currentTarget.value)}
          />
        </label>
      )}
      {subject !== 'shown' && (
        <Reach state={state} id={subject.like} what={what} scope={scope} onScope={setScope} />
      )}
      <Summary state={state} touched={touched} after={after} />
      <VirtualList
        class="preview"
        label="What will be decided"
        count={touched.length}
        estimate={52}
        keyOf={(index) => touched[index] ?? index}
        row={(index) => {
          const id = touched[index]!
          const item = session.items[id]!
          return (
            <div class="preview-row">
              <span class="card-place">
                <PlainText text={session.files[item.file]!.path} /> · line {item.line}
              </span>
              <Sentence item={item} status={after(id)} around={70} />
            </div>
          )
        }}
      />
      <div class="dialog-actions">
        <button type="button" onClick={() => act({type: 'dialog', dialog: undefined})}>
          Cancel
        </button>
        <button
          type="button"
          class={what === 'reject' ? 'reject' : 'accept'}
          disabled={!isReady}
          onClick={() => act({type: 'bulk', ids, answer: sign(answer)})}
        >
          {what === 'reject' ? 'Keep' : 'Accept'} {tellCount(touched.length, 'change')}
        </button>
      </div>
    </Dialog>
  )
}

/** A text that was marked beforehand is meant for all of them. */
function whatFor(state: State, verdict: 'accept' | 'reject'): What {
  if (verdict === 'reject' || state.current === undefined) return verdict
  return markedText(state) === state.session.items[state.current]!.choices[0] ? 'accept' : 'text'
}

/** How far it reaches. */
function Reach({
  state: {session},
  id,
  what,
  scope,
  onScope
}: {
  readonly state: State
  readonly id: number
  readonly what: What
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}) {
  const item = session.items[id]!
  const like = session.items.filter((other) => isLike(other, item))
  const here = like.filter(({file}) => file === item.file)
  const choices: readonly (readonly [Scope, string])[] = [
    ['file', `“${item.passage.text}” in this file (${here.length})`],
    ['everywhere', `“${item.passage.text}” in all files (${like.length}), and in files to come`],
    ...(what === 'reject' ? ([['entry', `Everything for “${item.name}” in this file`]] as const) : [])
  ]
  return (
    <fieldset class="options">
      <legend>How far</legend>
      {choices.map(([value, words]) => (
        <label key={value}>
          <input type="radio" name="scope" checked={scope === value} onChange={() => onScope(value)} />
          <span>
            <PlainText text={words} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What the answer makes of an item; exact enough to look at. */
function previewStatuses({session}: State, touched: readonly number[], answer: Answer) {
  const isTouched = new Set(touched)
  return (id: number) => {
    const status = session.statuses[id]!
    if (!isTouched.has(id)) return status
    const replacement = answer.replacement ?? session.items[id]!.choices[0]
    const isAccepted = answer.verdict === 'accept' && replacement !== session.items[id]!.passage.text
    return {...status, state: isAccepted ? ('accepted' as const) : ('rejected' as const), replacement}
  }
}

/** Pairs of words with how often they come, the most frequent first. */
function Summary({
  state: {session},
  touched,
  after
}: {
  readonly state: State
  readonly touched: readonly number[]
  readonly after: ReturnType<typeof previewStatuses>
}) {
  const pairs = new Map<
    string,
    {readonly text: string; readonly becomes: string | undefined; count: number}
  >()
  const files = new Set(touched.map((id) => session.items[id]!.file))
  for (const id of touched) {
    const {text} = session.items[id]!.passage
    const {state, replacement} = after(id)
    const becomes = state === 'accepted' ? replacement : undefined
    const key = `${text}\n${becomes}`
    const known = pairs.get(key)
    if (known) known.count += 1
    else pairs.set(key, {text, becomes, count: 1})
  }
  const sorted = [...pairs.values()].sort((a, b) => b.count - a.count)
  return (
    <div class="summary" aria-live="polite">
      <p>
        <strong>{tellCount(touched.length, 'change')}</strong> in {tellCount(files.size, 'file')}
        {sorted.length > 1 && `, ${tellCount(sorted.length, 'pair')} of words`}
      </p>
      <ul>
        {sorted.slice(0, 6).map(({text, becomes, count}) => (
          <li key={`${text}\n${becomes}`}>
            <span class="times">{count} ×</span>
            {becomes === undefined ? (
              <PlainText text={`${text} stays`} />
            ) : (
              <PlainText text={`${text} → ${becomes}`} />
            )}
          </li>
        ))}
        {sorted.length > 6 && <li class="hint">and {sorted.length - 6} more</li>}
      </ul>
    </div>
  )
}
