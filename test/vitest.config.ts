// How the tests run; `npm test` passes this file, and the folder above is the root.
import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The command line is tested as processes, which take their time on a busy machine.
    testTimeout: 30_000,
    coverage: {provider: 'v8', include: ['src/**/*.ts'], reportsDirectory: 'coverage'}
  }
})
