// The configuration as the command line uses it; errors in it one by one: test/config/read.test.ts.
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {certain, clean, doubtful, names} from './names.js'
import {type RunOptions, run} from './run.js'

const config = 'packs: []\nglossaries: [names.yaml]\npaths: [posts]\n'
const files = {'names.yaml': names, 'posts/a.md': certain.before, 'posts/deep/b.md': doubtful, 'c.md': clean}

function start(more: Readonly<Record<string, string>> = {}, options: Partial<RunOptions> = {}) {
  const cwd = makeFolder({'nameright.config.yaml': config, ...files, ...more})
  return {
    cwd,
    run: (...args: string[]) => run(args, {cwd, ...options}),
    runIn: (folder: string, ...args: string[]) => run(args, {cwd: path.join(cwd, folder), ...options})
  }
}

/** Paths with open findings. */
async function pathsOf(outcome: Promise<{stdout: string}>): Promise<string[]> {
  return JSON.parse((await outcome).stdout).files.map(({path: shown}: {path: string}) => shown)
}
const json = ['--format', 'json']

test('a configuration names glossaries and paths, and is found from folders below', async () => {
  const {run, runIn} = start()
  expect(await pathsOf(run('check', ...json))).toEqual(['posts/a.md', 'posts/deep/b.md'])
  expect(await pathsOf(runIn('posts/deep', 'check', ...json))).toEqual(['../a.md', '../deep/b.md'])
  expect((await runIn('posts', 'check', 'a.md')).stdout).toContain('"Yuezhi Anmian" → "Moonshot AI"')
})

test('--no-config and --config outrank what is found', async () => {
  const {run} = start({
    'other.yaml': 'packs: []\nglossaries: [posts/mine.yaml]\n',
    'posts/mine.yaml': 'entries: []\n'
  })
  expect((await run('check', '--config', 'other.yaml', 'posts')).code).toBe(0)
  const {code, stderr} = await run('check', '--no-config')
  expect([code, stderr]).toEqual([
    2,
    'nameright: no files named: add files, folders or globs, - for standard input, or `paths` to nameright.config.yaml\n'
  ])
})

test('what the configuration ignores is not looked at, even when it is named', async () => {
  const {run} = start({'nameright.config.yaml': `${config}ignore: [deep/]\n`})
  expect(await pathsOf(run('check', ...json))).toEqual(['posts/a.md'])
  const {code, stdout, stderr} = await run('fix', 'posts/deep/b.md')
  expect([code, stdout, stderr]).toEqual([
    0,
    '',
    'nameright: posts/deep/b.md: left out, as .nameright-ignore or the configuration says\n'
  ])
})

test('thresholds, front matter keys and damage rules reach the texts', async () => {
  const text =
    '---\nblurb: Beanbag\nmotto: Yuezhi Anmian\n---\n\nThe company Yuezhi Anmian , of Beijing , left.\n\n月之暗面，豆包\n'
  const check = async (more: string) => {
    const {run} = start({'posts/a.md': text, 'nameright.config.yaml': config + more})
    const {stdout} = await run('check', ...json, 'posts/a.md')
    const {findings} = JSON.parse(stdout).files[0]
    return findings.map(
      ({entry, line, status}: {entry: string; line: number; status: string}) => `${line} ${entry} ${status}`
    )
  }
  const marks = ['6 space-before-mark fix', '6 space-before-mark fix']
  expect(await check('')).toEqual(['2 doubao propose', '6 moonshot-ai fix', ...marks])
  expect(await check('thresholds: {fix: 1}\n')).toEqual([
    '2 doubao propose',
    '6 moonshot-ai propose',
    ...marks
  ])
  expect(await check('frontMatter: [motto]\ndamage: false\n')).toEqual([
    '3 moonshot-ai fix',
    '6 moonshot-ai fix'
  ])
  expect(await check('frontMatter: []\ndamage: {space-before-mark: false}\n')).toEqual(['6 moonshot-ai fix'])
})

