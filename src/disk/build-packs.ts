// Run after the compiler as `node dist/disk/build-packs.js`: reads glossary/*.yaml and writes dist/packs.json, the
// resolved entries and the evidence. Reading it back is the business of load-glossary.ts.
import {rm, writeFile} from 'node:fs/promises'
import {formatOrigin} from '../glossary/problem.js'
import {readShipped} from './read-glossary.js'

const target = new URL('../packs.json', import.meta.url)
const {source, problems} = await readShipped()
const errors = problems.filter(({severity}) => severity === 'error')
if (errors.length === 0) {
  // Examples prove an entry when the glossary is checked, and are of no use when it runs.
  const entries = source.entries.map((entry) => ({...entry, examples: []}))
  await writeFile(target, JSON.stringify({...source, entries}))
} else {
  for (const {origin, message} of errors) console.error(`${formatOrigin(origin)} ${message}`)
  // An older build would hide the errors; without one, the YAML files are read at each run.
  await rm(target, {force: true})
  process.exitCode = 1
}
