// Runs that are ended by a signal at a random moment: no file is damaged, the next run finishes the work, and all of it
// can be taken back. A full disk: kill-disk.test.ts. FUZZ_RUNS says how many runs are ended, 170 at most.
import {mkdtempSync, rmSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
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

/** How a run is ended. */
interface Way {
  readonly signal: 'SIGKILL' | 'SIGINT' | 'SIGTERM'
  readonly args: readonly string[]
  /** What comes next: the same run once more, or taking back what is done. */
  readonly next: 'run' | 'undo'
}

// The first three are those of a quick test.
const ways: readonly Way[] = [
  {signal: 'SIGKILL', args: ['--jobs', '1'], next: 'run'},
  {signal: 'SIGKILL', args: ['--jobs', '2'], next: 'undo'},
  {signal: 'SIGINT', args: ['--jobs', '2', '--cache'], next: 'run'},
  {signal: 'SIGTERM', args: ['--jobs', '1'], next: 'undo'},
  {signal: 'SIGKILL', args: ['--jobs', '2', '--cache'], next: 'run'},
  {signal: 'SIGKILL', args: ['--jobs', '1', '--cache'], next: 'undo'},
  {signal: 'SIGKILL', args: ['--jobs', '2'], next: 'run'},
  {signal: 'SIGKILL', args: ['--jobs', '1'], next: 'undo'},
  {signal: 'SIGTERM', args: ['--jobs', '2'], next: 'run'},
  {signal: 'SIGINT', args: ['--jobs', '2'], next: 'undo'}
]

const toldStop = /^nameright: stopped after \d+ of \d+ files, \d+ changed; .+\n$/u

const rounds = Math.min(Number(process.env.FUZZ_RUNS) || 3, 170)
const counts = {
  SIGKILL: 0,
  SIGINT: 0,
  SIGTERM: 0,
  midway: 0,
  old: 0,
  new: 0,
  damaged: 0,
  temporary: 0,
  undos: 0
}
let root = ''
const sites = new Map<string, Site>()

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'nameright-kill-'))
  // A second thread is started for many files only.
  for (const [jobs, count, size] of [
    ['1', 60, 1500],
    ['2', 320, 300]
  ] as const) {
    const site = await createSite(path.join(root, jobs), {count, size, args: ['--jobs', jobs]})
    sites.set(jobs, site)
  }
}, 120_000)

afterAll(() => {
  rmSync(root, {recursive: true, force: true})
  if (process.env.FUZZ_RUNS) console.log(counts)
})

test.each(Array.from({length: rounds}, (_, round) => ({round, way: ways[round % ways.length]!})))(
  'run $round, ended by $way.signal, leaves every file old or new; then $way.next',
  async ({way: {signal, args, next}}) => {
    const folder = path.join(root, args[1]!)
    const {files, span} = sites.get(args[1]!)!
    fillFolder(folder, files)
    await endEarly(folder, [...fixArguments, ...args], {signal, span})
    const survey = surveyFolder(folder, files)
    count(signal, survey)
    expect(survey.damaged).toEqual([])
    // Who asks politely finds the work tidied away.
    if (signal !== 'SIGKILL') expect(survey.temporary).toEqual([])
    if (next === 'run') {
      expect(nameright(folder, [...fixArguments, ...args])).toMatchObject({status: 0, stderr: ''})
      expect(surveyFolder(folder, files)).toEqual({old: 0, new: files.length, damaged: [], temporary: []})
    } else if (survey.new > 0) {
      await endEarly(folder, ['undo'], {signal, span: [span[0] / 2, span[1] / 2]})
      counts.undos++
      expect(surveyFolder(folder, files).damaged).toEqual([])
    }
    expect(undoAll(folder)).toBe('')
    expect(surveyFolder(folder, files)).toMatchObject({old: files.length, damaged: []})
  },
  60_000
)

/** End a process at a moment of its span; now and then it is over before. */
async function endEarly(
  folder: string,
  args: readonly string[],
  {signal, span: [begin, end]}: {readonly signal: Way['signal']; readonly span: Site['span']}
): Promise<void> {
  const {child, ended} = startNameright(folder, args)
  const timer = setTimeout(() => child.kill(signal), begin * 0.8 + Math.random() * (end - begin * 0.8))
  const {signal: cause, status, stderr} = await ended
  if (signal === 'SIGKILL') expect(stderr).toBe('')
  else if (stderr !== '') expect(stderr).toMatch(toldStop)
  clearTimeout(timer)
  expect([signal, null]).toContain(cause)
  if (cause === null) expect({status, stderr}).toEqual({status: 0, stderr: ''})
}

function count(signal: Way['signal'], survey: ReturnType<typeof surveyFolder>): void {
  counts[signal]++
  if (survey.old > 0 && survey.new > 0) counts.midway++
  counts.old += survey.old
  counts.new += survey.new
  counts.damaged += survey.damaged.length
  counts.temporary += survey.temporary.length
}
