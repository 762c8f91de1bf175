// Where sentences begin. Where words begin: word.ts.

// The start of the text, or a mark that ends a sentence and what may close after it; then white space, which
// Chinese marks do not need; then what may open.
const sentenceStart = /(?:^|[.!?…:]["'”’)\]]*\s|[。！？：])[\s\p{Ps}\p{Pi}"'*_]*$/u

/** How far back the beginning of a sentence is looked for, in UTF-16 units. */
const reach = 16

/**
 * Whether a word that begins here begins a sentence, so that its capital says nothing.
 *
 * @param index - Offset in UTF-16 units; the start of the text is a sentence start.
 */
export function isSentenceStart(text: string, index: number): boolean {
  const from = Math.max(0, index - reach)
  // A letter in front of a cut-off beginning keeps `^` from taking it for the start of the text.
  return sentenceStart.test((from > 0 ? 'x' : '') + text.slice(from, index))
}
