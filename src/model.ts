// The nouns of the program, types only: read this first. Each stage turns one of them into the next:
// Entry[] → Glossary; source → Document; both → Found; → Finding[]; + Decision[] → Edit[] → text and reports.
import type {Range} from './text/range.js'
import type {Search} from './text/search.js'

/** What an entry names; decides which general cues and which case policy apply. */
export type EntryKind =
  | 'company'
  | 'product'
  | 'person'
  | 'place'
  | 'work'
  | 'medium'
  | 'organization'
  | 'event'
  | 'jargon'

/** How often a mistranslation's text is ordinary language or another real name instead. */
export type Ordinary = 'never' | 'sometimes' | 'often' | 'mostly'

/** The strongest verdict that may be given. */
export type Ceiling = 'fix' | 'propose'

/** Words and phrases that, near a match, speak for or against the entry's sense. */
export interface Cues {
  readonly for: readonly string[]
  readonly against: readonly string[]
}

/** One wrong text of an entry, every default resolved. */
export interface Mistranslation {
  /** The wrong text, in the capitals in which it is usually seen. */
  readonly text: string
  /** What must stand there instead. */
  readonly replacement: string
  /** Further right texts, best first, without `replacement`. */
  readonly alternatives: readonly string[]
  readonly ordinary: Ordinary
  /** `exact`: only in these capitals is it a match. */
  readonly case: 'any' | 'exact'
  readonly ceiling: Ceiling
  /** Cues of this text alone; the entry's count besides. */
  readonly cues: Cues
  readonly note?: string
}

/** A sentence that shows what an entry must do; checked whenever the glossary is checked. */
export type Example =
  | {readonly kind: 'fix'; readonly before: string; readonly after: string}
  | {readonly kind: 'propose'; readonly text: string}
  | {readonly kind: 'keep'; readonly text: string}

/** Where something stands in a person's file; line and column from 1. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One concept (TBX: concept entry) with all its designations, every default resolved. */
export interface Entry {
  /** Stable and unique in a glossary. */
  readonly id: string
  /** The proper name: what the text must say. */
  readonly term: string
  readonly kind: EntryKind
  readonly domain: string
  /** Source-language forms. */
  readonly source: readonly string[]
  /** Other accepted target forms. */
  readonly variants: readonly string[]
  readonly mistranslations: readonly Mistranslation[]
  /** Id of the entry that makes or owns this one. */
  readonly owner?: string
  readonly cues: Cues
  /** Phrases that contain a mistranslation and are right as they stand. */
  readonly exceptions: readonly string[]
  readonly ceiling: Ceiling
  /** Those of `term` and `variants` that are also ordinary words (“Spark”): protected, but weak evidence of the topic. */
  readonly ordinaryNames: readonly string[]
  /** Toneless pinyin of the source forms, joined and lower case (`doubao`), for finding near-misses. */
  readonly pinyin: readonly string[]
  /** Form for the first mention, such as `Doubao (豆包)`. */
  readonly first: string
  readonly note?: string
  readonly references: readonly string[]
  readonly examples: readonly Example[]
  readonly origin: Origin
}

/** What one text in the glossary stands for; a text may have several uses. */
export type SurfaceUse =
  | {readonly role: 'term' | 'variant' | 'source' | 'exception'; readonly entry: Entry}
  | {readonly role: 'mistranslation'; readonly entry: Entry; readonly mistranslation: Mistranslation}

/** The use of a surface as a mistranslation. */
export type MistranslationUse = Extract<SurfaceUse, {role: 'mistranslation'}>

/** One distinct text (after folding) of a glossary with everything that claims it. */
export interface Surface {
  /** As first written in the glossary. */
  readonly text: string
  /** Sorted by entry id, then role. */
  readonly uses: readonly SurfaceUse[]
}

/** General evidence that belongs to no entry: tables of cue words, read from `glossary/evidence.yaml`. */
export interface EvidenceTables {
  /** Words that show a text to be about the source language's country or its trade; name → words. */
  readonly topics: Readonly<Record<string, readonly string[]>>
  /** Fields of ordinary life (food, music, astronomy …) whose words speak against names; name → words. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Cues for every entry of a kind. */
  readonly kinds: Readonly<Partial<Record<EntryKind, Cues>>>
  /** Closed lists of words by use: heads, verbs, determiners, mentions. */
  readonly words: Readonly<Record<string, readonly string[]>>
}

/** A list whose items may be made when first asked for; an array is one. */
export interface List<T> extends Iterable<T> {
  readonly length: number
  at(index: number): T | undefined
}

/** Entries made ready for searching: built once, used for many texts. */
export interface Glossary {
  readonly languages: {readonly source: string; readonly target: string}
  /** Sorted by id. */
  readonly entries: List<Entry>
  /** Index = pattern number in `search`. */
  readonly surfaces: List<Surface>
  /** Per surface: bits of `surfaceTrait`. */
  readonly traits: Uint8Array
  readonly search: Search
  /** The romanised names of entries, for words that come close to one. */
  readonly pinyin: PinyinNames
  readonly evidence: EvidenceTables
  /** What all of it is made of: plain data, which can be stored and sent to other threads. */
  readonly packed: PackedGlossary
}

