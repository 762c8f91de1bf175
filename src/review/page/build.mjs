// Builds the page into dist/page: one script and one style sheet, which the server sends and `singlePage` puts into
// one file. Costs next to nothing when they are newer than all they are made of.
import {existsSync, readdirSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const page = path.dirname(fileURLToPath(import.meta.url))
const source = path.resolve(page, '../..')
const outDir = path.resolve(source, '../dist/page')
const made = ['page.js', 'page.css'].map((name) => path.join(outDir, name))

if (!isFresh()) await build()

function isFresh() {
  if (!made.every((file) => existsSync(file))) return false
  const parts = ['review', 'decide', 'text', 'model.ts'].map((name) => path.join(source, name))
  return Math.max(...parts.map(newestIn)) <= Math.min(...made.map((file) => statSync(file).mtimeMs))
}

function newestIn(file) {
  const stats = statSync(file)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestIn(path.join(file, name))))
}

async function build() {
  // Not before it is needed: loading it takes longer than all the rest.
  const vite = await import('vite')
  await vite.build({
    configFile: false,
    root: page,
    logLevel: 'warn',
    define: {'process.env.NODE_ENV': '"production"'},
    oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: path.join(page, 'main.tsx'),
        output: {entryFileNames: 'page.js', assetFileNames: 'page[extname]', codeSplitting: false}
      }
    }
  })
}
