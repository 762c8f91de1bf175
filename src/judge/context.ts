// What the evidence looks at: one block at a time with its sentences, words and names, and the document around it.
// Everything costly is made when first asked for, so that blocks without matches cost nothing.
import {
  type Block,
  type Cues,
  type Document,
  type Entry,
  type Found,
  type Glossary,
  type Match,
  type MistranslationUse,
  type Name,
  unitKind
} from '../model.js'
import type {Range} from '../text/range.js'
import {
  type CueHit,
  type FoldedText,
  findCues,
  findWord,
  foldForCues,
  type GeneralCues,
  mayHold,
  wordsOf
} from './cues.js'
import type {Topic} from './topic.js'
import type {Words} from './words.js'

/** One block and what stands in it. */
export interface BlockContext {
  readonly index: number
  readonly block: Block
  readonly folded: FoldedText
  /** General cues, in source order. */
  readonly cues: readonly CueHit[]
  readonly names: readonly Name[]
  readonly matches: readonly Match[]
  /** Whether words are capitalised as in a headline, so that a capital says little. */
  readonly capitals: 'usual' | 'title' | 'all'
  /** The sentence that holds a unit. */
  sentenceAt(unit: number): Range
}

/** A document as the judge sees it. */
export interface JudgeContext {
  readonly document: Document
  readonly glossary: Glossary
  readonly words: Words
  readonly topic: Topic
  /** An entry's own cues, and those of the mistranslation, that stand anywhere in the raw source. */
  cuesInSource(use: MistranslationUse): Cues
  blockAt(index: number): BlockContext
}

/** A match read as one entry's mistranslation. */
export interface Candidate {
  readonly match: Match
  readonly use: MistranslationUse
  readonly entry: Entry
  readonly context: BlockContext
  readonly sentence: Range
}

/** Prepare a document for judging. */
export function createContext(
  document: Document,
  found: Found,
  {glossary, cues, words, topic}: {glossary: Glossary; cues: GeneralCues; words: Words; topic: Topic}
): JudgeContext {
  const blocks = new Map<number, BlockContext>()
  const namesByBlock = groupByBlock(found.names)
  const matchesByBlock = groupByBlock(found.matches)
  return {
    document,
    glossary,
    words,
    topic,
    cuesInSource: createCueReader(document.source),
    blockAt(index) {
      const known = blocks.get(index)
      if (known !== undefined) return known
      const made = createBlockContext(index, document.blocks[index]!, {
        cues,
        names: namesByBlock.get(index) ?? [],
        matches: matchesByBlock.get(index) ?? []
      })
      blocks.set(index, made)
      return made
    }
  }
}

/** The raw source decides, so that evidence does not depend on how much of it was parsed. */
function createCueReader(source: string): (use: MistranslationUse) => Cues {
  let holds: ((cue: string) => boolean) | undefined
  const known = new Map<MistranslationUse['mistranslation'], Cues>()
  return ({entry, mistranslation}) => {
    const cached = known.get(mistranslation)
    if (cached !== undefined) return cached
    // Most entries of most glossaries have none, and to prepare a text for looking up takes time.
    if (isBare(entry.cues) && isBare(mistranslation.cues)) return noCues
    holds ??= createLookUp(source)
    const isThere = holds
    const found = (side: keyof Cues): string[] =>
      [...new Set([...mistranslation.cues[side], ...entry.cues[side]])].filter(
        (word) => isThere(word) && !isPartOf(word, mistranslation.text)
      )
    const cues = {for: found('for'), against: found('against')}
    known.set(mistranslation, cues)
    return cues
  }
}

const noCues: Cues = {for: [], against: []}

function isBare(cues: Cues): boolean {
  return cues.for.length === 0 && cues.against.length === 0
}

/** Whether a text holds a cue; each cue is looked for once. */
function createLookUp(source: string): (cue: string) => boolean {
  const text = foldForCues(source)
  const words = wordsOf(text)
  const known = new Map<string, boolean>()
  return (cue) => {
    const cached = known.get(cue)
    if (cached !== undefined) return cached
    const isThere = mayHold(words, cue) && findWord(text, cue) !== undefined
    known.set(cue, isThere)
    return isThere
  }
}

/** A cue inside the mistranslation itself says nothing. */
function isPartOf(word: string, text: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase())
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

function createBlockContext(
  index: number,
  block: Block,
  parts: {cues: GeneralCues; names: readonly Name[]; matches: readonly Match[]}
): BlockContext {
  let folded: FoldedText | undefined
  let cues: readonly CueHit[] | undefined
  let sentences: readonly Range[] | undefined
  return {
    index,
    block,
    names: parts.names,
    matches: parts.matches,
    capitals: capitalsOf(block),
    get folded() {
      folded ??= foldForCues(block.text)
      return folded
    },
    get cues() {
      cues ??= findCues(parts.cues, block.text)
      return cues
    },
    sentenceAt(unit) {
      sentences ??= splitSentences(block)
      return sentences.find(({end}) => unit < end) ?? {start: 0, end: block.text.length}
    }
  }
}

const segmenter = new Intl.Segmenter('en', {granularity: 'sentence'})

/** A wrapped line goes on; only a hard break ends a sentence, as the segmenter has it for all of them. */
function splitSentences({text, kinds}: Block): Range[] {
  const unwrapped = text.replace(/\n/gu, (end, unit: number) => (kinds[unit] === unitKind.prose ? ' ' : end))
  return Array.from(segmenter.segment(unwrapped), ({index, segment}) => ({
    start: index,
    end: index + segment.length
  }))
}

const smallWords = new Set(
  'a an the and or but nor for of in on at to by from with as is are was be it its into over vs via'.split(
    ' '
  )
)

/** Headlines have a capital on nearly every word; one or two words prove nothing. */
function capitalsOf({text}: Block): BlockContext['capitals'] {
  const words = (text.slice(0, 400).match(/\p{L}[\p{L}\p{N}'’]*/gu) ?? []).filter(
    (word) => !smallWords.has(word.toLowerCase()) && /\p{Script=Latin}/u.test(word)
  )
  if (words.length < 4) return 'usual'
  const upper = words.filter((word) => word.length > 1 && word === word.toUpperCase()).length
  if (upper / words.length > 0.75) return 'all'
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length <= 20 && capital / words.length > 0.75 ? 'title' : 'usual'
}
