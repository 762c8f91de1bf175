// `npm run new:sample|new:entry|new:report`: writes a skeleton with its failing test, and says what comes next.
// Plain Node, in the folder in which it is started; tested in new.test.ts.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

const kinds = {sample: newSample, entry: newEntry, report: newReport}
const usage = `Usage:
  npm run new:sample NAME             a folder in samples/
  npm run new:entry PACK ID [TERM]    an entry in glossary/PACK.yaml
  npm run new:report NAME             an output format in src/report/`

const [kind = '', ...names] = process.argv.slice(2)
if (!Object.hasOwn(kinds, kind)) fail(usage)
kinds[kind](...names)

function newSample(name) {
  requireName('sample', name)
  create(`samples/${name}/input.md`, `# A text of our own, as translation software would write it\n\nDark Side of the Moon makes Kimi.\n`)
  tellNext(
    `Write the text in samples/${name}/input.md; its test fails until the outcomes are there`,
    'npm run update writes them: read each line, and put right what is wrong',
    'A line about it in samples/readme.md'
  )
}

function newEntry(pack, id, term = titleOf(id)) {
  requireName('pack', pack)
  requireName('entry', id)
  const file = `glossary/${pack}.yaml`
  if (!existsSync(file)) fail(`${file} is no pack; there are ${listPacks().join(', ')}`)
  const text = readFileSync(file, 'utf8')
  const ids = [...text.matchAll(/^ {2}- id: (\S+)$/gmu)].map(([, found]) => found)
  if (ids.includes(id)) fail(`${file} has an entry ${id} already`)
  // Before the first entry that sorts behind it, else at the end.
  const behind = ids.find((found) => found > id)
  const at = behind === undefined ? text.length : text.indexOf(`  - id: ${behind}\n`)
  writeFileSync(file, text.slice(0, at) + entrySkeleton(id, term) + text.slice(at))
  const line = text.slice(0, at).split('\n').length
  tellNext(
    `Fill in the entry at ${file}:${line}; its examples fail until then`,
    'What each field means: glossary/README.md',
    'npm run check:glossary'
  )
}

function newReport(name) {
  requireName('report', name)
  const title = titleOf(name)
  const exported = `report${title.replaceAll(' ', '')}`
  create(`src/report/${name}.ts`, reportSkeleton(title, exported))
  create(`test/report/${name}.test.ts`, reportTest(name, exported))
  tellNext(
    `Write src/report/${name}.ts; test/report/${name}.test.ts fails until then`,
    'Name the format in src/cli/options.ts, load it in src/cli/formats.ts'
  )
}

function entrySkeleton(id, term) {
  return `  - id: ${id}
    term: ${JSON.stringify(term)}
    kind: product
    source: []
    mistranslations:
      - TODO literal words
    cues:
      for: []
      against: []
    examples:
      - {before: TODO a sentence with the literal words., after: TODO the same sentence with the name.}
      - {keep: TODO a sentence in which the literal words mean what they say.}
`
}

function reportSkeleton(title, exported) {
  return `// Findings as ${title}. The other formats live next door.
import type {FileReport} from '../model.js'
import {shownFindings} from './json.js'

/**
 * Write findings as ${title}.
 *
 * @see Where the format is described.
 */
export function ${exported}(reports: readonly FileReport[]): string {
  return reports.flatMap((report) => shownFindings(report, {}).map(({entry}) => \`\${entry}\\n\`)).join('')
}
`
}

function reportTest(name, exported) {
  return `import {expect, test} from 'vitest'
import {${exported}} from '../../src/report/${name}.js'
import {reportOf} from './make.js'

test('${exported} says where, what and what instead', () => {
  const report = reportOf('文.md', '😀 使用Beanbag\\r\\n', {Beanbag: 'Doubao'})
  expect(${exported}([report])).toBe('TODO what the format wants')
})
`
}

function listPacks() {
  return readdirSync('glossary')
    .filter((name) => name.endsWith('.yaml') && name !== 'evidence.yaml')
    .map((name) => path.parse(name).name)
}

function titleOf(name = '') {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

function requireName(what, name) {
  if (name === undefined) fail(usage)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name)) fail(`${what}: \`${name}\` must be written-like-this`)
}

function create(file, text) {
  if (existsSync(file)) fail(`${file} is there already`)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
  console.log(`Wrote ${file}`)
}

function tellNext(...steps) {
  console.log(['Next:', ...steps.map((step) => `  - ${step}`)].join('\n'))
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
