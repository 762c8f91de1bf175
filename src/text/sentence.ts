// Where sentences begin. Where words begin: word.ts.

// A mark that ends a sentence, what may close after it, then white space; or a line that begins; or only
// opening quotes and brackets since. Chinese marks need no space after them.
const sentenceStart = /(?:^|[.!?…:]["'”’)\]]*\s|[。！？：]|\n\s*\n)[\s\p{Ps}\p{Pi}"'*_#>\-–—•]*$/u

/** How far back the beginning of a sentence is looked for, in UTF-16 units. */
const reach = 16

/**
 * Whether a word that begins here begins a sentence, so that its capital says nothing.
 *
 * @param index - Offset in UTF-16 units; the start of the text is a sentence start.
 */
export function isSentenceStart(text: string, index: number): boolean {
  const from = Math.max(0, index - reach)
  // `^` must mean the start of the text only, so a cut-off beginning gets a letter in front.
  return sentenceStart.test((from > 0 ? 'x' : '') + text.slice(from, index))
}
