// Where the page's review comes from and where decisions go: the server, or the file itself and a download.
import {type DecisionsChange, formatDecisions, mergeDecisions, parseDecisions} from '../../decide/lines.js'
import type {Decision} from '../../model.js'
import type {Article} from '../article.js'
import type {PageData, WriteReport} from '../host.js'
import type {WireSession} from '../session.js'

/** What the page needs from outside. */
export interface Backend {
  readonly mode: PageData['mode']
  /** The decisions that came with the page in a file: others have made them. */
  readonly given: readonly Decision[]
  load(): Promise<WireSession>
  article(file: number): Promise<Article>
  /** Remember decisions: what became different since the last time, and all of them. */
  save(change: DecisionsChange, all: readonly Decision[]): Promise<void>
  /** Write the files; served only. */
  write(): Promise<WriteReport>
  /** Call back when the server goes away, and when it is there again. */
  watch(onChange: (isThere: boolean) => void): void
}

/** Choose by what the HTML holds. */
export function createBackend(document: Document): Backend {
  const text = document.getElementById('data')?.textContent
  // The cast holds because our own program wrote both sides.
  const data = text ? (JSON.parse(text) as PageData) : ({mode: 'served'} as const)
  return data.mode === 'file' ? fileBackend(data) : servedBackend(takeToken())
}

/** The address brings the token once; then it is kept for this tab alone and hidden from view. */
function takeToken(): string {
  const key = 'nameright-token'
  const given = location.hash.slice(1)
  if (given === '') return sessionStorage.getItem(key) ?? ''
  sessionStorage.setItem(key, given)
  history.replaceState(null, '', location.pathname)
  return given
}

function servedBackend(token: string): Backend {
  const headers = {'x-nameright-token': token, 'content-type': 'application/json'}
  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const sent = body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)}
    const response = await fetch(`/api/${path}`, {headers, ...sent}).catch(() => {
      throw new Error('The review has ended in the terminal. Start it again there.')
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(answer.message)
    return answer
  }
  return {
    mode: 'served',
    given: [],
    load: () => ask('session'),
    article: (file) => ask(`article/${file}`),
    save: async ({added, removed}) => {
      await ask('decisions', {added: formatDecisions(added), removed})
    },
    write: () => ask('write', {}),
    watch: (onChange) => void holdOn(headers, onChange)
  }
}

/** Hold a request open, so that the server knows of this page, and the page of the server's end. */
async function holdOn(headers: HeadersInit, onChange: (isThere: boolean) => void): Promise<never> {
  for (;;) {
    try {
      const response = await fetch('/api/alive', {headers})
      const reader = response.body?.getReader()
      if (!response.ok || !reader) throw new Error(response.statusText)
      onChange(true)
      while (!(await reader.read()).done);
    } catch {
      // The same as an end.
    }
    onChange(false)
    await new Promise((resolve) => setTimeout(resolve, 3000))
  }
}

function fileBackend({name, session, articles}: Extract<PageData, {mode: 'file'}>): Backend {
  const key = `nameright-${name}`
  return {
    mode: 'file',
    given: session.decisions,
    load: async () => {
      const {decisions} = parseDecisions(readStored(key))
      return {...session, decisions: mergeDecisions(session.decisions, decisions)}
    },
    article: async (file) => articles[file] ?? [],
    save: async (_, all) => localStorage.setItem(key, formatDecisions(all)),
    write: () => Promise.reject(new Error('a page in a file cannot write files')),
    watch: () => undefined
  }
}

/** What this browser keeps under a key, else nothing; some keep nothing for files. */
export function readStored(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
