// Output that is read slowly arrives whole: the program ends by itself only when all of it is on its way.
import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as sleep} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {bin} from './run.js'

const count = 4000

function makeTexts(): string {
  const lines = Array.from(
    {length: count},
    (_, index) => `The founder of Yuezhi Anmian, which makes Kimi, left ${index}.\n`
  )
  return makeFolder({'a.md': lines.join('\n')})
}

test('all of a long list arrives at a process that reads it late and slowly', async () => {
  const child = spawn(process.execPath, [bin, 'check', '--format', 'json', 'a.md'], {cwd: makeTexts()})
  child.stdin.end()
  await sleep(1000)
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout) {
    chunks.push(chunk)
    await sleep(1)
  }
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(1)
  const text = Buffer.concat(chunks).toString()
  expect(text.match(/"Yuezhi Anmian"/gu)?.length).toBeGreaterThanOrEqual(count)
  expect(text.endsWith('\n')).toBe(true)
}, 60_000)

test.skipIf(process.platform === 'win32')(
  'and at the end of a slow pipe of the shell',
  () => {
    const command = `"${process.execPath}" "${bin}" check a.md 2>&1 | (sleep 1; cat)`
    const {stdout} = spawnSync('sh', ['-c', command], {cwd: makeTexts(), encoding: 'utf8', maxBuffer: 1e9})
    expect(stdout.match(/"Yuezhi Anmian"/gu)).toHaveLength(count)
    expect(stdout).toMatch(/\n.*4,?000.*\n$/u)
  },
  60_000
)
