// The benchmark, `npm run bench`: nameright and its peers over the same generated articles, in one run, taking turns.
// `--quick` leaves out what takes minutes. Peers come from npm into a folder outside of the project, and from Debian.
import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {makeArticle, makeEntries, toGlossary, toLoosePrh, toPrh} from './generate.mjs'

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const place = path.join(os.tmpdir(), 'nameright-bench')
const isQuick = process.argv.includes('--quick')
const command = path.join(root, JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).bin.nameright)
const planted = makeEntries(200)

let copies = 0

rmSync(path.join(place, 'work'), {recursive: true, force: true})
mkdirSync(place, {recursive: true})
const peers = installPeers()
for (const count of [10, 200, 5000, 100_000]) writeFileSync(glossaryFile(count), toGlossary(makeEntries(count)))
const sets = {small: makeSet('small', 100), medium: makeSet('medium', 2000)}

printTable('Mending 2,000 files (30 MB), 200 entries, cold', compare(sets.medium, [
  ours('nameright fix', 200),
  ...(isQuick ? [] : [textlint('prh', 200), textlint('terminology', 200)]),
  casePolice(200),
  codespell(200),
  ripgrep('ripgrep (finds only)', 200)
], 3))
printTable('Mending 100 files, 200 entries', compare(sets.small, [ours('nameright fix', 200), textlint('prh', 200)], 3))
if (!isQuick) {
  printTable('Mending 100 files, 5,000 entries', compare(sets.small, [
    ours('nameright fix', 5000),
    textlint('prh', 5000),
    {...textlint('prh', 5000, toLoosePrh), name: 'the same in any capitals, over line ends'}
  ], 3))
}
printTable('How cost grows with entries: 2,000 files', compare(sets.medium, [10, 200, 5000, 100_000].map((count) => ours(`${count} entries`, count)), 3))
printTable('How cost grows with length: one file', [
  ...compare(makeLong(2), [ours('2 MB', 200)], 3),
  ...compare(makeLong(20), [ours('20 MB', 200)], 3)
])
printTable('Files without names: 2,000 files (30 MB)', compare(makeSet('bare', 2000, {step: 2, first: 1}), [
  {...ours('nameright check', 200), args: ['check', '-q', '-g', glossaryFile(200), '.']},
  ripgrep('ripgrep', 200)
], 5))
printTable('A second run with --cache: 2,000 files', compare(sets.medium, [
  bare('node -e 0'),
  {...ours('nameright fix --cache, again', 200), args: ['fix', '-q', '--cache', '-g', glossaryFile(200), '.'], warmUp: true}
], 3))
printTable('One article, the packs that ship', compare(makeSet('one', 1), [
  bare('node -e 0'),
  {...ours('nameright check', 200), args: ['check', '-q', '.']}
], 11))

rmSync(path.join(place, 'work'), {recursive: true, force: true})

/** A runner: how it is called in a folder of articles, and whether what it wrote is to be judged. */
function ours(name, count) {
  return {name, file: process.execPath, prefix: [command], args: ['fix', '-q', '-g', glossaryFile(count), '.'], writes: true, codes: [0, 1]}
}

function bare(name) {
  return {name, file: process.execPath, args: ['-e', '0'], codes: [0]}
}

/** @param toRules - Makes the rules of prh. */
function textlint(rule, count, toRules = toPrh) {
  const entries = makeEntries(count)
  const config = path.join(place, `textlint-${rule}-${toRules.name}-${count}.json`)
  const rules = path.join(place, `${toRules.name}-${count}.yml`)
  writeFileSync(rules, toRules(entries))
  const terms = entries.map(({term, wrong}) => [wrong, term])
  const options = rule === 'prh' ? {rulePaths: [rules]} : {defaultTerms: false, terms}
  writeFileSync(config, JSON.stringify({rules: {[rule]: options}}))
  const bin = path.join(peers, 'node_modules', 'textlint', 'bin', 'textlint.js')
  return {name: `textlint + ${rule}, --fix`, file: process.execPath, prefix: [bin], args: ['--fix', '-c', config, '*.md'], glob: true, writes: true, codes: [0, 1], from: peers}
}

function casePolice(count) {
  const file = path.join(place, `case-police-${count}.json`)
  writeFileSync(file, JSON.stringify(Object.fromEntries(makeEntries(count).map(({term, wrong}) => [wrong.toLowerCase(), term]))))
  const bin = path.join(peers, 'node_modules', '.bin', 'case-police')
  return {name: 'case-police --fix', file: bin, args: ['--fix', '--no-default', '--dict', file, '*.md'], glob: true, writes: true, codes: [0, 1]}
}

function codespell(count) {
  const file = path.join(place, `codespell-${count}.txt`)
  writeFileSync(file, makeEntries(count).map(({term, wrong}) => `${wrong.split(' ')[0].toLowerCase()}->${term}\n`).join(''))
  return {name: 'codespell -w (single words)', file: 'codespell', args: ['-w', '-D', file, '.'], codes: [0, 65]}
}

