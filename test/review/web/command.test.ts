// `nameright review --web` as a process: what it prints, serves, saves and writes.
import {spawn} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {run} from '../../cli/run.js'

const bin = path.resolve(import.meta.dirname, '../../../dist/bin.js')
const glossary = `languages: {source: zh, target: en}
entries:
  - {id: doubao, term: Doubao, ceiling: propose, mistranslations: [Beanbag]}
`
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nameright-web-'))
  await writeFile(path.join(folder, 'glossary.yaml'), glossary)
  await writeFile(path.join(folder, 'a.md'), 'Today Beanbag grew.\r\n')
})
afterEach(() => rm(folder, {recursive: true, force: true}))

/** Start the command and wait for its address. */
async function start(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [bin, 'review', '--web', '--no-open', '-g', 'glossary.yaml', ...args],
    {
      cwd: folder
    }
  )
  let printed = ''
  const url = await new Promise<URL>((resolve, reject) => {
    child.on('close', () => reject(new Error(printed)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/#\S+/u.exec(printed) ?? []
      if (found !== undefined) resolve(new URL(found))
    })
  })
  const headers = {
    'x-nameright-token': url.hash.slice(1),
    origin: url.origin,
    'content-type': 'application/json'
  }
  const ask = async (name: string, body?: object) => {
    const sent = body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)}
    const response = await fetch(`${url.origin}/api/${name}`, {headers, ...sent})
    // The cast lets tests look at answers without describing them.
    return (await response.json()) as Record<string, unknown>
  }
  return {child, ask}
}

test('decisions come into the file, files are written, and a new start asks nothing', async () => {
  const {child, ask} = await start('--by', 'Ann', 'a.md')
  const session = await ask('session')
  expect(session.files).toEqual([{path: 'a.md', name: 'a.md', source: ''}])
  expect(await ask('article/0')).toEqual([
    {
      type: 'leaf',
      role: 'paragraph',
      pieces: [{text: 'Today '}, {text: 'Beanbag', item: 0}, {text: ' grew.'}]
    }
  ])
  const added =
    '{"rule":"doubao","text":"Beanbag","verdict":"accept","replacement":"Doubao","scope":"everywhere"}'
  await ask('decisions', {added, removed: []})
  expect(await readFile(path.join(folder, '.nameright/decisions.jsonl'), 'utf8')).toBe(
    `${added.slice(0, -1)},"by":"Ann"}\n`
  )
  expect(await ask('write', {})).toEqual({written: ['a.md'], problems: []})
  expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe('Today Doubao grew.\r\n')
  expect((await ask('session')).items).toEqual([])
  expect((await run(['undo'], {cwd: folder})).code).toBe(0)
  expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe('Today Beanbag grew.\r\n')
  child.kill()
  await writeFile(path.join(folder, 'b.md'), 'Nothing here.\n')
  const again = await run(['review', '--web', '-g', 'glossary.yaml', 'b.md'], {cwd: folder})
  expect(again).toEqual({code: 0, stdout: 'Nothing to decide in 1 file\n', stderr: ''})
})

test('a file that somebody else has changed is not written over', async () => {
  const {child, ask} = await start('a.md')
  const added = '{"rule":"doubao","text":"Beanbag","verdict":"accept","scope":"everywhere"}'
  await ask('decisions', {added, removed: []})
  await writeFile(path.join(folder, 'a.md'), 'Somebody else: Beanbag.\n')
  const {written, problems} = await ask('write', {})
  expect(written).toEqual([])
  expect(problems).toEqual([expect.stringContaining('the file has changed since it was read')])
  child.kill()
})
