import {readdirSync, utimesSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {keepCompiled} from '../../src/disk/compiled-cache.js'
import {readPacked} from '../../src/disk/packed.js'
import {nameTemporary} from '../../src/disk/temporary.js'
import {noEvidence} from '../../src/glossary/evidence.js'
import {makeFolder} from './folder.js'

const source = {languages: {source: 'zh', target: 'en'}, entries: [], evidence: noEvidence}
const nameOf = (number: number) => `glossary-${number.toString(16).padStart(32, '0')}.bin`
/** Beyond what any system gives out. */
const deadProcess = 2 ** 22 + 1

test('a compiled glossary is kept, and what a killed run has left is cleared away', async () => {
  const left = path.basename(nameTemporary('/x')).replace(`-${process.pid}-`, `-${deadProcess}-`)
  const folder = makeFolder({[left]: 'half', 'notes.txt': 'mine'})
  const file = path.join(folder, nameOf(1))
  const packed = await keepCompiled({file, packed: undefined}, source)
  expect(readdirSync(folder).sort()).toEqual([nameOf(1), 'notes.txt'])
  expect(readPacked(file)).toEqual(packed)
})

test('the latest sixteen are kept', async () => {
  const names = Array.from({length: 20}, (_, number) => nameOf(number))
  const folder = makeFolder(Object.fromEntries(names.map((name) => [name, 'old'])))
  names.forEach((name, number) => {
    utimesSync(path.join(folder, name), 1000 + number, 1000 + number)
  })
  await keepCompiled({file: path.join(folder, nameOf(99)), packed: undefined}, source)
  expect(readdirSync(folder).sort()).toEqual([...names.slice(5), nameOf(99)].sort())
})

test('where nothing can be kept, the glossary is compiled all the same', async () => {
  const file = path.join(makeFolder({taken: 'a file'}), 'taken', nameOf(1))
  expect((await keepCompiled({file, packed: undefined}, source)).languages).toEqual(source.languages)
})
