// Several glossaries joined into one list of entries. Problems inside the joined list are found in check.ts.
import type {Entry, EvidenceTables} from '../model.js'
import {compareProblems, compareText, formatOrigin, type GlossaryProblem} from './problem.js'
import type {Languages, Pack, Places} from './read.js'

/** Packs joined. */
export interface Merged {
  /** Sorted by id. */
  readonly entries: readonly Entry[]
  readonly languages: Languages
  readonly places: Places
  /** `some`: files have errors, so that entries may be missing. */
  readonly known: 'all' | 'some'
  /** Those of the packs and those of joining, sorted by place. */
  readonly problems: readonly GlossaryProblem[]
}

/** Everything that a glossary is compiled of. */
export interface GlossarySource {
  readonly languages: Languages
  readonly entries: readonly Entry[]
  readonly evidence: EvidenceTables
}

/**
 * Join glossaries, each of one or more packs.
 *
 * A later glossary adds entries, replaces those with an id of an earlier one, and silences those it names;
 * each replacement is noted with both places. Inside one glossary, order means nothing: a repeated id is an
 * error, and the first one by place stays.
 *
 * @param layers - Glossaries, the one that has the last word last.
 */
export function mergePacks(layers: readonly (readonly Pack[])[]): Merged {
  const byId = new Map<string, Entry>()
  const problems = layers.flat().flatMap((pack) => pack.problems)
  for (const [index, layer] of layers.entries()) {
    const known = knownOf(layers.slice(0, index).flat())
    problems.push(...silenceEntries(byId, layer, known))
    const {entries, repeated} = uniteLayer(layer)
    problems.push(...repeated)
    for (const entry of entries) {
      const earlier = byId.get(entry.id)
      if (earlier) problems.push(tellOverride(entry, earlier))
      byId.set(entry.id, entry)
    }
  }
  const packs = layers.flat()
  return {
    entries: [...byId.values()].sort((a, b) => compareText(a.id, b.id)),
    languages: packs.at(-1)?.languages ?? {source: 'zh', target: 'en'},
    known: knownOf(packs),
    places: new Map(packs.flatMap((pack) => [...pack.places])),
    problems: [...problems, ...differingLanguages(packs)].sort(compareProblems)
  }
}

function knownOf(packs: readonly Pack[]): Merged['known'] {
  const isBroken = ({problems}: Pack) => problems.some(({severity}) => severity === 'error')
  return packs.some(isBroken) ? 'some' : 'all'
}

/** @param known - Of the entries before this layer; an id that is not among some of them may yet be right. */
function silenceEntries(
  byId: Map<string, Entry>,
  layer: readonly Pack[],
  known: Merged['known']
): GlossaryProblem[] {
  const problems: GlossaryProblem[] = []
  for (const {id, origin} of layer.flatMap((pack) => pack.silence)) {
    if (byId.delete(id) || known === 'some') continue
    const message = `There is no entry \`${id}\` in an earlier glossary to silence`
    problems.push({severity: 'warning', message, origin})
  }
  return problems
}

function uniteLayer(layer: readonly Pack[]): {entries: Entry[]; repeated: GlossaryProblem[]} {
  const byId = new Map<string, Entry>()
  const repeated: GlossaryProblem[] = []
  const packs = [...layer].sort((a, b) => compareText(a.file, b.file))
  for (const entry of packs.flatMap((pack) => pack.entries)) {
    const first = byId.get(entry.id)
    if (first === undefined) byId.set(entry.id, entry)
    else repeated.push(tellRepeated(entry, first))
  }
  return {entries: [...byId.values()], repeated}
}

function tellRepeated(entry: Entry, first: Entry): GlossaryProblem {
  const message = `The id \`${entry.id}\` is already used at ${formatOrigin(first.origin)}; ids must be unique`
  return {severity: 'error', message, origin: entry.origin, related: first.origin}
}

function tellOverride(entry: Entry, earlier: Entry): GlossaryProblem {
  const message = `The entry \`${entry.id}\` replaces the one at ${formatOrigin(earlier.origin)}`
  return {severity: 'note', message, origin: entry.origin, related: earlier.origin}
}

function differingLanguages(packs: readonly Pack[]): GlossaryProblem[] {
  const last = packs.at(-1)
  const differing = packs.filter(({languages}) => {
    return languages.source !== last?.languages.source || languages.target !== last.languages.target
  })
  return differing.map(({file, languages}) => ({
    severity: 'warning',
    message: `The languages ${languages.source} to ${languages.target} differ from those of ${last?.file}`,
    origin: {file, line: 1, column: 1}
  }))
}
