// How the command starts: from compiled code that an earlier run has left behind, or without it.
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {bin} from './run.js'

const root = path.dirname(path.dirname(bin))
const text = 'The founder of Yuezhi Anmian, which makes Kimi, left.\n'
const {bin: bins, version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

test('the command that is installed starts through a link, as npm makes it', () => {
  const folder = makeFolder()
  const link = path.join(folder, 'nameright')
  symlinkSync(path.join(root, bins.nameright), link)
  const {status, stdout, stderr} = spawnSync(process.execPath, [link, '--version'], {encoding: 'utf8'})
  expect({status, stdout, stderr}).toEqual({status: 0, stdout: `${version}\n`, stderr: ''})
})

/** A copy of the program whose compiled code may be spoilt. */
function copyProgram() {
  const folder = makeFolder({'a.md': text})
  const bundle = path.join(folder, 'dist', 'bundle')
  mkdirSync(bundle, {recursive: true})
  cpSync(path.join(root, 'dist', 'bundle'), bundle, {recursive: true})
  symlinkSync(path.join(root, 'dist', 'packs.bin'), path.join(folder, 'dist', 'packs.bin'))
  for (const name of ['package.json', 'glossary']) symlinkSync(path.join(root, name), path.join(folder, name))
  const listCaches = () => readdirSync(bundle).filter((name) => name.includes('.cache'))
  const check = () => {
    const start = path.join(bundle, 'start.cjs')
    const args = [start, 'check', '--no-config', '--no-decisions', 'a.md']
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8'})
    return {status, stdout, stderr}
  }
  return {bundle, listCaches, check}
}

test.each([
  {name: 'no compiled code', spoil: (file: string) => rmSync(file)},
  {name: 'an empty file of it', spoil: (file: string) => writeFileSync(file, '')},
  {name: 'half of it', spoil: (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 200_000))},
  {name: 'that of another engine', spoil: (file: string) => writeFileSync(file, 'not compiled code')}
])('with $name the outcome is the same, and the next run finds some', ({spoil}) => {
  const {bundle, listCaches, check} = copyProgram()
  const expected = check()
  expect(expected).toMatchObject({status: 1, stderr: '', stdout: expect.stringContaining('Moonshot AI')})
  const [name, ...others] = listCaches()
  expect(others).toEqual([])
  const file = path.join(bundle, name!)
  spoil(file)
  expect(check()).toEqual(expected)
  expect(listCaches()).toEqual([name])
  expect(readFileSync(file).length).toBeGreaterThan(200_000)
  expect(check()).toEqual(expected)
})
