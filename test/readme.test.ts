// The readme tells the truth: its console block is run command by command and compared, its module is run.
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const readmePath = path.join(root, 'README.md')
const readme = readFileSync(readmePath, 'utf8')
const bin = path.join(root, 'dist/bin.js')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nameright-readme-'))
})

afterAll(() => rmSync(folder, {recursive: true}))

/** A fenced block that follows a comment which asks for it to be run. */
function testedBlock(language: string): string {
  const found = new RegExp(`<!-- test: [^>]*-->\\n+\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)
  if (found === null) throw new Error(`README.md has no tested ${language} block`)
  return found[1]!
}

/** Both streams, in the order in which they were written. */
function run(command: string): string {
  const script = command.replaceAll('nameright ', `"${process.execPath}" "${bin}" `)
  const {stdout} = spawnSync('sh', ['-c', `( ${script} ) 2>&1`], {cwd: folder, encoding: 'utf8'})
  return stdout
}

test('each command of the worked example prints what the readme says', () => {
  const block = testedBlock('console')
  const steps = block.split(/^\$ /m).slice(1)
  let real = ''
  for (const step of steps) {
    const [command, ...lines] = step.split('\n') as [string, ...string[]]
    const file = /^cat (\S+)$/.exec(command)?.[1]
    if (file !== undefined) writeFileSync(path.join(folder, file), lines.join('\n'))
    const printed = file === undefined ? run(command) : lines.join('\n')
    real += `$ ${command}\n${printed.endsWith('\n') || printed === '' ? printed : `${printed}\n`}`
  }
  if (process.env.UPDATE_README === '1') writeFileSync(readmePath, readme.replace(block, real))
  else expect(real).toBe(block)
})

test('the module of the readme runs as it stands, and mends its text', () => {
  const modules = path.join(folder, 'node_modules')
  execFileSync('mkdir', ['-p', modules])
  for (const name of ['remark-parse', 'unified'])
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name))
  symlinkSync(root, path.join(modules, 'nameright'))
  writeFileSync(path.join(folder, 'example.mjs'), testedBlock('js'))
  const printed = execFileSync(process.execPath, ['example.mjs'], {cwd: folder, encoding: 'utf8'})
  expect(printed).toContain('Baidu and Moonshot AI, which makes Kimi, are up 99.3%.\r\n')
  expect(printed).toMatch(/^11: .*\(moonshot-ai\)$/m)
})
