import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {formatDecisions} from '../../src/decide/lines.js'
import {
  DecisionsError,
  decisionsName,
  followRenames,
  locateDecisions,
  nameInDecisions,
  readDecisions,
  updateDecisions
} from '../../src/disk/decisions-file.js'
import {withLock} from '../../src/disk/lock.js'
import type {Decision} from '../../src/model.js'
import {makeFolder} from './folder.js'

const decisionOn = (text: string): Decision => ({
  rule: 'doubao',
  text,
  before: '',
  after: '',
  verdict: 'accept',
  scope: 'everywhere'
})
const [a, b, c] = [decisionOn('A'), decisionOn('B'), decisionOn('C')]
const filled = {[decisionsName]: formatDecisions([a])}
const contentOf = (cwd: string) => readFileSync(path.join(cwd, decisionsName), 'utf8')

test.each([
  {name: 'in the folder itself', files: filled, cwd: '.', path: decisionsName, folder: '.'},
  {
    name: 'in a folder above',
    files: {...filled, 'posts/new/a.md': ''},
    cwd: 'posts/new',
    path: '../../.nameright/decisions.jsonl',
    folder: '.'
  },
  {
    name: 'nowhere: beside .git',
    files: {'.git/HEAD': '', 'posts/a.md': ''},
    cwd: 'posts',
    path: '../.nameright/decisions.jsonl',
    folder: '.'
  },
  {
    name: 'above the repository: not ours',
    files: {...filled, 'site/.git/HEAD': '', 'site/posts/a.md': ''},
    cwd: 'site/posts',
    path: '../.nameright/decisions.jsonl',
    folder: 'site'
  }
])('decisions are found $name', async ({files, cwd, path: shown, folder}) => {
  const root = makeFolder(files)
  const place = await locateDecisions(path.join(root, cwd))
  expect([place.path, place.folder]).toEqual([shown, path.join(root, folder)])
})

test('a file that a user names is taken, and texts are named from its folder', async () => {
  const cwd = makeFolder()
  const place = await locateDecisions(path.join(cwd, 'posts'), {file: '../review/mine.jsonl'})
  expect(place).toMatchObject({folder: path.join(cwd, 'review')})
  expect(nameInDecisions(place, path.join(cwd, 'posts/a.md'))).toBe('../posts/a.md')
  const usual = await locateDecisions(cwd, {file: decisionsName})
  expect(nameInDecisions(usual, path.join(cwd, 'posts/a.md'))).toBe('posts/a.md')
})

test('a configuration speaks of its own folder', async () => {
  const cwd = makeFolder()
  const place = await locateDecisions(cwd, {file: 'office/mine.jsonl', folder: cwd})
  expect(nameInDecisions(place, path.join(cwd, 'posts/a.md'))).toBe('posts/a.md')
})

test('without .git and a file above, a new one comes beside the configuration, wherever the run is', async () => {
  const root = makeFolder({'posts/a.md': ''})
  const place = await locateDecisions(path.join(root, 'posts'), {folder: root})
  expect([place.path, place.folder]).toEqual(['../.nameright/decisions.jsonl', root])
  expect((await locateDecisions(path.join(root, 'posts'))).path).toBe('.nameright/decisions.jsonl')
})

test('a renamed article keeps its decisions, a wider word its file', async () => {
  const place = await locateDecisions(makeFolder({'new.md': ''}))
  const decisions: Decision[] = [
    {...a, scope: 'here', file: 'old.md'},
    {...a, scope: 'here', file: 'new.md'},
    {...a, scope: 'file', file: 'old.md'}
  ]
  const followed = await followRenames(decisions, place)
  expect(followed.map(({file}) => file)).toEqual([undefined, 'new.md', 'old.md'])
})

test('where there is no file there are no decisions, unless it must be there', async () => {
  const place = await locateDecisions(makeFolder())
  expect(await readDecisions(place)).toEqual([])
  await expect(readDecisions(place, 'error')).rejects.toMatchObject({code: 'missing'})
})

test('a change is added to what stands there, sorted, in a folder that is made', async () => {
  const cwd = makeFolder()
  const place = await locateDecisions(cwd)
  await updateDecisions(place, () => [c])
  expect(await updateDecisions(place, (decisions) => [...decisions, a])).toEqual([c, a])
  expect(contentOf(cwd)).toBe(formatDecisions([a, c]))
  expect(readdirSync(path.join(cwd, '.nameright'))).toEqual(['decisions.jsonl'])
})