/** What is to be known of a surface before it is made. */
export const surfaceTrait = {
  /** Where it stands something may be wrong: a mistranslation, or a name in the source language's script. */
  wanted: 1,
  /** It has signs that may be markup in a raw text. */
  odd: 2
} as const

/** Romanised names. */
export interface PinyinNames {
  /** Letters of each name, sorted, a blank between two names. */
  readonly letters: string
  /** Of each name: index of its entry in `Glossary.entries`. */
  readonly owners: ArrayLike<number>
}

/** A compiled glossary as data; `glossary/pack.ts` makes it and reads it. */
export interface PackedGlossary {
  readonly languages: Glossary['languages']
  readonly evidence: EvidenceTables
  readonly pinyin: {readonly letters: string; readonly owners: Int32Array}
  readonly search: Search
  /** Entries as JSON in UTF-8, one behind the other. */
  readonly records: Uint8Array
  /** Per entry, and once more at the end: where it begins in `records`. */
  readonly recordStarts: Int32Array
  /** Per entry, and once more at the end: the number of its first claim (`glossary/claim.ts`). */
  readonly claimStarts: Int32Array
  readonly traits: Uint8Array
  /** Numbers of the claims of each surface, one surface behind the other. */
  readonly claims: Int32Array
  /** Per surface, and once more at the end: where it begins in `claims`. */
  readonly surfaceStarts: Int32Array
}

/** How a source text is to be read. */
export type Format = 'markdown' | 'mdx' | 'text'

/** A place for prose. `line` is a line of plain text, `metadata` the value of a front matter key. */
export type BlockKind = 'paragraph' | 'heading' | 'cell' | 'alt' | 'title' | 'metadata' | 'line'

/** Inline markup around some units of a block. */
export interface Mark {
  readonly kind: 'emphasis' | 'strong' | 'delete' | 'link'
  /** In units of the block's text. */
  readonly span: Range
  /** The opening marker in the source: `**`, `[`. */
  readonly open: Range
  /** The closing marker in the source: `**`, `](https://…)`, `]`, `][label]`. */
  readonly close: Range
  /** For links by reference: how the definition is named. */
  readonly reference?: 'shortcut' | 'collapsed' | 'full'
}

/** Whether a unit of a block may be edited. */
export const unitKind = {
  /** Prose: may be matched and edited. */
  prose: 0,
  /** Readable by the judge, never matched or edited: code, math, URLs, e-mail addresses, HTML. */
  protected: 1,
  /** Stands for something without text of its own, as U+FFFC: an image, a footnote call, a hard break's marker. */
  object: 2
} as const

/** A run of prose with a map from every unit of its text back to the source. */
export interface Block {
  readonly kind: BlockKind
  /** Heading depth 1 to 6, otherwise 0. */
  readonly depth: number
  /** What a reader sees, markup resolved; a soft line break is one "\n". */
  readonly text: string
  /** Per unit of `text`: where its source begins. Monotonic. */
  readonly starts: Uint32Array
  /** Per unit of `text`: where its source ends. An entity's units all map to the whole entity. */
  readonly ends: Uint32Array
  /** Per unit of `text`: a value of `unitKind`. */
  readonly kinds: Uint8Array
  /** Outermost first, in source order. */
  readonly marks: readonly Mark[]
  /** From the first to the last unit, in the source. */
  readonly range: Range
  /** Number that siblings share: the items of one list, the cells of one table, the lines of one text. */
  readonly group: number
}

/** A part of the source in which findings are switched off by comments. */
export interface Disabled {
  /** The source range without findings. */
  readonly range: Range
  /** Rule ids (entry ids, damage rule ids); empty means all. */
  readonly rules: readonly string[]
  /** The comment that says so. */
  readonly comment: Range
}

/** Something wrong with the text as a carrier of instructions: a malformed or unclosed switch comment. */
export interface DocumentProblem {
  readonly range: Range
  readonly message: string
}

/** A destination `#…` within the page: of a link or a definition. */
export interface Fragment {
  /** Of the part after `#`, in the source. */
  readonly range: Range
  /** Decoded part after `#`. */
  readonly value: string
}

/** The prose of a text. */
export interface Document {
  readonly source: string
  readonly format: Format
  /** In source order. */
  readonly blocks: readonly Block[]
  readonly disabled: readonly Disabled[]
  readonly fragments: readonly Fragment[]
  readonly problems: readonly DocumentProblem[]
}

/** A glossary text found at one place. */
interface Occurrence {
  /** Index into `document.blocks`. */
  readonly block: number
  /** In units of the block's text. */
  readonly span: Range
  /** The block's text at `span`. */
  readonly text: string
}

