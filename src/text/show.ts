// Text of other people, made safe to be shown in a terminal.

/**
 * Make text safe to show in one line: control characters could drive the terminal, and marks of direction turn words
 * around.
 *
 * @returns White space is one blank, a control character `\ufffd`; marks of direction are gone.
 */
export function showSafely(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '\ufffd')
    .replace(directionMarks, '')
}

/**
 * Make text safe to show as it is laid out.
 *
 * @returns Line ends are `\n`, tabs and blanks stay; other control characters and marks of direction as in `showSafely`.
 */
export function showLines(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '\ufffd')
    .replace(directionMarks, '')
}

const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
