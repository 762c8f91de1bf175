// Every kind of bad input, as a real process: one clear message on stderr, exit code 2, nothing written, the other
// files still done.
import {execFileSync, spawnSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder} from '../disk/folder.js'
import {certain, names} from './names.js'
import {bin, canOthersRead, isRoot, runProcess} from './run.js'

const hasPipes = process.platform !== 'win32'
const files = {'names.yaml': names, 'a.md': certain.before}
const use = ['--glossary', 'names.yaml']
const snapshot = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, {withFileTypes: true})
      .filter((item) => item.isFile())
      .map(({name}) => [name, readFileSync(path.join(folder, name), 'hex')])
  )

test.each([
  {
    name: 'a missing file',
    given: 'gone.md',
    message: 'nameright: gone.md: there is no such file or folder\n'
  },
  {
    name: 'an empty path, as from a variable that is not set',
    given: '',
    message: 'nameright: a path is empty; is a variable not set?\n'
  },
  {
    name: 'a folder without matching files',
    given: 'empty',
    more: {'empty/photo.png': 'x'},
    message:
      'nameright: empty: in this folder is no file to check (looked for .md, .markdown, .mdx, .txt, .text)\n'
  },
  {
    name: 'a file that is not UTF-8',
    given: 'bad.md',
    more: {'bad.md': Uint8Array.from([0x59, 0xe9, 0x20, 0x59])},
    message: 'nameright: bad.md: The file is not valid UTF-8; save it as UTF-8 (byte 2 is wrong)\n'
  },
  {
    name: 'a binary file',
    given: 'bad.md',
    more: {'bad.md': Uint8Array.from([0x89, 0x50, 0, 0, 0, 0xff])},
    message: 'nameright: bad.md: The file is binary, not text; leave it out\n'
  },
  ...['x.pdf', 'photo.PNG', 'letter.docx'].map((given) => ({
    name: `a file whose ending says that it is no text: ${given}`,
    given,
    more: {[given]: 'Yuezhi Anmian\n'},
    message: `nameright: ${given}: a ${path.extname(given)} file is no text; taken are .md, .markdown, .mdx, .txt, .text, and other files of plain text\n`
  })),
  {
    name: 'an MDX file that does not parse',
    given: 'bad.mdx',
    more: {'bad.mdx': 'Yuezhi Anmian\n\n<a\n'},
    message: /^nameright: bad\.mdx:\d+:\d+: not valid MDX: .+\n$/u
  }
])('$name', async ({given, more, message}) => {
  const cwd = makeFolder({...files, ...more})
  const before = snapshot(cwd)
  const {code, stderr} = await runProcess(['fix', given, 'a.md', ...use], {cwd})
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
  expect(snapshot(cwd)).toEqual({...before, 'a.md': Buffer.from(certain.after).toString('hex')})
})

test.each(['check', 'diff', 'fix', 'explain'])(
  '%s tells an error in standard input under its name',
  async (command) => {
    const cwd = makeFolder(files)
    const args = [command, '-', '--stdin-path', 'x.mdx', ...use]
    const {code, stderr} = await runProcess(args, {cwd, input: 'x\n\n<a\n'})
    expect(stderr).toMatch(/^nameright: x\.mdx:\d+:\d+: not valid MDX: .+\n$/u)
    expect(code).toBe(2)
  }
)

test('a line beyond the end of standard input', async () => {
  const {code, stdout, stderr} = await runProcess(['explain', '-:9', ...use], {
    cwd: makeFolder(files),
    input: certain.before
  })
  expect(stderr).toBe('nameright: -:9: there is no such line; the text has 3 lines\n')
  expect([code, stdout]).toEqual([2, ''])
})