test('errors are told at their places, all in one run, and nothing is done', async () => {
  const {run, cwd} = start({
    'nameright.config.yaml': 'packs: [ai, intenet]\nglossaries:\n  - names.yaml\n  - gone.yaml\n'
  })
  const {code, stdout, stderr} = await run('fix', 'posts')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toBe(
    [
      'nameright.config.yaml:1:13 error: Unknown pack `intenet`; did you mean `internet`?',
      'nameright.config.yaml:4:5 error: There is no file or folder `gone.yaml`',
      'nameright: The configuration has 2 errors; mend it and run the command again\n'
    ].join('\n')
  )
  expect(readFileSync(path.join(cwd, 'posts/a.md'), 'utf8')).toBe(certain.before)
})

test('a missing configuration that is named is told', async () => {
  const {code, stderr} = await start().run('check', '--config', 'gone.yaml', 'posts')
  expect([code, stderr]).toEqual([2, 'nameright: gone.yaml: there is no such file\n'])
})

test('glossary check tells where glossaries of the configuration override and clash', async () => {
  const more =
    'entries:\n  - {id: doubao, term: Doubao, mistranslations: [Bean Bag]}\n  - {id: mine, term: Mine, mistranslations: [Yuezhi Anmian]}\n'
  const {run} = start({
    'nameright.config.yaml': 'packs: []\nglossaries: [names.yaml, more.yaml]\n',
    'more.yaml': more
  })
  const note = 'more.yaml:2:5 note: The entry `doubao` replaces the one at names.yaml:11:5'
  const claim = /names\.yaml:7:23 warning: .* also claimed by `mine` at more\.yaml:3:46/u
  const usual = await run('glossary', 'check')
  expect(usual.stderr).toMatch(claim)
  expect(usual.stderr).not.toContain('note:')
  expect(usual.stdout).toMatch(/: \d errors?, 1 warning, 1 note \(--all tells them\)\n$/u)
  const all = await run('glossary', 'check', '--all')
  expect(all.stderr).toMatch(claim)
  expect(all.stderr).toContain(note)
  expect(all.stdout).toMatch(/: \d errors?, 1 warning, 1 note\n$/u)
  const quiet = await run('glossary', 'check', '--quiet')
  expect(quiet.stdout).toBe('')
  expect(quiet.stderr).not.toMatch(/warning|note/u)
})

test('glossary check tells errors of one file and clashes between files in one run', async () => {
  const more =
    'entries:\n  - {id: mine, term: Mine, owner: lost, mistranslations: [Yuezhi Anmian]}\n  - {id: lost, trm: Lost, mistranslations: []}\n  - {id: lone, term: Lone, mistranslations: [Lone]}\n'
  const {run} = start({'more.yaml': more})
  const {code, stderr} = await run('glossary', 'check', 'names.yaml', 'more.yaml')
  expect(stderr.split('\n')).toEqual([
    'more.yaml:3:5 error: Missing key `term`',
    'more.yaml:3:16 error: Unknown key `trm`; did you mean `term`?',
    'more.yaml:4:46 error: “Lone” is a mistranslation and also a term of `lone`; it can be one only',
    expect.stringMatching(/^names\.yaml:7:23 warning: .* also claimed by `mine` at more\.yaml:2:/u),
    // The same clash makes the name a question.
    expect.stringMatching(/^names\.yaml:9:9 error: Example of `moonshot-ai`: /u),
    ''
  ])
  expect(code).toBe(2)
})

test('glossary list lists what the configuration makes of the glossaries', async () => {
  const {run} = start({'names.yaml': `silence: [x]\n${names}`})
  expect(JSON.parse((await run('glossary', 'list', ...json)).stdout).entries).toHaveLength(2)
})

