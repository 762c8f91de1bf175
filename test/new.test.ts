// The skeletons of new samples, entries and reports, written by new.mjs into a folder of their own.
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {readPack} from '../src/glossary/read.js'
import {makeFolder} from './disk/folder.js'
import {lexicon} from './glossary/lexicon.js'

const script = path.join(import.meta.dirname, 'new.mjs')
const pack = `languages: {source: zh, target: en}
entries:
  - id: doubao
    term: Doubao
    mistranslations: [Beanbag]
  - id: kimi
    term: Kimi
    mistranslations: [Qimi]
`

function start() {
  const cwd = makeFolder({'glossary/ai.yaml': pack, 'glossary/evidence.yaml': ''})
  return {
    create: (...args: string[]) => {
      const {status, stdout, stderr} = spawnSync(process.execPath, [script, ...args], {cwd, encoding: 'utf8'})
      return {status, stdout, stderr}
    },
    read: (file: string) => readFileSync(path.join(cwd, file), 'utf8'),
    has: (file: string) => existsSync(path.join(cwd, file))
  }
}

test.each([
  {id: 'a-first', ids: ['a-first', 'doubao', 'kimi']},
  {id: 'ernie', ids: ['doubao', 'ernie', 'kimi']},
  {id: 'zhipu', ids: ['doubao', 'kimi', 'zhipu']}
])('a new entry $id stands in its place, and the file stays readable', ({id, ids}) => {
  const {create, read} = start()
  expect(create('entry', 'ai', id).status).toBe(0)
  const {entries, problems} = readPack(read('glossary/ai.yaml'), {file: 'ai.yaml', lexicon})
  expect(problems).toEqual([])
  expect(entries.map((entry) => entry.id)).toEqual(ids)
})

test('a new sample is a text without outcomes', () => {
  const {create, read, has} = start()
  expect(create('sample', 'car-news').stdout).toContain('Wrote samples/car-news/input.md')
  expect(read('samples/car-news/input.md')).toContain('Dark Side of the Moon')
  expect(has('samples/car-news/expected.md')).toBe(false)
})

test('a new report is a function and its test', () => {
  const {create, read} = start()
  expect(create('report', 'check-style').status).toBe(0)
  expect(read('src/report/check-style.ts')).toContain('export function reportCheckStyle(')
  expect(read('test/report/check-style.test.ts')).toContain("from '../../src/report/check-style.js'")
})

test.each([
  {name: 'no kind', args: [], says: 'Usage:'},
  {name: 'an unknown kind', args: ['toString', 'x'], says: 'Usage:'},
  {name: 'no name', args: ['sample'], says: 'Usage:'},
  {name: 'a name with a path', args: ['sample', '../x'], says: 'must be written-like-this'},
  {name: 'an entry without an id', args: ['entry', 'ai'], says: 'Usage:'},
  {
    name: 'an unknown pack',
    args: ['entry', 'food', 'tofu'],
    says: 'glossary/food.yaml is no pack; there are ai'
  },
  {name: 'an id that is taken', args: ['entry', 'ai', 'kimi'], says: 'has an entry kimi already'}
])('$name is told, and nothing is written', ({args, says}) => {
  const {create, read, has} = start()
  const {status, stderr} = create(...args)
  expect(status).toBe(2)
  expect(stderr).toContain(says)
  expect(read('glossary/ai.yaml')).toBe(pack)
  expect(has('samples')).toBe(false)
})

test('what is there is not overwritten', () => {
  const {create} = start()
  create('sample', 'car-news')
  expect(create('sample', 'car-news')).toMatchObject({
    status: 2,
    stderr: 'samples/car-news/input.md is there already\n'
  })
})