test('names of files and words of articles cannot drive the terminal', async () => {
  const evil = 'a\u001b[2J\u009b\u202e.md'
  const cwd = makeFolder({...files, [evil]: 'The company \u001b[31m Yuezhi Anmian\u0007 left.\n'})
  const runs = [
    ['check', evil, `gone-${evil}`],
    ['diff', evil],
    ['explain', evil, `${evil}:9`],
    ['fix', evil],
    ['fix', '--stdin-path', evil, '-'],
    ['check', `--${evil}`]
  ]
  for (const args of runs) {
    const {stdout, stderr} = await runProcess([...args, ...use], {
      cwd,
      input: 'The company Yuezhi Anmian left.\n'
    })
    expect([args, `${stdout}${stderr}`.match(/(?!\n)\p{Cc}|\u202e/gu)]).toEqual([args, null])
    expect([args, stdout + stderr]).toEqual([args, expect.stringContaining('\ufffd[2J')])
  }
})

test('an unreadable file: links in a circle', async () => {
  const cwd = makeFolder(files)
  symlinkSync('loop.md', path.join(cwd, 'loop.md'))
  const {code, stderr} = await runProcess(['fix', 'loop.md', 'a.md', ...use], {cwd})
  expect(stderr).toBe('nameright: loop.md: cannot be read: its symbolic links go round in a circle\n')
  expect(code).toBe(2)
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(certain.after)
})

test.runIf(hasPipes)('a named pipe, into which nobody writes', async () => {
  const cwd = makeFolder({...files, 'list.txt': 'fifo\na.md\n'})
  execFileSync('mkfifo', [path.join(cwd, 'fifo')])
  const told = 'it is a pipe, a socket or a device, not a file; write - to read standard input\n'
  for (const command of ['check', 'fix']) {
    const {code, stderr} = await runProcess([command, 'fifo', '/dev/null', 'a.md', ...use], {cwd})
    expect([code, stderr]).toEqual([2, `nameright: fifo: ${told}nameright: /dev/null: ${told}`])
  }
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(certain.after)
  const listed = await runProcess(['check', '--files-from', 'list.txt', ...use], {cwd})
  expect([listed.code, listed.stderr]).toEqual([0, ''])
})

test.runIf(hasPipes)('a pipe that the shell has opened is read, and is not written', () => {
  const cwd = makeFolder(files)
  const shell = (command: string) =>
    spawnSync('sh', ['-c', `cat a.md | "${process.execPath}" "${bin}" ${command} ${use.join(' ')}`], {
      cwd,
      encoding: 'utf8'
    })
  const {stdout, stderr} = shell('check /dev/stdin')
  expect([stdout, stderr]).toEqual([expect.stringContaining('/dev/stdin:3:13  "Yuezhi Anmian"'), ''])
  const {status, stderr: refused} = shell('fix /dev/stdin')
  expect([status, refused]).toEqual([
    2,
    'nameright: /dev/stdin: cannot be written: it is no file; name it - and the text is printed\n'
  ])
})

// As the administrator everything may be read and written, so somebody without rights has to try.
const canTry = !isRoot || canOthersRead()

test.runIf(canTry)('an unreadable file: no permission', async () => {
  const cwd = makeFolder({...files, 'bad.md': certain.before})
  chmodSync(cwd, 0o755)
  chmodSync(path.join(cwd, 'bad.md'), 0o000)
  const {code, stderr, stdout} = await runProcess(['check', 'bad.md', 'a.md', ...use], {
    cwd,
    asNobody: isRoot
  })
  expect(stderr).toBe('nameright: bad.md: cannot be read: permission denied\n')
  expect(code).toBe(2)
  expect(stdout).toContain('a.md:3:13')
})

test.runIf(canTry)('a read-only folder', async () => {
  const cwd = makeFolder({...files, 'kept/b.md': certain.before})
  for (const name of ['kept/b.md', 'a.md']) chmodSync(path.join(cwd, name), 0o666)
  chmodSync(path.join(cwd, 'kept'), 0o555)
  chmodSync(cwd, 0o777)
  const {code, stderr} = await runProcess(['fix', 'kept/b.md', 'a.md', ...use], {cwd, asNobody: isRoot})
  chmodSync(path.join(cwd, 'kept'), 0o755)
  expect(stderr).toMatch(
    /^nameright: kept\/b\.md: cannot be written: its folder kept does not let files be made: .+\n/u
  )
  expect(code).toBe(2)
  expect(readFileSync(path.join(cwd, 'kept/b.md'), 'utf8')).toBe(certain.before)
  expect(readdirSync(path.join(cwd, 'kept'))).toEqual(['b.md'])
})

