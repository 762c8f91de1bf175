// Keys of the whole page and what they do. Which keys there are: keys.ts.
import {useLayoutEffect} from 'preact/hooks'
import type {Answer} from '../session.js'
import {type BulkCommand, type Command, readKey} from './keys.js'
import type {Action, State} from './state.js'

/** What keys can do. */
export interface KeyOptions {
  readonly act: (action: Action) => void
  readonly decide: (answer: Pick<Answer, 'verdict' | 'replacement'>) => void
  readonly areKeysOn: boolean
}

/** Listen to the keys of the whole page. */
export function useKeys(state: State, options: KeyOptions): void {
  // At once, not after the next frame: no key may be lost, or act on what was there before.
  useLayoutEffect(() => {
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
