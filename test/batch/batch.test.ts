import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeEach, expect, test} from 'vitest'
import {runBatch} from '../../src/batch/run.js'
import type {BatchJob, BatchOutcome} from '../../src/batch/task.js'
import {type UndoOutcome, undoRun} from '../../src/batch/undo.js'
import {type JournalRun, listRuns, nameRun, readRun} from '../../src/disk/journal.js'
import {createReader} from '../../src/disk/read.js'
import {glossaryOf} from '../support/glossary.js'

const glossary = glossaryOf({doubao: {term: 'Doubao', mistranslations: ['Beanbag']}})
const texts: Readonly<Record<string, string>> = {
  'a.md': '\uFEFF# 豆包 😀\r\n\r\nThe app Beanbag grew.\r\n',
  'b.md': 'Nothing here.\n',
  'c.txt': 'Beanbag grew.\rAnd Beanbag.\n',
  'd.md': '> so **Bean\n> bag** said, `Beanbag`\n\n[Beanbag]: /u'
}
let folder = ''
let count = 0

beforeEach(({onTestFinished}) => {
  folder = path.join(import.meta.dirname, `../../node_modules/.cache/batch-${process.pid}-${count++}`)
  mkdirSync(folder, {recursive: true})
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text)
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
})

function jobOf(more: Partial<BatchJob> = {}): BatchJob {
  const place = {path: 'd', cwd: folder, absolute: path.join(folder, 'd'), folder}
  return {
    cwd: folder,
    clean: {glossary, topic: 'given'},
    place,
    mode: 'write',
    journal: nameRun(folder, new Date(0), 'x'),
    ...more
  }
}

async function run(job: BatchJob, names = Object.keys(texts)): Promise<BatchOutcome[]> {
  const outcomes: BatchOutcome[] = []
  for await (const outcome of runBatch(job, names)) outcomes.push(outcome)
  return outcomes
}

async function undo(journal: JournalRun): Promise<UndoOutcome[]> {
  const outcomes: UndoOutcome[] = []
  for await (const outcome of undoRun(journal, folder)) outcomes.push(outcome)
  return outcomes
}

function readAll(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(texts).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])
  )
}

test('a run writes what is certain and tells every file in order', async () => {
  const outcomes = await run(jobOf())
  expect(outcomes.map(({path: name}) => name)).toEqual(Object.keys(texts))
  expect(readAll()['a.md']).toBe('\uFEFF# 豆包 😀\r\n\r\nThe app Doubao grew.\r\n')
  expect(readAll()['b.md']).toBe(texts['b.md'])
})

test('undo takes a run back byte for byte', async () => {
  await run(jobOf())
  const [journal] = listRuns(folder)
  expect(readRun(journal!).length).toBeGreaterThan(1)
  expect((await undo(journal!)).every(({state}) => state === 'restored')).toBe(true)
  expect(readAll()).toEqual(texts)
  expect((await undo(journal!)).every(({state}) => state === 'same')).toBe(true)
})

test('undo leaves a file alone that was changed since', async () => {
  await run(jobOf())
  writeFileSync(path.join(folder, 'a.md'), 'Mine.')
  const states = (await undo(listRuns(folder)[0]!)).map(({file, state}) => [file, state])
  expect(states).toContainEqual(['a.md', 'changed'])
  expect(readAll()['a.md']).toBe('Mine.')
})

test('a journal whose last line was cut off is read as far as it goes', async () => {
  await run(jobOf())
  const [journal] = listRuns(folder)
  const file = path.join(journal!.folder, readdirSync(journal!.folder)[0]!)
  const whole = readRun(journal!)
  writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size - 5))
  expect(readRun(journal!)).toEqual(whole.slice(0, -1))
})

test('a file that cannot be read is told and stops no other', async () => {
  writeFileSync(path.join(folder, 'b.md'), Buffer.from([0xff, 0xfe, 0x41]))
  const outcomes = await run(jobOf(), ['gone.md', 'b.md', 'a.md'])
  expect(outcomes).toMatchObject([
    {error: {code: 'missing'}},
    {error: {code: 'not-utf8'}},
    {report: {path: 'a.md'}}
  ])
})

test('looking writes nothing', async () => {
  await run(jobOf({mode: 'look'}))
  expect(readAll()).toEqual(texts)
  expect(listRuns(folder)).toEqual([])
})

test('what is remembered of a mended file is what is left in it', async () => {
  const [first] = await run(jobOf({remember: true}), ['a.md'])
  const [second] = await run(jobOf({remember: true}), ['a.md'])
  expect(second).toMatchObject({remembered: (first as {remembered: object}).remembered})
})

test('the reader keeps its memory, also for a file larger than it', () => {
  const large = 'Beanbag 豆包\n'.repeat(20_000)
  writeFileSync(path.join(folder, 'large.md'), large)
  const read = createReader()
  expect(read('large.md', folder).text).toBe(large)
  expect(read('b.md', folder).text).toBe(texts['b.md'])
})

test('a run that is asked to stop finishes what is at work and begins no more', async () => {
  const names = Array.from({length: 100}, (_, index) => `many-${index}.md`)
  for (const name of names) writeFileSync(path.join(folder, name), 'The app Beanbag grew.\n')
  const stop = new AbortController()
  const told: string[] = []
  for await (const outcome of runBatch(jobOf(), names, {jobs: 1, stop: stop.signal})) {
    told.push(outcome.path)
    stop.abort()
  }
  const changed = names.filter((name) => readFileSync(path.join(folder, name), 'utf8').includes('Doubao'))
  expect(told).toEqual(changed)
  expect(changed).toEqual(names.slice(0, changed.length))
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.length).toBeLessThan(names.length)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
