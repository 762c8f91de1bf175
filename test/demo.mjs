// `npm run demo`: what `fix` would write into a sample, as a word diff, and the list of findings with the reasons.
import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {styleText} from 'node:util'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = path.join(root, 'samples', 'company-profile')
const {columns = Number.POSITIVE_INFINITY} = process.stdout
const isColoured = process.env.FORCE_COLOR ? true : !process.env.NO_COLOR && process.stdout.isTTY === true

say('A machine-translated article in which two dozen names are garbled. What nameright would write:')
show('diff')
say('Each finding with its reasons; a question mark is for an editor:')
show('check')
say('Nothing was written. Next, see why “The Dark Side of the Moon” on line 15 is left alone:')
console.log('  npm run nameright -- explain samples/company-profile/input.md:15:96\n')

function say(text) {
  console.log(`\n${paint('bold', text)}`)
}

/** Show a command and what it prints; a list is cut to the terminal, a diff is not. */
function show(command) {
  console.log(`${paint('dim', `$ npx nameright ${command} input.md`)}\n`)
  const options = [isColoured ? '--color' : '--no-color', '--no-config', '--no-decisions']
  const bin = path.join(root, 'dist', 'bin.js')
  const {status, stdout} = spawnSync(process.execPath, [bin, command, 'input.md', ...options], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  // Findings give exit code 1, which is no failure of the demonstration.
  if (status !== 0 && status !== 1) process.exit(status ?? 2)
  console.log(command === 'check' ? stdout.trimEnd().split('\n').map(cut).join('\n') : stdout.trimEnd())
}

/** Shorten a line to the terminal; colours take no room. */
function cut(line) {
  let room = columns
  const parts = line.match(/\x1b\[[\d;]*m|./gsu) ?? []
  const end = parts.findIndex((part) => !part.startsWith('\x1b') && --room < 1)
  if (end < 0 || !parts.slice(end + 1).some((part) => !part.startsWith('\x1b'))) return line
  return `${parts.slice(0, end).join('')}…${isColoured ? '\x1b[0m' : ''}`
}

function paint(format, text) {
  return isColoured ? styleText(format, text, {validateStream: false}) : text
}
