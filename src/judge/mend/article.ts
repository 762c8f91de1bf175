// Articles before a replacement: “a” or “an” by sound, “the” dropped where a name stands alone.
import indefinite from 'indefinite'
import type {EntryKind} from '../../model.js'
import {isSentenceStart} from '../../text/sentence.js'
import type {Candidate, JudgeContext} from '../context.js'
import {type Words, wordAfter} from '../words.js'
import {type Mending, remark} from './mend.js'

/** Kinds whose names take no article when they stand alone. */
const bareKinds: ReadonlySet<EntryKind> = new Set(['company', 'product', 'person', 'medium', 'work'])

const articleBefore = /(?<![\p{L}\p{N}'’-])(the|an|a)([ \u00a0\n]+["“'‘]?)$/iu

/** Choose the article that fits the new word. */
export function mendArticle(mending: Mending, candidate: Candidate, context: JudgeContext): Mending {
  const {text} = candidate.context.block
  const found = articleBefore.exec(text.slice(Math.max(0, mending.span.start - 12), mending.span.start))
  if (found === null || mending.replacement === '') return mending
  const [whole, article, gap] = found as unknown as [string, string, string]
  const start = mending.span.start - whole.length
  if (article.toLowerCase() === 'the')
    return gap.trim() === '' ? dropThe(mending, start, candidate, context) : mending
  const right = articleFor(mending.replacement, context.words)
  if (right === article.toLowerCase()) return mending
  const written = /^\p{Lu}/u.test(article) ? right.charAt(0).toUpperCase() + right.slice(1) : right
  return {
    span: {start, end: mending.span.end},
    replacement: written + gap + mending.replacement,
    reasons: [...mending.reasons, remark(`“${article}” becomes “${written}” before “${mending.replacement}”`)]
  }
}

/** “A” or “an” by sound; a leading zero is read “zero”, and some names are read against their spelling. */
function articleFor(replacement: string, words: Words): 'a' | 'an' {
  const first = /^[\p{L}\p{N}]+/u.exec(replacement)?.[0].toLowerCase() ?? ''
  if (words.a.has(first) || first.startsWith('0')) return 'a'
  if (words.an.has(first)) return 'an'
  return indefinite(replacement, {articleOnly: true}).toLowerCase() === 'an' ? 'an' : 'a'
}

function dropThe(
  mending: Mending,
  start: number,
  {entry, match, context: {block}}: Candidate,
  {words}: JudgeContext
): Mending {
  const ownThe = /^the\s/iu.test(mending.replacement)
  const alone = bareKinds.has(entry.kind) && !isModifier(block.text, mending.span.end, words)
  // A model number takes the article of the thing: the Li L7.
  const counted = /\d/u.test(entry.term) && entry.kind === 'product' && !/^\p{N}/u.test(entry.term)
  if (!ownThe && (!alone || counted)) return mending
  return {
    span: {start, end: mending.span.end},
    replacement: withSentenceCapital(mending.replacement, block.text, start),
    reasons: [...mending.reasons, remark(`“the” falls away before the name that replaces “${match.text}”`)]
  }
}

/**
 * Whether the name that ends at a unit modifies what follows: “the Doubao app”, “the CATL discount”, “the AITO M9”.
 *
 * A word in lower case that is no verb and none of the small words is taken for a noun; forms in -ed, -ing, -ly and -s
 * are more often verbs or adverbs there.
 */
function isModifier(text: string, end: number, {heads, verbs, alone}: Words): boolean {
  if (/^[-\u2010\u2011]\p{L}/u.test(text.slice(end, end + 2))) return true
  if (/^ (?:\p{Lu}{1,4}[- ]?)?\d/u.test(text.slice(end, end + 8))) return true
  const after = wordAfter(text, end)
  if (heads.has(after)) return true
  // Without the small words of the language nothing can be taken for a noun.
  if (alone.size === 0) return false
  const isLower = /^\s\p{Ll}/u.test(text.slice(end, end + 2))
  return (
    isLower &&
    /^\p{L}{3,}$/u.test(after) &&
    !verbs.has(after) &&
    !alone.has(after) &&
    !/(?:ed|ing|ly|s)$/u.test(after)
  )
}

/** A common noun that now begins a sentence takes a capital; names keep their own form. */
function withSentenceCapital(words: string, text: string, start: number): string {
  return isSentenceStart(text, start) && words === words.toLowerCase()
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words
}
