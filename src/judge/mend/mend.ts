// The grammar around a replacement: what else must change so that the sentence stays right. Each step is one function
// from a mending to a mending; each file holds one subject. Whether to replace at all is the judge's business.
import type {Reason} from '../../model.js'
import type {Range} from '../../text/range.js'
import type {Candidate, JudgeContext} from '../context.js'
import {mendArticle} from './article.js'
import {mendCapitals} from './capitals.js'
import {foldDoubled, foldGloss, spaceOut} from './neighbours.js'

/** A replacement on its way: what is replaced, by what, and what was said about it. */
export interface Mending {
  readonly span: Range
  readonly replacement: string
  readonly reasons: readonly Reason[]
}

/** One step of mending. */
export type MendStep = (mending: Mending, candidate: Candidate, context: JudgeContext) => Mending

// Glosses first: what a bracket swallows needs no article. Capitals last, when it is known where the span begins.
const steps: readonly MendStep[] = [foldGloss, foldDoubled, spaceOut, mendArticle, mendCapitals]

/** Widen a match and shape its replacement so that the sentence around it stays right. */
export function mendReplacement(candidate: Candidate, context: JudgeContext): Mending {
  const start: Mending = {
    span: candidate.match.span,
    replacement: candidate.use.mistranslation.replacement,
    reasons: []
  }
  return steps.reduce((mending, step) => step(mending, candidate, context), start)
}

/** A remark on grammar: it explains, and weighs nothing. */
export function remark(text: string): Reason {
  return {kind: 'grammar', weight: 0, text}
}
