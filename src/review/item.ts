// What a review shows of one finding, as plain data that goes to a browser unchanged. What is decided: session.ts.
import type {Cleaned, CleanedFinding} from '../clean.js'
import {type Fingerprint, fingerprintFindings} from '../decide/fingerprint.js'
import {offerOf} from '../decide/offer.js'
import type {BlockKind, Verdict} from '../model.js'

/** A text under review. */
export interface ReviewFile {
  /** As it is shown. */
  readonly path: string
  /** As decisions name it. */
  readonly name: string
  readonly source: string
}

/** One piece of evidence as a person reads it. */
export interface ReviewReason {
  /** Above zero speaks for the change. */
  readonly weight: number
  readonly text: string
}

/** The words around a finding as a reader sees them, markup resolved, a long paragraph cut with `…`. */
export interface Passage {
  readonly block: BlockKind
  readonly before: string
  readonly text: string
  readonly after: string
}

/** A finding that an editor may decide. */
export interface ReviewItem {
  /** Its place in the session's list of items. */
  readonly id: number
  /** Its place in the session's list of files. */
  readonly file: number
  readonly fingerprint: Fingerprint
  /** The entry's right name, or the rule's id for a repair. */
  readonly name: string
  /** The entry's note. */
  readonly note?: string
  /** In the source, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly passage: Passage
  /** What a reader would see instead; best first, none twice. */
  readonly choices: readonly [string, ...string[]]
  /** Per choice: as the glossary has it; what is remembered for all like it. */
  readonly forms: readonly string[]
  /** What the program thinks, before any decision. */
  readonly verdict: Verdict
  /** 0 to 1. */
  readonly confidence: number
  readonly reasons: readonly ReviewReason[]
}

/** Units of a paragraph that are shown on each side. */
const around = 280

/**
 * List the findings of a text as items.
 *
 * @param cleaned - Without decisions: the session applies them, and takes them back.
 * @param place - Where the text and its first item stand in the session.
 */
export function listItems(
  cleaned: Cleaned,
  place: {readonly file: number; readonly firstId: number}
): ReviewItem[] {
  const {document} = cleaned
  const ordered = orderFindings(cleaned)
  const fingerprints = fingerprintFindings(
    ordered.map(({finding}) => finding),
    document
  )
  return ordered.map(({finding, reported}, index) => {
    const block = document.blocks[finding.block]!
    const {start, end, line, column} = reported
    const {span, text, choices, forms} = offerOf(finding, block)
    return {
      id: place.firstId + index,
      file: place.file,
      fingerprint: fingerprints[index]!,
      name: finding.entry?.term ?? finding.rule,
      ...(finding.entry?.note !== undefined && {note: finding.entry.note}),
      start,
      end,
      line,
      column,
      passage: {
        block: block.kind,
        before: cutStart(block.text.slice(0, span.start)),
        text,
        after: cutEnd(block.text.slice(span.end))
      },
      choices,
      forms,
      verdict: finding.verdict,
      confidence: finding.confidence,
      reasons: finding.reasons.map(({weight, text}) => ({weight, text}))
    }
  })
}

/** The findings of a text that are items, in the order of the items. */
export function orderFindings({findings}: Pick<Cleaned, 'findings'>): CleanedFinding[] {
  // Links that follow their heading are no findings of their own.
  const own = findings.filter(({finding}) => !finding.reasons.some(({kind}) => kind === 'follows'))
  return own.sort((a, b) => a.finding.block - b.finding.block || a.finding.span.start - b.finding.span.start)
}

/** At a blank where one is near, never inside a character. */
function cutStart(text: string): string {
  if (text.length <= around) return text
  return `…${text.slice(-around).replace(/^[\uDC00-\uDFFF]|^\S{0,20}\s/u, '')}`
}

function cutEnd(text: string): string {
  if (text.length <= around) return text
  return `${text.slice(0, around).replace(/[\uD800-\uDBFF]$|\s\S{0,20}$/u, '')}…`
}
