import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {decisionsName} from '../../src/disk/decisions-file.js'
import type {Decision} from '../../src/model.js'
import {makeFolder} from '../disk/folder.js'
import {names} from './names.js'
import {run} from './run.js'

const files = {
  'names.yaml': names,
  'a.md': '# 新闻 😀\r\n\r\nThe company Beanbag raised money.\r\n\r\nThen the company Beanbag spent it.\r\n',
  'b.md': 'A company called Beanbag grew.\n'
}
const about: Decision = {
  rule: 'doubao',
  text: 'Beanbag',
  before: '',
  after: '',
  verdict: 'accept',
  replacement: 'Doubao',
  scope: 'everywhere'
}
const first: Decision = {...about, scope: 'here', file: 'a.md', before: 'The company', after: 'raised money.'}
const linesOf = (decisions: readonly object[]) =>
  decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('')

function start(decisions: readonly object[] = [], more: Readonly<Record<string, string>> = {}) {
  const cwd = makeFolder({
    ...files,
    ...(decisions.length > 0 && {[decisionsName]: linesOf(decisions)}),
    ...more
  })
  const use = ['--glossary', 'names.yaml']
  return {
    cwd,
    run: (...args: string[]) => run([...args, ...use], {cwd}),
    runIn: (folder: string, ...args: string[]) =>
      run([...args, '--glossary', path.join(cwd, 'names.yaml')], {cwd: path.join(cwd, folder)}),
    read: (name: string) => readFileSync(path.join(cwd, name), 'utf8'),
    decisions: (): Decision[] =>
      existsSync(path.join(cwd, decisionsName))
        ? readFileSync(path.join(cwd, decisionsName), 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line))
        : []
  }
}

test('check, diff and fix honour decisions', async () => {
  const {run, read} = start([first, {...about, verdict: 'reject', scope: 'file', file: 'b.md'}])
  const check = await run('check', '--format', 'json', 'a.md', 'b.md')
  const findings = JSON.parse(check.stdout).files.flatMap((file: {findings: unknown[]}) => file.findings)
  expect(findings).toEqual([
    expect.objectContaining({status: 'fix', line: 3}),
    expect.objectContaining({status: 'propose', line: 5})
  ])
  const diff = await run('diff', 'a.md')
  expect(diff.stdout).toContain('[-Beanbag-]{+Doubao+} raised')
  expect((await run('fix', 'a.md', 'b.md')).code).toBe(1)
  expect(read('a.md')).toBe(files['a.md'].replace('Beanbag raised', 'Doubao raised'))
  expect(read('b.md')).toBe(files['b.md'])
})

test('decisions are found from a folder below, and texts are named from above', async () => {
  const {runIn} = start([{...first, file: 'posts/c.md'}], {
    'posts/c.md': 'The company Beanbag raised money.\n'
  })
  expect((await runIn('posts', 'check', 'c.md')).stdout).toContain('accepted it')
})

test('another file of decisions, or none', async () => {
  const {run} = start([first], {'mine.jsonl': linesOf([{...about, verdict: 'reject'}])})
  expect((await run('check', 'a.md', 'b.md', '--decisions', 'mine.jsonl')).code).toBe(0)
  expect((await run('check', 'a.md', '--no-decisions')).stdout).not.toContain('fix')
})

test('a wrong line stops with its place', async () => {
  const {run, read} = start([first, {rule: 'doubao'}])
  const {code, stdout, stderr} = await run('fix', 'a.md')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`${decisionsName}:2:1 error: \`text\` is missing`)
  expect(read('a.md')).toBe(files['a.md'])
})

test('a renamed article keeps its decisions', async () => {
  const {run, cwd} = start([first])
  renameSync(path.join(cwd, 'a.md'), path.join(cwd, 'renamed.md'))
  expect((await run('check', 'renamed.md')).stdout).toContain('accepted it')
})

const everyKind: Decision[] = [
  first,
  about,
  {...first, before: 'A company', after: 'sank.'},
  {...first, file: 'gone.md', before: 'Nobody', after: 'knows.'},
  {...first, rule: 'no-such-entry'},
  {...first, before: 'Then the company', after: 'slept.', replacement: 'Doubao'}
]

test('decisions are listed with what they are good for', async () => {
  const {run} = start(everyKind, {'c.md': 'Then the company Doubao slept. 😀\n'})
  const {code, stdout} = await run('decisions')
  expect(code).toBe(1)
  expect(stdout.replace(/ {2,}/gu, '  ')).toMatchInlineSnapshot(`
    "used  doubao: "Beanbag" → "Doubao"  everywhere  3 places
    stale  doubao: "Beanbag" → "Doubao"  a.md: A company […] sank.  the sentence is not there any more
    used  doubao: "Beanbag" → "Doubao"  a.md: The company […] raised money.
    stale  doubao: "Beanbag" → "Doubao"  a.md: Then the company […] slept.  the sentence is not there any more
    stale  doubao: "Beanbag" → "Doubao"  gone.md: Nobody […] knows.  the sentence is nowhere any more
    stale  no-such-entry: "Beanbag" → "Doubao"  a.md: The company […] raised money.  there is no entry \`no-such-entry\` any more
    6 decisions in .nameright/decisions.jsonl: 2 used, 4 stale
    "
  `)
})

