// How wide a text is in a terminal, and parts of it by width.

/**
 * Columns that a text takes in a terminal: two for CJK and emoji, none for what is written onto another
 * character.
 *
 * @see Unicode Standard Annex 11, East Asian Width.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** Fill a text up with blanks to a width in columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

/**
 * The end of a text, at most so many columns, cut at a blank where one is near; `…` tells that something went.
 */
export function keepEnd(text: string, width: number): string {
  const characters = [...text]
  let start = characters.length
  for (let used = 0; start > 0; start--) {
    used += characterWidth(characters[start - 1]!)
    if (used > width) break
  }
  if (start === 0) return text
  const kept = characters.slice(start).join('')
  return `…${kept.replace(/^\S{0,12}\s/, '')}`
}

/** The beginning of a text, at most so many columns, cut at a blank where one is near. */
export function keepStart(text: string, width: number): string {
  const characters = [...text]
  let end = 0
  for (let used = 0; end < characters.length; end++) {
    used += characterWidth(characters[end]!)
    if (used > width) break
  }
  if (end === characters.length) return text
  const kept = characters.slice(0, end).join('')
  return `${kept.replace(/\s\S{0,12}$/, '')}…`
}

function characterWidth(character: string): number {
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0
  return /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u.test(
    character
  )
    ? 2
    : 1
}
