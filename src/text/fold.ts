// Folding: which texts count as the same when searching. The search itself lives in search.ts.
import {eachClassRun, unitClass, zeroWidths} from './unit-class.js'
import {smallLetters} from './unit-runs.js'

const space = 0x20
const apostrophe = 0x27
const quotes = '"\u02bc\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033'

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

// Both tables begin as the identity and are painted over where they differ.
function buildCapitalUnits(): Uint16Array {
  const folded = buildIdentity()
  // 0 is taken: it says "counts for nothing", which a stray NUL must not.
  folded[0] = 0xfffd
  eachClassRun((value, start, end) => {
    if (value === unitClass.zeroWidth) folded.fill(0, start, end)
    else if (value === unitClass.separator) folded.fill(space, start, end)
  })
  for (const quote of quotes) folded[quote.charCodeAt(0)] = apostrophe
  copyToFullWidth(folded)
  return folded
}

function buildIdentity(): Uint16Array {
  const units = new Uint16Array(0x10000)
  // Calling a function for each of them takes ten times as long.
  for (let unit = 0; unit < 0x10000; unit++) units[unit] = unit
  return units
}

function buildFoldUnits(): Uint16Array {
  const folded = capitalUnits.slice()
  let from = 0
  for (const group of smallLetters.split(' ')) {
    const [gap, count, step, distance] = group.split(',').map((number) => Number.parseInt(number, 36))
    from += gap!
    for (let nth = 0; nth < count!; nth++) folded[from + nth * step!] = from + nth * step! + distance!
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
