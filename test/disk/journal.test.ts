// The journal on a disk that has room for so many bytes; whole runs on such a disk: test/batch/kill-disk.test.ts.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeEach, expect, test, vi} from 'vitest'
import {
  type JournalRecord,
  listRuns,
  nameRun,
  openJournal,
  readRun,
  trimRuns
} from '../../src/disk/journal.js'
import {makeFolder} from './folder.js'

const disk = vi.hoisted(() => ({room: Number.POSITIVE_INFINITY}))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    writeSync: (handle: number, bytes: Uint8Array, offset = 0) => {
      const length = Math.min(bytes.length - offset, disk.room)
      if (length === 0) throw Object.assign(new Error('ENOSPC'), {code: 'ENOSPC'})
      disk.room -= length
      return fs.writeSync(handle, bytes, offset, length)
    }
  }
})

beforeEach(() => {
  disk.room = Number.POSITIVE_INFINITY
})

function recordOf(file: string): JournalRecord {
  return {file, before: 'a', after: 'b', edits: []}
}

function runAt(project: string, second: number) {
  return nameRun(project, new Date(second * 1000), 'x')
}

test('a record that has no room leaves nothing, and those before and after it can be read', () => {
  const project = makeFolder()
  const run = runAt(project, 0)
  const journal = openJournal(run, 0)
  journal.add(recordOf('豆包 😀.md'))
  disk.room = 10
  expect(() => journal.add(recordOf('b.md'))).toThrow('no space left on the device')
  disk.room = Number.POSITIVE_INFINITY
  journal.add(recordOf('c.md'))
  journal.close()
  expect(readRun(run)).toEqual([recordOf('豆包 😀.md'), recordOf('c.md')])
})

test('a system that writes in parts writes all the same', () => {
  const run = runAt(makeFolder(), 0)
  disk.room = 1000
  const journal = openJournal(run, 0)
  journal.add(recordOf('a.md'))
  journal.close()
  expect(readRun(run)).toEqual([recordOf('a.md')])
})

test('a run that had no room for its first record is none to take back', () => {
  const project = makeFolder()
  disk.room = 10
  expect(() => openJournal(runAt(project, 0), 0).add(recordOf('a.md'))).toThrow('no space left on the device')
  expect(listRuns(project)).toEqual([])
})

test('runs without a change do not count among those that are kept', () => {
  const project = makeFolder()
  const write = (second: number) => openJournal(runAt(project, second), 0).add(recordOf('a.md'))
  mkdirSync(runAt(project, 100).folder, {recursive: true})
  for (let second = 101; second <= 121; second++) write(second)
  for (let second = 122; second < 150; second++) mkdirSync(runAt(project, second).folder)
  trimRuns(project)
  expect(listRuns(project).map(({name}) => name)).toEqual(
    Array.from({length: 20}, (_, index) => runAt(project, 102 + index).name)
  )
  expect(readdirSync(path.join(project, '.nameright/undo'))).not.toContain(runAt(project, 100).name)
})

test('the ignore file is written again where a full disk has left it empty', () => {
  const project = makeFolder()
  const ignored = path.join(project, '.nameright/undo/.gitignore')
  mkdirSync(path.dirname(ignored), {recursive: true})
  writeFileSync(ignored, '')
  openJournal(runAt(project, 0), 0).add(recordOf('a.md'))
  expect(readFileSync(ignored, 'utf8')).toBe('*\n')
})
