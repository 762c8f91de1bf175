// Run after the compiler: makes one small file of the command and all it needs, because finding and compiling a
// hundred modules takes longer than checking an article. start.cjs, beside it, runs that file from V8's code cache. The
// modules in dist/ stay as they are for those who use the library.
import {spawnSync} from 'node:child_process'
import {copyFileSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.dirname(path.dirname(here))
const dist = path.join(root, 'dist')
const folder = path.join(dist, 'bundle')
const bundle = path.join(folder, 'nameright.js')
const require = createRequire(import.meta.url)

/** Modules of Node that many runs do without; to load them takes milliseconds. */
const lazyModules = ['child_process', 'crypto', 'http', 'os', 'readline', 'timers/promises', 'worker_threads', 'zlib']

/** Loads a module of Node when the first of its exports is asked for. */
const lazyPlugin = {
  name: 'lazy',
  setup({onResolve, onLoad}) {
    const filter = new RegExp(`^node:(?:${lazyModules.join('|')})$`)
    onResolve({filter}, ({path: name, namespace}) =>
      namespace === 'lazy' ? {path: name, external: true} : {path: name, namespace: 'lazy'}
    )
    onLoad({filter: /^/, namespace: 'lazy'}, ({path: name}) => ({
      // What was asked for once stays, for even to find a module that is loaded takes microseconds.
      contents: `for (const name of ${JSON.stringify(Object.keys(require(name)))})
        Object.defineProperty(exports, name, {configurable: true, enumerable: true, get() {
          const value = require('${name}')[name]
          Object.defineProperty(exports, name, {value})
          return value
        }})`
    }))
  }
}

rmSync(folder, {recursive: true, force: true})
await build({
  // Threads run the same file, whose compiled code is kept.
  stdin: {
    contents: "exports.main = () => require('./bin.js'); exports.thread = () => require('./batch/worker.js')",
    resolveDir: dist
  },
  outfile: bundle,
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
  plugins: [lazyPlugin],
  // The page of the review server is built elsewhere, and esbuild itself is only for building.
  external: ['esbuild', 'vite']
})

// Scripts, in the middle of a package of modules.
writeFileSync(path.join(folder, 'package.json'), '{"type": "commonjs"}\n')
wrap(bundle)
copyFileSync(path.join(here, 'start.cjs'), path.join(folder, 'start.cjs'))
writeFileSync(path.join(folder, 'worker.js'), "require('./start.cjs')('thread')\n")
writeFileSync(path.join(dist, 'bin.js'), launcher())
// The first run writes the code cache; one that another version of Node has written is replaced by its first run.
spawnSync(process.execPath, [path.join(dist, 'bin.js'), 'check', '--no-config', '--no-decisions', '-'], {
  input: 'Kimi, which Yuezhi Anmian makes, grew.\n',
  cwd: folder
})

/** Make a function of a bundle, as Node does with scripts. */
function wrap(file) {
  const text = readFileSync(file, 'utf8').replace(/^#!.*/, '')
  writeFileSync(file, `(function(exports,require,module,__filename,__dirname){${text}\n})`)
}

function launcher() {
  return `#!/usr/bin/env node
import {createRequire} from 'node:module'
createRequire(import.meta.url)('./bundle/start.cjs')('main')
`
}
