// The page: state, keys and saving joined to what is drawn. What actions do: state.ts.
import {useCallback, useEffect, useMemo, useReducer, useRef, useState} from 'preact/hooks'
import type {Article} from '../article.js'
import type {Answer, WireSession} from '../session.js'
import {ArticleView, SidesView} from './article-view.js'
import {createAutosave, type SaveStatus} from './autosave.js'
import type {Backend} from './backend.js'
import {BulkDialog} from './bulk-dialog.js'
import {ChangesView} from './changes-view.js'
import {downloadDecisions, FinishDialog} from './finish-dialog.js'
import {Header} from './header.js'
import {HelpDialog} from './help-dialog.js'
import {Inspector} from './inspector.js'
import {type BulkCommand, type Command, readKey} from './keys.js'
import {PlainText} from './plain-text.js'
import {Sidebar} from './sidebar.js'
import {type Action, createState, reduce, type State} from './state.js'

/** What the page starts with. */
export interface AppProps {
  readonly backend: Backend
  readonly wire: WireSession
}

/** The whole page. */
export function App({backend, wire}: AppProps) {
  const [state, act] = useReducer<State, Action, WireSession>(reduce, wire, createState)
  const [save, setSave] = useState<SaveStatus>({state: 'saved'})
  const [isServerThere, setServerThere] = useState(true)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [areKeysOn, setKeysOn] = useState(true)
  const autosave = useMemo(() => {
    const created = createAutosave(backend.save, setSave)
    created.reset(wire.decisions)
    return created
  }, [backend])
  const {session, dialog, view, current, file} = state
  useEffect(() => autosave.push(session.decisions), [session.decisions])
  useEffect(() => backend.watch(setServerThere), [backend])
  useWarning(save.state !== 'saved')
  const decide = useCallback(
    (answer: Pick<Answer, 'verdict' | 'replacement'>) =>
      act({type: 'decide', answer: sign({...answer, scope: 'here'})}),
    []
  )
  useKeys(state, {act, decide, areKeysOn})
  const main = useRef<HTMLElement>(null)
  useEffect(() => setMenuOpen(false), [file, view])
  const select = useCallback((id: number) => act({type: 'select', id}), [])
  const article = useArticle(backend, file, session.items)
  useFollow(state, {main, article})
  const reading = {session, current, onSelect: select}

  return (
    <div class="page">
      <Header
        state={state}
        act={act}
        save={save}
        isServerThere={isServerThere}
        mode={backend.mode}
        isMenuOpen={isMenuOpen}
        onMenu={() => setMenuOpen(!isMenuOpen)}
      />
      <Sidebar state={state} act={act} isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} />
      <main ref={main} class="view" aria-label={view === 'changes' ? 'Changes' : session.files[file]?.path}>
        {view === 'changes' ? (
          <ChangesView
            {...reading}
            shown={state.shown}
            onDecide={(id, verdict) => {
              act({type: 'select', id})
              decide({verdict})
            }}
          />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section class="scroller" tabIndex={0} aria-label="The article">
            <p class="path">
              <PlainText text={session.files[file]?.path ?? ''} />
            </p>
            {article === undefined ? (
              <p class="hint">Opening …</p>
            ) : article instanceof Error ? (
              <p role="alert">{article.message}</p>
            ) : view === 'article' ? (
              <ArticleView {...reading} article={article} />
            ) : (
              <SidesView {...reading} article={article} />
            )}
          </section>
        )}
      </main>
      <Inspector state={state} act={act} onDecide={decide} />
      <p class="unseen" role="status" aria-live="polite">
        {state.message}
      </p>
      {dialog?.type === 'bulk' && <BulkDialog state={state} subject={dialog.subject} act={act} sign={sign} />}
      {dialog?.type === 'help' && <HelpDialog areKeysOn={areKeysOn} onKeys={setKeysOn} onClose={close} />}
      {dialog?.type === 'finish' && (
        <FinishDialog
          session={session}
          mode={backend.mode}
          onWrite={write}
          onDownload={() => downloadDecisions(session)}
          onClose={close}
        />
      )}
    </div>
  )

  function close(): void {
    act({type: 'dialog', dialog: undefined})
  }

  async function write() {
    await autosave.flush()
    const report = await backend.write()
    const fresh = await backend.load()
    autosave.reset(fresh.decisions)
    act({type: 'load', session: fresh})
    act({type: 'dialog', dialog: {type: 'finish'}})
    return report
  }
}

