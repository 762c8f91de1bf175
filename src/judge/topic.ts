// What a document is about, seen from an entry: right names, undoubted mistranslations, words of China and of the
// entry's domain. Read from the raw source, so that it does not depend on how much of it was parsed.
import type {Entry, Glossary, SurfaceUse} from '../model.js'
import {findTopicWords, type GeneralCues} from './cues.js'
import {topicAssumed, topicMost, topicPart} from './weights.js'
import type {WordIndex} from './word-index.js'

/** How often each glossary text stands in the raw source. */
export interface SurfaceCount {
  /** Index into `glossary.surfaces`. */
  readonly surface: number
  /** Hits in the capitals of the glossary. */
  readonly exact: number
  /** All hits. */
  readonly count: number
}

/** What speaks for an entry's topic. */
export interface TopicEvidence {
  /** 0 (nothing) to `topicMost`. */
  readonly amount: number
  /** Terms of the names that count, best first. */
  readonly names: readonly string[]
  /** Words of China and of the domain. */
  readonly words: readonly string[]
}

/** What a document is about. */
export interface Topic {
  /** What speaks for the source language's country and its trade at large, 0 to `topicMost`. */
  readonly general: number
  /** Seen from an entry; its own mistranslations do not count. */
  for(entry: Entry): TopicEvidence
  /** Whether the entry's own term, a variant or a source form stands anywhere. */
  holds(entry: Entry): boolean
}

interface NamedEntry {
  readonly entry: Entry
  /** From right names and source forms. */
  readonly right: number
  /** From mistranslations. */
  readonly wrong: number
}

/** Read the topic of a source from its words and the names in it. */
export function readTopic(
  source: WordIndex,
  counts: readonly SurfaceCount[],
  {glossary, cues, assumed}: {glossary: Glossary; cues: GeneralCues; assumed: boolean}
): Topic {
  const named = readNamed(counts, glossary)
  const words = findTopicWords(cues, source)
  const cache = new Map<string, TopicEvidence>()
  return {
    general: generalTopic(named, words),
    for(entry) {
      const known = cache.get(entry.id)
      if (known !== undefined) return known
      const made = weighTopic(entry, named, words, assumed)
      cache.set(entry.id, made)
      return made
    },
    holds: (entry) => (named.get(entry.id)?.right ?? 0) > 0
  }
}

function readNamed(counts: readonly SurfaceCount[], glossary: Glossary): Map<string, NamedEntry> {
  const named = new Map<string, NamedEntry>()
  const abroad = new Set(glossary.evidence.words.abroad)
  for (const {surface, exact} of counts) {
    const {uses} = glossary.surfaces.at(surface)!
    // A text that is a right name somewhere says nothing for an entry that it garbles.
    const rights = uses.some(({role}) => role === 'term' || role === 'variant')
    for (const use of uses) {
      const {entry} = use
      const old = named.get(entry.id) ?? {entry, right: 0, wrong: 0}
      const weight = weighUse(use, glossary.surfaces.at(surface)!.text, exact)
      if (use.role === 'mistranslation')
        named.set(entry.id, {...old, wrong: Math.max(old.wrong, rights ? 0 : weight)})
      else {
        const share = abroad.has(entry.domain) && use.role !== 'source' ? topicPart.abroad : 1
        named.set(entry.id, {...old, right: Math.max(old.right, weight * share)})
      }
    }
  }
  return named
}

function weighUse(use: SurfaceUse, text: string, exact: number): number {
  if (use.role === 'source') return isLatin(text) ? topicPart.ordinaryName : topicPart.source
  if (use.role === 'exception') return 0
  if (use.role === 'mistranslation') {
    if (use.entry.kind === 'jargon')
      return use.mistranslation.ordinary === 'never' || use.mistranslation.ordinary === 'sometimes'
        ? topicPart.jargon
        : 0
    const {ordinary, ceiling} = use.mistranslation
    if (ceiling === 'propose') return 0
    // What may be ordinary language points to the topic only where it is written as a name.
    const isName = exact > 0 && text !== text.toLowerCase()
    return ordinary === 'never' || isName ? topicPart.mistranslation[ordinary] : 0
  }
  if (exact === 0 || use.entry.kind === 'jargon') return 0
  return use.entry.ordinaryNames.includes(text) ? topicPart.ordinaryName : topicPart.name
}

/** A source form may be a Latin abbreviation, which proves little. */
function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{N}\s.-]*$/u.test(text)
}

function generalTopic(
  named: ReadonlyMap<string, NamedEntry>,
  words: ReadonlyMap<string, ReadonlySet<string>>
): number {
  const fromNames = [...named.values()].reduce((sum, {right, wrong}) => sum + Math.max(right, wrong), 0)
  return Math.min(topicMost, fromNames + weighChina(words))
}

function weighChina(words: ReadonlyMap<string, ReadonlySet<string>>): number {
  return Math.min(topicPart.chinaMost, (words.get('china')?.size ?? 0) * topicPart.chinaWord)
}

function weighTopic(
  entry: Entry,
  named: ReadonlyMap<string, NamedEntry>,
  words: ReadonlyMap<string, ReadonlySet<string>>,
  assumed: boolean
): TopicEvidence {
  let fromNames = 0
  const names: {term: string; weight: number}[] = []
  for (const {entry: other, right, wrong} of named.values()) {
    const own = other.id === entry.id
    const weight =
      (own ? right : Math.max(right, wrong)) * (other.domain === entry.domain ? 1 : topicPart.otherDomain)
    if (weight === 0) continue
    fromNames += weight
    names.push({term: other.term, weight})
  }
  const china = [...(words.get('china') ?? [])]
  const domain = [...(words.get(entry.domain) ?? [])]
  const fromChina = weighChina(words)
  const fromDomain = Math.min(topicPart.domainMost, domain.length * topicPart.domainWord)
  const lonely = fromNames + fromChina < topicPart.chinaWord
  const amount = fromNames + fromChina + fromDomain * (lonely ? topicPart.lonelyDomain : 1)
  return {
    amount: Math.min(topicMost, assumed ? Math.max(amount, topicAssumed) : amount),
    names: names.sort((a, b) => b.weight - a.weight).map(({term}) => term),
    words: [...china, ...domain]
  }
}
