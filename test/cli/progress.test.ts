import {expect, test} from 'vitest'
import {createContext} from '../../src/cli/context.js'
import {createProgress} from '../../src/cli/progress.js'

interface Run {
  readonly stepMs?: number
  readonly isTTY?: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly quiet?: boolean
  readonly total?: number
}

/** A run over texts of 50 kB with a finding each, so many ms apart; what is written to stderr. */
function show({stepMs = 10, isTTY = false, env = {}, quiet = false, total = 100}: Run) {
  let told = ''
  let clock = 1000
  const stderr = {
    isTTY,
    write: (text: string) => {
      told += text
    }
  }
  const stdin = (async function* () {})()
  const context = createContext({openStdin: () => stdin, stdout: {write: () => {}}, stderr, cwd: '/', env})
  const progress = createProgress({total, quiet, now: () => clock}, context)
  for (let step = 0; step < total; step += 1) {
    clock += stepMs
    progress.advance({bytes: 50_000, findings: 1})
    if (step === 50) context.tell('a.md: is binary')
  }
  progress.finish()
  return told
}

const clear = '\r\u001b[K'

test('a terminal has one line that is redrawn, and messages stand above it', () => {
  const told = show({isTTY: true})
  const lines = told.split('\r')
  expect(lines[1]).toBe('40 of 100 files, 5.0 MB/s, 40 findings, 0.6 s left\u001b[K')
  expect(lines).toHaveLength(10)
  expect(told).toContain(
    `50 of 100 files, 5.0 MB/s, 50 findings, 0.5 s left\u001b[K${clear}a.md: is binary\n\r60 of 100`
  )
  expect(told.endsWith(`${clear}nameright: 100 files in 1.0 s, 5.0 MB/s\n`)).toBe(true)
})

test('continuous integration gets a plain line now and then', () => {
  const told = show({env: {CI: 'true'}, stepMs: 1000, total: 1500})
  const lines = told.split('\n')
  expect(lines[0]).toBe('nameright: 10 of 1,500 files, 0.1 MB/s, 10 findings, 24 min 50 s left')
  expect(lines[1]).toBe('nameright: 20 of 1,500 files, 0.1 MB/s, 20 findings, 24 min 40 s left')
  expect(lines.at(-2)).toBe('nameright: 1,500 files in 25 min 00 s, 0.1 MB/s')
  expect(told).not.toContain('\u001b')
})

test.each([
  {name: 'a pipe', how: {stepMs: 1000}},
  {name: 'a dumb terminal', how: {isTTY: true, env: {TERM: 'dumb'}, stepMs: 1000}},
  {name: '--quiet', how: {isTTY: true, quiet: true, stepMs: 1000}},
  {name: 'a run that is over at once', how: {isTTY: true, stepMs: 1}},
  {name: 'a short run in continuous integration', how: {env: {CI: '1'}, stepMs: 50}},
  {name: 'CI=false in a pipe', how: {env: {CI: 'false'}, stepMs: 1000}}
])('$name hears nothing', ({how}) => {
  expect(show(how)).toBe('a.md: is binary\n')
})

test('one text alone has no progress', () => {
  expect(show({isTTY: true, total: 1, stepMs: 5000})).toBe('')
})
