// `npm run update`: writes what the program makes of the samples, and says which outcomes changed. Whether they are
// what they should be is for a person to say; that they stay so is tested in samples.test.ts.
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const samples = readdirSync(path.join(root, 'samples'), {withFileTypes: true})
  .filter((item) => item.isDirectory())
  .map(({name}) => `samples/${name}`)

const changed = samples.flatMap((folder) => [
  ...write(`${folder}/expected.md`, run('fix', '--quiet', ...optionsOf(folder), '-', '--stdin-path', `${folder}/input.md`)),
  ...write(`${folder}/report.txt`, run('check', '--all', ...optionsOf(folder), `${folder}/input.md`))
])
for (const file of changed) console.log(`changed  ${file}`)
const count = changed.length === 1 ? '1 outcome' : `${changed.length || 'no'} outcomes`
console.log(`${count} changed in ${samples.length} samples${changed.length > 0 ? '; read each line: git diff samples' : ''}`)

function optionsOf(folder) {
  const decisions = `${folder}/decisions.jsonl`
  const hasDecisions = existsSync(path.join(root, decisions))
  return ['--no-config', ...(hasDecisions ? ['--decisions', decisions] : ['--no-decisions'])]
}

/** What a command prints; findings (exit code 1) are no failure. */
function run(...args) {
  const name = args[args.indexOf('--stdin-path') + 1]
  const input = args.includes('-') ? readFileSync(path.join(root, name)) : ''
  const {status, stdout, stderr} = spawnSync(process.execPath, ['dist/bin.js', ...args], {cwd: root, input})
  if (status === 0 || status === 1) return stdout
  console.error(stderr.toString())
  process.exit(status ?? 2)
}

/** The file's name when its bytes became different. */
function write(file, bytes) {
  const place = path.join(root, file)
  if (existsSync(place) && readFileSync(place).equals(bytes)) return []
  writeFileSync(place, bytes)
  return [file]
}
