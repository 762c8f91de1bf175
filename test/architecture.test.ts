// The arrows between the folders of src/: every import is read, and one that is not in the table fails.
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'

const source = path.resolve(import.meta.dirname, '../src')
const stages = ['glossary', 'document', 'match', 'judge', 'damage', 'decide', 'edit', 'report']
const waysIn = ['config', 'remark', 'batch', 'records', 'review', 'cli', 'score']

/** What the files of each part may import besides their own part. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: [],
  'model.ts': ['text'],
  ...Object.fromEntries(stages.map((stage) => [stage, ['model.ts', 'text']])),
  'clean.ts': [
    'model.ts',
    'text',
    'clean-pieces.ts',
    'clean-rounds.ts',
    'clean-switches.ts',
    'clean-report.ts',
    ...stages
  ],
  'clean-report.ts': ['model.ts', 'text', ...stages],
  'clean-switches.ts': ['model.ts', 'text', ...stages],
  'clean-rounds.ts': ['model.ts', 'text', ...stages],
  'clean-pieces.ts': ['model.ts', 'text', ...stages],
  // Loading a glossary or decisions is reading them: these stages alone are called from here.
  disk: ['model.ts', 'text', 'glossary', 'decide'],
  ...Object.fromEntries(
    waysIn.map((way) => [way, ['model.ts', 'text', 'clean.ts', 'disk', ...stages, ...waysIn]])
  ),
  'bin.ts': ['cli'],
  'index.ts': ['model.ts', 'text', 'clean.ts', 'disk', ...stages, ...waysIn]
}

/** Modules of Node that reach beyond memory, and who may use them. */
const outside: Readonly<Record<string, readonly string[]>> = {
  fs: ['disk', 'score'],
  'fs/promises': ['disk', 'score'],
  process: ['bin.ts', 'score'],
  child_process: ['disk'],
  net: [],
  http: ['review']
}

interface Import {
  readonly file: string
  readonly target: string
  readonly isTypeOnly: boolean
}

const files = readdirSync(source, {recursive: true, encoding: 'utf8'})
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/u.test(file))
const imports = files.flatMap(readImports)

function readImports(file: string): Import[] {
  const text = readFileSync(path.join(source, file), 'utf8')
  const pattern =
    /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu
  return [...text.matchAll(pattern)].map(([, type, fixed, lazy]) => ({
    file,
    target: fixed ?? lazy ?? '',
    isTypeOnly: type !== undefined
  }))
}

/** The first folder, or the file at the top. */
function partOf(file: string): string {
  return file.split('/')[0] ?? file
}

function targetPart({file, target}: Import): string {
  return partOf(path.posix.join(path.posix.dirname(file), target).replace(/\.js$/u, '.ts'))
}

const own = imports.filter(({target}) => target.startsWith('.'))

test('there are imports to look at', () => {
  expect(own.length).toBeGreaterThan(100)
})

test('every part of src is in the table', () => {
  expect([...new Set(files.map(partOf))].filter((part) => allowed[part] === undefined)).toEqual([])
})

test('every arrow between parts is in the table', () => {
  const wrong = own.filter((item) => {
    const from = partOf(item.file)
    const to = targetPart(item)
    return from !== to && !allowed[from]?.includes(to)
  })
  expect(wrong.map((item) => `${item.file} imports ${item.target}`)).toEqual([])
})

test('the nouns are types only', () => {
  const wrong = own.filter(({file, isTypeOnly}) => file === 'model.ts' && !isTypeOnly)
  expect(wrong).toEqual([])
})

test('index.ts only re-exports', () => {
  const text = files.includes('index.ts') ? readFileSync(path.join(source, 'index.ts'), 'utf8') : ''
  expect(text.match(/^(?!export |\s|\}|\/\/|\/?\*|$).*/gmu) ?? []).toEqual([])
})

test('disk, process and network are touched only where the table says', () => {
  const wrong = imports.filter(({file, target}) => {
    const module = target.replace(/^node:/u, '')
    return outside[module] !== undefined && !outside[module].includes(partOf(file))
  })
  expect(wrong.map(({file, target}) => `${file} imports ${target}`)).toEqual([])
})

test('imports of our own files end in .js', () => {
  expect(
    own.filter(({target}) => !target.endsWith('.js')).map(({file, target}) => `${file} ${target}`)
  ).toEqual([])
})
