import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {readTextFile} from '../../src/disk/read.js'
import {writeNewFile, writeTextFile} from '../../src/disk/write.js'
import {makeFolder} from './folder.js'

const text = '\uFEFF豆包 😀 “Beanbag”\r\nlast line without end'

test('what is read and written back is the same, byte for byte', async () => {
  const folder = makeFolder({'a.md': text})
  const before = readFileSync(path.join(folder, 'a.md'))
  const file = await readTextFile('a.md', folder)
  expect(file.text).toBe(text)
  await writeTextFile(file, file.text)
  expect(readFileSync(path.join(folder, 'a.md'))).toEqual(before)
})

test('mode is kept, and nothing else is left in the folder', async () => {
  const folder = makeFolder({'a.md': 'old'})
  chmodSync(path.join(folder, 'a.md'), 0o640)
  await writeTextFile(await readTextFile('a.md', folder), 'new')
  expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe('new')
  expect(statSync(path.join(folder, 'a.md')).mode & 0o7777).toBe(0o640)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('a symbolic link stays a link, its target is written', async () => {
  const folder = makeFolder({'real/a.md': 'old'})
  symlinkSync('real/a.md', path.join(folder, 'link.md'))
  await writeTextFile(await readTextFile('link.md', folder), 'new')
  expect(lstatSync(path.join(folder, 'link.md')).isSymbolicLink()).toBe(true)
  expect(readlinkSync(path.join(folder, 'link.md'))).toBe('real/a.md')
  expect(readFileSync(path.join(folder, 'real/a.md'), 'utf8')).toBe('new')
})

test('a name as long as names can be', async () => {
  const name = `${'n'.repeat(252)}.md`
  const folder = makeFolder({[name]: 'old'})
  await writeTextFile(await readTextFile(name, folder), 'new')
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe('new')
})

test.each([
  {name: 'changed', change: (file: string) => writeFileSync(file, 'theirs')},
  {name: 'removed', change: (file: string) => rmSync(file)}
])('a file that was $name since it was read is left alone', async ({change}) => {
  const folder = makeFolder({'a.md': 'old'})
  const file = await readTextFile('a.md', folder)
  change(path.join(folder, 'a.md'))
  const left = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  await expect(writeTextFile(file, 'ours')).rejects.toMatchObject({
    code: 'changed',
    message: 'a.md: the file has changed since it was read; nothing was written, run the command again'
  })
  expect(readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(left)
})

test('a write-protected file is left alone, even where its folder would let it be replaced', async () => {
  const folder = makeFolder({'a.md': 'old'})
  chmodSync(path.join(folder, 'a.md'), 0o444)
  await expect(writeTextFile(await readTextFile('a.md', folder), 'new')).rejects.toMatchObject({
    code: 'unwritable',
    message: 'a.md: cannot be written: it is write-protected'
  })
  expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe('old')
})

test('a new file is made, an old one replaced, a folder refused', async () => {
  const folder = makeFolder({'old.md': 'old'})
  mkdirSync(path.join(folder, 'folder'))
  await writeNewFile('new.md', folder, 'one')
  await writeNewFile('old.md', folder, 'two')
  expect(readFileSync(path.join(folder, 'new.md'), 'utf8')).toBe('one')
  expect(readFileSync(path.join(folder, 'old.md'), 'utf8')).toBe('two')
  await expect(writeNewFile('folder', folder, 'x')).rejects.toMatchObject({code: 'unwritable'})
  await expect(writeNewFile('gone/x.md', folder, 'x')).rejects.toMatchObject({
    message: 'gone/x.md: cannot be written: its folder does not exist'
  })
  expect(readdirSync(folder).sort()).toEqual(['folder', 'new.md', 'old.md'])
})

test.each([
  {
    name: 'Latin-1',
    bytes: [0x63, 0xe9, 0x66, 0x65],
    code: 'not-utf8',
    message: 'a.md: The file is not valid UTF-8; save it as UTF-8 (byte 2 is wrong)'
  },
  {
    name: 'UTF-16',
    bytes: [0xff, 0xfe, 0x41, 0x00],
    code: 'not-utf8',
    message: 'a.md: The file is UTF-16; save it as UTF-8'
  },
  {
    name: 'binary',
    bytes: [0x89, 0x50, 0, 0, 0, 0xff],
    code: 'binary',
    message: 'a.md: The file is binary, not text; leave it out'
  }
])('$name is refused', async ({bytes, code, message}) => {
  const folder = makeFolder({'a.md': Uint8Array.from(bytes)})
  await expect(readTextFile('a.md', folder)).rejects.toMatchObject({code, message})
})

test('a folder cannot be read as a file, a missing file is missing', async () => {
  const folder = makeFolder({'a/b.md': ''})
  await expect(readTextFile('a', folder)).rejects.toMatchObject({
    code: 'unreadable',
    message: 'a: cannot be read: it is a folder'
  })
  await expect(readTextFile('c.md', folder)).rejects.toMatchObject({code: 'missing', path: 'c.md'})
})
