// Where words begin and end, by script. What a unit is to a word: unit-class.ts.
import {astralClass, unitClass, unitClasses} from './unit-class.js'

/**
 * Whether a word may begin or end at a place.
 *
 * No edge is between two letters or digits (`Baichuan7B`, `camelCase`), before a combining mark, and inside a
 * character of two units. All else is an edge: hyphen, underscore, apostrophe, and any neighbour that is
 * Chinese, kana or hangul. Zero-width characters are looked through: a soft hyphen does not end a word.
 *
 * @param index - Offset in UTF-16 units, 0 to `text.length`.
 */
export function isWordEdge(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  if (isHigh(before) && isLow(text.charCodeAt(index))) return false
  const right = classAfter(text, index)
  if (right === unitClass.mark) return false
  return right !== unitClass.word || classBefore(text, index) !== unitClass.word
}

/** The class of the first character at or after an offset that takes room; `other` at the end. */
function classAfter(text: string, index: number): number {
  let at = index
  while (at < text.length && unitClasses[text.charCodeAt(at)] === unitClass.zeroWidth) at++
  if (at >= text.length) return unitClass.other
  if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)))
    return astralClass(text.slice(at, at + 2))
  return unitClasses[text.charCodeAt(at)]!
}

/** The class of the last character before an offset that is neither zero-width nor a mark; `other` at the start. */
function classBefore(text: string, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    let found = unitClasses[text.charCodeAt(at)]!
    if (found === unitClass.lowSurrogate && at > 0 && isHigh(text.charCodeAt(at - 1))) {
      at--
      found = astralClass(text.slice(at, at + 2))
    }
    if (found !== unitClass.zeroWidth && found !== unitClass.mark) return found
  }
  return unitClass.other
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
