// CriticMarkup there and back on the command line, and two texts compared.
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {decisionsName} from '../../src/disk/decisions-file.js'
import {makeFolder} from '../disk/folder.js'
import {names} from './names.js'
import {run} from './run.js'

const article =
  '\uFEFF# 新闻 😀\r\n\r\nThe company Beanbag raised money from Yuezhi Anmian.\r\n\r\nThen the company Beanbag spent it.\r\n'

function start(files: Readonly<Record<string, string>> = {}) {
  const cwd = makeFolder({'names.yaml': names, 'a.md': article, ...files})
  return {
    cwd,
    run: (...args: string[]) => run([...args, '--glossary', 'names.yaml'], {cwd}),
    read: (name: string) => readFileSync(path.join(cwd, name), 'utf8'),
    /** Write the marks, let an editor work on them, take them back, and write the texts. */
    async edit(work: (marked: string) => string, ...more: string[]) {
      await this.run('diff', '--format', 'critic', '--proposals', 'a.md', '-o', 'a.critic.md')
      writeFileSync(path.join(cwd, 'a.critic.md'), work(this.read('a.critic.md')))
      return this.run('apply', '--critic', 'a.critic.md', ...more)
    }
  }
}

const accepted = article.replace('Yuezhi Anmian', 'Moonshot AI').replaceAll('Beanbag', 'Doubao')

test.each([
  {
    name: 'all marks left',
    work: (marked: string) => marked,
    told: '0 accepted, 0 rejected, 2 left undecided',
    code: 1,
    fixed: article.replace('Yuezhi Anmian', 'Moonshot AI')
  },
  {
    name: 'all accepted',
    work: () => accepted,
    told: '3 accepted, 0 rejected, 0 left undecided',
    code: 0,
    fixed: accepted
  },
  {
    name: 'one accepted, one rejected, the certain one rejected',
    work: () => article.replace('Beanbag', 'Doubao'),
    told: '1 accepted, 2 rejected, 0 left undecided',
    code: 0,
    fixed: article.replace('Beanbag', 'Doubao')
  },
  {
    name: 'words of the editor',
    work: (marked: string) => marked.replace('~>Doubao~~}', '~>豆包~~}'),
    told: '1 accepted, 0 rejected, 1 left undecided',
    code: 1,
    fixed: article.replace('Yuezhi Anmian', 'Moonshot AI').replace('Beanbag', '豆包')
  }
])('$name', async ({work, told, code, fixed}) => {
  const session = start()
  const outcome = await session.edit(work)
  expect([outcome.stdout, outcome.code]).toEqual([`a.critic.md: ${told}\n`, code])
  await session.run('fix', 'a.md')
  expect(session.read('a.md')).toBe(fixed)
})

test('without a trace of proposals nothing is said about them, unless the editor says that they were there', async () => {
  const plain = start()
  expect((await plain.edit(() => article)).stdout).toContain('0 accepted, 1 rejected, 2 left undecided')
  const told = start()
  expect((await told.edit(() => article, '--proposals')).stdout).toContain('0 accepted, 3 rejected, 0 left')
})

test('other changes of the editor are told, and not taken', async () => {
  const session = start()
  const {stdout, code} = await session.edit((marked) => marked.replace('spent', 'kept'))
  expect(stdout).toContain('changed, and not taken: "spent" → "kept"')
  expect(code).toBe(1)
  expect(session.read('a.md')).toBe(article)
})

test('who decided is kept, and a trial run keeps nothing', async () => {
  const session = start()
  await session.edit(() => accepted, '--dry-run')
  expect((await session.run('decisions')).stdout).toContain('No decisions')
  await session.edit(() => accepted, '--by', 'Ada')
  const decisions = session
    .read(decisionsName)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(decisions).toEqual([
    expect.objectContaining({before: 'The company', replacement: 'Doubao', by: 'Ada', file: 'a.md'}),
    expect.objectContaining({before: 'Then the company', replacement: 'Doubao', by: 'Ada', file: 'a.md'})
  ])
})

test('the text that the marks were written into must be known', async () => {
  const session = start({'other.md': accepted})
  const lost = await session.run('apply', '--critic', 'other.md')
  expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining('add --to')])
  const found = await session.run('apply', '--critic', 'other.md', '--to', 'a.md')
  expect(found.stdout).toContain('3 accepted')
})

test.each([
  {format: 'words', shows: '[-Beanbag-]{+Doubao+}'},
  {format: 'unified', shows: '-Beanbag grew.\n+Doubao grew.'},
  {format: 'critic', shows: '{~~Beanbag~>Doubao~~} grew.'}
])('two texts are compared as $format', async ({format, shows}) => {
  const {run} = start({'old.md': 'Beanbag grew.\n', 'new.md': 'Doubao grew.\n'})
  const {code, stdout} = await run('diff', '--between', '--format', format, 'old.md', 'new.md')
  expect(code).toBe(1)
  expect(stdout).toContain(shows)
})

test('equal texts give nothing', async () => {
  const {run} = start({'same.md': article})
  expect(await run('diff', '--between', 'a.md', 'same.md')).toEqual({code: 0, stdout: '', stderr: ''})
})

test.each([['a.md'], ['a.md', 'a.md', 'a.md'], ['-', '-']])(
  'comparing takes two texts: %s %s %s',
  async (...paths) => {
    const {code, stderr} = await start().run('diff', '--between', ...paths.filter(Boolean))
    expect([code, stderr]).toEqual([2, expect.stringMatching(/two files|only one of the two/)])
  }
)
