import {readdirSync, utimesSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {clearTemporary, nameTemporary} from '../../src/disk/temporary.js'
import {makeFolder} from './folder.js'

const [, machine, , id] =
  /^\.nameright-(\w+)-(\d+)-(.+)\.tmp$/u.exec(path.basename(nameTemporary('/x'))) ?? []
const hour = 3_600_000
// Beyond what any system gives out.
const deadProcess = 2 ** 22 + 1

test.each([
  {name: 'of a process that is gone', file: `.nameright-${machine}-${deadProcess}-${id}.tmp`, stays: false},
  {name: 'of a process that runs', file: `.nameright-${machine}-${process.ppid}-${id}.tmp`, stays: true},
  {
    name: 'an hour old',
    file: `.nameright-${machine}-${process.ppid}-${id}.tmp`,
    ageMs: hour + 60_000,
    stays: false
  },
  {name: 'of this process', file: `.nameright-${machine}-${process.pid}-${id}.tmp`, stays: true},
  {
    name: 'older than this process, under its number',
    file: `.nameright-${machine}-${process.pid}-${id}.tmp`,
    ageMs: hour / 2,
    stays: false
  },
  {name: 'of another machine', file: `.nameright-01234567-${deadProcess}-${id}.tmp`, stays: true},
  {
    name: 'an hour old, of another machine',
    file: `.nameright-01234567-1-${id}.tmp`,
    ageMs: hour + 60_000,
    stays: false
  },
  {name: 'with a name of somebody else', file: '.nameright-notes.tmp', ageMs: 9 * hour, stays: true},
  {name: 'that is a text', file: `nameright-${machine}-${deadProcess}-${id}.tmp.md`, stays: true}
])('a file $name: stays $stays', ({file, ageMs = 0, stays}) => {
  const folder = makeFolder({[file]: 'half', 'a.md': 'text'})
  const written = (Date.now() - ageMs) / 1000
  utimesSync(path.join(folder, file), written, written)
  clearTemporary(folder)
  expect(readdirSync(folder).sort()).toEqual(stays ? [file, 'a.md'].sort() : ['a.md'])
})

test('a folder is looked through once', () => {
  const folder = makeFolder()
  clearTemporary(folder)
  const left = `.nameright-${machine}-${deadProcess}-${id}.tmp`
  writeFileSync(path.join(folder, left), 'half')
  clearTemporary(folder)
  expect(readdirSync(folder)).toEqual([left])
})

test('a folder that cannot be listed is no error', () => {
  expect(() => clearTemporary(path.join(makeFolder(), 'gone'))).not.toThrow()
})

test('no search takes such a file for a text', async () => {
  const {findFiles} = await import('../../src/disk/find.js')
  const folder = makeFolder({'a.md': 'text'})
  writeFileSync(nameTemporary(folder), 'half')
  for (const given of ['.', '*', '**/*', '*.tmp']) {
    const {paths} = await findFiles([given], folder)
    expect({given, paths: paths.filter((found) => found !== 'a.md')}).toEqual({given, paths: []})
  }
})
