// Files with their counts, and the filters. What a filter lets pass: ../filter.ts.
import {useMemo} from 'preact/hooks'
import type {Verdict} from '../../model.js'
import type {ItemFilter} from '../filter.js'
import type {ReviewSession, Status} from '../session.js'
import {PlainText} from './plain-text.js'
import type {Action, State} from './state.js'
import {VirtualList} from './virtual-list.js'
import {tellCount} from './words.js'

/** Files and filters. */
export interface SidebarProps {
  readonly state: State
  readonly act: (action: Action) => void
  /** On narrow screens, where it is a drawer. */
  readonly isOpen: boolean
  readonly onClose: () => void
}

const bands = {
  high: {from: 0.9},
  middle: {from: 0.5, below: 0.9},
  low: {below: 0.5}
} as const

/** The column at the left; a drawer on narrow screens. */
export function Sidebar({state, act, isOpen, onClose}: SidebarProps) {
  return (
    <aside
      class="sidebar"
      data-open={isOpen}
      id="sidebar"
      aria-label="Files and filters"
      onKeyDown={({key}) => {
        if (key === 'Escape') onClose()
      }}
    >
      <Filters state={state} act={act} />
      <Files state={state} act={act} />
    </aside>
  )
}

function Filters({state, act}: Pick<SidebarProps, 'state' | 'act'>) {
  const {filter, session, shown} = state
  const entries = useMemo(() => listEntries(session), [session.items])
  const {from, below, file, ...rest} = filter
  const band = Object.entries(bands).find(
    ([, range]) =>
      ('from' in range ? range.from : undefined) === from &&
      ('below' in range ? range.below : undefined) === below
  )
  const isFiltered = Object.keys(rest).some((key) => key !== 'state') || band !== undefined
  const set = (changed: Partial<{readonly [K in keyof ItemFilter]: ItemFilter[K] | undefined}>) =>
    act({type: 'filter', filter: withoutAbsent({...filter, ...changed})})
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <input
        id="search"
        type="search"
        placeholder="Search the changes"
        aria-label="Search the changes"
        value={filter.words ?? ''}
        onInput={({currentTarget}) => set({words: currentTarget.value || undefined})}
      />
      <label>
        <span>Show</span>
        <select
          value={filter.state ?? ''}
          // The cast holds for the values below.
          onChange={({currentTarget}) =>
            set({state: (currentTarget.value || undefined) as Status['state'] | undefined})
          }
        >
          <option value="open">To decide</option>
          <option value="skipped">Put off</option>
          <option value="accepted">Will change</option>
          <option value="rejected">Stay as they are</option>
          <option value="">All</option>
        </select>
      </label>
      <label>
        <span>Name</span>
        <select
          value={filter.rule ?? ''}
          onChange={({currentTarget}) => set({rule: currentTarget.value || undefined})}
        >
          <option value="">All names</option>
          {entries.map(({rule, name, count}) => (
            <option key={rule} value={rule}>
              {name} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Program</span>
        <select
          value={filter.verdict ?? ''}
          onChange={({currentTarget}) =>
            set({verdict: (currentTarget.value || undefined) as Verdict | undefined})
          }
        >
          <option value="">Any verdict</option>
          <option value="fix">Is certain</option>
          <option value="propose">Asks</option>
          <option value="keep">Leaves alone</option>
        </select>
      </label>
      <label>
        <span>Sureness</span>
        <select
          value={band?.[0] ?? ''}
          onChange={({currentTarget: {value}}) => {
            const {from: _, below: __, ...others} = filter
            const range = value === '' ? {} : bands[value as keyof typeof bands]
            act({type: 'filter', filter: {...others, ...range}})
          }}
        >
          <option value="">Any</option>
          <option value="high">90 % and more</option>
          <option value="middle">50 to 89 %</option>
          <option value="low">Under 50 %</option>
        </select>
      </label>
      <div class="filter-end">
        <button
          type="button"
          class="small wide"
          disabled={shown.length === 0}
          onClick={() => act({type: 'dialog', dialog: {type: 'bulk', subject: 'shown'}})}
        >
          Decide all {shown.length.toLocaleString('en')} shown…
        </button>
        {isFiltered && (
          <button
            type="button"
            class="small"
            onClick={() =>
              act({type: 'filter', filter: withoutAbsent({state: filter.state, file: filter.file})})
            }
          >
            Clear
          </button>
        )}
      </div>
    </form>
  )
}

/** An absent condition is left out, as the filter's type asks. */
function withoutAbsent(filter: {readonly [K in keyof ItemFilter]?: ItemFilter[K] | undefined}): ItemFilter {
  // The cast holds because what is absent is gone.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as ItemFilter
}

function listEntries({items}: ReviewSession) {
  const counts = new Map<string, {readonly rule: string; readonly name: string; count: number}>()
  for (const {fingerprint, name} of items) {
    const known = counts.get(fingerprint.rule)
    if (known) known.count += 1
    else counts.set(fingerprint.rule, {rule: fingerprint.rule, name, count: 1})
  }
  return [...counts.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

function Files({state, act}: Pick<SidebarProps, 'state' | 'act'>) {
  const {session, filter, file: reading, view} = state
  const counts = useMemo(() => countFiles(session), [session])
  // Only files with something to show; a folder of thousands is mostly fine.
  const files = useMemo(() => counts.flatMap(({all}, file) => (all > 0 ? [file] : [])), [session.items])
  const open = counts.reduce((sum, count) => sum + count.open, 0)
  return (
    <nav class="files" aria-label="Files">
      <button
        type="button"
        class="file all"
        aria-current={filter.file === undefined}
        onClick={() => act({type: 'filter', filter: withoutAbsent({...filter, file: undefined})})}
      >
        <span class="file-name">All files ({files.length})</span>
        <Count open={open} />
      </button>
      <VirtualList
        class="file-list"
        label={`${tellCount(files.length, 'file')} with changes`}
        count={files.length}
        estimate={36}
        keyOf={(index) => files[index] ?? index}
        active={files.indexOf(filter.file ?? reading)}
        row={(index) => {
          const file = files[index]!
          const {path} = session.files[file]!
          const slash = path.lastIndexOf('/') + 1
          return (
            <button
              type="button"
              class="file"
              title={path}
              aria-current={filter.file === file}
              data-reading={view !== 'changes' && file === reading}
              onClick={() => act({type: 'filter', filter: {...filter, file}})}
            >
              <span class="file-name">
                <span class="folder">
                  <PlainText text={path.slice(0, slash)} />
                </span>
                <span>
                  <PlainText text={path.slice(slash)} />
                </span>
              </span>
              <Count open={counts[file]!.open} />
            </button>
          )
        }}
      />
    </nav>
  )
}

function Count({open}: {readonly open: number}) {
  return open === 0 ? (
    <span class="count done" role="img" aria-label="nothing to decide" title="Nothing to decide">
      ✓
    </span>
  ) : (
    <span class="count">
      {open.toLocaleString('en')}
      <span class="unseen"> to decide</span>
    </span>
  )
}

function countFiles({items, statuses, files}: ReviewSession) {
  const counts = files.map(() => ({all: 0, open: 0}))
  for (const {id, file} of items) {
    const count = counts[file]!
    count.all += 1
    if (statuses[id]!.state === 'open') count.open += 1
  }
  return counts
}
