// The terminal of a review: keys in, screens out, and the terminal left as it was. What keys do: state.ts; what is
// shown: screen.ts.
import {emitKeypressEvents, type Interface, type Key as NodeKey} from 'node:readline'
import type {ReadStream, WriteStream} from 'node:tty'
import type {Decision} from '../../model.js'
import type {Style} from '../../report/style.js'
import {readKey} from './key.js'
import {drawScreen} from './screen.js'
import {pressKey, type Signature, type TerminalState} from './state.js'

/** What of a terminal's input a review needs. */
export type Keyboard = Pick<ReadStream, 'setRawMode'> & NodeJS.ReadableStream
/** What of a terminal's output a review needs. */
export type Display = Pick<WriteStream, 'write' | 'columns' | 'rows'> & NodeJS.EventEmitter

/** A terminal, and who looks at it. */
export interface Terminal {
  readonly input: Keyboard
  readonly output: Display
  readonly style: Style
  /** A terminal that knows nothing but lines gets one screen below the other. */
  readonly canMove: boolean
  /** Keeps decisions; called one at a time. */
  readonly save: (decisions: readonly Decision[]) => Promise<void>
  /** Who answers, and when. */
  readonly sign: () => Signature
}

const codes = {
  enter: '\u001b[?1049h\u001b[?7l',
  leave: '\u001b[?7h\u001b[?25h\u001b[?1049l',
  home: '\u001b[H',
  clearLine: '\u001b[K',
  clearRest: '\u001b[J',
  hideCursor: '\u001b[?25l',
  showCursor: '\u001b[?25h'
} as const

/**
 * Review in a terminal until the editor quits; every answer is saved at once.
 *
 * @returns The state at the end.
 * @throws What `save` throws: the terminal is then as it was before.
 */
export async function runTerminal(start: TerminalState, terminal: Terminal): Promise<TerminalState> {
  const {input, output, canMove} = terminal
  let state = start
  const draw = () => drawOn(state, terminal)
  const saver = createSaver(terminal, start.session.decisions)
  // The cast holds because Node reads nothing else of it; half a second, its default, is long for Escape.
  emitKeypressEvents(input, {escapeCodeTimeout: 50} as unknown as Interface)
  input.setRawMode(true)
  if (canMove) output.write(codes.enter)
  try {
    await new Promise<void>((resolve) => {
      const onKey = (text: string | undefined, key: NodeKey): void => {
        const read = readKey(text, key)
        if (read === undefined || state.mode === 'quit') return
        state = pressKey(state, read, terminal.sign())
        saver.keep(state.session.decisions)
        if (state.mode === 'quit') resolve()
        else draw()
      }
      input.on('keypress', onKey)
      input.on('end', resolve)
      saver.onError(resolve)
      output.on('resize', draw)
      draw()
      input.resume()
    })
  } finally {
    input.removeAllListeners('keypress')
    output.removeListener('resize', draw)
    input.setRawMode(false)
    input.pause()
    if (canMove) output.write(codes.leave)
  }
  await saver.end()
  return state
}

function drawOn(state: TerminalState, {output, style, canMove}: Terminal): void {
  // A terminal that does not tell its size is taken for the usual one.
  const {columns = 80, rows = 24} = output
  const {lines, cursor} = drawScreen(state, {columns, rows, style})
  if (!canMove) {
    output.write(`${lines.join('\n')}\n`)
    return
  }
  // Cleared first: behind a line as wide as the terminal the cursor stands on its last character.
  const text = lines.map((line) => codes.clearLine + line).join('\r\n')
  const end = cursor ? `\u001b[${cursor.row + 1};${cursor.column + 1}H${codes.showCursor}` : codes.hideCursor
  output.write(`${codes.home}${text}${lines.length < rows ? `\r\n${codes.clearRest}` : ''}${end}`)
}

/** Saves the newest decisions, one save after the other, and leaves out those in between. */
function createSaver({save}: Terminal, saved: readonly Decision[]) {
  let newest = saved
  let written = saved
  let failure: {readonly error: unknown} | undefined
  let running: Promise<void> | undefined
  let tell = () => {}
  const run = async () => {
    try {
      while (written !== newest) {
        const next = newest
        await save(next)
        written = next
      }
    } catch (error) {
      failure = {error}
      tell()
    } finally {
      running = undefined
    }
  }
  return {
    keep(decisions: readonly Decision[]): void {
      newest = decisions
      if (failure === undefined && written !== newest) running ??= run()
    },
    onError(listener: () => void): void {
      tell = listener
    },
    async end(): Promise<void> {
      await running
      if (failure !== undefined) throw failure.error
    }
  }
}