/** One mistranslation found at one place; `uses` holds every entry that claims the text, by id. */
export interface Match extends Occurrence {
  readonly uses: readonly MistranslationUse[]
}

/** A right name found at one place: a term, variant or source form. */
export interface Name extends Occurrence {
  readonly uses: readonly SurfaceUse[]
}

/** What the glossary finds in a document. */
export interface Found {
  /** In source order, none overlapping another, nor a name unless that is the same place. */
  readonly matches: readonly Match[]
  /** In source order. */
  readonly names: readonly Name[]
}

/** What the program thinks of a match. */
export type Verdict = 'fix' | 'propose' | 'keep'

/** One piece of evidence. */
export interface Reason {
  /** The kind of evidence: form, near, list, document, sense, mention … */
  readonly kind: string
  /** In log-odds: above zero speaks for a mistranslation. */
  readonly weight: number
  /** In words, for an editor. */
  readonly text: string
  /** The words in the block that it rests on, where there are any. */
  readonly spans?: readonly Range[]
}

/** The words behind a finding without the grammar around them: what a decision on all like it is bound to. */
export interface WordPair {
  /** The match, in units of the block's text; the finding's span may begin and end elsewhere. */
  readonly span: Range
  /** The block's text at `span`. */
  readonly text: string
  /** Per text that the finding offers, `replacement` first: as the glossary has it. */
  readonly forms: readonly string[]
}

/** A match with the program's verdict, or a repair of damage. */
export interface Finding {
  /** Id of the entry or of the damage rule. */
  readonly rule: string
  readonly entry?: Entry
  readonly block: number
  /** What is to be replaced, in units of the block's text; may be wider than the match (“the”, a vendor in front). */
  readonly span: Range
  /** The block's text at `span`. */
  readonly text: string
  readonly replacement: string
  /** Further right texts, best first. */
  readonly alternatives: readonly string[]
  /** Absent for a repair, which is nothing but its own words. */
  readonly pair?: WordPair
  readonly verdict: Verdict
  /** That a replacement is right, 0 to 1. */
  readonly confidence: number
  readonly reasons: readonly Reason[]
}

/**
 * How far an editor's word reaches: this sentence, this pair of words in the file, the pair everywhere, or (`entry`)
 * all texts of the entry in this file.
 */
export type Scope = 'here' | 'file' | 'everywhere' | 'entry'

/**
 * An editor's word on a finding. It is bound to the words, not to a position, so that it outlives edits elsewhere.
 */
export interface Decision {
  /** Entry or damage rule id. */
  readonly rule: string
  /** The matched text, levelled (`levelText`), capitals kept; empty for the scope `entry`. */
  readonly text: string
  /** The rest of the sentence before and after, levelled, other findings as offered; empty unless `here`. */
  readonly before: string
  readonly after: string
  readonly verdict: 'accept' | 'reject'
  /** The chosen text: for `here` as it stands there afterwards, else as the glossary has it; absent: what is offered. */
  readonly replacement?: string
  /** What was offered first, where the chosen text is another one; so that a sentence is known with either text in it. */
  readonly offered?: string
  readonly scope: Scope
  /** Unless `everywhere`: path relative to the decisions file's project folder, with `/`. */
  readonly file?: string
  readonly by?: string
  /** ISO 8601. */
  readonly at?: string
  readonly note?: string
}

/** A replacement in coordinates of the original source. */
export interface Edit {
  readonly range: Range
  /** Exactly the source at `range`. */
  readonly expected: string
  readonly replacement: string
}

/** An edit with what asked for it. */
export interface PlannedEdit extends Edit {
  readonly finding: Finding
  /** Set on edits that follow from another one: an in-page link that follows its renamed heading. */
  readonly follows?: 'heading'
}

/** A finding that cannot be written without disturbing something else. */
export interface Refusal {
  readonly finding: Finding
  /** In words, for an editor. */
  readonly reason: string
}

/** What will be written. */
export interface Plan {
  /** In source order, none overlapping. */
  readonly edits: readonly PlannedEdit[]
  readonly refused: readonly Refusal[]
}

/** A finding as reports show it: the JSON contract. Offsets in UTF-16 units of the decoded file, byte order mark included. */
export interface ReportedFinding {
  readonly entry: string
  readonly start: number
  readonly end: number
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** Exactly `source.slice(start, end)`. */
  readonly original: string
  readonly replacement: string
  readonly alternatives: readonly string[]
  readonly status: Verdict
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** What happened to one text. */
export interface FileReport {
  /** As given by the user, with `/`; `-` for standard input. */
  readonly path: string
  readonly source: string
  /** The source with every `fix` applied. */
  readonly output: string
  /** In source order; kept ones included. */
  readonly findings: readonly ReportedFinding[]
  readonly problems: readonly DocumentProblem[]
}
