// Runs as processes: threads, a cache, undo. Runs that come to an early end: kill.test.ts, kill-disk.test.ts.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

const command = path.resolve(import.meta.dirname, '../../dist/bin.js')
const before = 'The app Beanbag grew.\n\nAnd so did Beanbag, it says.\n'
const after = 'The app Doubao grew.\n\nAnd so did Doubao, it says.\n'
const fileCount = 320
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'nameright-batch-'))
  const glossary =
    'entries:\n  - {id: doubao, term: Doubao, mistranslations: [{text: Beanbag, ordinary: never}]}\n'
  writeFileSync(path.join(folder, 'glossary.yaml'), glossary)
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

function fill(): void {
  for (let index = 0; index < fileCount; index++) writeFileSync(path.join(folder, `${index}.md`), before)
}

function readAll(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
}

function nameright(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, ...env}
  })
  return {status, stdout, stderr}
}

const fix = ['fix', '-g', 'glossary.yaml', '.']

test('any number of threads gives the same, in the same order', () => {
  const runs = ['1', '2', '4'].map((jobs) => {
    fill()
    return {...nameright([...fix, '--jobs', jobs]), texts: readAll()}
  })
  expect(runs[0]).toMatchObject({status: 0, stderr: ''})
  expect(new Set(runs[0]!.texts)).toEqual(new Set([after]))
  for (const run of runs) expect(run).toEqual(runs[0])
})

test('check spreads files over threads as well, and lists them in the same order', () => {
  fill()
  const runs = ['1', '2'].map((jobs) =>
    nameright(['check', '--format', 'json', '-g', 'glossary.yaml', '.', '--jobs', jobs])
  )
  expect(runs[0]).toMatchObject({status: 1, stderr: ''})
  expect(JSON.parse(runs[0]!.stdout).files).toHaveLength(fileCount)
  expect(runs[1]).toEqual(runs[0])
})

test('threads share a glossary that is kept compiled, and a damaged one is compiled anew', () => {
  const cache = path.join(folder, 'cache')
  const others = Array.from(
    {length: 1500},
    (_, index) => `  - {id: other-${index}, term: Other ${index}, mistranslations: [Wrong other ${index}]}\n`
  )
  const large = readFileSync(path.join(folder, 'glossary.yaml'), 'utf8') + others.join('')
  writeFileSync(path.join(folder, 'large.yaml'), large.padEnd(100_000, '\n'))
  const run = () => {
    fill()
    const args = ['fix', '-g', 'large.yaml', '.', '--jobs', '2']
    return {...nameright(args, {XDG_CACHE_HOME: cache}), texts: new Set(readAll())}
  }
  const first = run()
  expect(first).toMatchObject({status: 0, stderr: '', texts: new Set([after])})
  const [kept] = readdirSync(path.join(cache, 'nameright'))
  const file = path.join(cache, 'nameright', kept!)
  expect(run()).toEqual(first)
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(file, bytes)
  expect(run()).toEqual(first)
  expect(readFileSync(file).equals(bytes)).toBe(false)
})

test('undo restores what threads have written, and says what it cannot', () => {
  fill()
  nameright([...fix, '--jobs', '2'])
  writeFileSync(path.join(folder, '7.md'), 'Mine.\n')
  const undone = nameright(['undo'])
  expect(undone).toMatchObject({status: 2, stdout: `Restored ${fileCount - 1} files\n`})
  expect(undone.stderr).toContain('7.md: changed since')
  expect(new Set(readAll())).toEqual(new Set([before, 'Mine.\n']))
})

test('with --cache what nobody has touched is not looked at again', () => {
  fill()
  const first = nameright([...fix, '--cache'])
  expect(first.stdout).toContain(`Changed ${fileCount} of ${fileCount} files`)
  writeFileSync(path.join(folder, '3.md'), before)
  expect(nameright([...fix, '--cache']).stdout).toContain(`Changed 1 of ${fileCount} files`)
  expect(nameright([...fix, '--cache'])).toMatchObject({status: 0, stderr: ''})
})
