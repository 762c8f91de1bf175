// Keys of the page, the same as those of the terminal. They can be switched off: for people who dictate, single
// letters are pressed by accident (WCAG 2.1.4).

/** Commands about all that is like the current item. */
export type BulkCommand =
  | 'accept-file'
  | 'accept-everywhere'
  | 'reject-file'
  | 'reject-everywhere'
  | 'reject-entry'

/** What a key asks for. */
export type Command =
  | 'accept'
  | 'reject'
  | BulkCommand
  | 'edit'
  | 'skip'
  | 'undo'
  | 'next'
  | 'previous'
  | 'why'
  | 'search'
  | 'help'

/** All keys with what they do, in the order of the help. */
export const keys: readonly {readonly key: string; readonly command: Command; readonly words: string}[] = [
  {key: 'y', command: 'accept', words: 'Accept the change'},
  {key: 'n', command: 'reject', words: 'Keep the text as it is'},
  {key: 'e', command: 'edit', words: 'Write another text'},
  {key: 's', command: 'skip', words: 'Decide later'},
  {key: 'a', command: 'accept-file', words: 'Accept all like this in this file'},
  {key: 'd', command: 'accept-everywhere', words: 'Accept all like this everywhere'},
  {key: 'A', command: 'reject-file', words: 'Keep all like this in this file'},
  {key: 'D', command: 'reject-everywhere', words: 'Keep all like this everywhere'},
  {key: 'x', command: 'reject-entry', words: 'Keep all of this name in this file'},
  {key: 'u', command: 'undo', words: 'Undo the last decision'},
  {key: 'j', command: 'next', words: 'Next change'},
  {key: 'k', command: 'previous', words: 'Previous change'},
  {key: 'w', command: 'why', words: 'Show the reasons'},
  {key: '/', command: 'search', words: 'Search'},
  {key: '?', command: 'help', words: 'This help'}
]

/** The command of a key event, a number for a choice (from 0), or nothing while somebody is writing. */
export function readKey(event: KeyboardEvent): Command | number | undefined {
  const {key, ctrlKey, metaKey, altKey, target, isComposing} = event
  if (altKey || isComposing || isWriting(target)) return undefined
  if ((ctrlKey || metaKey) && key === 'z') return 'undo'
  if (ctrlKey || metaKey) return undefined
  if (/^[1-9]$/u.test(key)) return Number(key) - 1
  return keys.find((entry) => entry.key === key)?.command
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.matches('input:not([type=radio]), select, textarea') || target.closest('dialog') !== null
}
