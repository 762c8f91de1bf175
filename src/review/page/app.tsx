// The page: state, keys and saving joined to what is drawn. What actions do: state.ts.
import {useCallback, useEffect, useMemo, useReducer, useRef, useState} from 'preact/hooks'
import type {Answer, WireSession} from '../session.js'
import {ArticleView, SidesView} from './article-view.js'
import {createAutosave, type SaveStatus} from './autosave.js'
import type {Backend} from './backend.js'
import {BulkDialog} from './bulk-dialog.js'
import {ChangesView} from './changes-view.js'
import {useArticle, useFollow, useWarning} from './effects.js'
import {downloadDecisions, FinishDialog} from './finish-dialog.js'
import {Header} from './header.js'
import {HelpDialog} from './help-dialog.js'
import {Inspector} from './inspector.js'
import {PlainText} from './plain-text.js'
import {Sidebar} from './sidebar.js'
import {signDecisions} from './sign.js'
import {type Action, createState, reduce, type State} from './state.js'
import {useKeys} from './use-keys.js'

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
          onDownload={(by) => downloadDecisions(signDecisions(session.decisions, {given: backend.given, by}))}
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
