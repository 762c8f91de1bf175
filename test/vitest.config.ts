// How the tests run; the npm scripts pass this file, and the folder above is the root. `--mode fuzz` runs the
// property tests for longer; FUZZ_RUNS says how long.
import {defineConfig} from 'vitest/config'

export default defineConfig(({mode}) => ({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/fuzz.ts'],
    // The command line is tested as processes, which take their time on a busy machine.
    testTimeout: mode === 'fuzz' ? 3_600_000 : 30_000,
    // What a page or a process comes to show: as late as a busy machine may need; it is there at once on others.
    expect: {poll: {timeout: 15_000}},
    ...(mode === 'fuzz' ? {env: {FUZZ_RUNS: process.env.FUZZ_RUNS ?? '2000'}} : {}),
    coverage: {provider: 'v8', include: ['src/**/*.ts'], reportsDirectory: 'coverage'}
  }
}))
