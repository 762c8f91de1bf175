// A folder of generated articles for runs that are brought to an early end, and a survey of what such a run has left.
// How runs are ended: test/batch/kill.test.ts, kill-disk.test.ts.
import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {makeArticle, makeEntries, toGlossary} from '../bench/generate.mjs'

const command = path.resolve(import.meta.dirname, '../../dist/bin.js')
const entries = makeEntries(40)
const modes = [0o644, 0o600, 0o640, 0o755] as const

/** An article as it was, and as a run that nobody disturbs leaves it. */
export interface SiteFile {
  /** Relative to the folder, with `/`. */
  readonly name: string
  readonly mode: number
  readonly before: string
  readonly after: string
}

/** Articles, and how long a run over them takes. */
export interface Site {
  readonly files: readonly SiteFile[]
  /** When the first file is written and when the process ends, in ms after its start. */
  readonly span: readonly [number, number]
}

/** How many files of a site are as before a run, as after it, or anything else. */
export interface Survey {
  readonly old: number
  readonly new: number
  /** Names of files with other bytes or another mode, that are missing, or that nobody has asked for. */
  readonly damaged: readonly string[]
  /** Names of files that hold what was about to be written. */
  readonly temporary: readonly string[]
}

/** What a process came to. */
export interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
}

/**
 * Make articles that all hold something to mend, and learn from a run of its own what becomes of them.
 *
 * @param size - Least length of an article, in characters.
 * @param args - Of the run that is timed.
 */
export async function createSite(
  folder: string,
  {count, size, args}: {readonly count: number; readonly size: number; readonly args: readonly string[]}
): Promise<Site> {
  const drafts = Array.from({length: count}, (_, index) => draftFile(index, size))
  fillFolder(folder, drafts)
  const start = performance.now()
  const {child, ended} = startNameright(folder, [...fixArguments, ...args])
  const first = await waitForJournal(folder, child)
  const {status, stderr} = await ended
  if (status !== 0) throw new Error(`the run that nobody disturbs ended with ${status}: ${stderr}`)
  const files = drafts.map((draft) => ({
    ...draft,
    after: readFileSync(path.join(folder, draft.name), 'utf8')
  }))
  const same = files.find(({before, after}) => before === after)
  if (same) throw new Error(`${same.name} holds nothing to mend`)
  return {files, span: [first - start, performance.now() - start]}
}

/** The command that all runs use. */
export const fixArguments = ['fix', '-q', '-g', 'glossary.yaml', '.'] as const

function draftFile(index: number, size: number): Omit<SiteFile, 'after'> {
  const {text} = makeArticle(2 * index, entries, size)
  // Not every article has chance plant a name.
  const planted = `${text}\n豆包 😀 and ${entries[index % entries.length]!.wrong} grew.\n`
  const ended = index % 5 === 0 ? planted.replaceAll('\n', '\r\n') : planted
  return {
    name: `${['news', 'news/deep', 'posts'][index % 3]}/${index}.md`,
    mode: modes[index % modes.length]!,
    before: index % 7 === 0 ? `\uFEFF${ended}` : ended
  }
}

/** Make a folder hold a site as it was at first, and nothing else. */
export function fillFolder(folder: string, files: readonly Omit<SiteFile, 'after'>[]): void {
  mkdirSync(folder, {recursive: true})
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), {recursive: true})
  writeFileSync(path.join(folder, 'glossary.yaml'), toGlossary(entries))
  for (const {name, mode, before} of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, before)
    chmodSync(file, mode)
  }
}

/** Start the command as a process of its own. */
export function startNameright(folder: string, args: readonly string[]) {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {...process.env, XDG_CACHE_HOME: path.join(folder, '.nameright/cache')}
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (status, signal) => resolve({status, signal, stderr}))
  )
  return {child, ended}
}

/** Run the command to its end. */
export function nameright(folder: string, args: readonly string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, XDG_CACHE_HOME: path.join(folder, '.nameright/cache')}
  })
  return {status, stdout, stderr}
}

/** A record in the journal is the last thing before a file changes. */
async function waitForJournal(folder: string, child: ChildProcess): Promise<number> {
  while (child.exitCode === null && !hasJournal(folder))
    await new Promise((resolve) => setTimeout(resolve, 5))
  return performance.now()
}

function hasJournal(folder: string): boolean {
  return listAll(folder).some((name) => name.endsWith('.jsonl'))
}

/** Look at every file there is. */
export function surveyFolder(folder: string, files: readonly SiteFile[]): Survey {
  const names = listAll(folder).filter((name) => name !== 'glossary.yaml' && !name.startsWith('.nameright/'))
  const expected = new Map(files.map((file) => [file.name, file]))
  const temporary = names.filter((name) => /^\.nameright-.+\.tmp$/u.test(path.basename(name)))
  const states = files.map((file) => stateOf(folder, file))
  return {
    old: states.filter((state) => state === 'old').length,
    new: states.filter((state) => state === 'new').length,
    damaged: [
      ...files.filter((_, index) => states[index] === 'damaged').map(({name}) => name),
      ...names.filter((name) => !expected.has(name) && !temporary.includes(name))
    ],
    temporary
  }
}

function stateOf(folder: string, {name, mode, before, after}: SiteFile): 'old' | 'new' | 'damaged' {
  const file = path.join(folder, name)
  const stats = statSync(file, {throwIfNoEntry: false})
  if (stats === undefined || (stats.mode & 0o7777) !== mode) return 'damaged'
  const bytes = readFileSync(file)
  if (bytes.equals(Buffer.from(before))) return 'old'
  return bytes.equals(Buffer.from(after)) ? 'new' : 'damaged'
}

/** Names of all files, hidden ones too, with `/`. */
function listAll(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join('/'))
}

/** Undo runs until there is none left. */
export function undoAll(folder: string): string {
  let told = ''
  // More than are kept: an end is certain.
  for (let turn = 0; turn < 50; turn++) {
    const {status, stderr} = nameright(folder, ['undo'])
    if (stderr.includes('no run to take back')) return told
    told += stderr
    if (status !== 0) return told
  }
  return `${told}there is always another run`
}
