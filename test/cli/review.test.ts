// A review in a real terminal: tmux runs the built program, keys go in, the screen is read.
import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {names} from './names.js'
import {run} from './run.js'

const bin = path.resolve(import.meta.dirname, '../../dist/bin.js')
const hasTmux = spawnSync('tmux', ['-V']).status === 0
// What CI runs installs tmux, so that there it is never left out silently.
const inTerminal = test.skipIf(!hasTmux && !process.env.CI)

const files = {
  'names.yaml': names,
  'a.md': '# 新闻 😀\r\n\r\nThe company Beanbag raised money.\r\n\r\nThen the company Beanbag spent it.\r\n',
  'b.md': 'A company called Beanbag grew.\n'
}

let servers = 0

/** A terminal with a review in it. */
function openTerminal({
  columns = 80,
  rows = 24,
  env = {},
  args = [] as readonly string[],
  cwd = makeFolder(files)
} = {}) {
  const server = `nameright-${process.pid}-${servers++}`
  const tmux = (...words: readonly string[]) =>
    execFileSync('tmux', ['-L', server, '-f', '/dev/null', ...words], {encoding: 'utf8'})
  const command = [process.execPath, bin, 'review', 'a.md', 'b.md', '--glossary', 'names.yaml', ...args]
  const set = Object.entries({LC_ALL: 'C.UTF-8', ...env}).flatMap(([name, value]) => [
    '-e',
    `${name}=${value}`
  ])
  const shell = `${command.map((word) => `'${word}'`).join(' ')}; echo "exit code $?"; sleep 60`
  tmux(
    '-u',
    'new-session',
    '-d',
    '-x',
    String(columns),
    '-y',
    String(rows),
    '-c',
    cwd,
    ...set,
    'sh',
    '-c',
    shell
  )
  onTestFinished(() => void spawnSync('tmux', ['-L', server, 'kill-server']))
  const screen = (...more: readonly string[]) => tmux('capture-pane', '-p', ...more).trimEnd()
  return {
    cwd,
    screen,
    /** Press keys by their names in tmux. */
    press: (...keys: readonly string[]) => tmux('send-keys', ...keys),
    resize: (width: number, height: number) =>
      tmux('resize-window', '-x', String(width), '-y', String(height)),
    /** Wait until the screen shows something. */
    see: (text: string) => expect.poll(() => screen(), {timeout: 15_000, interval: 50}).toContain(text)
  }
}

function decisionsIn(cwd: string): Record<string, unknown>[] {
  const file = path.join(cwd, '.nameright/decisions.jsonl')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return lines.map((line) => JSON.parse(line))
}

inTerminal('every question is asked once, and fix writes what was decided', async () => {
  const {press, see, screen, cwd} = openTerminal({args: ['--by', 'Ada']})
  await see('1 of 3, file 1 of 2  a.md:3:13')
  expect(screen()).toContain('The company Beanbag Doubao raised money.')
  expect(screen()).toContain('doubao')
  expect(screen()).toMatch(/confidence \d+ %/)
  press('y')
  await see('2 of 3')
  press('n')
  await see('3 of 3, file 2 of 2  b.md:1:18')
  press('e')
  await see('Enter take this text')
  press('C-u', '豆包 App', 'Enter')
  await see('Nothing is left to decide: 2 accepted, 1 left as they are')
  press('q')
  await see('exit code 0')
  expect(decisionsIn(cwd)).toEqual([
    expect.objectContaining({verdict: 'accept', before: 'The company', file: 'a.md'}),
    expect.objectContaining({verdict: 'reject', before: 'Then the company', file: 'a.md'}),
    expect.objectContaining({verdict: 'accept', replacement: '豆包 App', file: 'b.md', by: 'Ada'})
  ])
  const {code} = await run(['fix', '.', '--glossary', 'names.yaml'], {cwd})
  expect(code).toBe(0)
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(
    '# 新闻 😀\r\n\r\nThe company Doubao raised money.\r\n\r\nThen the company Beanbag spent it.\r\n'
  )
  expect(readFileSync(path.join(cwd, 'b.md'), 'utf8')).toBe('A company called 豆包 App grew.\n')
})

