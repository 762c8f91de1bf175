// `npm run demo`: one sample article, what would change as a word diff, and the list of findings with the reasons.
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const sample = `samples/${chooseSample()}/input.md`

show('diff', sample)
show('check', sample)
console.log(`\nNothing was written. To write what is certain: npm run nameright -- fix ${sample}`)

function chooseSample() {
  const preferred = 'company-profile'
  const names = readdirSync(path.join(root, 'samples')).sort()
  const found = [preferred, ...names].find((name) => existsSync(path.join(root, 'samples', name, 'input.md')))
  if (found) return found
  console.error('There is no sample with an input.md in samples/')
  process.exit(2)
}

/** Findings give exit code 1, which is no failure of the demonstration. */
function show(...args) {
  console.log(`\n$ nameright ${args.join(' ')}\n`)
  const {status} = spawnSync(process.execPath, ['dist/bin.js', ...args], {cwd: root, stdio: 'inherit'})
  if (status !== 0 && status !== 1) process.exit(status ?? 2)
}