const refused = 'cannot be written: its folder kept does not let files be made: permission denied'
test.runIf(canTry).each([
  {
    name: 'a new baseline',
    args: ['check', '--baseline', 'kept/new.jsonl', '--write-baseline', 'a.md'],
    told: `kept/new.jsonl: ${refused}`
  },
  {
    name: 'a baseline that is there',
    args: ['check', '--baseline', 'kept/old.jsonl', '--write-baseline', 'a.md'],
    told: `kept/old.jsonl: ${refused}`
  },
  {name: 'a list', args: ['check', 'a.md', '-o', 'kept/list.txt'], told: `kept/list.txt: ${refused}`},
  {name: 'a text', args: ['fix', 'a.md', '-o', 'kept/b.md'], told: `kept/b.md: ${refused}`},
  {
    name: 'decisions',
    args: ['apply', 'sent.jsonl', '--decisions', 'kept/sub/new.jsonl'],
    told: 'kept/sub/new.jsonl: cannot be written: its folder kept/sub does not let files be made: permission denied'
  }
])('a read-only folder: $name', async ({args, told}) => {
  const sent = '{"rule":"doubao","text":"Beanbag","verdict":"accept","scope":"everywhere"}\n'
  const cwd = makeFolder({...files, 'kept/old.jsonl': '', 'sent.jsonl': sent})
  for (const name of ['names.yaml', 'a.md', 'sent.jsonl']) chmodSync(path.join(cwd, name), 0o666)
  chmodSync(path.join(cwd, 'kept'), 0o555)
  chmodSync(cwd, 0o777)
  const {code, stdout, stderr} = await runProcess([...args, ...use], {cwd, asNobody: isRoot})
  chmodSync(path.join(cwd, 'kept'), 0o755)
  expect([code, stdout, stderr]).toEqual([2, '', `nameright: ${told}\n`])
  expect(readdirSync(path.join(cwd, 'kept'))).toEqual(['old.jsonl'])
})

test.runIf(canTry)('where undo could not keep a change, nothing is changed', async () => {
  const cwd = makeFolder({...files, '.nameright/decisions.jsonl': ''})
  // Nobody else could keep the owner.
  if (isRoot) chownSync(path.join(cwd, 'a.md'), 65534, 65534)
  chmodSync(path.join(cwd, '.nameright'), 0o555)
  chmodSync(cwd, 0o777)
  const {code, stderr} = await runProcess(['fix', 'a.md', ...use], {cwd, asNobody: isRoot})
  chmodSync(path.join(cwd, '.nameright'), 0o755)
  expect(stderr).toBe(
    'nameright: a.md: cannot be written: undo needs .nameright/undo, and there: permission denied\n'
  )
  expect([code, readFileSync(path.join(cwd, 'a.md'), 'utf8')]).toEqual([2, certain.before])
})

test('a write-protected file', async () => {
  const cwd = makeFolder({...files, 'b.md': certain.before})
  chmodSync(path.join(cwd, 'b.md'), 0o444)
  const {code, stderr} = await runProcess(['fix', 'b.md', 'a.md', ...use], {cwd})
  expect(stderr).toBe('nameright: b.md: cannot be written: it is write-protected\n')
  expect(code).toBe(2)
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(certain.after)
})

test('a file that changes between reading and writing', async () => {
  const cwd = makeFolder({...files, 'changing.md': certain.before})
  // Somebody writes just when the program looks where the file really lies.
  const meddler = `import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
const {realpathSync} = fs
fs.realpathSync = Object.assign((file) => {
  if (String(file).endsWith('changing.md')) fs.appendFileSync(file, 'theirs')
  return realpathSync(file)
}, realpathSync)
syncBuiltinESMExports()
`
  writeFileSync(path.join(cwd, 'meddler.mjs'), meddler)
  const {code, stderr} = await runProcess(['fix', 'changing.md', 'a.md', ...use], {
    cwd,
    nodeArgs: ['--import', path.join(cwd, 'meddler.mjs')]
  })
  expect(stderr).toBe(
    'nameright: changing.md: the file has changed since it was read; nothing was written, run the command again\n'
  )
  expect(code).toBe(2)
  expect(readFileSync(path.join(cwd, 'changing.md'), 'utf8')).toBe(`${certain.before}theirs`)
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(certain.after)
})

