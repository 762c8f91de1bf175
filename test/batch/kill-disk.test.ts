// Runs on a disk that is full from a random moment on: no file is damaged, the run says so, and with room the next one
// finishes the work. Runs ended by signals: kill.test.ts. FUZZ_RUNS says how many runs, 30 at most.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, statfsSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {withLock} from '../../src/disk/lock.js'
import {
  createSite,
  fillFolder,
  fixArguments,
  nameright,
  type Site,
  startNameright,
  surveyFolder,
  undoAll
} from '../support/site.js'

/** Where the disk fills up, and whether somebody makes room while the run goes on. */
interface Round {
  readonly args: readonly string[]
  readonly makesRoom: boolean
}

const kinds: readonly Round[] = [
  {args: ['--jobs', '1'], makesRoom: false},
  {args: ['--jobs', '1'], makesRoom: true},
  {args: ['--jobs', '2', '--cache'], makesRoom: false},
  {args: ['--jobs', '2'], makesRoom: true}
]
const rounds = Math.min(Number(process.env.FUZZ_RUNS) || 2, 30)
const counts = {full: 0, midway: 0, old: 0, new: 0, damaged: 0}
let root = ''
let refusal = ''
let site: Site

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'nameright-disk-'))
  refusal = mount(root)
  if (refusal !== '') {
    console.warn(`no disk to fill up: ${refusal}`)
    return
  }
  site = await createSite(path.join(root, 'site'), {count: 310, size: 300, args: ['--jobs', '2']})
}, 120_000)

afterAll(() => {
  if (refusal === '') spawnSync('umount', [root])
  rmSync(root, {recursive: true, force: true})
  if (process.env.FUZZ_RUNS) console.log(counts)
})

/** @returns Why there is no such disk; empty when there is. */
function mount(folder: string): string {
  const {error, stderr} = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], {
    encoding: 'utf8'
  })
  return error?.message ?? stderr.trim()
}

test.for(Array.from({length: rounds}, (_, round) => ({round, ...kinds[round % kinds.length]!})))(
  'run $round $args on a full disk leaves every file old or new; room made meanwhile: $makesRoom',
  {timeout: 60_000},
  async ({args, makesRoom}, context) => {
    if (refusal !== '') return context.skip(refusal)
    const folder = path.join(root, 'site')
    fillFolder(folder, site.files)
    // The journal is what needs more and more room.
    fillUp(Math.floor(Math.random() * 40))
    const {ended} = startNameright(folder, [...fixArguments, ...args])
    const timer = setTimeout(
      makeRoom,
      makesRoom ? site.span[0] + Math.random() * (site.span[1] - site.span[0]) : 60_000
    )
    const {status, stderr} = await ended
    clearTimeout(timer)
    const survey = surveyFolder(folder, site.files)
    counts.full += status === 2 ? 1 : 0
    counts.midway += survey.old > 0 && survey.new > 0 ? 1 : 0
    counts.old += survey.old
    counts.new += survey.new
    counts.damaged += survey.damaged.length
    expect(survey).toMatchObject({damaged: [], temporary: []})
    // One message for each file that could not be written, and no other.
    expect(
      stderr
        .split('\n')
        .slice(0, -1)
        .filter((line) => !tellsFullDisk(line))
    ).toEqual([])
    expect(stderr.split('\n')).toHaveLength(survey.old + 1)
    expect(status).toBe(survey.old > 0 ? 2 : 0)
    makeRoom()
    expect(nameright(folder, [...fixArguments, ...args])).toMatchObject({status: 0, stderr: ''})
    expect(surveyFolder(folder, site.files)).toEqual({
      old: 0,
      new: site.files.length,
      damaged: [],
      temporary: []
    })
    expect(undoAll(folder)).toBe('')
    expect(surveyFolder(folder, site.files)).toMatchObject({old: site.files.length, damaged: []})
  }
)

test('a full disk leaves no lock behind that nobody holds', async (context) => {
  if (refusal !== '') return context.skip(refusal)
  fillUp(0)
  const target = path.join(root, 'decisions.jsonl')
  const work = async () => 'done'
  await expect(withLock(target, work)).rejects.toThrow('cannot be written: no space left on the device')
  makeRoom()
  expect(await withLock(target, work, {staleMs: 60_000, timeoutMs: 100})).toBe('done')
})

function tellsFullDisk(line: string): boolean {
  return /^nameright: \S+\.md: cannot be written: (?:undo needs \.nameright\/undo, and there: )?no space left on the device$/u.test(
    line
  )
}

/** Leave so many blocks, of the size in which the disk gives them out. */
function fillUp(blocks: number): void {
  const {bavail, bsize} = statfsSync(root)
  writeFileSync(path.join(root, 'filler'), new Uint8Array(Math.max(0, bavail - blocks) * bsize))
}

function makeRoom(): void {
  rmSync(path.join(root, 'filler'), {force: true})
}
