import {execFileSync} from 'node:child_process'
import {rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {findChangedFiles, GitError} from '../../src/disk/changed.js'
import {makeFolder} from './folder.js'

const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'A'],
      [`GIT_${who}_EMAIL`, 'a@example.com']
    ])
  )
}

function start(files: Readonly<Record<string, string>>) {
  const cwd = makeFolder(files)
  const git = (...args: string[]) => execFileSync('git', args, {cwd, env, stdio: 'pipe'})
  const commit = () => {
    git('add', '-A')
    git('commit', '-qm', 'x')
  }
  const write = (name: string, text = 'new') => writeFileSync(path.join(cwd, name), text)
  const changed = async (revision?: string, folder = cwd) => {
    const found = await findChangedFiles({cwd: folder, revision, env})
    return [...found].map((file) => path.relative(cwd, file)).sort()
  }
  git('init', '-q', '-b', 'main')
  return {cwd, git, commit, write, changed}
}

test('changed, staged and new files, in whatever folder one stands; not ignored ones', async () => {
  const {cwd, git, commit, write, changed} = start({
    '.gitignore': '*.tmp',
    'a.md': '',
    'staged.md': '',
    'same.md': '',
    'deep/中文 \n名.md': ''
  })
  commit()
  for (const name of ['a.md', 'staged.md', 'deep/中文 \n名.md', 'deep/new.md', 'x.tmp']) write(name)
  git('add', 'staged.md')
  const expected = ['a.md', 'deep/new.md', 'deep/中文 \n名.md', 'staged.md']
  expect(await changed()).toEqual(expected)
  expect(await changed(undefined, path.join(cwd, 'deep'))).toEqual(expected)
})

test('against a branch only what this one has changed counts', async () => {
  const {git, commit, write, changed} = start({'a.md': '', 'b.md': '', 'c.md': ''})
  commit()
  git('checkout', '-q', '-b', 'mine')
  write('a.md')
  commit()
  git('checkout', '-q', 'main')
  write('b.md')
  commit()
  git('checkout', '-q', 'mine')
  write('c.md')
  expect(await changed('main')).toEqual(['a.md', 'c.md'])
  expect(await changed()).toEqual(['c.md'])
})

test('before the first commit all files are new', async () => {
  const {git, changed} = start({'a.md': '', 'b.md': ''})
  git('add', 'a.md')
  expect(await changed()).toEqual(['a.md', 'b.md'])
})

test('a link counts as what it leads to', async () => {
  const {cwd, commit, write, changed} = start({'a.md': ''})
  commit()
  symlinkSync('a.md', path.join(cwd, 'link.md'))
  expect(await changed()).toEqual(['a.md'])
  rmSync(path.join(cwd, 'link.md'))
  write('a.md')
  expect(await changed()).toEqual(['a.md'])
})

test.each([
  {name: 'an unknown revision', revision: 'nope', says: "bad revision 'nope'"},
  {name: 'an option in place of a revision', revision: '--output=x', says: "bad revision '--output=x'"}
])('$name is told', async ({revision, says}) => {
  const {commit, changed} = start({'a.md': ''})
  commit()
  await expect(changed(revision)).rejects.toThrow(new GitError(`--changed asks Git, which says: ${says}`))
})

test('a path in place of a revision is told as such', async () => {
  const {commit, changed} = start({'posts/a.md': ''})
  commit()
  await expect(changed('posts')).rejects.toThrow(
    new GitError(
      '--changed takes posts for a revision, and Git knows none of this name; for the path write --changed=HEAD posts'
    )
  )
})

test('outside of a work tree Git has nothing to say', async () => {
  const asked = findChangedFiles({cwd: makeFolder(), env: {...env, GIT_CEILING_DIRECTORIES: '/'}})
  await expect(asked).rejects.toThrow('not a git repository')
  const without = findChangedFiles({cwd: makeFolder(), env: {PATH: '/nowhere'}})
  await expect(without).rejects.toThrow('it is not installed')
})
