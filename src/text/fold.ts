// Folding: which texts count as the same when searching. The search itself lives in search.ts.
import {everyUnit, unitClass, unitClasses} from './unit-class.js'

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
  const units = options ? capitalUnits : foldUnits
  let folded = ''
  let gap = false
  for (let at = 0; at < text.length; at++) {
    const unit = units[text.charCodeAt(at)]!
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
  return text
    .replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g, '')
    .replace(/[\u2018-\u201b\u2032\u02bc\uff07]/g, "'")
    .replace(/[\u201c-\u201f\u2033\uff02]/g, '"')
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/[\p{Z}\t-\r\u0085]+/gu, ' ')
    .trim()
}

function buildCapitalUnits(): Uint16Array {
  const units = Uint16Array.from({length: 0x10000}, (_, unit) => unit)
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unitClasses[unit] === unitClass.zeroWidth) units[unit] = 0
    if (unitClasses[unit] === unitClass.separator) units[unit] = space
  }
  // 0 is taken: it says "counts for nothing", which a stray NUL must not.
  units[0] = 0xfffd
  for (const {index} of everyUnit.matchAll(/["\u2018-\u201f\u2032\u2033\u02bc]/g)) units[index] = apostrophe
  for (let unit = 0xff01; unit <= 0xff5e; unit++) units[unit] = units[unit - 0xfee0]!
  return units
}

function buildFoldUnits(): Uint16Array {
  const lower = Uint16Array.from({length: 0x10000}, (_, unit) => unit)
  for (const {0: letter, index} of everyUnit.matchAll(/\p{Changes_When_Lowercased}/gu)) {
    const small = letter.toLowerCase()
    if (small.length === 1) lower[index] = small.charCodeAt(0)
  }
  // Two that `toLowerCase` cannot do unit by unit: dotted I grows to two units, final sigma depends on its place.
  lower[0x130] = 0x69
  lower[0x3c2] = 0x3c3
  return capitalUnits.map((unit) => lower[unit]!)
}
