// `check --watch` as a real process, with the ways in which editors write files.
import {spawn} from 'node:child_process'
import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {certain, clean, doubtful, names} from './names.js'
import {bin, run} from './run.js'

const config = 'packs: []\nglossaries: [names.yaml]\npaths: [posts]\nignore: [ignored.md]\n'

/** Start watching; `until` waits for output since the last call and gives it back. */
async function start(...args: string[]) {
  const cwd = makeFolder({
    'nameright.config.yaml': config,
    'names.yaml': names,
    'posts/a.md': clean,
    'posts/b.md': doubtful
  })
  const child = spawn(process.execPath, [bin, 'check', '--watch', ...args], {cwd})
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? code))
  })
  let text = ''
  let look = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      look()
    })
  }
  const until = (wanted: string) =>
    new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`“${wanted}” does not come, but:\n${text}`)), 10_000)
      look = () => {
        if (!text.includes(wanted)) return
        clearTimeout(timer)
        resolve(text)
        text = ''
      }
      look()
    })
  const write = (name: string, content: string) => writeFileSync(path.join(cwd, name), content)
  return {cwd, child, ended, until, write}
}

test('what changes is checked again, and only that', async () => {
  const {cwd, child, ended, until, write} = await start()
  expect(await until('watching for changes')).toContain('posts/b.md:1:13')

  write('posts/a.md', certain.before)
  const changed = await until('Yuezhi Anmian')
  expect(changed).toContain('posts/a.md:3:13')
  expect(changed).not.toContain('posts/b.md')

  write('draft.tmp', doubtful)
  renameSync(path.join(cwd, 'draft.tmp'), path.join(cwd, 'posts/a.md'))
  expect(await until('Beanbag')).toContain('posts/a.md:1:13')

  mkdirSync(path.join(cwd, 'posts/new'))
  write('posts/new/c.md', doubtful)
  expect(await until('Beanbag')).toContain('posts/new/c.md:1:13')

  write('posts/ignored.md', doubtful)
  rmSync(path.join(cwd, 'posts/b.md'))
  write('posts/a.md', certain.before)
  expect(await until('Yuezhi Anmian')).not.toMatch(/ignored\.md|b\.md/u)

  child.kill('SIGINT')
  expect(await ended).toBe('SIGINT')
})

test('a glossary or the configuration that changes has all checked again; a broken one is told', async () => {
  const {until, write} = await start()
  await until('watching for changes')
  write('names.yaml', 'entries: [\n')
  expect(await until('The glossary has')).toContain('names.yaml:')
  write('names.yaml', names.replace('term: Doubao', 'term: Dou Bao'))
  await until('"Beanbag" → "Dou Bao"?')
  write('nameright.config.yaml', `${config}packz: []\n`)
  expect(await until('The configuration has')).toContain('Unknown key `packz`; did you mean `packs`?')
  write('nameright.config.yaml', config.replace('names.yaml', 'more.yaml'))
  expect(await until('The configuration has')).toContain('There is no file or folder `more.yaml`')
  write('more.yaml', names)
  write('nameright.config.yaml', config.replace('names.yaml', 'more.yaml'))
  await until('posts/b.md:1:13')
  write('more.yaml', names.replace('term: Doubao', 'term: Bao'))
  await until('"Beanbag" → "Bao"?')
})

test('a glossary that is wrong from the beginning can be mended; wrong arguments end it', async () => {
  const {until, write} = await start('-g', 'mine.yaml')
  await until('watching for changes')
  write('mine.yaml', names)
  await until('posts/b.md:1:13')
  const other = await start('--no-config')
  await other.until('no files named')
  expect(await other.ended).toBe(2)
})

test.each([
  {
    name: 'standard input',
    args: ['-'],
    says: '--watch needs files or folders; standard input cannot be watched'
  },
  {
    name: 'a list',
    args: ['--files-from', 'x'],
    says: "option '-w, --watch' cannot be used with option '--files-from <file>'"
  }
])('$name cannot be watched', async ({args, says}) => {
  const {code, stderr} = await run(['check', '--watch', ...args], {cwd: makeFolder()})
  expect([code, stderr.split('\n')[0]]).toEqual([2, `nameright: ${says}`])
})
