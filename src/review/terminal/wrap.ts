// Styled text in lines of a terminal's width. What is shown: screen.ts.

import type {Paint, Style} from '../../report/style.js'
import {textWidth} from '../../report/width.js'

/** Some text in one colour. */
export interface Span {
  readonly text: string
  readonly paint?: Paint | readonly Paint[]
}

/**
 * Break text into lines that are at most so wide, at blanks, beside wide characters, and where need be in words.
 *
 * @param width - In columns, at least 1.
 * @returns Lines, painted; white space at the breaks is gone.
 */
export function wrapSpans(spans: readonly Span[], width: number, style: Style): string[] {
  const lines: Span[][] = [[]]
  let used = 0
  for (const piece of spans.flatMap(splitSpan)) {
    const isBlank = piece.text === ' '
    const taken = textWidth(piece.text)
    if (used + taken > width) {
      trimEnd(lines.at(-1)!)
      lines.push([])
      used = 0
    }
    if (isBlank && used === 0) continue
    for (const part of taken > width ? cut(piece, width) : [piece]) {
      if (used + textWidth(part.text) > width) {
        lines.push([])
        used = 0
      }
      lines.at(-1)!.push(part)
      used += textWidth(part.text)
    }
  }
  return lines.map((line) => paintLine(line, style))
}

/** Into words, blanks and single wide characters: between these a line may end. */
function splitSpan({text, ...rest}: Span): Span[] {
  const parts = text.match(
    / |[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]|[^ \u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]+/gu
  )
  return (parts ?? []).map((part) => ({...rest, text: part}))
}

function cut({text, ...rest}: Span, width: number): Span[] {
  const parts: string[] = ['']
  for (const character of text) {
    const last = parts.at(-1)!
    if (last !== '' && textWidth(last + character) > width) parts.push(character)
    else parts[parts.length - 1] = last + character
  }
  return parts.map((part) => ({...rest, text: part}))
}

function trimEnd(line: Span[]): void {
  while (line.at(-1)?.text === ' ') line.pop()
}

/** Neighbours of one colour are painted together, so that a struck phrase is struck through its blanks. */
function paintLine(line: readonly Span[], style: Style): string {
  let painted = ''
  for (let at = 0; at < line.length; ) {
    const {paint} = line[at]!
    let text = ''
    while (at < line.length && line[at]!.paint === paint) text += line[at++]!.text
    painted += paint === undefined ? text : style.paint(paint, text)
  }
  return painted
}
