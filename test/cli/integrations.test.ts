// The files that other tools read: hooks of pre-commit and the GitHub action, whose script runs here as it does there.
import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {makeFolder} from '../disk/folder.js'
import {certain, clean, doubtful, names} from './names.js'
import {bin, run} from './run.js'

const read = (name: string) => parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

interface Hook {
  readonly id: string
  readonly entry: string
  readonly types_or: readonly string[]
}
const hooks: readonly Hook[] = read('.pre-commit-hooks.yaml')

test('trap, docspec#280 and typos#570: the hook that has our name writes nothing', async () => {
  const cwd = makeFolder({'names.yaml': names, 'a.md': certain.before})
  expect(hooks.map(({id, entry}) => [id, entry])).toEqual([
    ['nameright', 'nameright check'],
    ['nameright-fix', 'nameright fix']
  ])
  const args = hooks[0]!.entry.split(' ').slice(1)
  expect((await run([...args, '-g', 'names.yaml', 'a.md'], {cwd})).code).toBe(1)
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(certain.before)
})

test('trap, pre-commit#3460: what npm pack prints is a name, so the build that it runs must say nothing', () => {
  const npmrc = readFileSync(new URL('../../.npmrc', import.meta.url), 'utf8')
  expect(npmrc).toMatch(/^foreground-scripts=false$/mu)
})

const action = read('.github/actions/nameright/action.yml')
const [step] = action.runs.steps

test('the action hands every input to its script by way of the environment', () => {
  const used = Object.values<string>(step.env).map((value) => /^\$\{\{ inputs\.(\w+) \}\}$/u.exec(value)?.[1])
  expect(used.sort()).toEqual(Object.keys(action.inputs).sort())
  expect(step.run).not.toContain('${{')
})

/** Run the script of the action; `npx` is our program, and tells what it was asked for. */
function act(inputs: Readonly<Record<string, string>>) {
  const cwd = makeFolder({
    'names.yaml': names,
    'nameright.config.yaml': 'packs: []\nglossaries: [names.yaml]\npaths: [posts]\n',
    'posts/a b.md': certain.before,
    'c.md': doubtful,
    'd.md': clean,
    'bin/npx': `#!/bin/sh\necho "$2" >package.txt\nshift 2\nexec "${process.execPath}" "${bin}" "$@"\n`
  })
  chmodSync(path.join(cwd, 'bin/npx'), 0o755)
  const env: Record<string, string> = {PATH: `${path.join(cwd, 'bin')}:${process.env.PATH}`}
  for (const [name, value] of Object.entries<string>(step.env)) {
    const input = value.replace(/^\$\{\{ inputs\.|\s*\}\}$/gu, '')
    env[name] = inputs[input] ?? action.inputs[input].default
  }
  // As a runner starts `shell: bash`.
  const {status, stdout, stderr} = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
    {
      cwd,
      env,
      encoding: 'utf8'
    }
  )
  const readIn = (name: string) => readFileSync(path.join(cwd, name), 'utf8')
  return {status, stdout, stderr, readIn, has: (name: string) => existsSync(path.join(cwd, name))}
}

test('the action annotates what the configuration names, and fails', () => {
  const {status, stdout, stderr, readIn} = act({})
  expect(stdout).toMatch(/^::warning file=posts\/a b\.md,line=3,/u)
  expect([status, stderr, readIn('package.txt')]).toEqual([1, '', 'nameright\n'])
})

test.each([
  {name: 'findings need not fail', inputs: {fail: 'false'}, status: 0},
  {name: 'a wrong path always does', inputs: {fail: 'false', paths: 'gone.md'}, status: 2},
  {name: 'a clean text', inputs: {paths: 'd.md'}, status: 0},
  {name: 'several paths', inputs: {paths: 'posts/a b.md\nc.md\n'}, status: 1},
  {name: 'an input is no command', inputs: {paths: '$(touch evil)\n; touch evil'}, status: 2},
  {name: 'an input is no flag', inputs: {paths: '--help'}, status: 2}
])('the action: $name', ({inputs, status}) => {
  const outcome = act(inputs)
  expect([outcome.status, outcome.has('evil')]).toEqual([status, false])
})

test('the action writes SARIF, with the version asked for', () => {
  const {readIn} = act({format: 'sarif', output: 'nameright.sarif', version: '1.2.3', paths: 'c.md'})
  expect(JSON.parse(readIn('nameright.sarif')).runs[0].results).toHaveLength(1)
  expect(readIn('package.txt')).toBe('nameright@1.2.3\n')
})
