// How much each piece of evidence counts, as data, in log-odds (natural logarithm): +1 makes the mistranslation
// 2.7 times as likely. The functions that find the evidence live in evidence/, the sum in judge.ts.
import type {Ordinary} from '../model.js'

/** A number for each degree of being ordinary. */
export type ByOrdinary = Readonly<Record<Ordinary, number>>

/** What is known before anything is read: how often the text is ordinary language instead. */
export const prior: ByOrdinary = {never: 3.2, sometimes: 0.6, often: -1.2, mostly: -2.9}

/** Capitals of the match against those that ordinary English would have at its place. */
export const form: Readonly<
  Record<'capital' | 'title' | 'initial' | 'upper' | 'lower' | 'listed', ByOrdinary>
> = {
  /** A capital where only a name has one. */
  capital: {never: 0.6, sometimes: 2.4, often: 2.5, mostly: 2.2},
  /** A capital among capitals, as in a headline. */
  title: {never: 0.4, sometimes: 0.9, often: 0.6, mostly: 0.4},
  /** A capital that begins a sentence, as any word would. */
  initial: {never: 0.2, sometimes: 0.2, often: 0, mostly: -0.2},
  /** All capitals. */
  upper: {never: 0.3, sometimes: 0.5, often: 0.4, mostly: 0},
  /** Lower case, although the glossary lists it with a capital. */
  lower: {never: -0.4, sometimes: -1.2, often: -0.6, mostly: -0.8},
  /** Lower case, as listed. */
  listed: {never: 0, sometimes: 0, often: 0, mostly: 0}
}

/** How the capitals of a match compare with ordinary English. */
export type Form = keyof typeof form

/** What the document is about: `base + slope × topic`, topic from 0 (nothing) to `topicMost`. */
export const topic: Readonly<Record<'base' | 'slope', ByOrdinary>> = {
  base: {never: -1.2, sometimes: -1.8, often: -2.7, mostly: -2.2},
  slope: {never: 0.6, sometimes: 0.85, often: 1.05, mostly: 0.95}
}
export const topicMost = 4
/** Topic that is taken as given when a person chose the glossary for these texts. */
export const topicAssumed = 2

/** Parts of the topic. */
export const topicPart = {
  source: 1,
  name: 1,
  ordinaryName: 0.25,
  mistranslation: {never: 0.8, sometimes: 0.5, often: 0.4, mostly: 0},
  jargon: 0.4,
  /** Share of right names that the whole world writes about. */
  abroad: 0.1,
  /** For names of another domain than the entry's. */
  otherDomain: 0.75,
  chinaWord: 0.4,
  chinaMost: 1.5,
  /** For words that the entry itself lists as cues, anywhere in the text. */
  ownCue: 0.3,
  ownCueMost: 1.5,
  domainWord: 0.15,
  domainMost: 0.75,
  /** Share of topic that domain words alone may add where nothing points to China. */
  lonelyDomain: 0.3
}

/** Words near the match. */
export const near = {
  forInSentence: 1.3,
  forInParagraph: 0.7,
  forInDocument: 0.35,
  forMost: 3.2,
  againstInSentence: -3.6,
  againstInParagraph: -0.8,
  againstInDocument: -0.2,
  againstMost: -5.5,
  kindInSentence: 0.45,
  kindMost: 1.3,
  domainInSentence: 0.25,
  domainMost: 0.6,
  chinaInSentence: 0.3,
  chinaMost: 0.5,
  fieldBeside: -2.2,
  fieldInSentence: -0.7,
  fieldInParagraph: -0.3,
  fieldMost: -2.6
}

/** Right names near the match. */
export const names = {
  sameEntry: 1.2,
  sameEntryInDocument: 0.8,
  owner: 1,
  sameDomain: 0.8,
  otherDomain: 0.5,
  /** Share of that for names that the whole world writes about. */
  abroad: 0.3,
  inParagraph: 0.3,
  most: 1.8,
  /** Share of `sameEntry` for ordinary words without a capital of their own: where the right name is known, it is used. */
  sameEntryPlain: {never: 1, sometimes: 1, often: 0.5, mostly: 0} as ByOrdinary
}

/** The match's place in the grammar of its sentence. */
export const role = {
  article: -3,
  determiner: -1.8,
  /** After a pronoun or a modal verb a phrase in lower case is a verb phrase. */
  clause: -2.2,
  count: -1.6,
  compound: -2.4,
  identifier: -3,
  head: 0.6,
  verb: 0.8,
  possessive: 0.5,
  bare: 0.6,
  /** “Muhammad Ali”, “Byte Cloud”: part of a longer name. */
  longer: -1
}

/** The rest. */
export const other = {
  listed: 2,
  /** The same beside names of which the whole world writes. */
  listedAbroad: 0.8,
  quoted: 0.4,
  titleInItalics: -2.2,
  mention: -6,
  rival: -2.6,
  sense: 2.4,
  /** The same for a match in lower case, where the certain ones have capitals. */
  sensePlain: 0.9,
  /** For each other entry that is likely garbled in the text, and at most. */
  fellow: 0.5,
  fellowMost: 1.6,
  /** The most that the document as a whole gives an ordinary word without a capital of its own. */
  documentMost: 3,
  /** From here on words beside a match give it a sense of its own. */
  against: -1.5,
  anotherCandidate: 1.5
}

/** Share of `fellow` that a match gains. */
export const fellowShare: ByOrdinary = {never: 1, sometimes: 1, often: 0.8, mostly: 0.1}

/** Confidence from which a match is fixed unasked, and from which it is worth an editor's time. */
export const thresholds = {fix: 0.93, propose: 0.3}

/** That a replacement is right, 0 to 1, from log-odds. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
