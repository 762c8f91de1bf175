import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {certain, clean, doubtful, names} from './names.js'
import {type RunOptions, run} from './run.js'

const files = {'names.yaml': names, 'a.md': certain.before, 'b.md': doubtful, 'c.txt': clean}
const use = ['--glossary', 'names.yaml']
const start = (more: Partial<RunOptions> = {}) => {
  const cwd = makeFolder(files)
  return {
    run: (...args: string[]) => run(args, {cwd, ...more}),
    read: (name: string) => readFileSync(path.join(cwd, name), 'utf8'),
    cwd
  }
}

test.each([
  {name: 'nothing left to do', args: ['check', 'c.txt', ...use], code: 0},
  {name: 'something to fix', args: ['check', 'a.md', ...use], code: 1},
  {name: 'something to decide', args: ['check', 'b.md', ...use], code: 1},
  {name: 'a diff', args: ['diff', 'a.md', ...use], code: 1},
  {name: 'a diff of nothing', args: ['diff', 'c.txt', ...use], code: 0},
  {name: 'all fixed', args: ['fix', 'a.md', ...use], code: 0},
  {name: 'something left to decide after fixing', args: ['fix', 'a.md', 'b.md', ...use], code: 1},
  {name: 'an explanation', args: ['explain', 'a.md:3', ...use], code: 0},
  {name: 'a glossary without errors', args: ['glossary', 'check', 'names.yaml'], code: 0},
  {name: 'a list of entries', args: ['glossary', 'list', 'beanbag', ...use], code: 0},
  {name: 'a list without entries', args: ['glossary', 'list', 'zzz', ...use], code: 1},
  {name: 'help', args: ['--help'], code: 0},
  {name: 'help of a command', args: ['help', 'fix'], code: 0},
  {name: 'the version', args: ['--version'], code: 0},
  {name: 'no command', args: [], code: 2},
  {name: 'no file', args: ['check'], code: 2},
  {name: 'an unknown format', args: ['check', '--format', 'xml', 'a.md'], code: 2}
])('$name gives exit code $code', async ({args, code}) => {
  const outcome = await start().run(...args)
  expect(outcome.code).toBe(code)
  expect(outcome.stderr !== '').toBe(code === 2 || args.includes('zzz'))
})

test('check lists findings and writes nothing', async () => {
  const {run, read} = start()
  const {stdout, stderr} = await run('check', 'a.md', 'b.md', ...use)
  expect(stdout).toContain('a.md:3:13')
  expect(stdout).toContain('"Yuezhi Anmian" → "Moonshot AI"')
  expect(stdout).toContain('"Beanbag" → "Doubao"?')
  expect(stderr).toBe('')
  expect([read('a.md'), read('b.md')]).toEqual([certain.before, doubtful])
})

test('the JSON contract: original is the slice, applying every fix gives what fix writes', async () => {
  const {run, read} = start()
  const {stdout} = await run('check', '--format', 'json', 'a.md', 'b.md', 'c.txt', ...use)
  const {version, files: reported} = JSON.parse(stdout)
  expect(version).toBe(1)
  expect(reported.map(({path}: {path: string}) => path)).toEqual(['a.md', 'b.md', 'c.txt'])
  const [finding] = reported[0].findings
  expect(finding).toMatchObject({entry: 'moonshot-ai', line: 3, column: 13, status: 'fix', alternatives: []})
  const {start: from, end, original, replacement} = finding
  expect(certain.before.slice(from, end)).toBe(original)
  await run('fix', 'a.md', ...use)
  expect(read('a.md')).toBe(certain.before.slice(0, from) + replacement + certain.before.slice(end))
})

test.each(['sarif', 'rdjson'] as const)('--format %s writes JSON', async (format) => {
  const {stdout} = await start().run('check', '--format', format, 'a.md', ...use)
  expect(Object.keys(JSON.parse(stdout)).length).toBeGreaterThan(0)
})

test('--all shows what was kept', async () => {
  const {run} = start({input: 'Literally “Beanbag”, the word.\n<!-- nameright-disable -->\n\nBeanbag\n'})
  const shown = JSON.parse((await run('check', '--all', '--format', 'json', '-', ...use)).stdout).files[0]
    .findings
  const open = JSON.parse((await run('check', '--format', 'json', '-', ...use)).stdout).files[0].findings
  expect(open.every(({status}: {status: string}) => status !== 'keep')).toBe(true)
  expect(shown.length).toBeGreaterThanOrEqual(open.length)
})

test.each([
  {args: ['check', 'gone.md'], stdout: ''},
  {args: ['check', 'gone.md', '-o', 'list.txt'], stdout: ''},
  {args: ['fix', 'gone.md'], stdout: ''},
  {args: ['review', '--web', 'gone.md'], stdout: ''},
  {args: ['check', '--format', 'json', 'gone.md'], stdout: '{\n  "version": 1,\n  "files": []\n}\n'}
])('$args: where no text could be read nothing is summed up', async ({args, stdout}) => {
  const outcome = await start().run(...args, ...use)
  expect(outcome).toEqual({code: 2, stdout, stderr: 'nameright: gone.md: there is no such file or folder\n'})
})

