// What the page does besides drawing: fetch the article that is read, keep the change in hand in sight, warn.
import {useEffect, useRef, useState} from 'preact/hooks'
import type {Article} from '../article.js'
import type {Backend} from './backend.js'
import type {State} from './state.js'

/** The article that is read; kept as long as the session has the same texts. */
export function useArticle(backend: Backend, file: number, texts: unknown): Article | Error | undefined {
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

/** What is looked at. */
export interface Followed {
  readonly main: {readonly current: HTMLElement | null}
  /** What is drawn: when it comes, the change comes with it. */
  readonly article: unknown
}

/** Keep the current change in sight; the focus follows where it was on another change before. */
export function useFollow({current, view}: State, {main, article}: Followed): void {
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
export function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
