#!/usr/bin/env node
// The process: nothing but its arguments, streams, folder and exit code. The command line is src/cli/run.ts.
import process from 'node:process'
import {runCommandLine} from './cli/run.js'

const stop = new AbortController()

// No top-level await: the command is bundled as a script, for which V8 can keep compiled code.
void runCommandLine(process.argv.slice(2), {
  openStdin: () => process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  stopSignal
}).then((code) => {
  process.exitCode = code
  // Whoever asked for the end learns that it came by asking, as a shell needs in order to end its own loop.
  if (stop.signal.aborted) process.kill(process.pid, stop.signal.reason)
  // To end here spares the engine from taking apart what it has built. What is still on its way to a slow reader
  // arrives first.
  else if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit()
})

function stopSignal(): AbortSignal {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(name))
  return stop.signal
}