test('fix of a text without anything tells just that', async () => {
  expect((await start().run('fix', 'c.txt', ...use)).stdout).toBe('Changed 0 of 1 file\n')
})

test('fix changes the agreed words and no other byte', async () => {
  const {run, read} = start()
  const {stdout, stderr} = await run('fix', '.', ...use)
  expect(read('a.md')).toBe(certain.after)
  expect([read('b.md'), read('c.txt')]).toEqual([doubtful, clean])
  expect(stdout).toContain('"Yuezhi Anmian" → "Moonshot AI"')
  expect(stdout).toContain('"Beanbag" → "Doubao"?')
  expect(stderr).toBe('')
})

test('a second fix changes nothing', async () => {
  const {run, read} = start()
  await run('fix', 'a.md', ...use)
  const {code} = await run('fix', 'a.md', ...use)
  expect(code).toBe(0)
  expect(read('a.md')).toBe(certain.after)
})

test('fix - is a filter: the text to stdout, the list to stderr', async () => {
  const {code, stdout, stderr} = await start({input: certain.before}).run('fix', '-', ...use)
  expect(stdout).toBe(certain.after)
  expect(stderr).toContain('"Yuezhi Anmian" → "Moonshot AI"')
  expect(code).toBe(0)
})

test('fix - --quiet lists nothing', async () => {
  const {stdout, stderr} = await start({input: certain.before}).run('fix', '-', '--quiet', ...use)
  expect([stdout, stderr]).toEqual([certain.after, ''])
})

test.each([
  {name: 'a.txt', code: 'The company `Yuezhi Anmian` left.\n', out: 'The company `Moonshot AI` left.\n'},
  {name: 'a.md', code: 'The company `Yuezhi Anmian` left.\n', out: 'The company `Yuezhi Anmian` left.\n'}
])('--stdin-path $name chooses the format', async ({name, code, out}) => {
  const {stdout} = await start({input: code}).run('fix', '-', '--stdin-path', name, ...use)
  expect(stdout).toBe(out)
})

test('fix -o leaves the source as it is', async () => {
  const {run, read} = start()
  const {code} = await run('fix', 'a.md', '-o', 'new.md', ...use)
  expect([code, read('a.md'), read('new.md')]).toEqual([0, certain.before, certain.after])
})

test.each([{args: ['fix', 'a.md', '-o', './a.md']}, {args: ['fix', '-', 'a.md']}])(
  '$args: a text that is written over itself can be taken back',
  async ({args}) => {
    const {run, read} = start({input: 'Nothing.\n'})
    await run(...args, ...use)
    expect(read('a.md')).toBe(certain.after)
    expect((await run('undo')).stdout).toBe('Restored one file\n')
    expect(read('a.md')).toBe(certain.before)
  }
)

test('check -o writes the list to a file, without colours', async () => {
  const {run, read} = start({isTTY: true})
  const {stdout} = await run('check', 'a.md', '-o', 'list.txt', ...use)
  expect(stdout).toBe('')
  expect(read('list.txt')).toMatch(/^a\.md:3:13 {2}"Yuezhi Anmian"/u)
})

test('diff shows words, a patch, or CriticMarkup; --proposals the doubtful ones too', async () => {
  const {run} = start()
  expect((await run('diff', 'a.md', ...use)).stdout).toContain('[-Yuezhi Anmian-]{+Moonshot AI+}')
  expect((await run('diff', 'b.md', ...use)).stdout).toBe('')
  expect((await run('diff', '--proposals', 'b.md', ...use)).stdout).toContain('Beanbag')
  const patch = (await run('diff', '--format', 'unified', 'a.md', ...use)).stdout
  expect(patch).toContain(
    '-The company Yuezhi Anmian raised money.\r\n+The company Moonshot AI raised money.\r\n'
  )
  expect((await run('diff', '--format', 'critic', 'a.md', ...use)).stdout).toContain(
    '{~~Yuezhi Anmian~>Moonshot AI~~}'
  )
})

test.each([
  {place: 'a.md:3', has: 'a.md:3:13'},
  {place: 'a.md:3:14', has: 'a.md:3:13'},
  {place: 'a.md', has: 'a.md:3:13'},
  {place: 'a.md:1', has: 'a.md:1: nothing was found here'},
  {place: 'a.md:3:1', has: 'a.md:3:1: nothing was found here'}
])('explain $place', async ({place, has}) => {
  expect((await start().run('explain', place, ...use)).stdout).toContain(has)
})

