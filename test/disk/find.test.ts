import {symlinkSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {findFiles} from '../../src/disk/find.js'
import {makeFolder} from './folder.js'

const files = Object.fromEntries(
  [
    'b.md',
    'a.markdown',
    'c.TXT',
    'page.mdx',
    'photo.png',
    'a.adoc',
    'notes',
    '.hidden.md',
    '.secret/x.md',
    'node_modules/pkg/readme.md',
    'deep/one.text',
    'deep/er/two.md',
    'deep/node_modules/pkg/readme.md',
    'odd [name]/three.md',
    '中文/文章.md'
  ].map((name) => [name, 'text'])
)

test.each([
  {
    name: 'a folder gives its texts in a stable order, without hidden ones and node_modules',
    args: ['.'],
    found: [
      'a.markdown',
      'b.md',
      'c.TXT',
      'deep/er/two.md',
      'deep/one.text',
      'odd [name]/three.md',
      'page.mdx',
      '中文/文章.md'
    ]
  },
  {name: 'a folder is kept as given', args: ['./deep/'], found: ['./deep/er/two.md', './deep/one.text']},
  {name: 'a file is taken whatever its ending', args: ['notes', 'a.adoc'], found: ['notes', 'a.adoc']},
  {name: 'a hidden file is taken when it is named', args: ['.hidden.md'], found: ['.hidden.md']},
  {name: 'a glob gives texts only', args: ['*'], found: ['a.markdown', 'b.md', 'c.TXT', 'page.mdx']},
  {name: 'a glob that names an ending gives just that', args: ['*.adoc'], found: ['a.adoc']},
  {name: 'a glob leaves out what is no text', args: ['{photo,b}.*', '*.{png,md}'], found: ['b.md']},
  {name: 'a glob with braces', args: ['**/{one,two}.*'], found: ['deep/er/two.md', 'deep/one.text']},
  {
    name: 'the order is that of the arguments, nothing comes twice',
    args: ['deep', 'b.md', './b.md', '.'],
    found: [
      'deep/er/two.md',
      'deep/one.text',
      'b.md',
      'a.markdown',
      'c.TXT',
      'odd [name]/three.md',
      'page.mdx',
      '中文/文章.md'
    ]
  },
  {
    name: 'an argument that begins with ! takes away',
    args: ['deep', '!deep/er/**'],
    found: ['deep/one.text']
  },
  {
    name: 'a name with brackets is a file before it is a pattern',
    args: ['odd [name]/three.md'],
    found: ['odd [name]/three.md']
  },
  {name: 'a folder with brackets in its name', args: ['odd [name]'], found: ['odd [name]/three.md']}
])('$name', async ({args, found}) => {
  expect(await findFiles(args, makeFolder(files))).toEqual({paths: found, ignored: [], errors: []})
})

test('an absolute path stays absolute', async () => {
  const folder = makeFolder(files)
  const {paths} = await findFiles([path.join(folder, 'deep/er')], '/')
  expect(paths).toEqual([`${folder}/deep/er/two.md`])
})

test.each([
  {
    name: 'a file that is not there',
    args: ['gone.md'],
    code: 'missing',
    message: 'gone.md: there is no such file or folder'
  },
  {
    name: 'a part of the path is a file',
    args: ['b.md/x.md'],
    code: 'missing',
    message: 'b.md/x.md: there is no such file or folder'
  },
  {
    name: 'a file whose ending says that it is no text',
    args: ['photo.png'],
    code: 'binary',
    message:
      'photo.png: a .png file is no text; taken are .md, .markdown, .mdx, .txt, .text, and other files of plain text'
  },
  {
    name: 'a folder without matching files',
    args: ['deep/er/empty'],
    code: 'no-match',
    message:
      'deep/er/empty: in this folder is no file to check (looked for .md, .markdown, .mdx, .txt, .text)'
  },
  {
    name: 'a glob without matching files',
    args: ['*.rst'],
    code: 'no-match',
    message: '*.rst: this pattern matches no file to check (looked for .md, .markdown, .mdx, .txt, .text)'
  }
])('$name is an error, and the others are found', async ({args, code, message}) => {
  const folder = makeFolder({...files, 'deep/er/empty/photo.png': ''})
  const {paths, errors} = await findFiles([...args, 'b.md'], folder)
  expect(paths).toEqual(['b.md'])
  expect(errors.map((error) => [error.code, error.message])).toEqual([[code, message]])
})

test('a list passes over what is no text', async () => {
  const {paths, errors} = await findFiles([], makeFolder(files), {names: ['photo.png', 'notes', 'b.md']})
  expect([paths, errors]).toEqual([['notes', 'b.md'], []])
})

test('what .gitignore leaves out is left out, by every .gitignore on the way', async () => {
  const folder = makeFolder({
    '.git/HEAD': '',
    '.gitignore': 'build/\n*.draft.md\n',
    'build/a.md': '',
    'posts/a.md': '',
    'posts/b.draft.md': '',
    'posts/c.draft.md': '',
    'posts/.gitignore': '!c.draft.md\nold\n',
    'posts/old/d.md': ''
  })
  expect((await findFiles(['.'], folder)).paths).toEqual(['posts/a.md', 'posts/c.draft.md'])
  expect((await findFiles(['posts'], folder)).paths).toEqual(['posts/a.md', 'posts/c.draft.md'])
  expect((await findFiles(['.'], path.join(folder, 'posts'))).paths).toEqual(['a.md', 'c.draft.md'])
  expect((await findFiles(['build/a.md'], folder)).paths).toEqual(['build/a.md'])
})

test('links that go round in a circle end', async () => {
  const folder = makeFolder({'a/x.md': ''})
  symlinkSync('..', path.join(folder, 'a/up'))
  expect((await findFiles(['a'], folder)).paths).toContain('a/x.md')
  symlinkSync('loop.md', path.join(folder, 'loop.md'))
  const {errors} = await findFiles(['loop.md'], folder)
  expect(errors[0]?.message).toBe('loop.md: cannot be read: its symbolic links go round in a circle')
})

test('what links lead to is found once, by its own name where that is found too', async () => {
  const folder = makeFolder({'posts/b.md': '', 'posts/z/c.md': '', 'other/d.md': '', 'other/e.md': ''})
  symlinkSync('b.md', path.join(folder, 'posts/a.md'))
  symlinkSync('z', path.join(folder, 'posts/link'))
  symlinkSync('../other', path.join(folder, 'posts/out'))
  symlinkSync('../other/e.md', path.join(folder, 'posts/e.md'))
  symlinkSync('.', path.join(folder, 'posts/self'))
  const found = ['posts/b.md', 'posts/e.md', 'posts/out/d.md', 'posts/z/c.md']
  expect((await findFiles(['posts'], folder)).paths).toEqual(found)
  expect((await findFiles(['posts/a.md', 'posts/b.md'], folder)).paths).toEqual(['posts/b.md'])
})

test('what .nameright-ignore leaves out is left out even when it is named, and can be taken back below', async () => {
  const folder = makeFolder({
    '.nameright-ignore': '# not ours\nold/\n*.draft.md\n',
    'a.md': '',
    'old/b.md': '',
    'c.draft.md': '',
    'posts/.nameright-ignore': '!keep.draft.md\n',
    'posts/keep.draft.md': '',
    'posts/other.draft.md': ''
  })
  expect((await findFiles(['.'], folder)).paths).toEqual(['a.md', 'posts/keep.draft.md'])
  expect(await findFiles(['c.draft.md', 'posts/keep.draft.md', 'a.md'], folder)).toEqual({
    paths: ['posts/keep.draft.md', 'a.md'],
    ignored: ['c.draft.md'],
    errors: []
  })
})

test('rules of a configuration hold from its own folder on', async () => {
  const folder = makeFolder({'a.md': '', 'site/a.md': '', 'site/x/a.md': '', 'site/x/b.md': ''})
  const ignore = {folder: path.join(folder, 'site'), patterns: ['/a.md', 'x/*', '!x/b.md']}
  expect((await findFiles(['.'], folder, {ignore})).paths).toEqual(['a.md', 'site/x/b.md'])
})

test('names from a list are names, whatever they look like', async () => {
  const folder = makeFolder({'!a.md': '', 'b[1].md': '', 'b1.md': ''})
  const {paths, errors} = await findFiles(['b1.md'], folder, {
    names: ['!a.md', './b1.md', 'b[1].md', '*.md']
  })
  expect(paths).toEqual(['b1.md', '!a.md', 'b[1].md'])
  expect(errors.map(({message}) => message)).toEqual(['*.md: there is no such file or folder'])
})

test('a search can be narrowed to some files, and finding none of them is no error', async () => {
  const folder = makeFolder({'a.md': '', 'b.md': ''})
  const within = new Set([path.join(folder, 'b.md')])
  expect((await findFiles(['.'], folder, {within})).paths).toEqual(['b.md'])
  expect(await findFiles(['.'], folder, {within: new Set()})).toEqual({paths: [], ignored: [], errors: []})
})

test('a folder that is itself a link gives what it leads to once, by the name without links', async () => {
  const folder = makeFolder({'real/deep/a.md': 'a', 'real/b.md': 'b'})
  symlinkSync('real', path.join(folder, 'alias'))
  const paths = ['real/b.md', 'real/deep/a.md']
  expect(await findFiles(['alias', 'real'], folder)).toEqual({paths, ignored: [], errors: []})
  expect(await findFiles(['real', 'alias'], folder)).toEqual({paths, ignored: [], errors: []})
  const {paths: alone} = await findFiles(['alias/'], folder)
  expect(alone).toEqual(['alias/b.md', 'alias/deep/a.md'])
})
