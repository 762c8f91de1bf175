// Run after the compiler as `node dist/disk/build-packs.js`: compiles glossary/*.yaml into dist/packs.bin
// (packed.ts), and fails when a pack has errors.
import {packGlossary} from '../glossary/pack.js'
import {formatOrigin} from '../glossary/problem.js'
import {removePacked, writePacked} from './packed.js'
import {readShipped} from './read-glossary.js'

const {source, problems} = await readShipped()
const errors = problems.filter(({severity}) => severity === 'error')
if (errors.length === 0) {
  writePacked(packGlossary(source.entries, source))
} else {
  for (const {origin, message} of errors) console.error(`${formatOrigin(origin)} ${message}`)
  // An older build would hide the errors; without one, the YAML files are read at each run.
  await removePacked()
  process.exitCode = 1
}
