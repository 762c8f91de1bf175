// Run after the compiler: makes one small file of the command and all it needs, because finding and compiling a
// hundred modules takes longer than checking an article. dist/bin.js then starts that file with V8's code cache. The
// modules in dist/ stay as they are for those who use the library.
import {spawnSync} from 'node:child_process'
import {rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const dist = path.join(root, 'dist')
const folder = path.join(dist, 'bundle')

rmSync(folder, {recursive: true, force: true})
await build({
  entryPoints: {main: path.join(dist, 'bin.js'), worker: path.join(dist, 'batch', 'worker.js')},
  outdir: folder,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Modules know where they are by import.meta.url; the bundle lies as deep in dist/ as they do.
  banner: {js: 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;'},
  define: {'import.meta.url': 'importMetaUrl'},
  // The page of the review server is built elsewhere, and esbuild itself is only for building.
  external: ['esbuild', 'vite']
})

// Scripts, in the middle of a package of modules.
writeFileSync(path.join(folder, 'package.json'), '{"type": "commonjs"}\n')
writeFileSync(path.join(folder, 'start.js'), starter())
writeFileSync(path.join(dist, 'bin.js'), launcher())
// The first run writes the code cache; one that another version of Node has written is replaced by its first run.
spawnSync(process.execPath, [path.join(dist, 'bin.js'), 'check', '--no-config', '--no-decisions', '-'], {
  input: 'Kimi, which Yuezhi Anmian makes, grew.\n',
  cwd: folder
})

function launcher() {
  return `#!/usr/bin/env node
import {createRequire} from 'node:module'
createRequire(import.meta.url)('./bundle/start.js')
`
}

function starter() {
  return `'use strict'
// Runs main.js from V8's code cache; without a good one, compiles it and leaves a cache behind for the next run.
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')
const file = path.join(__dirname, 'main.js')
const cache = path.join(__dirname, 'main-' + process.versions.v8 + '-' + process.arch + '.cache')
const read = (name) => {
  try {
    return fs.readFileSync(name)
  } catch {
    return undefined
  }
}
const wrapped = '(function(exports,require,module,__filename,__dirname){' + fs.readFileSync(file, 'utf8').replace(/^#!.*/, '') + '\\n})'
const cachedData = read(cache)
const script = new vm.Script(wrapped, {
  filename: file,
  ...(cachedData && {cachedData}),
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
})
const module_ = {exports: {}}
script.runInThisContext()(module_.exports, require, module_, file, __dirname)
if (!cachedData || script.cachedDataRejected) {
  // At the end, when all functions that a run needs are compiled.
  process.once('exit', () => {
    try {
      const temporary = cache + '.' + process.pid
      fs.writeFileSync(temporary, script.createCachedData())
      fs.renameSync(temporary, cache)
    } catch {
      // Where the package cannot be written, each run compiles.
    }
  })
}
`
}
