// The plugins in real processes: remark-cli with a .remarkrc.mjs, and the first example of the readme.
import {execFileSync, spawn} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'

const require = createRequire(import.meta.url)
const root = path.resolve(import.meta.dirname, '../..')
const binaries = path.join(root, 'node_modules/.bin')
const plugins = pathToFileURL(path.join(root, 'dist/index.js')).href
const gfm = pathToFileURL(require.resolve('remark-gfm')).href

const glossary = `languages: {source: zh, target: en}
entries:
  - {id: moonshot-ai, term: Moonshot AI, kind: company, mistranslations: [Yuezhi Anmian]}
  - {id: zhipu, term: Zhipu AI, kind: company, mistranslations: [Zhipuu Wisdom]}
`
const article = '\uFEFFNews 😀\r\n===\r\n\r\n* Yuezhi Anmian and Zhipuu\r\n  Wisdom , 301TP4T.\r\n'
const mended = '\uFEFFNews 😀\r\n===\r\n\r\n* Moonshot AI and Zhipu AI, 30%.\r\n'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nameright-remark-'))
  await writeFile(path.join(folder, 'names.yaml'), glossary)
  await writeFile(
    path.join(folder, '.remarkrc.mjs'),
    `import gfm from ${JSON.stringify(gfm)}
import {remarkDamage, remarkKeepSource, remarkNameright} from ${JSON.stringify(plugins)}
const options = {glossary: 'names.yaml'}
export default {plugins: [gfm, [remarkNameright, options], [remarkDamage, options], remarkKeepSource]}
`
  )
})
afterAll(() => rm(folder, {recursive: true}))

async function remark(...args: readonly string[]) {
  const child = spawn('remark', args, {
    cwd: folder,
    env: {PATH: `${binaries}${path.delimiter}${process.env.PATH}`, NO_COLOR: '1'}
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.end()
  const code = await new Promise((resolve) => child.on('close', resolve))
  return {code, stdout, stderr}
}

test('messages say what, where and which entry; --frail fails on them; nothing is written', async () => {
  await writeFile(path.join(folder, 'a.md'), article)
  const {code, stderr} = await remark('--no-stdout', '--no-color', '--frail', 'a.md')
  expect(stderr).toMatch(
    /4:3-4:16\s+warning\s+Unexpected `Yuezhi Anmian`, expected `Moonshot AI`\s+moonshot-ai\s+nameright/
  )
  expect(stderr).toMatch(/5:9-5:10\s+warning\s+Unexpected ` `, expected nothing\s+space-before-mark/)
  expect(code).toBe(1)
  expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe(article)
})

test('--output writes the names and the repairs, and every other byte as it was', async () => {
  await writeFile(path.join(folder, 'b.md'), article)
  const {code} = await remark('--quiet', '--output', '--', 'b.md')
  expect(code).toBe(0)
  expect(await readFile(path.join(folder, 'b.md'), 'utf8')).toBe(mended)
  const again = await remark('--frail', '--no-stdout', 'b.md')
  expect(again).toMatchObject({code: 0})
})

test('the example of the readme does what its comments say', async () => {
  const readme = await readFile(path.join(root, 'src/remark/readme.md'), 'utf8')
  const code = /```js\n([\s\S]+?)```\n/u.exec(readme)![1]!
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8'
  })
  const promised = [...code.matchAll(/\/\/ (.+)$/gmu)].map(([, line]) => line)
  expect(output.trim().split('\n')).toEqual(promised)
})
