// Entries for tests of the glossary, made from a few lines of YAML.

import {type Pack, readPack} from '../../src/glossary/read.js'
import type {Entry} from '../../src/model.js'
import {lexicon} from './lexicon.js'

/** Read a pack that must be free of problems. */
export function packOf(entries: string, file = 'a.yaml'): Pack {
  const pack = readPack(entries, {file, lexicon})
  if (pack.problems.length > 0) throw new Error(pack.problems.map(({message}) => message).join('\n'))
  return pack
}

/** Read entries written in the short way: one `id: term | mistranslation, mistranslation` a line. */
export function entriesOf(...lines: readonly string[]): readonly Entry[] {
  const entries = lines.map((line) => {
    const [, id, term, mistranslations] = /^(\S+): (.+?) \|(.*)$/u.exec(line) ?? []
    return {
      id,
      term,
      mistranslations: (mistranslations ?? '')
        .split(',')
        .map((text) => text.trim())
        .filter(Boolean)
    }
  })
  return packOf(JSON.stringify({entries})).entries
}
