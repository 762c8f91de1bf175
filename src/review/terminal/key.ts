// Keys of a terminal, named for what they mean here.
import type {Key as NodeKey} from 'node:readline'

/** Keys that are no characters. */
export type KeyName =
  | 'enter'
  | 'escape'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'clear'
  | 'interrupt'
  | 'end-of-input'

/** A key: a name, or the character that it writes. */
export interface Key {
  readonly name?: KeyName
  /** Empty for a named key. */
  readonly character: string
}

const named: Readonly<Record<string, KeyName>> = {
  return: 'enter',
  enter: 'enter',
  escape: 'escape',
  backspace: 'backspace',
  delete: 'delete',
  left: 'left',
  right: 'right',
  up: 'up',
  down: 'down',
  home: 'home',
  end: 'end'
}

const controlled: Readonly<Record<string, KeyName>> = {
  a: 'home',
  c: 'interrupt',
  d: 'end-of-input',
  e: 'end',
  h: 'backspace',
  u: 'clear'
}

/** Read what `readline` says of a key; `undefined` for a key without meaning here. */
export function readKey(text: string | undefined, {name = '', ctrl, meta}: NodeKey): Key | undefined {
  if (ctrl) return controlled[name] && {name: controlled[name], character: ''}
  const known = named[name]
  if (known !== undefined) return {name: known, character: ''}
  if (meta || text === undefined || /\p{Cc}/u.test(text)) return undefined
  return {character: text}
}
