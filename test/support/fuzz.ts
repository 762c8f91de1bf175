// How many runs a property test makes that names no number itself: FUZZ_RUNS, else the default of fast-check.
import fc from 'fast-check'

const runs = Number(process.env.FUZZ_RUNS)
if (runs > 0) fc.configureGlobal({numRuns: runs})
