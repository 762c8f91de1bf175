// `fix --jsonl` as a real process: order, bounded memory, and under GNU parallel as the readme says.
import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {names} from './names.js'
import {bin, run, runProcess} from './run.js'

const use = ['--glossary', 'names.yaml']
const before = (id: number) => ({id, text: `The company Yuezhi Anmian raised ${id} million.`})
const after = (id: number) => ({id, text: `The company Moonshot AI raised ${id} million.`})
const toLines = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')
const fromLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const numbers = (count: number) => Array.from({length: count}, (_, index) => index)

test('records are answered in order, bad ones among them, and the exit code is 0', async () => {
  const cwd = makeFolder({'names.yaml': names})
  const input = `${JSON.stringify(before(0))}\n{oops\n{"id": 2}\n${JSON.stringify(before(3))}`
  const {code, stdout, stderr} = await runProcess(['fix', '--jsonl', ...use], {cwd, input})
  expect(fromLines(stdout)).toMatchObject([
    {...after(0), findings: [{entry: 'moonshot-ai', start: 12, status: 'fix'}]},
    {line: 2, error: expect.stringContaining('not valid JSON')},
    {id: 2, error: expect.stringContaining('no `text`')},
    after(3)
  ])
  expect([code, stderr]).toEqual([0, ''])
})

test.each([
  {name: 'the ending of the id tells the format', args: [], id: 'a.txt', isMended: true},
  {name: 'without one it is Markdown', args: [], id: 'a', isMended: false},
  {name: '--stdin-path tells it for all', args: ['--stdin-path', 'x.txt'], id: 'a.md', isMended: true}
])('$name', async ({args, id, isMended}) => {
  const cwd = makeFolder({'names.yaml': names})
  const input = JSON.stringify({key: id, body: 'The company `Yuezhi Anmian` left.'})
  const all = ['fix', '--jsonl', '--field', 'body', '--id', 'key', ...args, ...use]
  const {stdout} = await run(all, {cwd, input})
  expect(JSON.parse(stdout).body.includes('Moonshot AI')).toBe(isMended)
})

test.each([
  {
    name: 'a path',
    args: ['a.md'],
    says: 'nameright: --jsonl reads standard input: write nameright fix --jsonl < records.jsonl\n'
  },
  {name: '--output', args: ['-o', 'x'], says: /cannot be used with option/u},
  {name: 'a wrong glossary', args: ['-g', 'gone.yaml'], says: 'nameright: gone.yaml: there is no such file\n'}
])('$name is refused with exit code 2', async ({args, says}) => {
  const {code, stderr, stdout} = await run(['fix', '--jsonl', ...args], {cwd: makeFolder()})
  expect(stderr).toMatch(says)
  expect([code, stdout]).toEqual([2, ''])
})

test('10,000 records in order: nothing is read ahead of a reader that waits, and memory is bounded', async () => {
  const count = 10_000
  const cwd = makeFolder({'names.yaml': names})
  const child = spawn(process.execPath, ['--max-old-space-size=64', bin, 'fix', '--jsonl', ...use], {cwd})
  // 40 MB in all: more than the heap and the pipes can hold together with the answers.
  const padding = 'x'.repeat(4000)
  let sent = 0
  const send = () => {
    while (sent < count) {
      const record = sent % 20 === 0 ? before(sent) : {id: sent, text: 'The chair is soft.'}
      sent += 1
      if (!child.stdin.write(`${JSON.stringify({...record, padding})}\n`)) return
    }
    child.stdin.end()
  }
  child.stdin.on('drain', send)
  send()
  await wait(1500)
  expect(sent).toBeLessThan(count / 4)
  let text = ''
  const ids: number[] = []
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const lines = (text + chunk).split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) {
      const {id, text: mended} = JSON.parse(line)
      ids.push(id)
      if (id % 20 === 0) expect(mended).toBe(after(id).text)
    }
  }
  expect(ids).toEqual(numbers(count))
})

const readme = readFileSync(new URL('../../src/records/readme.md', import.meta.url), 'utf8')

test('the first example of the readme', async () => {
  const [, input = '', output = ''] =
    /^\$ echo '(.+)' \| nameright fix --jsonl\n(.+?), …/mu.exec(readme) ?? []
  const {stdout} = await runProcess(['fix', '--jsonl'], {cwd: makeFolder(), input})
  expect(output).toContain('"findings":[{')
  expect(stdout.startsWith(output)).toBe(true)
})

// Continuous integration installs it; elsewhere it may be missing.
const hasParallel = spawnSync('parallel', ['--version']).status === 0

test.runIf(hasParallel || process.env.CI)("the readme's example with GNU parallel", async () => {
  const commands = [...readme.matchAll(/^```bash\n(.+?)^```/gmsu)].map(([, code]) => code)
  expect(commands.join('')).toContain('parallel --pipe')
  const cwd = makeFolder({
    'names.yaml': names,
    'nameright.config.yaml': 'packs: []\nglossaries: [names.yaml]\n',
    nameright: `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`
  })
  chmodSync(path.join(cwd, 'nameright'), 0o755)
  // Over several blocks of 1 MB.
  const padding = 'x'.repeat(1000)
  const records = numbers(2500).map((id) => ({
    ...(id % 10 === 0 ? before(id) : {id, text: 'The chair is soft.'}),
    padding
  }))
  const doubtful = {id: 'd', text: 'The company Beanbag raised money.'}
  writeFileSync(path.join(cwd, 'articles.jsonl'), `${toLines([...records, doubtful])}oops\n`)
  const {status, stderr} = spawnSync('bash', ['-euc', commands.join('')], {
    cwd,
    encoding: 'utf8',
    env: {...process.env, HOME: cwd, PATH: `${cwd}:${process.env.PATH}`}
  })
  expect([status, stderr]).toEqual([0, ''])
  const read = (name: string) => fromLines(readFileSync(path.join(cwd, name), 'utf8'))
  const mended = read('mended.jsonl')
  expect(mended.slice(0, -1).map(({id}) => id)).toEqual([...numbers(2500), 'd'])
  expect(mended.filter(({text}) => text?.includes('Moonshot AI'))).toHaveLength(250)
  expect(read('bad.jsonl')).toMatchObject([{error: expect.stringContaining('not valid JSON')}])
  expect(read('doubtful.jsonl')).toMatchObject([doubtful])
})