test('without a difference nothing is written, nor a file made', async () => {
  const cwd = makeFolder()
  const place = await locateDecisions(cwd)
  await updateDecisions(place, (decisions) => decisions)
  expect(readdirSync(path.join(cwd, '.nameright'))).toEqual([])
})

test('wrong lines are told at file and line, and nothing is overwritten', async () => {
  const text = `${formatDecisions([a])}{"rule":\n${formatDecisions([b])}oops\n`
  const cwd = makeFolder({[decisionsName]: text})
  const place = await locateDecisions(cwd)
  for (const attempt of [readDecisions(place), updateDecisions(place, () => [])]) {
    const error = await attempt.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DecisionsError)
    expect(error).toMatchObject({
      message: expect.stringContaining('2 wrong lines'),
      problems: [{origin: {file: decisionsName, line: 2}}, {origin: {line: 4}}]
    })
  }
  expect(contentOf(cwd)).toBe(text)
  expect(readdirSync(path.join(cwd, '.nameright'))).toEqual(['decisions.jsonl'])
})

test('many writers at once lose nothing', async () => {
  const cwd = makeFolder()
  const place = await locateDecisions(cwd)
  const all = Array.from({length: 20}, (_, index) => decisionOn(`word ${index}`))
  await Promise.all(all.map((one) => updateDecisions(place, (decisions) => [...decisions, one])))
  expect(contentOf(cwd)).toBe(formatDecisions(all))
})

test('what a writer without a lock, such as Git, does meanwhile is not lost', async () => {
  const cwd = makeFolder(filled)
  const place = await locateDecisions(cwd)
  let calls = 0
  await updateDecisions(place, (decisions) => {
    if (calls++ === 0) writeFileSync(place.absolute, formatDecisions([a, b]))
    return [...decisions, c]
  })
  expect(contentOf(cwd)).toBe(formatDecisions([a, b, c]))
  expect(calls).toBe(2)
})

test('what two branches decided is merged by Git', async () => {
  const cwd = makeFolder({...filled, '.gitattributes': '.nameright/decisions.jsonl merge=union\n'})
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd,
      stdio: 'pipe'
    })
  const commit = () => git('commit', '-qam', 'Decide')
  const place = await locateDecisions(cwd)
  git('init', '-qb', 'main')
  git('add', '.')
  commit()
  git('checkout', '-qb', 'other')
  await updateDecisions(place, (now) => [...now, b, {...c, verdict: 'reject', at: '2026-01-02T00:00:00Z'}])
  commit()
  git('checkout', '-q', 'main')
  await updateDecisions(place, (now) => [...now, {...c, at: '2026-01-01T00:00:00Z'}])
  commit()
  git('merge', '-q', 'other')
  const decisions = await readDecisions(place)
  expect(decisions.map(({text, verdict}) => `${text} ${verdict}`)).toEqual([
    'A accept',
    'B accept',
    'C reject'
  ])
})

test('a writer that died is not waited for', async () => {
  const cwd = makeFolder(filled)
  const place = await locateDecisions(cwd)
  const lock = `${place.absolute}.lock`
  writeFileSync(lock, 'somebody')
  utimesSync(lock, 0, 0)
  await Promise.all([b, c].map((one) => updateDecisions(place, (decisions) => [...decisions, one])))
  expect(contentOf(cwd)).toBe(formatDecisions([a, b, c]))
  expect(readdirSync(path.join(cwd, '.nameright'))).toEqual(['decisions.jsonl'])
})

test('a writer that is still at work is waited for, and given up on in the end', async () => {
  const target = path.join(makeFolder(), 'file')
  const order: string[] = []
  let finish = () => {}
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const slow = withLock(target, async () => {
    order.push('begin')
    begin()
    await new Promise<void>((resolve) => (finish = resolve))
    order.push('end')
  })
  await begun
  const impatient = withLock(target, async () => undefined, {staleMs: 60_000, timeoutMs: 30})
  await expect(impatient).rejects.toMatchObject({
    code: 'unwritable',
    message: expect.stringContaining('delete this file')
  })
  const next = withLock(target, async () => order.push('next'))
  finish()
  await Promise.all([slow, next])
  expect(order).toEqual(['begin', 'end', 'next'])
})

test('the lock goes when the work fails', async () => {
  const cwd = makeFolder()
  const target = path.join(cwd, 'file')
  await expect(withLock(target, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(readdirSync(cwd)).toEqual([])
})