/** To the second: finer times tell nobody more. */
function sign(answer: Answer): Answer {
  return {...answer, at: new Date().toISOString().replace(/\.\d+Z$/u, 'Z')}
}

/** The article that is read; kept as long as the session has the same texts. */
function useArticle(backend: Backend, file: number, texts: unknown): Article | Error | undefined {
  const [loaded, setLoaded] = useState<{
    readonly file: number
    readonly texts: unknown
    readonly article: Article | Error
  }>()
  useEffect(() => {
    let isWanted = true
    const keep = (article: Article | Error) => {
      if (isWanted) setLoaded({file, texts, article})
    }
    backend.article(file).then(keep, keep)
    return () => {
      isWanted = false
    }
  }, [backend, file, texts])
  return loaded?.file === file && loaded.texts === texts ? loaded.article : undefined
}

interface KeyOptions {
  readonly act: (action: Action) => void
  readonly decide: (answer: Pick<Answer, 'verdict' | 'replacement'>) => void
  readonly areKeysOn: boolean
}

/** Listen to the keys of the whole page. */
function useKeys(state: State, options: KeyOptions): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = readKey(event)
      if (command === undefined || state.dialog || (!options.areKeysOn && event.key.length === 1)) return
      event.preventDefault()
      if (typeof command === 'number') chooseByNumber(command)
      else run(command)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)

    function chooseByNumber(index: number): void {
      const text =
        state.current === undefined ? undefined : state.session.items[state.current]!.choices[index]
      if (text !== undefined) options.act({type: 'mark', text})
    }
    function run(command: Command): void {
      const action = toAction(command, state)
      if (action) options.act(action)
      else if (command === 'accept' || command === 'reject') options.decide({verdict: command})
      else if (command === 'search') document.getElementById('search')?.focus()
      else if (command === 'why') document.querySelector<HTMLElement>('#why > summary')?.click()
    }
  }, [state, options.areKeysOn])
}

const bulkOf = {
  'accept-file': {scope: 'file', verdict: 'accept'},
  'accept-everywhere': {scope: 'everywhere', verdict: 'accept'},
  'reject-file': {scope: 'file', verdict: 'reject'},
  'reject-everywhere': {scope: 'everywhere', verdict: 'reject'},
  'reject-entry': {scope: 'entry', verdict: 'reject'}
} as const satisfies Record<BulkCommand, object>

/** The action of a command; those that need more than the state have none. */
function toAction(command: Command, {current}: State): Action | undefined {
  switch (command) {
    case 'accept-file':
    case 'accept-everywhere':
    case 'reject-file':
    case 'reject-everywhere':
    case 'reject-entry':
      return current === undefined
        ? undefined
        : {type: 'dialog', dialog: {type: 'bulk', subject: {like: current, ...bulkOf[command]}}}
    case 'edit':
      return {type: 'edit', isEditing: true}
    case 'skip':
    case 'undo':
      return {type: command}
    case 'next':
      return {type: 'move', by: 1}
    case 'previous':
      return {type: 'move', by: -1}
    case 'help':
      return {type: 'dialog', dialog: {type: 'help'}}
    default:
      return undefined
  }
}

interface Followed {
  readonly main: {readonly current: HTMLElement | null}
  /** What is drawn: when it comes, the change comes with it. */
  readonly article: unknown
}

/** Keep the current change in sight; the focus follows where it was on another change before. */
function useFollow({current, view}: State, {main, article}: Followed): void {
  const hasBegun = useRef(false)
  useEffect(() => {
    if (current === undefined) return
    const follow = () => {
      const element = document.getElementById(`change-${current}`)
      if (!element || !main.current) return
      // The list of changes keeps it in sight itself.
      if (view !== 'changes' && !isInSight(element, main.current)) element.scrollIntoView({block: 'center'})
      const focused = document.activeElement
      const isFree = focused === document.body || focused?.matches('main [id^="change-"]')
      // A page that has just opened leaves the focus at its beginning.
      if (isFree && hasBegun.current) element.focus({preventScroll: true})
      hasBegun.current = true
    }
    // A list draws its row a moment after it was scrolled to.
    const frame = requestAnimationFrame(follow)
    return () => cancelAnimationFrame(frame)
  }, [current, view, article])
}

function isInSight(element: HTMLElement, box: HTMLElement): boolean {
  const inner = element.getBoundingClientRect()
  const outer = box.getBoundingClientRect()
  const margin = 24
  return inner.top >= outer.top + margin && inner.bottom <= outer.bottom - margin
}

/** Ask before a page is closed whose decisions are not saved. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
