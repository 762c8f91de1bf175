#!/usr/bin/env node
// Runs the bundle from V8's code cache; without a good one, compiles it and leaves a cache behind for the next run. A
// script, because the loader of modules takes as long as all the rest of this. What makes the bundle: bundle.mjs.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const file = path.join(__dirname, 'nameright.js')
const cache = path.join(__dirname, `nameright-${process.versions.v8}-${process.arch}.cache`)

/** @param {'main' | 'thread'} part - Of the bundle: the command, or what it starts beside itself. */
function run(part) {
  const cachedData = read(cache)
  const script = new vm.Script(fs.readFileSync(file, 'utf8'), {
    filename: file,
    ...(cachedData && {cachedData}),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
  })
  if (part === 'main' && (!cachedData || script.cachedDataRejected)) {
    // At the end, when all functions that a run needs are compiled.
    process.once('exit', () => write(script))
  }
  const bundle = {exports: {}}
  script.runInThisContext()(bundle.exports, require, bundle, file, __dirname)
  bundle.exports[part]()
}

function read(name) {
  try {
    return fs.readFileSync(name)
  } catch {
    return undefined
  }
}

/** Whole or not at all, for the engine trusts what it finds; where the package cannot be written, each run compiles. */
function write(script) {
  const temporary = `${cache}.${process.pid}`
  try {
    fs.writeFileSync(temporary, script.createCachedData(), {flush: true})
    fs.renameSync(temporary, cache)
  } catch {
    remove(temporary)
  }
}

function remove(name) {
  try {
    fs.rmSync(name, {force: true})
  } catch {
    // It was never there.
  }
}

if (require.main === module) run('main')
else module.exports = run