function ripgrep(name, count) {
  const file = path.join(place, `terms-${count}.txt`)
  writeFileSync(file, makeEntries(count).map(({wrong}) => `${wrong}\n`).join(''))
  return {name, file: 'rg', args: ['-c', '-F', '-f', file, '.'], codes: [0, 1]}
}

/** Run each runner in turn on fresh copies of a set; medians. */
function compare(set, runners, rounds) {
  const found = runners.map(() => [])
  const results = runners.map((runner) => ({name: runner.name, bytes: set.bytes}))
  for (let round = 0; round < rounds; round++) {
    for (const [index, runner] of runners.entries()) {
      // What takes minutes runs once.
      if (found[index][0]?.seconds > 20) continue
      // A new one each time: in a folder from which thousands of files have just gone, ext4 is slow to make others.
      const folder = path.join(place, 'work', String(copies++))
      cpSync(set.folder, folder, {recursive: true})
      spawnSync('sync')
      if (runner.warmUp) runOnce(runner, folder, set)
      found[index].push(runOnce(runner, folder, set))
      if (runner.writes && round === 0) Object.assign(results[index], judge(set, folder))
    }
  }
  return results.map((result, index) => {
    const sorted = found[index].sort((a, b) => a.seconds - b.seconds)
    return {...result, ...sorted[sorted.length >> 1]}
  })
}

function runOnce({file, prefix = [], args, glob, codes, from}, folder, set) {
  const all = [...prefix, ...args.flatMap((arg) => (glob && arg === '*.md' ? set.names : [arg]))]
  const log = path.join(place, 'time.txt')
  const start = performance.now()
  const cwd = from ?? folder
  const given = from ? all.map((arg) => (set.names.includes(arg) ? path.join(folder, arg) : arg)) : all
  const {status} = spawnSync('/usr/bin/time', ['-o', log, '-f', '%M', file, ...given], {cwd, stdio: 'ignore'})
  const seconds = (performance.now() - start) / 1000
  if (!codes.includes(status)) console.error(`${file} ended with ${status}`)
  return {seconds, megabytes: Number(readFileSync(log, 'utf8').trim().split('\n').at(-1)) / 1024}
}

/** Count planted names that are still there, and protected places that are not as they were. */
function judge({articles}, folder) {
  let missed = 0
  let broken = 0
  let total = 0
  for (const {name, planted: names, kept} of articles) {
    let text = readFileSync(path.join(folder, name), 'utf8')
    for (const part of kept) {
      if (!text.includes(part)) broken++
      text = text.replace(part, '')
    }
    total += names.length
    for (const {wrong} of new Set(names)) {
      missed += text.match(new RegExp(wrong.replaceAll(' ', '(?:\\s|>)+'), 'g'))?.length ?? 0
    }
  }
  return {missed, broken, total}
}

function makeSet(name, count, {step = 1, first = 0} = {}) {
  const folder = path.join(place, name)
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder)
  const articles = []
  let bytes = 0
  for (let index = 0; index < count; index++) {
    const {text, ...rest} = makeArticle(first + index * step, planted)
    const file = `article-${String(index).padStart(5, '0')}.md`
    writeFileSync(path.join(folder, file), text)
    articles.push({name: file, ...rest})
    bytes += text.length
  }
  return {folder, articles, bytes, names: articles.map((article) => article.name)}
}

function makeLong(megabytes) {
  const folder = path.join(place, `long-${megabytes}`)
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder)
  const {text, ...rest} = makeArticle(4, planted, megabytes * 1_000_000)
  writeFileSync(path.join(folder, 'long.md'), text)
  return {folder, articles: [{name: 'long.md', ...rest}], bytes: text.length, names: ['long.md']}
}

function glossaryFile(count) {
  return path.join(place, `glossary-${count}.yaml`)
}

function installPeers() {
  const folder = path.join(place, 'peers')
  if (!existsSync(path.join(folder, 'node_modules', 'textlint'))) {
    mkdirSync(folder, {recursive: true})
    writeFileSync(path.join(folder, 'package.json'), '{"private": true}')
    const names = ['textlint@15.8.0', 'textlint-rule-prh', 'textlint-rule-terminology', 'case-police']
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...names], {cwd: folder, stdio: 'inherit'})
  }
  for (const tool of ['rg', 'codespell', '/usr/bin/time']) {
    if (spawnSync('which', [tool]).status !== 0) throw new Error(`${tool} is missing: apt-get install ripgrep codespell time`)
  }
  return folder
}

function printTable(title, rows) {
  const [first] = rows
  console.log(`\n${title}\n`)
  console.log('| | seconds | MB/s | against the first | peak MB | missed | broken |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const {name, seconds, megabytes, bytes, missed, broken, total} of rows) {
    const cells = [
      name,
      seconds.toFixed(2),
      (bytes / 1e6 / seconds).toFixed(1),
      `${(seconds / first.seconds).toFixed(2)}×`,
      megabytes.toFixed(0),
      missed === undefined ? '' : `${missed} of ${total}`,
      broken ?? ''
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
