// Damage that shows only across blocks: captions left in the source language and repeated between paragraphs.
import type {Document, Finding} from '../model.js'

/** Id of the rule. */
export const repeatsRule = 'untranslated-caption'

const shortestCaption = 8

/** Find paragraphs in the source language that stand more than once in a text of another: image captions, mostly. */
export function findRepeats({blocks}: Document): Finding[] {
  const places = new Map<string, number[]>()
  blocks.forEach(({text}, index) => {
    const caption = /^[^\p{Script=Latin}]*\p{Script=Han}[^\p{Script=Latin}(]*/u.exec(text)?.[0].trim() ?? ''
    if (caption.length >= shortestCaption) places.set(caption, [...(places.get(caption) ?? []), index])
  })
  return [...places]
    .filter(([, indexes]) => indexes.length > 1)
    .flatMap(([caption, indexes]) =>
      indexes.map((block): Finding => {
        const start = blocks[block]!.text.indexOf(caption)
        return {
          rule: repeatsRule,
          block,
          span: {start, end: start + caption.length},
          text: caption,
          replacement: caption,
          alternatives: [],
          verdict: 'propose',
          confidence: 0.7,
          reasons: [
            {
              kind: 'damage',
              weight: 0,
              text: `left untranslated, and repeated ${indexes.length} times: an image caption?`
            }
          ]
        }
      })
    )
}
