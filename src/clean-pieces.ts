// Reading only what can matter of a Markdown text: the pieces that may hold a match or damage, with the same outcome
// as reading all of it. Where that is not certain there is no such reading, and clean.ts reads the whole.
import {findTwins, mayBeDamaged} from './damage/sieve.js'
import {findDefinitions} from './document/grammar.js'
import {splitPieces} from './document/pieces.js'
import {
  joinPieces,
  listPieces,
  movePiece,
  type ParsedPieces,
  type PieceParts,
  type PiecesOfText,
  parsePieces
} from './document/pieces-parse.js'
import {isPlainFrontMatter} from './document/simple.js'
import {mayHaveTopic} from './judge/topic-sieve.js'
import {mayComeClose} from './match/near-miss.js'
import {type Sieve, takeSieve} from './match/sieve.js'
import type {Document, Finding, Glossary} from './model.js'
import type {Range} from './text/range.js'
import {holdsEntity, readRaw} from './text/raw-markup.js'

/** What decides which pieces matter. */
export interface PieceChoice {
  readonly glossary: Glossary
  readonly metadataKeys?: readonly string[]
  readonly only?: 'names' | 'damage'
}

/** A text of which only some pieces were read. */
export interface PiecewiseReading {
  /** The blocks of the pieces that matter. */
  readonly document: Document
  /** Whether no piece matters, whatever becomes of the text: nothing is to be found. */
  readonly isNothing: boolean
  /** Reads a changed source in the same pieces. */
  readonly parse: (changed: string) => Document
  /** Whether all that was asked for could be told from these pieces; asked at the end. */
  readonly isCertain: (accepted: readonly Finding[]) => boolean
}

/**
 * Read the pieces of a Markdown text that may hold findings.
 *
 * @returns Nothing where pieces cannot be told apart, or where a comment may switch findings off over pieces.
 */
export function readPieces(source: string, choice: PieceChoice): PiecewiseReading | undefined {
  if (source.includes('<!--') && /<!--[\s>]*name/i.test(source)) return undefined
  const {glossary} = choice
  const sieve = takeSieve(glossary, source)
  if (sieve && !mayHaveTopic(source, glossary) && isClean(source, glossary)) return readNothing(source)
  const starts = splitPieces(source)
  if (!starts) return undefined
  const all = listPieces(source, starts)
  const {only} = choice
  const twins = only === 'names' ? undefined : findTwins(source, all)
  const chosen = all.flatMap((piece, index) =>
    twins?.has(piece) || mayMatter(source, piece, {only, sieve}) ? [index] : []
  )
  const options = choice.metadataKeys ? {metadataKeys: choice.metadataKeys} : {}
  const pieces = chosen.map((index) => all[index]!)
  const parsed = parsePieces({source, pieces, all}, options)
  const document = joinPieces(source, parsed)
  let isSame = true
  return {
    document,
    isNothing: false,
    parse: (changed) => {
      const cut = findSamePieces({source, all, chosen}, changed)
      isSame &&= cut !== undefined
      if (cut === undefined) return document
      return joinPieces(changed, parsePieces(cut, options, moveSame(cut, pieces, parsed)))
    },
    isCertain: (accepted) => isSame && !accepted.some(({block}) => mayMoveAnchor(document, block))
  }
}

/** What the pieces hold that were not changed, where they stand now. */
function moveSame(
  {pieces, isSame}: SamePieces,
  before: readonly Range[],
  parsed: ParsedPieces
): ParsedPieces {
  const known = new Map<number, PieceParts>()
  pieces.forEach(({start}, index) => {
    const old = before[index]!.start
    if (isSame[index]) known.set(start, movePiece(parsed.get(old)!, start - old))
  })
  return known
}

/** Whether nothing in a text may matter that holds no text of the glossary and no topic: damage does not count then. */
function isClean(source: string, glossary: Glossary): boolean {
  if (beginsFrontMatter(source)) {
    const [piece] = /^---\r?\n(?:.*\n)*?---\r?\n/.exec(source) ?? []
    if (piece === undefined || !isPlainFrontMatter(piece)) return false
  }
  return !holdsEntity(source) && !mayComeClose(readRaw(source), glossary)
}

function beginsFrontMatter(text: string): boolean {
  return /^\uFEFF?(?:---|\+\+\+)/.test(text)
}

function readNothing(source: string): PiecewiseReading {
  const document = joinPieces(source, new Map())
  return {document, isNothing: true, parse: () => document, isCertain: () => true}
}

/** Whether a piece may hold a match, damage, or a problem of its own. */
function mayMatter(
  source: string,
  piece: Range,
  {only, sieve}: {readonly only: PieceChoice['only'] | undefined; readonly sieve: Sieve | undefined}
): boolean {
  if (only !== 'damage' && sieve === undefined) return true
  const text = source.slice(piece.start, piece.end)
  if (piece.start === 0 && beginsFrontMatter(text) && !isPlainFrontMatter(text)) return true
  const readings = readRaw(text)
  if (only !== 'damage' && sieve?.(source, piece, readings)) return true
  return only !== 'names' && mayBeDamaged(readings)
}

/** A changed heading may have to take destinations along from all over the text. */
function mayMoveAnchor({source, blocks}: Document, block: number): boolean {
  return blocks[block]!.kind === 'heading' && /[(<:>\s]#(?![#\s])/.test(source)
}

interface Cut {
  readonly source: string
  readonly all: readonly Range[]
  readonly chosen: readonly number[]
}

/** A changed text in the same pieces as the source. */
interface SamePieces extends PiecesOfText {
  /** Per chosen piece: whether its text is the same as before. */
  readonly isSame: readonly boolean[]
}

/**
 * Find the pieces of a source again after changes in the chosen ones.
 *
 * @returns Nothing where other pieces, or what references refer to, would be read in another way.
 */
function findSamePieces({source, all: before, chosen}: Cut, changed: string): SamePieces | undefined {
  const starts = splitPieces(changed)
  if (starts?.length !== before.length) return undefined
  const all = listPieces(changed, starts)
  const pieces: Range[] = []
  const isSame: boolean[] = []
  for (const [index, {start, end}] of all.entries()) {
    const old = source.slice(before[index]!.start, before[index]!.end)
    const text = changed.slice(start, end)
    const isChosen = chosen[pieces.length] === index
    if (old !== text && !(isChosen && haveSameDefinitions(old, text))) return undefined
    if (!isChosen) continue
    pieces.push({start, end})
    isSame.push(old === text)
  }
  return {source: changed, pieces, all, isSame}
}

function haveSameDefinitions(before: string, after: string): boolean {
  if (!before.includes(']:') && !after.includes(']:')) return true
  return JSON.stringify(findDefinitions(before)) === JSON.stringify(findDefinitions(after))
}
