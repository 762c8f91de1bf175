// The command `score`, with labelled articles of its own.
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {names} from './names.js'
import {run} from './run.js'

const article = '\uFEFFThe company Yuezhi Anmian 😀 raised money.\r\nHis moon has a dark side.\r\n'
const label = (surface: string, rest: object) => {
  const start = article.indexOf(surface)
  return JSON.stringify({file: 'a.md', surface, start, end: start + surface.length, why: 'test', ...rest})
}

let cwd: string
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'nameright-score-'))
  await mkdir(path.join(cwd, 'own/articles'), {recursive: true})
  await mkdir(path.join(cwd, 'bad'))
  await writeFile(path.join(cwd, 'names.yaml'), names)
  await writeFile(path.join(cwd, 'own/articles/a.md'), article)
  await writeFile(
    path.join(cwd, 'own/labels.jsonl'),
    `${label('Yuezhi Anmian', {label: 'Moonshot AI', level: 'fix'})}\n${label('moon', {level: 'keep'})}\n`
  )
  await writeFile(path.join(cwd, 'bad/labels.jsonl'), '{"file": 1}\n')
})
afterAll(() => rm(cwd, {recursive: true}))

const score = (...args: readonly string[]) => run(['score', '--glossary', 'names.yaml', ...args], {cwd})

describe('prints the card', () => {
  test('exit code 0 without requirements', async () => {
    const {code, stdout, stderr} = await score('own')
    expect(stdout).toMatch(/^own +1\.000 .*1\/1/m)
    expect([code, stderr]).toEqual([0, ''])
  })

  test('--blind takes the labels’ texts from the glossary, --misses tells what is left', async () => {
    const {stdout} = await score('own', '--blind', '--misses')
    expect(stdout).toMatch(/^own +– +0\.000 .*0\/1/m)
    expect(stdout).toContain('[Yuezhi Anmian]')
  })

  test('--without leaves evidence out', async () => {
    const {stdout} = await score('own', '--without', 'prior')
    expect(stdout).not.toMatch(/^prior/m)
  })
})

describe('requirements', () => {
  test.each([
    {name: 'that hold', bounds: ['precision=1', 'touched=0'], code: 0, told: ''},
    {name: 'that do not hold', bounds: ['recall=1.5'], code: 1, told: 'nameright: recall=1.5 does not hold\n'}
  ])('$name', async ({bounds, code, told}) => {
    const outcome = await score('own', '--require', ...bounds)
    expect([outcome.code, outcome.stderr]).toEqual([code, told])
  })
})

test.each([
  {name: 'a requirement that is none', args: ['own', '--require', 'speed=1'], told: '--require speed=1'},
  {name: 'a folder without labels', args: ['missing'], told: 'missing/labels.jsonl'},
  {name: 'labels that are none', args: ['bad'], told: 'bad/labels.jsonl: line 1'}
])('could not run: $name', async ({args, told}) => {
  const {code, stdout, stderr} = await score(...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(told)
})