test('stale ones are dropped, and nothing else', async () => {
  const {run, decisions} = start(everyKind)
  const {code, stderr} = await run('decisions', '--prune')
  expect([code, stderr]).toEqual([0, expect.stringContaining('4 dropped')])
  expect(decisions()).toEqual([expect.objectContaining({scope: 'everywhere'}), first])
  expect((await run('decisions', '--stale')).code).toBe(0)
})

test('what was written is kept: the sentence stands as it was decided', async () => {
  const {run} = start([first])
  await run('fix', 'a.md')
  const {stdout, code} = await run('decisions', '--format', 'json')
  expect([JSON.parse(stdout).decisions[0].state, code]).toEqual(['written', 0])
})

test('with some texts only, what is about others is not stale', async () => {
  const {run, decisions} = start([
    {...first, file: 'gone.md'},
    {...about, scope: 'file', file: 'a.md'}
  ])
  expect((await run('decisions', '--prune', 'b.md')).code).toBe(0)
  expect(decisions()).toHaveLength(2)
})

test('when a text cannot be read nothing is dropped', async () => {
  const {run, decisions, cwd} = start([{...first, after: 'sank.'}])
  writeFileSync(path.join(cwd, 'c.md'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]))
  expect((await run('decisions', '--prune')).code).toBe(2)
  expect(decisions()).toHaveLength(1)
})

test('where there are none, that is said', async () => {
  expect((await start().run('decisions')).stdout).toBe(`No decisions in ${decisionsName}\n`)
})

test('a file of decisions is taken as far as it fits', async () => {
  const sent = linesOf([
    first,
    {...about, scope: 'file', file: 'b.md', verdict: 'reject', replacement: undefined},
    {...first, after: 'sank.'},
    {...first, file: 'gone.md', before: 'Nobody'}
  ])
  const {run, decisions} = start([], {'sent.jsonl': sent})
  const {code, stdout} = await run('apply', 'sent.jsonl')
  expect(code).toBe(1)
  expect(stdout).toContain('the sentence is not there any more')
  expect(stdout).toContain('there is no such file')
  expect(stdout).toContain(`2 taken, 2 left out, because they fit no longer: ${decisionsName}`)
  expect(decisions()).toHaveLength(2)
  expect((await run('check', 'b.md')).code).toBe(0)
})

test('taking the same file twice changes nothing', async () => {
  const {run, read} = start([], {'sent.jsonl': linesOf([first])})
  await run('apply', 'sent.jsonl')
  const once = read(decisionsName)
  const {code, stdout} = await run('apply', 'sent.jsonl')
  expect([code, stdout]).toEqual([0, `0 taken: ${decisionsName}\n`])
  expect(read(decisionsName)).toBe(once)
})

test('of two words on the same place the newer one counts', async () => {
  const at = (day: number) => ({at: `2026-01-0${day}T00:00:00Z`})
  const sent = [
    {...first, ...at(1), verdict: 'reject'},
    {...about, scope: 'file', file: 'b.md', ...at(3)}
  ]
  const known = [
    {...first, ...at(2)},
    {...about, scope: 'file', file: 'b.md', verdict: 'reject', ...at(2)}
  ]
  const {run, decisions} = start(known, {'sent.jsonl': linesOf(sent)})
  const {stdout} = await run('apply', 'sent.jsonl')
  expect(stdout).toContain(
    '1 taken, 1 of them instead of an earlier word, 1 left out, because a newer word is there'
  )
  expect(decisions().map(({verdict}) => verdict)).toEqual(['accept', 'accept'])
})

test('a wrong line in the file that was sent takes nothing', async () => {
  const {run, decisions} = start([], {'sent.jsonl': `${linesOf([first])}oops\n`})
  const {code, stderr} = await run('apply', 'sent.jsonl')
  expect([code, decisions()]).toEqual([2, []])
  expect(stderr).toContain('sent.jsonl:2:1 error: this is not JSON')
})

test('a trial run writes nothing', async () => {
  const {run, decisions} = start([], {'sent.jsonl': linesOf([first])})
  expect((await run('apply', '--dry-run', 'sent.jsonl')).stdout).toContain('1 taken')
  expect(decisions()).toEqual([])
})
