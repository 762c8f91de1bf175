// Colours for the terminal, decided by the caller. Which words get which: each format.
import {styleText} from 'node:util'

/** What a piece of text is coloured as, in the names of `util.styleText`. */
export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'strikethrough' | 'underline'

/** How text is coloured. */
export interface Style {
  /** Without colours, changes are shown by brackets instead. */
  readonly hasColours: boolean
  paint(format: Paint | readonly Paint[], text: string): string
}

/** No colours: for pipes, files and `NO_COLOR`. */
export const plainStyle: Style = {hasColours: false, paint: (_, text) => text}

/** ANSI colours, whatever the stream is: whether they are wanted was decided before. */
export const colourStyle: Style = {
  hasColours: true,
  // A copy, because styleText wants an array that it could change.
  paint: (format, text) =>
    styleText(typeof format === 'string' ? format : [...format], text, {validateStream: false})
}
