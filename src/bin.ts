#!/usr/bin/env node
// The process: nothing but its arguments, streams, folder and exit code. The command line is src/cli/run.ts.
import process from 'node:process'
import {runCommandLine} from './cli/run.js'

// No top-level await: the command is bundled as a script, for which V8 can keep compiled code. The exit code is set,
// not exited with, so that what is still on its way to a pipe arrives.
void runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env
}).then((code) => {
  process.exitCode = code
})
