// The golden tests: each folder in samples/ is a text, what `fix` makes of it, and what `check --all` says about it.
// `npm run update` (update-samples.mjs) writes the outcomes; what the samples are about: samples/readme.md.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test, vi} from 'vitest'
import {run} from './cli/run.js'

// The command itself runs; but from the sources it would read all packs afresh each time, which takes seconds.
vi.mock('../src/disk/load-glossary.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../src/disk/load-glossary.js')>()
  const shipped = original.loadGlossary()
  return {...original, loadGlossary: () => shipped}
})

const root = path.resolve(import.meta.dirname, '..')
const samples = readdirSync(path.join(root, 'samples'), {withFileTypes: true})
  .filter((item) => item.isDirectory())
  .map(({name}) => name)

/** A file of a sample; a BOM and the line ends stay. */
function read(name: string, file: string): string {
  const place = path.join(root, 'samples', name, file)
  if (!existsSync(place)) throw new Error(`samples/${name}/${file} is missing: npm run update writes it`)
  return readFileSync(place, 'utf8')
}

function optionsOf(name: string): string[] {
  const decisions = `samples/${name}/decisions.jsonl`
  return [
    '--no-config',
    ...(existsSync(path.join(root, decisions)) ? ['--decisions', decisions] : ['--no-decisions'])
  ]
}

/** What `fix` writes for a text that stands in the sample's place. */
async function fix(name: string, input: string): Promise<string> {
  const place = ['-', '--stdin-path', `samples/${name}/input.md`]
  const {stdout, stderr} = await run(['fix', '--quiet', ...optionsOf(name), ...place], {cwd: root, input})
  expect(stderr).toBe('')
  return stdout
}

test('there are samples', () => {
  expect(samples.length).toBeGreaterThan(8)
})

describe.each(samples)('%s', (name) => {
  test('is mended as expected', async () => {
    expect(await fix(name, read(name, 'input.md'))).toBe(read(name, 'expected.md'))
  })

  test('is reported as expected', async () => {
    const place = `samples/${name}/input.md`
    const {stdout} = await run(['check', '--all', ...optionsOf(name), place], {cwd: root})
    expect(stdout).toBe(read(name, 'report.txt'))
  })

  test('stays as it is when it is mended again', async () => {
    const expected = read(name, 'expected.md')
    expect(await fix(name, expected)).toBe(expected)
  })
})

test('nothing changes in look-alikes', () => {
  expect(read('look-alikes', 'expected.md')).toBe(read('look-alikes', 'input.md'))
})

test('a sample keeps the line ends of Windows', () => {
  expect(read('list-of-tools', 'expected.md')).not.toMatch(/(?<!\r)\n/u)
})
