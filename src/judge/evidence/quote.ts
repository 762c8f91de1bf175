// Words as reasons tell them to a reader.

/** How many words are told one by one. */
export const quotedAtMost = 5

/**
 * Name words for a reader: the first few in quotes.
 *
 * @param words - The first ones at least.
 * @param count - How many there are in all.
 */
export function quoteList(words: readonly string[], count: number = words.length): string {
  const shown = words.slice(0, quotedAtMost).map((word) => `“${unwrap(word)}”`)
  return count > quotedAtMost ? `${shown.join(', ')} and ${count - quotedAtMost} more` : shown.join(', ')
}

/** Blanks and line breaks as one blank; nearly all words have nothing else already. */
function unwrap(word: string): string {
  return /\s\s|[^\S ]/u.test(word) ? word.replace(/\s+/gu, ' ') : word
}
