// How many runs a property test makes that names no number itself: FUZZ_RUNS, else the default of fast-check. The
// tests try the same inputs each time, so that a change is what makes them fail; `npm run fuzz` tries new ones.
import fc from 'fast-check'

const runs = Number(process.env.FUZZ_RUNS)
fc.configureGlobal(runs > 0 ? {numRuns: runs} : {seed: 20_261_123})