test('a glossary that is no valid YAML: every problem, and no text is touched', async () => {
  const cwd = makeFolder({
    ...files,
    'bad.yaml': 'entires: []\nentries:\n  - {id: a, term: 1, mistranslations: []}\n'
  })
  const before = snapshot(cwd)
  const {code, stdout, stderr} = await runProcess(['fix', 'a.md', '--glossary', 'bad.yaml'], {cwd})
  expect(stderr).toBe(
    [
      'bad.yaml:1:1 error: Unknown key `entires`; did you mean `entries`?',
      'bad.yaml:3:19 error: `term` must be text, found `1`; write it in quotes',
      'nameright: The glossary has 2 errors; mend it and run the command again\n'
    ].join('\n')
  )
  expect([code, stdout]).toEqual([2, ''])
  expect(snapshot(cwd)).toEqual(before)
})

test('a glossary with an entry whose example fails', async () => {
  const broken = names.replace('after: The founder of Moonshot AI left.', 'after: The founder of Kimi left.')
  const cwd = makeFolder({'names.yaml': broken})
  const {code, stderr} = await runProcess(['glossary', 'check', 'names.yaml'], {cwd})
  expect(stderr).toBe(
    'names.yaml:9:9 error: Example of `moonshot-ai`: “The founder of Yuezhi Anmian left.” becomes “The founder of Moonshot AI left.”, expected “The founder of Kimi left.”\n'
  )
  expect(code).toBe(2)
})

test.each([
  {
    name: 'an unknown option',
    args: ['fix', '--glosary', 'x', 'a.md'],
    message: "nameright: unknown option '--glosary'\n(Did you mean --glossary?)"
  },
  {
    name: 'an unknown command',
    args: ['chek', 'a.md'],
    message: "nameright: unknown command 'chek'\n(Did you mean check?)"
  },
  {
    name: 'an unknown command of glossary',
    args: ['glossary', 'lst'],
    message: "nameright: unknown command 'lst'\n(Did you mean list?)"
  },
  {
    name: 'a missing glossary',
    args: ['fix', 'a.md', '-g', 'gone.yaml'],
    message: 'nameright: gone.yaml: there is no such file'
  }
])('$name', async ({args, message}) => {
  const cwd = makeFolder(files)
  const before = snapshot(cwd)
  const {code, stdout, stderr} = await runProcess(args, {cwd})
  expect(stderr.startsWith(message)).toBe(true)
  expect([code, stdout]).toEqual([2, ''])
  expect(snapshot(cwd)).toEqual(before)
})

test('standard input that is not UTF-8', async () => {
  const input = Uint8Array.from([0x59, 0xe9, 0x20, 0x59])
  const {code, stdout, stderr} = await runProcess(['fix', '-', ...use], {cwd: makeFolder(files), input})
  expect(stderr).toBe(
    'nameright: standard input: The file is not valid UTF-8; save it as UTF-8 (byte 2 is wrong)\n'
  )
  expect([code, stdout]).toEqual([2, ''])
})

test('a pipe that is closed early ends the program quietly', async () => {
  const many = Object.fromEntries(
    Array.from({length: 300}, (_, index) => [`many/${index}.md`, `${certain.before.slice(1)}\n`.repeat(20)])
  )
  const cwd = makeFolder({...files, ...many})
  const {code, stderr} = await runProcess(['check', '--format', 'json', 'many', ...use], {
    cwd,
    closeEarly: true
  })
  expect([code, stderr]).toEqual([0, ''])
})

test.runIf(existsSync('/dev/full'))('results that a full disk does not take', () => {
  const cwd = makeFolder(files)
  const full = openSync('/dev/full', 'w')
  const {status, stderr} = spawnSync(process.execPath, [bin, 'check', 'a.md', ...use], {
    cwd,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8'
  })
  closeSync(full)
  expect([status, stderr]).toEqual([
    2,
    'nameright: the output cannot be written: no space left on the device\n'
  ])
})
