// Changes alone, each with its sentence; only those in sight are drawn. Whole articles: article-view.tsx.
import type {ReviewItem} from '../item.js'
import type {ReviewSession, Status} from '../session.js'
import type {Reading} from './article-view.js'
import {PlainText} from './plain-text.js'
import {VirtualList} from './virtual-list.js'
import {tellChange, tellState} from './words.js'

/** Changes as a list, each with its sentence and two buttons. */
export interface ChangesViewProps extends Reading {
  readonly shown: readonly number[]
  readonly onDecide: (id: number, verdict: 'accept' | 'reject') => void
}

/** The list of all changes shown. */
export function ChangesView({shown, session, current, onSelect, onDecide}: ChangesViewProps) {
  return (
    <VirtualList
      class="changes"
      label="Changes"
      count={shown.length}
      estimate={96}
      keyOf={(index) => shown[index] ?? index}
      active={current === undefined ? undefined : shown.indexOf(current)}
      row={(index) => {
        const id = shown[index]!
        const props = {item: session.items[id]!, status: session.statuses[id]!, session}
        return <ChangeCard {...props} isCurrent={id === current} onSelect={onSelect} onDecide={onDecide} />
      }}
    />
  )
}

interface CardProps extends Pick<ChangesViewProps, 'onSelect' | 'onDecide'> {
  readonly item: ReviewItem
  readonly status: Status
  readonly session: ReviewSession
  readonly isCurrent: boolean
}

function ChangeCard({item, status, session, isCurrent, onSelect, onDecide}: CardProps) {
  const {id, file, line} = item
  return (
    <div class={`card ${status.state}`} aria-current={isCurrent}>
      <div class="card-head">
        <span class="card-place">
          <PlainText text={session.files[file]!.path} /> · line {line}
        </span>
        <span class={`badge ${status.state}`}>{tellState(status)}</span>
      </div>
      <button
        type="button"
        class="card-text"
        onClick={() => onSelect(id)}
        id={`change-${id}`}
        aria-label={`${tellChange(item, status)}: ${item.passage.before.slice(-80)}${item.passage.text}${item.passage.after.slice(0, 80)}`}
      >
        <Sentence item={item} status={status} around={140} />
      </button>
      <div class="card-actions">
        <button type="button" class="small accept" onClick={() => onDecide(id, 'accept')}>
          Accept
        </button>
        <button type="button" class="small" onClick={() => onDecide(id, 'reject')}>
          Keep as it is
        </button>
      </div>
    </div>
  )
}

/** The words around a change with the change in them, cut to so many characters on each side. */
export function Sentence({
  item: {passage},
  status,
  around
}: {
  readonly item: ReviewItem
  readonly status: Status
  readonly around: number
}) {
  const {before, text, after} = passage
  const isChanged = status.state !== 'rejected'
  return (
    <span class="sentence">
      <PlainText text={cutStart(before, around)} />
      <span class={`change ${status.state}`}>
        {isChanged ? (
          <del>
            <PlainText text={text} />
          </del>
        ) : (
          <PlainText text={text} />
        )}
        {isChanged && (
          <ins>
            <PlainText text={status.replacement} />
          </ins>
        )}
      </span>
      <PlainText text={cutEnd(after, around)} />
    </span>
  )
}

function cutStart(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(-most).replace(/^\S{0,20}\s/u, '')}`
}

function cutEnd(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s\S{0,20}$/u, '')}…`
}