test('init writes a configuration that works, once', async () => {
  const {run, cwd} = start()
  const folder = path.join(cwd, 'new')
  mkdirSync(folder)
  const first = await run2(folder, 'init')
  expect(first).toEqual({
    code: 0,
    stdout: 'nameright.config.yaml written; it holds for this folder and all below it\n',
    stderr: ''
  })
  writeFileSync(path.join(folder, 'a.md'), 'The chair is soft.\n')
  expect((await run2(folder, 'check', '-g', '../names.yaml')).code).toBe(0)
  const again = await run2(folder, 'init')
  expect([again.code, again.stderr]).toEqual([
    2,
    'nameright: nameright.config.yaml: there is one already; change it, or remove it and run the command again\n'
  ])
  expect((await run('init')).code).toBe(2)
})

test('the decisions key that init suggests works before there is such a file', async () => {
  const folder = makeFolder({'a.md': 'The chair is soft.\n'})
  await run2(folder, 'init')
  const file = path.join(folder, 'nameright.config.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^# (?=decisions:)/mu, ''))
  expect(readFileSync(file, 'utf8')).toMatch(/^decisions: /mu)
  for (const command of ['check', 'decisions', 'fix']) {
    expect([command, await run2(folder, command)]).toMatchObject([command, {code: 0, stderr: ''}])
  }
  expect(await run2(folder, 'decisions', '--decisions', 'gone.jsonl')).toMatchObject({code: 2})
})

const run2 = (cwd: string, ...args: string[]) => run(args, {cwd})

test.each([
  {name: 'lines', list: 'posts/a.md\r\n\nc.md\n'},
  {name: 'NUL characters', list: 'posts/a.md\0c.md\0'}
])('--files-from - reads names ended by $name', async ({list}) => {
  const {run} = start({}, {input: list})
  expect(await pathsOf(run('check', '--files-from', '-', ...json))).toEqual(['posts/a.md', 'c.md'])
})

test('--files-from reads a file, adds to paths, and an empty list means nothing', async () => {
  const {run} = start({'list.txt': 'c.md\ngone.md\n', 'empty.txt': ''})
  const outcome = await run('check', 'posts', '--files-from', 'list.txt', ...json)
  expect(await pathsOf(Promise.resolve(outcome))).toEqual(['posts/a.md', 'posts/deep/b.md', 'c.md'])
  expect([outcome.code, outcome.stderr]).toEqual([2, 'nameright: gone.md: there is no such file or folder\n'])
  expect(await run('check', '--files-from', 'empty.txt')).toMatchObject({code: 0, stderr: ''})
})

test('standard input is one thing at a time', async () => {
  const {code, stderr} = await start({}, {input: 'x'}).run('check', '-', '--files-from', '-')
  expect([code, stderr]).toEqual([
    2,
    'nameright: standard input cannot be a text and the list of --files-from at once\n'
  ])
})

test('--changed looks only at what Git says has changed', async () => {
  const env = {PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null'}
  const {run, cwd} = start({}, {env})
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd,
      env,
      stdio: 'pipe'
    })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-qm', 'x')
  expect(await run('check', '--changed')).toMatchObject({code: 0, stderr: ''})
  writeFileSync(path.join(cwd, 'posts/a.md'), `${certain.before}\r\nMore.\r\n`)
  writeFileSync(path.join(cwd, 'new.md'), doubtful)
  expect(await pathsOf(run('check', '--changed', ...json))).toEqual(['posts/a.md'])
  expect(await pathsOf(run('check', '.', '--changed', 'main', ...json))).toEqual(['new.md', 'posts/a.md'])
  const {code, stderr} = await run('check', '--changed', 'posts')
  expect([code, stderr]).toEqual([
    2,
    'nameright: --changed takes posts for a revision, and Git knows none of this name; for the path write --changed=HEAD posts\n'
  ])
  expect(existsSync(path.join(cwd, 'posts'))).toBe(true)
})
