#!/usr/bin/env node
// The process: nothing but its arguments, streams, folder and exit code. The command line is src/cli/run.ts.
import process from 'node:process'
import {runCommandLine} from './cli/run.js'

// Set, not exited with, so that what is still on its way to a pipe arrives.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env
})
