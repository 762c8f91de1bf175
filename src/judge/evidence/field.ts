// Evidence from words of ordinary life (food, music, astronomy …) near the match. Words that speak for it: near.ts.
import type {Reason} from '../../model.js'
import type {Range} from '../../text/range.js'
import {rangeContains, rangesOverlap} from '../../text/range.js'
import type {Candidate} from '../context.js'
import type {CueHit} from '../cues.js'
import {itemsFrom} from '../places.js'
import {near as weights} from '../weights.js'
import {quoteList} from './quote.js'

/** Words of ordinary life speak against, unless nobody would write the text otherwise. */
export function fieldEvidence({match, use, sentence, context}: Candidate): Reason[] {
  if (use.mistranslation.ordinary === 'never' || context.fields.hits.length === 0) return []
  const isFree = ({span}: CueHit): boolean => !rangesOverlap(span, match.span)
  const isInside = ({span}: CueHit): boolean => rangeContains(sentence, span)
  const inSentence = itemsFrom(context.fields.hits, sentence).filter((hit) => isInside(hit) && isFree(hit))
  const beside = inSentence.some(({span}) => isBeside(context.block.text, match.span, span))
  const elsewhere = new Set(
    context.fields.alike.flatMap((alike) =>
      alike.some((hit) => !isInside(hit) && isFree(hit)) ? [alike[0]!.word] : []
    )
  )
  const weight = Math.max(
    weights.fieldMost,
    (beside ? weights.fieldBeside : 0) +
      new Set(inSentence.map(({word}) => word)).size * weights.fieldInSentence +
      Math.min(3, elsewhere.size) * weights.fieldInParagraph
  )
  if (weight === 0) return []
  // The words in the order of their first places, without a look at all places.
  const firsts = context.fields.alike
    .flatMap((alike) => alike.find(isFree) ?? [])
    .sort((a, b) => a.span.start - b.span.start)
  const names = [...new Set(firsts.map(({name}) => name))]
  const words = [...new Set(firsts.map(({word}) => word))]
  return [
    {
      kind: 'field',
      weight,
      text: `words of ${names.join(', ')}: ${quoteList(words)}`,
      spans: context.fields.hits.filter(isFree).map(({span}) => span)
    }
  ]
}

/** Whether only blanks or a hyphen stand between two places. */
function isBeside(text: string, a: Range, b: Range): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  return /^[\s\u2010-\u2015-]{0,3}$/u.test(text.slice(first.end, second.start))
}