test.each([
  {place: 'a.md:999', told: 'a.md:999: there is no such line; the text has 3 lines'},
  {place: 'a.md:4:1', told: 'a.md:4:1: there is no such line; the text has 3 lines'},
  {place: 'a.md:0', told: 'a.md:0: there is no such line; the text has 3 lines'},
  {place: '-:2', told: '-:2: there is no such line; the text has 1 line'}
])(
  'explain $place: a line that is not there is told, the other places are explained',
  async ({place, told}) => {
    const {code, stdout, stderr} = await start({input: 'one\n'}).run('explain', place, 'a.md:3', ...use)
    expect([code, stderr]).toEqual([2, `nameright: ${told}\n`])
    expect(stdout).toContain('a.md:3:13')
  }
)

test.each([
  {name: 'a line', places: ['-:3'], has: /^-:3:13 /u},
  {name: 'a line and a column', places: ['-:3:14'], has: /^-:3:13 /u},
  {name: 'all of it', places: ['-'], has: /^-:3:13 /u},
  {name: 'two lines', places: ['-:1', '-:3'], has: /^-:1: nothing was found here\n-:3:13 /u},
  {name: 'a line under its name', places: ['--stdin-path', 'x.md', '-:3'], has: /^x\.md:3:13 /u}
])('explain standard input: $name', async ({places, has}) => {
  const {code, stdout, stderr} = await start({input: certain.before}).run('explain', ...places, ...use)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(has)
})

test('explain without a place says what can be written', async () => {
  const {code, stderr} = await start().run('explain', ...use)
  expect([code, stderr]).toEqual([
    2,
    'nameright: no place named: add a file, file:line or file:line:column\n'
  ])
})

test.each([
  {name: 'a pipe', more: {}, colored: false},
  {name: 'a terminal', more: {isTTY: true}, colored: true},
  {name: 'NO_COLOR in a terminal', more: {isTTY: true, env: {NO_COLOR: '1'}}, colored: false},
  {name: 'an empty NO_COLOR', more: {isTTY: true, env: {NO_COLOR: ''}}, colored: true},
  {name: 'FORCE_COLOR in a pipe', more: {env: {FORCE_COLOR: '1'}}, colored: true},
  {name: 'FORCE_COLOR=0 in a terminal', more: {isTTY: true, env: {FORCE_COLOR: '0'}}, colored: false},
  {name: 'a dumb terminal', more: {isTTY: true, env: {TERM: 'dumb'}}, colored: false},
  {name: '--color outranks NO_COLOR', more: {env: {NO_COLOR: '1'}}, flag: '--color', colored: true},
  {name: '--no-color outranks a terminal', more: {isTTY: true}, flag: '--no-color', colored: false}
])('colours: $name', async ({more, flag, colored}) => {
  const args = ['diff', 'a.md', ...use, ...(flag ? [flag] : [])]
  const {stdout} = await start(more).run(...args)
  expect(stdout.includes('\u001b[')).toBe(colored)
})

test('a later --glossary has the last word', async () => {
  const {run, cwd} = start()
  const other = path.join(cwd, 'other.yaml')
  const {writeFileSync} = await import('node:fs')
  writeFileSync(other, 'entries:\n  - {id: moonshot-ai, term: Mine, mistranslations: [Yuezhi Anmian]}\n')
  const {stdout} = await run('check', 'a.md', ...use, '-g', 'other.yaml')
  expect(stdout).toContain('"Yuezhi Anmian" → "Mine"')
})

test('glossary list finds a word in any name, in any capitals', async () => {
  const {run} = start()
  for (const word of ['BEANBAG', '豆包', 'doubao', 'bao']) {
    expect((await run('glossary', 'list', word, ...use)).stdout).toMatch(
      /^Doubao {2}\(product, names, doubao\)$/mu
    )
  }
  const {stdout} = await run('glossary', 'list', '--format', 'json', ...use)
  expect(JSON.parse(stdout).entries).toHaveLength(2)
})

test('glossary check tells what it has seen', async () => {
  const {stdout, stderr} = await start().run('glossary', 'check', 'names.yaml')
  expect(stdout).toBe('2 entries, 2 mistranslations, 2 examples: 0 errors, 0 warnings\n')
  expect(stderr).toBe('')
})

test('help teaches: examples and exit codes', async () => {
  for (const command of ['check', 'diff', 'fix', 'explain']) {
    const {stdout} = await start().run(command, '--help')
    expect(stdout).toContain('Examples:')
    expect(stdout).toContain('Exit codes:')
  }
})

test('--output takes one text for fix', async () => {
  const {run, cwd} = start()
  const {code, stderr} = await run('fix', 'a.md', 'b.md', '-o', 'new.md', ...use)
  expect(code).toBe(2)
  expect(stderr).toBe('nameright: --output takes one text; name one path only\n')
  expect(existsSync(path.join(cwd, 'new.md'))).toBe(false)
})
