import {EventEmitter} from 'node:events'
import {PassThrough} from 'node:stream'
import {expect, test} from 'vitest'
import type {Decision} from '../../../src/model.js'
import {plainStyle} from '../../../src/report/style.js'
import {runTerminal} from '../../../src/review/terminal/run.js'
import {startTerminal} from '../../../src/review/terminal/state.js'
import {reviewOf} from '../make.js'

const texts = {'a.md': 'The app Beanbag grew.\n', 'b.md': 'Then Beanbag fell.\n'}

/** A terminal made of streams. */
function makeTerminal(save: (decisions: readonly Decision[]) => Promise<void>) {
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), {
    setRawMode(mode: boolean) {
      modes.push(mode)
      return input as never
    }
  })
  let written = ''
  const output = Object.assign(new EventEmitter(), {
    columns: 80,
    rows: 24,
    write: (text: string) => {
      written += text
      return true
    }
  })
  const terminal = {input, output, style: plainStyle, canMove: true, save, sign: () => ({by: 'Ada'})}
  return {terminal, input, output, modes, written: () => written}
}

test('answers are saved, and the terminal is left as it was', async () => {
  const saved: number[] = []
  const {terminal, input, modes, written} = makeTerminal(async ({length}) => {
    saved.push(length)
  })
  const end = runTerminal(startTerminal(reviewOf(texts)), terminal)
  input.write('ynq')
  const {session} = await end
  expect(session.statuses.map(({state}) => state)).toEqual(['accepted', 'rejected'])
  expect(saved.at(-1)).toBe(2)
  expect(modes).toEqual([true, false])
  expect(written().endsWith('\u001b[?1049l')).toBe(true)
})

test('saves follow one another, the newest last', async () => {
  let running = 0
  const saved: number[] = []
  const {terminal, input} = makeTerminal(async ({length}) => {
    expect(running++).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
    saved.push(length)
  })
  const end = runTerminal(startTerminal(reviewOf(texts)), terminal)
  input.write('yynuuyyq')
  await end
  expect(saved.at(-1)).toBe(2)
})

test('what cannot be saved ends the review with the reason, in a usable terminal', async () => {
  const {terminal, input, modes} = makeTerminal(() => Promise.reject(new Error('no space left')))
  const end = runTerminal(startTerminal(reviewOf(texts)), terminal)
  input.write('y')
  await expect(end).rejects.toThrow('no space left')
  expect(modes).toEqual([true, false])
})

test('a terminal that goes away ends the review', async () => {
  const {terminal, input} = makeTerminal(async () => {})
  const end = runTerminal(startTerminal(reviewOf(texts)), terminal)
  input.end('y')
  expect((await end).session.decisions).toHaveLength(1)
})

test('another size is drawn at once', async () => {
  const {terminal, input, output, written} = makeTerminal(async () => {})
  const end = runTerminal(startTerminal(reviewOf(texts)), terminal)
  const before = written().length
  output.columns = 20
  output.emit('resize')
  expect(written().slice(before)).toContain('The app')
  input.write('q')
  await end
})

test('a terminal that knows nothing but lines gets no codes', async () => {
  const {terminal, input, written} = makeTerminal(async () => {})
  const end = runTerminal(startTerminal(reviewOf(texts)), {...terminal, canMove: false})
  input.write('yq')
  await end
  expect(written()).not.toContain('\u001b')
})
