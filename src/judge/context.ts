// What the evidence looks at: one block at a time with its sentences, words and names, and the document around it.
// Everything costly is made when first asked for, so that blocks without matches cost nothing.
import type {Block, Document, Entry, Found, Glossary, Match, MistranslationUse, Name} from '../model.js'
import type {Range} from '../text/range.js'
import {type Capitals, capitalsOf} from './capitals.js'
import {type CueHit, createCueReader, findCues, type GeneralCues, type OwnCues} from './cues.js'
import {groupAlike, itemsTouching} from './places.js'
import {createSentenceReader} from './sentences.js'
import type {Topic} from './topic.js'
import type {Form} from './weights.js'
import {indexWords, type WordIndex} from './word-index.js'
import type {Words} from './words.js'

/** One block and what stands in it. */
export interface BlockContext {
  readonly index: number
  readonly block: Block
  readonly words: WordIndex
  /** General cues, in source order. */
  readonly cues: readonly CueHit[]
  /** Those of ordinary life: in source order, and again those of one word together. */
  readonly fields: {readonly hits: readonly CueHit[]; readonly alike: readonly (readonly CueHit[])[]}
  /** In source order. */
  readonly names: readonly Name[]
  /** The same names, those of one text and one meaning together; the groups by their first names. */
  readonly namesAlike: readonly (readonly Name[])[]
  /** Matches that overlap a range or touch it, in the order in which they were found: near-misses last. */
  matchesTouching(range: Range): readonly Match[]
  /** Whether words are capitalised as in a headline, so that a capital says little. */
  readonly capitals: Capitals
  /** The sentence that holds a unit. */
  sentenceAt(unit: number): Range
}

/** A document as the judge sees it. */
export interface JudgeContext {
  readonly document: Document
  readonly glossary: Glossary
  readonly words: Words
  readonly topic: Topic
  /**
   * An entry's own cues, and those of the mistranslation, that stand anywhere in the raw source: so that evidence does
   * not depend on how much of it was parsed.
   */
  cuesInSource(use: MistranslationUse): OwnCues
  blockAt(index: number): BlockContext
}

/** A match read as one entry's mistranslation. */
export interface Candidate {
  readonly match: Match
  readonly use: MistranslationUse
  readonly entry: Entry
  readonly context: BlockContext
  readonly sentence: Range
  readonly form: Form
}

/** What a document is judged with. */
export interface ContextParts {
  readonly glossary: Glossary
  readonly cues: GeneralCues
  readonly words: Words
  readonly topic: Topic
  /** The words of the raw source. */
  readonly source: WordIndex
}

/** Prepare a document for judging. */
export function createContext(
  document: Document,
  found: Found,
  {glossary, cues, words, topic, source}: ContextParts
): JudgeContext {
  const blocks = new Map<number, BlockContext>()
  const namesByBlock = groupByBlock(found.names)
  const matchesByBlock = groupByBlock(found.matches)
  return {
    document,
    glossary,
    words,
    topic,
    cuesInSource: createCueReader(source),
    blockAt(index) {
      const known = blocks.get(index)
      if (known !== undefined) return known
      const made = new LazyBlockContext(index, document.blocks[index]!, {
        cues,
        names: namesByBlock.get(index) ?? [],
        matches: matchesByBlock.get(index) ?? []
      })
      blocks.set(index, made)
      return made
    }
  }
}

function groupByBlock<T extends {readonly block: number}>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(item.block)
    if (group === undefined) groups.set(item.block, [item])
    else group.push(item)
  }
  return groups
}

/** A match in a list sorted by place, with its rank in the order in which matches were found. */
interface RankedMatch {
  readonly match: Match
  readonly rank: number
  readonly span: Range
}

/** A block whose parts are made when first asked for: a class, so that all have one shape and share their functions. */
class LazyBlockContext implements BlockContext {
  readonly index: number
  readonly block: Block
  readonly names: readonly Name[]
  readonly sentenceAt: (unit: number) => Range
  readonly #tables: GeneralCues
  readonly #matches: readonly Match[]
  #ranked: readonly RankedMatch[] | undefined
  #words: WordIndex | undefined
  #capitals: Capitals | undefined
  #cues: readonly CueHit[] | undefined
  #fields: BlockContext['fields'] | undefined
  #namesAlike: BlockContext['namesAlike'] | undefined

  constructor(
    index: number,
    block: Block,
    {cues, names, matches}: {cues: GeneralCues; names: readonly Name[]; matches: readonly Match[]}
  ) {
    this.index = index
    this.block = block
    this.names = names
    this.sentenceAt = createSentenceReader(block)
    this.#tables = cues
    this.#matches = matches
  }

  matchesTouching(range: Range): readonly Match[] {
    this.#ranked ??= rankMatches(this.#matches)
    const touching = itemsTouching(this.#ranked, range)
    // Mostly the match itself; then there is no order to restore.
    if (touching.length === 1) return [touching[0]!.match]
    return touching.toSorted((a, b) => a.rank - b.rank).map(({match}) => match)
  }

  get capitals(): Capitals {
    this.#capitals ??= capitalsOf(this.block.text)
    return this.#capitals
  }

  get words(): WordIndex {
    this.#words ??= indexWords(this.block.text)
    return this.#words
  }

  get namesAlike(): BlockContext['namesAlike'] {
    this.#namesAlike ??= this.names.length === 0 ? [] : groupAlike(this.names, ({text}) => text, meanSame)
    return this.#namesAlike
  }

  get cues(): readonly CueHit[] {
    this.#cues ??= findCues(this.#tables, this.words)
    return this.#cues
  }

  get fields(): BlockContext['fields'] {
    this.#fields ??= listFields(this.cues)
    return this.#fields
  }
}

function rankMatches(matches: readonly Match[]): RankedMatch[] {
  return matches
    .map((match, rank) => ({match, rank, span: match.span}))
    .sort((a, b) => a.span.start - b.span.start)
}

function listFields(cues: readonly CueHit[]): BlockContext['fields'] {
  const hits = cues.filter(({table}) => table === 'fields')
  return {
    hits,
    alike: groupAlike(
      hits,
      ({word}) => word,
      (a, b) => a.name === b.name
    )
  }
}

function meanSame({uses: a}: Name, {uses: b}: Name): boolean {
  return (
    a.length === b.length &&
    a.every(({role, entry}, index) => b[index]!.role === role && b[index]!.entry === entry)
  )
}
