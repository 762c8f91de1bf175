// A line of text that is being edited.
import type {Key} from './key.js'

/** A text and the place of the cursor in it. */
export interface Line {
  readonly text: string
  /** In UTF-16 units, never inside a character. */
  readonly cursor: number
}

/** A text with the cursor behind it. */
export function lineOf(text: string): Line {
  return {text, cursor: text.length}
}

/** Do what a key does to a line. */
export function editLine(line: Line, {name, character}: Key): Line {
  const {text, cursor} = line
  const [before, after] = [text.slice(0, cursor), text.slice(cursor)]
  switch (name) {
    case undefined:
      return {text: before + character + after, cursor: cursor + character.length}
    case 'backspace':
      return {text: dropLast(before) + after, cursor: dropLast(before).length}
    case 'delete':
    case 'end-of-input':
      return {text: before + after.slice(lengthOfFirst(after)), cursor}
    case 'left':
      return {text, cursor: dropLast(before).length}
    case 'right':
      return {text, cursor: cursor + lengthOfFirst(after)}
    case 'home':
      return {text, cursor: 0}
    case 'end':
      return lineOf(text)
    case 'clear':
      return {text: after, cursor: 0}
    default:
      return line
  }
}

function dropLast(text: string): string {
  return text.slice(0, text.length - ([...text].at(-1) ?? '').length)
}

function lengthOfFirst(text: string): number {
  return (/^./su.exec(text)?.[0] ?? '').length
}