inTerminal(
  'a review goes on where it stopped, and a second one of unchanged articles asks nothing',
  async () => {
    const first = openTerminal()
    await first.see('1 of 3')
    first.press('y', 'u', 'n')
    await first.see('2 of 3')
    first.press('q')
    await first.see('exit code 1')
    expect(first.screen()).toContain('0 accepted, 1 left as they are, 2 questions left.')
    const second = openTerminal({cwd: first.cwd})
    await second.see('2 of 3')
    second.press('d')
    await second.see('Nothing is left')
    second.press('q')
    await second.see('exit code 0')
    const third = openTerminal({cwd: first.cwd})
    await third.see('Nothing to decide in 2 files')
    await third.see('exit code 0')
  }
)

inTerminal('whoever quits without an answer is not sent to decisions that are not there', async () => {
  const {press, see, screen} = openTerminal()
  await see('1 of 3')
  press('q')
  await see('exit code 1')
  expect(screen()).toContain('0 accepted, 0 left as they are, 3 questions left.')
  expect(screen()).not.toContain('Decisions are in')
})

inTerminal('all like it are settled by one key, and undone by another', async () => {
  const {press, see, cwd} = openTerminal()
  await see('all in this file (2)  d all everywhere (3)')
  press('a')
  await see('3 of 3')
  await expect.poll(() => decisionsIn(cwd)).toEqual([expect.objectContaining({scope: 'file', file: 'a.md'})])
  press('u')
  await see('1 of 3')
  await expect.poll(() => decisionsIn(cwd)).toEqual([])
})

inTerminal('colours only where they are wanted', async () => {
  const colours = openTerminal()
  await colours.see('1 of 3')
  expect(colours.screen('-e')).toContain('\u001b[9m')
  const plain = openTerminal({env: {NO_COLOR: '1'}})
  await plain.see('[-Beanbag-]{+Doubao+}')
  expect(plain.screen('-e')).not.toContain('\u001b[')
})

inTerminal('a narrow terminal, and one that changes its size', async () => {
  const {press, see, resize, screen} = openTerminal({columns: 30, rows: 12})
  await see('1 of 3')
  expect(screen()).toContain('y n a d e s u q ?')
  resize(80, 24)
  await see('y yes  n no')
  press('?')
  await see('Any key goes back.')
  press('x')
  await see('y yes  n no')
})

inTerminal('Ctrl-C ends the review and keeps what was decided', async () => {
  const {press, see, cwd} = openTerminal()
  await see('1 of 3')
  press('y')
  await see('2 of 3')
  press('C-c')
  await see('exit code 1')
  expect(decisionsIn(cwd)).toHaveLength(1)
})

inTerminal('wrong lines in the decisions are told, and nothing is overwritten', async () => {
  const broken = '{"rule":"doubao"}\n'
  const {see, cwd} = openTerminal({cwd: makeFolder({...files, '.nameright/decisions.jsonl': broken})})
  await see('decisions.jsonl:1:1 error: `text` is missing')
  await see('exit code 2')
  expect(readFileSync(path.join(cwd, '.nameright/decisions.jsonl'), 'utf8')).toBe(broken)
})

test.each([
  {name: 'without a terminal', args: ['a.md'], isTTY: false, message: /needs a terminal.*nameright check/},
  {name: 'with a terminal for output only', args: ['a.md'], isTTY: true, message: /needs a terminal/}
])('$name a review refuses politely', async ({args, isTTY, message}) => {
  const cwd = makeFolder(files)
  const {code, stdout, stderr} = await run(['review', ...args, '--glossary', 'names.yaml'], {cwd, isTTY})
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(message)
})
