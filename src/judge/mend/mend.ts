// The grammar around a replacement: what else must change so that the sentence stays right. Each step is one function
// from a mending to a mending; each file holds one subject. Whether to replace at all is the judge's business.
import type {Reason} from '../../model.js'
import type {Range} from '../../text/range.js'
import type {Candidate, JudgeContext} from '../context.js'
import {mendArticle} from './article.js'
import {mendCapitals} from './capitals.js'
import {absorbSuffix, foldDoubled, foldGloss, spaceOut} from './neighbours.js'
import {trimEqual} from './trim.js'

/** A replacement on its way: what is replaced, by what, and what was said about it. */
export interface Mending {
  readonly span: Range
  readonly replacement: string
  readonly reasons: readonly Reason[]
}

/** A place with all that may stand there. */
export interface Mended extends Mending {
  /** Best first, without the replacement. */
  readonly alternatives: readonly string[]
  /** What the glossary has for the replacement and each alternative. */
  readonly forms: readonly string[]
}

type MendStep = (mending: Mending, candidate: Candidate, context: JudgeContext) => Mending

// Glosses first: what a bracket swallows needs no article. Capitals when it is known where the span begins.
const steps: readonly MendStep[] = [foldGloss, foldDoubled, absorbSuffix, spaceOut, mendArticle, mendCapitals]

/**
 * Widen a match and shape its replacement, and each alternative, so that the sentence around stays right.
 *
 * @param texts - The replacement and the alternatives as the glossary has them, best first.
 */
export function mendReplacement(
  candidate: Candidate,
  context: JudgeContext,
  texts: readonly [string, ...string[]]
): Mended {
  const {text: prose} = candidate.context.block
  const mendings = texts.map((replacement) =>
    steps.reduce<Mending>((mending, step) => step(mending, candidate, context), {
      span: candidate.match.span,
      replacement,
      reasons: []
    })
  )
  const start = Math.min(...mendings.map(({span}) => span.start))
  const end = Math.max(...mendings.map(({span}) => span.end))
  const formByText = new Map<string, string>()
  for (const [index, {span, replacement}] of mendings.entries()) {
    const widened = prose.slice(start, span.start) + replacement + prose.slice(span.end, end)
    if (!formByText.has(widened)) formByText.set(widened, texts[index]!)
  }
  const {span, texts: trimmed} = trimEqual(
    {span: {start, end}, texts: [...formByText.keys()]},
    prose.slice(start, end)
  )
  const [replacement = '', ...alternatives] = trimmed
  return {span, replacement, alternatives, forms: [...formByText.values()], reasons: mendings[0]!.reasons}
}

/** A remark on grammar: it explains, and weighs nothing. */
export function remark(text: string): Reason {
  return {kind: 'grammar', weight: 0, text}
}
