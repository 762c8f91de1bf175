import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {glob} from 'tinyglobby'
import {expect, test} from 'vitest'
import {hasKnownEnding} from '../../src/disk/find.js'
import {walkFolder} from '../../src/disk/walk.js'
import {makeFolder} from './folder.js'

const names = [
  'a.md',
  'B.MD',
  'c',
  '.git',
  '.md',
  'd.markdown',
  'x y [1].txt',
  'node_modules',
  'Node_Modules',
  'e.mdx',
  '豆包',
  '{!*}.text',
  'back\\slash.md',
  'two\nlines.md',
  '#f.md',
  ' ',
  'i\u0307.md'
]

test('law: a walk lists what the pattern finds, or leaves it to the pattern', async () => {
  const tree = fc.array(fc.array(fc.constantFrom(...names), {minLength: 1, maxLength: 4}), {maxLength: 12})
  await fc.assert(
    fc.asyncProperty(tree, async (paths) => {
      const folder = makeFolder()
      for (const parts of paths) makeFile(folder, parts)
      const found = await glob('**/*.{md,markdown,mdx,txt,text}', {
        cwd: folder,
        ignore: ['**/node_modules/**'],
        caseSensitiveMatch: false
      })
      const walked = walkFolder(folder, hasKnownEnding)
      const isSimple = !paths.some((parts) => parts.slice(0, -1).some(hasKnownEnding))
      if (isSimple) expect(walked).toBeDefined()
      if (walked) expect(walked.sort()).toEqual(found.sort())
    }),
    {numRuns: 200}
  )
})

/** What is a file already cannot be a folder, and the other way round. */
function makeFile(folder: string, parts: readonly string[]): void {
  try {
    mkdirSync(path.join(folder, ...parts.slice(0, -1)), {recursive: true})
    writeFileSync(path.join(folder, ...parts), '')
  } catch {}
}

test('a folder with a link is left to the pattern', () => {
  const folder = makeFolder({'deep/a.md': ''})
  symlinkSync(folder, path.join(folder, 'deep', 'up'))
  expect(walkFolder(folder, hasKnownEnding)).toBeUndefined()
})

test('a folder that is not there is left to the pattern', () => {
  expect(walkFolder(path.join(makeFolder(), 'gone'), hasKnownEnding)).toBeUndefined()
})
