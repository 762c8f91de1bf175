// `npm run nameright`, the command without an installation: paths are those of whoever calls it.
import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {certain, clean, names} from './cli/names.js'
import {makeFolder} from './disk/folder.js'

const root = path.resolve(import.meta.dirname, '..')

/** A package with the script alone: what comes before it may install and build. */
function makePackage(): string {
  const {scripts} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const folder = makeFolder({
    'package.json': JSON.stringify({type: 'module', scripts: {nameright: scripts.nameright}}),
    'names.yaml': names,
    'a.md': clean,
    'deep/er/a.md': certain.before
  })
  symlinkSync(path.join(root, 'dist'), path.join(folder, 'dist'))
  mkdirSync(path.join(folder, 'test'))
  copyFileSync(path.join(root, 'test/nameright.mjs'), path.join(folder, 'test/nameright.mjs'))
  return folder
}

function npm(cwd: string, ...args: string[]) {
  const {INIT_CWD: _, ...env} = process.env
  return spawnSync('npm', args, {cwd, env, encoding: 'utf8', shell: process.platform === 'win32'})
}

test.each([
  {name: 'from a folder below', cwd: 'deep/er', prefix: []},
  {name: 'from elsewhere', cwd: undefined, prefix: ['--prefix']}
])('npm run nameright reads paths where it is called: $name', ({cwd, prefix}) => {
  const folder = makePackage()
  const here = cwd ? path.join(folder, cwd) : makeFolder({'a.md': certain.before})
  const place = prefix.map((flag) => `${flag}=${folder}`)
  const glossary = path.join(folder, 'names.yaml')
  const {stdout, status} = npm(
    here,
    ...place,
    'run',
    '--silent',
    'nameright',
    '--',
    'check',
    'a.md',
    '-g',
    glossary
  )
  expect(stdout).toContain('a.md:3:13')
  expect(status).toBe(1)
})

test('the command alone takes no notice of INIT_CWD', () => {
  const folder = makeFolder({'names.yaml': names, 'a.md': clean, 'deep/a.md': certain.before})
  const args = [path.join(root, 'dist/bin.js'), 'check', 'a.md', '-g', 'names.yaml']
  const env = {...process.env, INIT_CWD: path.join(folder, 'deep')}
  expect(spawnSync(process.execPath, args, {cwd: folder, env}).status).toBe(0)
})
