// Run after the compiler as `node dist/disk/build-packs.js`: reads glossary/*.yaml and writes dist/packs.json, the
// compiled glossary. Reading it back is the business of load-glossary.ts.
import {rm, writeFile} from 'node:fs/promises'
import {packGlossary} from '../glossary/pack.js'
import {formatOrigin} from '../glossary/problem.js'
import {readShipped} from './read-glossary.js'

const target = new URL('../packs.json', import.meta.url)
const {source, problems} = await readShipped()
const errors = problems.filter(({severity}) => severity === 'error')
if (errors.length === 0) {
  await writeFile(target, JSON.stringify(packGlossary(source.entries, source)))
} else {
  for (const {origin, message} of errors) console.error(`${formatOrigin(origin)} ${message}`)
  // An older build would hide the errors; without one, the YAML files are read at each run.
  await rm(target, {force: true})
  process.exitCode = 1
}
