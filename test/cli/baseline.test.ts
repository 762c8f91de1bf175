import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {names} from './names.js'
import {run} from './run.js'

const old = 'The company Beanbag raised money. It makes Beanbag Pro, and Yuezhi Anmian knows.\n'
const files = {
  'nameright.config.yaml': 'packs: []\nglossaries: [names.yaml]\npaths: [posts]\n',
  'names.yaml': names,
  'posts/a.md': old,
  'posts/b.md': 'The company Beanbag left.\n'
}

function start(more: Readonly<Record<string, string>> = {}) {
  const cwd = makeFolder({...files, ...more})
  return {
    cwd,
    write: (name: string, text: string) => writeFileSync(path.join(cwd, name), text),
    read: (name: string) => readFileSync(path.join(cwd, name), 'utf8'),
    check: (...args: string[]) => run(['check', '--baseline', 'old.jsonl', ...args], {cwd}),
    cwdOf: (folder: string) => path.join(cwd, folder)
  }
}

test('what is found today is accepted, what is new fails', async () => {
  const {check, write} = start()
  expect(await check('--write-baseline')).toEqual({
    code: 0,
    stdout: 'old.jsonl: accepts 4 findings of today in 2 texts\n',
    stderr: ''
  })
  expect((await check()).code).toBe(0)
  write('posts/a.md', `# New\n\nNobody knows. ${old}\nYet the Beanbag app is loved.\n`)
  const {code, stdout} = await check('--format', 'json')
  expect(code).toBe(1)
  const found = JSON.parse(stdout).files.flatMap(({findings}: {findings: {line: number}[]}) => findings)
  expect(found).toMatchObject([{line: 5, original: 'Beanbag'}])
})

test('the list of all findings says who accepted them', async () => {
  const {check} = start()
  await check('--write-baseline')
  const {stdout} = await check('--all', '--format', 'json', 'posts/b.md')
  const [{status, reasons}] = JSON.parse(stdout).files[0].findings
  expect([status, reasons[0]]).toEqual(['keep', 'the baseline rejected it'])
})

test('without --baseline, and for fix, it changes nothing', async () => {
  const {check, cwd, read} = start()
  await check('--write-baseline')
  expect((await run(['check'], {cwd})).code).toBe(1)
  await run(['fix'], {cwd})
  expect(read('posts/a.md')).toBe(old.replace('Yuezhi Anmian', 'Moonshot AI'))
})

test('it is written anew for the texts that are looked at, and forgets those that are gone', async () => {
  const {check, write, read, cwd} = start({'posts/c.md': 'The company Beanbag grew.\n'})
  await check('--write-baseline')
  rmSync(path.join(cwd, 'posts/c.md'))
  write('posts/a.md', 'Nothing is here.\n')
  await check('--write-baseline', 'posts/a.md')
  const lines = read('old.jsonl').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).file)).toEqual(['posts/b.md'])
})

test('an article that is renamed, or looked at from another folder, keeps what was accepted', async () => {
  const {check, cwd} = start()
  await check('--write-baseline')
  renameSync(path.join(cwd, 'posts/b.md'), path.join(cwd, 'posts/renamed.md'))
  expect((await check()).code).toBe(0)
  const args = ['check', '--baseline', '../old.jsonl', '.']
  expect((await run(args, {cwd: path.join(cwd, 'posts')})).code).toBe(0)
})

test('what an editor has decided is not in it, and outranks it', async () => {
  const {check, write, read, cwd} = start()
  await check('--write-baseline')
  mkdirSync(path.join(cwd, '.nameright'))
  const decision = {rule: 'doubao', text: 'Beanbag', verdict: 'accept', scope: 'everywhere'}
  write('.nameright/decisions.jsonl', `${JSON.stringify(decision)}\n`)
  const {code, stdout} = await check('--format', 'json', 'posts/b.md')
  expect([code, JSON.parse(stdout).files[0].findings[0].status]).toEqual([1, 'fix'])
  await check('--write-baseline')
  expect(read('old.jsonl')).not.toContain('doubao')
})

test.each([
  {
    name: 'no file',
    args: ['--write-baseline'],
    says: '--write-baseline needs --baseline FILE, which it writes'
  },
  {
    name: 'a missing one',
    args: ['--baseline', 'old.jsonl'],
    says: 'old.jsonl: there is no such baseline; --write-baseline writes it'
  }
])('$name is told', async ({args, says}) => {
  const outcome = await run(['check', ...args], {cwd: makeFolder(files)})
  expect(outcome).toEqual({code: 2, stdout: '', stderr: `nameright: ${says}\n`})
})

test('a wrong line is told at its place', async () => {
  const {code, stderr} = await start({'old.jsonl': '{}\n'}).check()
  expect([code, stderr]).toEqual([
    2,
    'old.jsonl:1:1 error: `rule` is missing\nnameright: old.jsonl has a wrong line; mend it and run the command again\n'
  ])
})
