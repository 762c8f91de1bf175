// Makes a checkout ready before an npm script runs: installs and builds what is missing or stale, and costs next to
// nothing when nothing is. Plain Node without dependencies, because it runs before there are any.
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const needed = [20, 19]

refuseOldNode()
// Before publishing: nothing of a source file that is gone may be left.
if (process.argv.includes('--fresh')) rmSync(path.join(root, 'dist'), {recursive: true, force: true})
if (!isInstalled()) run('Installing the dependencies', ['ci', '--no-audit', '--no-fund'])
if (!isBuilt()) run('Building', ['run', '--silent', 'build'])

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return
  console.error(`nameright needs Node ${needed.join('.')} or newer; this is ${process.versions.node}`)
  process.exit(2)
}

/** Whether what npm has installed is what the lock asks for; optional packages may be missing. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const present = readPackages(installed)
  return Object.entries(wanted).every(
    ([name, {version, optional, link}]) => name === '' || optional || link || present[name]?.version === version
  )
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** The packs are built last, so they are newer than all they are made of. */
function isBuilt() {
  const built = path.join(root, 'dist', 'packs.bin')
  if (!existsSync(built) || !existsSync(path.join(root, 'dist', 'bin.js'))) return false
  const newest = Math.max(...['src', 'glossary', 'tsconfig.json'].map((name) => newestIn(path.join(root, name))))
  return newest <= statSync(built).mtimeMs
}

function newestIn(file) {
  const stats = statSync(file)
  if (!stats.isDirectory()) return stats.mtimeMs
  // A folder's own time tells when something in it came or went.
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestIn(path.join(file, name))))
}

function run(what, args) {
  console.error(`${what} …`)
  // npm is a script on Windows, which only a shell can start.
  const {status} = spawnSync('npm', args, {cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32'})
  if (status !== 0) process.exit(status ?? 2)
}
