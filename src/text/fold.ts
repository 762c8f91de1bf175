// Folding: which texts count as the same when searching. The search itself lives in search.ts.
import {everyUnit, separators, units, zeroWidths} from './unit-class.js'

const space = 0x20
const apostrophe = 0x27

/** Per UTF-16 unit: what it is folded to, capitals kept; 0 for zero-width characters, which count for nothing. */
const capitalUnits: Uint16Array = buildCapitalUnits()

/**
 * Per UTF-16 unit: what it is folded to when searching. One unit for one unit, so offsets survive.
 *
 * Lower case; every quote and apostrophe is `'`; white space, hyphens and dashes are a space; full-width Latin is
 * ASCII; zero-width characters are 0. Characters outside the BMP stay as they are, capitals too.
 */
export const foldUnits: Uint16Array = buildFoldUnits()

/**
 * Fold a text as a pattern: the form under which texts that count as the same are equal.
 *
 * @param options - `case: 'keep'` folds everything but capitals.
 * @returns Trimmed, each run of separators one space, no zero-width characters; empty when nothing else was there.
 */
export function foldText(text: string, options?: {readonly case: 'keep'}): string {
  const folds = options ? capitalUnits : foldUnits
  let folded = ''
  let gap = false
  for (let at = 0; at < text.length; at++) {
    const unit = folds[text.charCodeAt(at)]!
    if (unit === 0) continue
    if (unit === space) {
      gap = folded !== ''
      continue
    }
    folded += gap ? ` ${String.fromCharCode(unit)}` : String.fromCharCode(unit)
    gap = false
  }
  return folded
}

/**
 * Level the ways of writing the same words, gentler than `foldText`: hyphens stay hyphens and capitals capitals.
 *
 * @returns Trimmed, each run of white space one space, quotes and dashes straight, no zero-width characters.
 */
export function levelText(text: string): string {
  if (isLevel.test(text)) return text
  return text
    .replace(zeroWidths, '')
    .replace(/[\u02bc\u2018-\u201b\u2032\uff07]/g, "'")
    .replace(/[\u201c-\u201f\u2033\uff02]/g, '"')
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/[\p{Z}\t-\r\u0085]+/gu, ' ')
    .trim()
}

/** Words of ASCII with one blank between two: nearly all texts of a glossary, and level as they are. */
const isLevel = /^[!-~]+(?: [!-~]+)*$/

// Both tables begin as the identity and are painted over where they differ: loops over all units cost milliseconds
// at every start.
function buildCapitalUnits(): Uint16Array {
  const folded = units.slice()
  // 0 is taken: it says "counts for nothing", which a stray NUL must not.
  folded[0] = 0xfffd
  const paint = (pattern: RegExp, unit: number): void => {
    for (const {0: run, index} of everyUnit.matchAll(pattern)) folded.fill(unit, index, index + run.length)
  }
  paint(zeroWidths, 0)
  paint(separators, space)
  paint(/["\u02bc\u2018-\u201f\u2032\u2033]+/g, apostrophe)
  copyToFullWidth(folded)
  return folded
}

function buildFoldUnits(): Uint16Array {
  const folded = capitalUnits.slice()
  for (const {0: letter, index} of everyUnit.matchAll(/\p{Changes_When_Lowercased}/gu)) {
    const small = letter.toLowerCase()
    if (small.length === 1) folded[index] = small.charCodeAt(0)
  }
  // Two that `toLowerCase` cannot do unit by unit: dotted I grows to two units, final sigma depends on its place.
  folded[0x130] = 0x69
  folded[0x3c2] = 0x3c3
  copyToFullWidth(folded)
  return folded
}

/** Full-width forms are ASCII in the same order, from `!` to `~`. */
function copyToFullWidth(folded: Uint16Array): void {
  folded.copyWithin(0xff01, 0x21, 0x7f)
}
