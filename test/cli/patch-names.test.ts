// A patch piped into a real git, from the top of the work tree and from folders below it.
import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {certain, names} from './names.js'
import {runProcess} from './run.js'

const files = {
  'names.yaml': names,
  'top.md': certain.before,
  'posts/new/a.md': certain.before,
  'posts/b.md': certain.before
}

function makeTree(): string {
  const top = makeFolder(files)
  execFileSync('git', ['init', '-q', top])
  return top
}

async function patchOf(top: string, folder: string, given: string): Promise<string> {
  const cwd = path.join(top, folder)
  const args = ['diff', '--format', 'unified', '-g', path.join(top, 'names.yaml'), given]
  return (await runProcess(args, {cwd})).stdout
}

function applyIn(folder: string, patch: string): void {
  const settings = ['-c', 'core.autocrlf=false', '-c', 'core.whitespace=cr-at-eol']
  execFileSync('git', [...settings, 'apply'], {cwd: folder, input: patch})
}

test.each([
  {name: 'made and applied at the top', madeIn: '.', given: 'posts/new/a.md', appliedIn: '.'},
  {
    name: 'made at the top, applied beside the file',
    madeIn: '.',
    given: 'posts/new/a.md',
    appliedIn: 'posts/new'
  },
  {name: 'made and applied in a folder', madeIn: 'posts', given: 'new/a.md', appliedIn: 'posts'},
  {name: 'made in a folder of which all is taken', madeIn: 'posts', given: '.', appliedIn: 'posts'},
  {name: 'made in a folder, applied at the top', madeIn: 'posts', given: './new/a.md', appliedIn: '.'},
  {name: 'made in another folder, applied at the top', madeIn: 'posts/new', given: '../b.md', appliedIn: '.'},
  {name: 'a file above, applied at the top', madeIn: 'posts/new', given: '../../top.md', appliedIn: '.'}
])('git apply takes a patch: $name', async ({madeIn, given, appliedIn}) => {
  const top = makeTree()
  const patch = await patchOf(top, madeIn, given)
  const wanted = path.resolve(top, madeIn, given === '.' ? 'new/a.md' : given)
  expect(patch).toContain(`+++ b/${path.relative(top, wanted)}\n`)
  applyIn(path.join(top, appliedIn), patch)
  expect(readFileSync(wanted, 'utf8')).toBe(certain.after)
})

test('an absolute name, and a folder that a link leads to, are named from the top, too', async () => {
  const top = makeTree()
  expect(await patchOf(top, '.', path.join(top, 'posts/b.md'))).toContain('+++ b/posts/b.md\n')
  symlinkSync('posts', path.join(top, 'linked'))
  expect(await patchOf(top, '.', 'linked/b.md')).toContain('+++ b/posts/b.md\n')
})

test('outside of a work tree names stay as given', async () => {
  const folder = makeFolder(files)
  const patch = await patchOf(folder, 'posts', 'new/a.md')
  expect(patch).toContain('+++ b/new/a.md\n')
  applyIn(path.join(folder, 'posts'), patch)
  expect(readFileSync(path.join(folder, 'posts/new/a.md'), 'utf8')).toBe(certain.after)
})

test('in a work tree within another one the inner one counts', async () => {
  const top = makeTree()
  mkdirSync(path.join(top, 'posts/.git'))
  expect(await patchOf(top, 'posts/new', 'a.md')).toContain('+++ b/new/a.md\n')
})
