// “Did you mean”: the known word nearest to a mistyped one.

/**
 * Find the known word that was most likely meant.
 *
 * @returns The word with the fewest typing slips (a letter missing, extra, wrong or swapped with its neighbour),
 *   if there are at most two of them and fewer than half of the letters; the first one wins.
 */
export function suggestWord(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let bestSlips = Math.min(2, Math.ceil(word.length / 2) - 1) + 1
  for (const candidate of known) {
    const slips = countSlips(word.toLowerCase(), candidate.toLowerCase())
    if (slips < bestSlips) {
      best = candidate
      bestSlips = slips
    }
  }
  return best
}

/** Say that there is no such word: “Unknown key `entires`; did you mean `entries`?” */
export function tellUnknown(what: string, word: string, known: readonly string[]): string {
  const suggestion = suggestWord(word, known)
  const advice =
    suggestion === undefined ? `known here: ${known.join(', ')}` : `did you mean \`${suggestion}\`?`
  return `Unknown ${what} \`${word}\`; ${advice}`
}

/** @see Damerau (1964), restricted to swaps of neighbours that nothing else touches. */
function countSlips(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, column) => column)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + wrong,
        swapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY
      )
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
