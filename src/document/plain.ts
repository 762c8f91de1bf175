// Plain text: each line a block, no markup but the switch comments. protected.ts knows URLs and the like.
import {unitKind} from '../model.js'
import {Draft, type Parts} from './draft.js'
import {findComments, type Step} from './switches.js'

const line = /[^\r\n]+/g
const loneComment = /^\s*<!--(?:(?!-->).)*(?:-->)?\s*$/

/**
 * Read plain text line by line. A switch comment counts where it has a line to itself.
 *
 * @param source - The whole text, byte order mark included; all offsets count it.
 */
export function readPlain(source: string): Parts {
  const drafts: Draft[] = []
  const steps: Step[] = []
  for (const match of source.matchAll(line)) {
    const start = match[0].startsWith('\uFEFF') && match.index === 0 ? 1 : match.index
    const text = source.slice(start, match.index + match[0].length)
    if (text.trim() === '') continue
    const comments = loneComment.test(text) ? findComments(text, start) : []
    if (comments.length > 0) {
      steps.push(...comments)
      continue
    }
    if (steps.length > 0) steps.push({kind: 'construct', range: {start, end: start + text.length}})
    const draft = new Draft('line', 1)
    draft.addRun(text, start, unitKind.prose)
    drafts.push(draft)
  }
  return {drafts, steps, fragments: [], problems: []}
}
