// The work of `nameright glossary list`. Its options live in glossary.ts.
import {type Flags, loadSettings} from '../config/settings.js'
import {loadGlossary} from '../disk/load-glossary.js'
import type {Entry} from '../model.js'
import {foldText} from '../text/fold.js'
import {showLines} from '../text/show.js'
import type {Context} from './context.js'

/** Options of `glossary list`. */
export interface ListOptions extends Pick<Flags, 'glossary' | 'config'> {
  readonly format: 'pretty' | 'json'
}

/** Print the entries that have a word in an id, a name or a mistranslation; all without one. */
export async function listEntries(
  word: string | undefined,
  options: ListOptions,
  context: Context
): Promise<void> {
  const {glossary} = await loadSettings(options, context.cwd)
  const {entries} = await loadGlossary(glossary.files, context.cwd, glossary.packs)
  const wanted = [...entries].filter((entry) => word === undefined || hasWord(entry, foldText(word)))
  if (options.format === 'json')
    context.print(`${JSON.stringify({version: 1, entries: wanted}, undefined, 2)}\n`)
  else for (const entry of wanted) context.print(showLines(formatEntry(entry)))
  if (wanted.length > 0 || word === undefined) return
  context.tell(`nameright: no entry has “${word}”`)
  context.raise(1)
}

function hasWord(entry: Entry, folded: string): boolean {
  const texts = [
    entry.id,
    entry.term,
    ...entry.source,
    ...entry.variants,
    ...entry.mistranslations.map(({text}) => text)
  ]
  return texts.some((text) => foldText(text).includes(folded))
}

function formatEntry({id, term, kind, domain, source, variants, mistranslations, note}: Entry): string {
  const lines = [`${[term, ...variants].join(' | ')}  (${[kind, domain, id].join(', ')})`]
  if (source.length > 0) lines.push(`  source: ${source.join(' | ')}`)
  if (mistranslations.length > 0) lines.push(`  not: ${mistranslations.map(({text}) => text).join(' | ')}`)
  if (note !== undefined) lines.push(`  note: ${note}`)
  return `${lines.join('\n')}\n`
}
