// What a glossary text means where it is found, by its capitals. Which of several overlapping ones win: select.ts.
import type {Entry, MistranslationUse, Surface, SurfaceUse} from '../model.js'
import {foldText, levelText} from '../text/fold.js'
import {isSentenceStart} from '../text/sentence.js'

/** What a text stands for at one place. */
export interface Reading {
  /** As a right name: uses as term, variant, source form. */
  readonly names: readonly SurfaceUse[]
  /** As a mistranslation: at most one use per entry, sorted by entry id. */
  readonly wrongs: readonly MistranslationUse[]
  /** Entries for which it is an exception: none of their mistranslations counts in it. */
  readonly exceptions: readonly Entry[]
  /** Whether it protects what lies inside it, though it may be no name itself. */
  readonly isShield: boolean
}

/** A text as found, in the forms in which it is compared. */
interface Written {
  /** Folded, with capitals. */
  readonly capitals: string
  /** Levelled: hyphens are hyphens. */
  readonly level: string
  /** Asked seldom, so not looked for beforehand. */
  startsSentence(): boolean
}

/** How well a text found agrees with a right form: `loose` if only its capitals are right. */
type Likeness = 'exact' | 'loose' | 'none'

/**
 * Say what a glossary text stands for where it was found.
 *
 * A term or variant is a right name in its own capitals, in all capitals, or with a capital that the start of a
 * sentence gives it; in other capitals (the noun “moonshot”) it is none, but still protects longer phrases from
 * changes inside. Source forms are right names in any capitals. An exception counts for its own entry alone.
 *
 * A mistranslation is one in any capitals, unless its case is `exact`; not where the text is already right for the
 * same entry: “SENSETIME” and “SenseTime” are right, though “Sensetime” is listed. Written just as listed, it is one
 * even if it is also, loosely, the right name: “IFLYTEK”, if listed. A right name of one entry may be a
 * mistranslation of another; then it is both.
 *
 * @param text - Where the surface was found, and `[start, end)`, the place in it.
 */
export function readSurface(surface: Surface, text: string, start: number, end: number): Reading {
  const found = text.slice(start, end)
  let byText = readings.get(surface)
  const known = byText?.get(found)
  if (known !== undefined) return known
  let dependsOnPlace = false
  const startsSentence = (): boolean => {
    dependsOnPlace = true
    return isSentenceStart(text, start)
  }
  const reading = readText(surface, {
    capitals: foldText(found, {case: 'keep'}),
    level: levelText(found),
    startsSentence
  })
  if (dependsOnPlace) return reading
  byText ??= new Map()
  readings.set(surface, byText.set(found, reading))
  return reading
}

/** By surface and by the text found: most mean the same wherever they stand, and stand in many places. */
const readings = new WeakMap<Surface, Map<string, Reading>>()

function readText({uses}: Surface, written: Written): Reading {
  const right = uses.filter((use) => use.role !== 'mistranslation')
  const wrongs = readWrongs(uses, right, written)
  const names = right.filter(
    (use) =>
      use.role !== 'exception' &&
      likeness(use, written) !== 'none' &&
      !wrongs.some(({entry}) => entry === use.entry)
  )
  const exceptions = right.flatMap((use) => (isException(use, uses, written) ? [use.entry] : []))
  return {names, wrongs, exceptions, isShield: right.some(({role}) => role !== 'exception')}
}

/** A phrase is an exception in any capitals; a text that its entry lists as wrong too, in its own alone. */
function isException(use: SurfaceUse, uses: readonly SurfaceUse[], {level}: Written): boolean {
  if (use.role !== 'exception') return false
  const isWrongToo = uses.some(({role, entry}) => role === 'mistranslation' && entry === use.entry)
  return !isWrongToo || formsOf(use).some((form) => levelText(form) === level)
}

function readWrongs(
  uses: readonly SurfaceUse[],
  right: readonly SurfaceUse[],
  written: Written
): MistranslationUse[] {
  const wrongs = new Map<Entry, MistranslationUse>()
  for (const use of uses) {
    if (use.role !== 'mistranslation' || levelText(use.mistranslation.replacement) === written.level) continue
    const {entry, mistranslation} = use
    const listed = withoutThe(mistranslation.text, written)
    const isListed = levelText(listed) === written.level
    if (mistranslation.case === 'exact' && foldText(listed, {case: 'keep'}) !== written.capitals) continue
    if (right.some((name) => name.entry === entry && isRight(likeness(name, written), isListed))) continue
    // Of two that an entry lists in different capitals, the one that is written here.
    if (isListed || !wrongs.has(entry)) wrongs.set(entry, use)
  }
  return [...wrongs.values()]
}

/** Whether a text that is like a right form needs no change, if its entry also lists it as wrong. */
function isRight(like: Likeness, isListed: boolean): boolean {
  return like === 'exact' || (like === 'loose' && !isListed)
}

/** How much the text found is like the best of the forms that a use stands for. */
function likeness(use: SurfaceUse, written: Written): Likeness {
  const folded = foldText(written.capitals)
  const forms = formsOf(use).filter((form) => foldText(form) === folded)
  const isAny = (test: (form: string) => boolean): boolean => forms.some(test)
  if (isAny((form) => levelText(form) === written.level)) return 'exact'
  if (isAny((form) => capitalise(levelText(form)) === written.level) && written.startsSentence())
    return 'exact'
  if (use.role === 'source' || written.capitals === written.capitals.toUpperCase()) return 'loose'
  return isAny((form) => foldText(form, {case: 'keep'}) === written.capitals) ? 'loose' : 'none'
}

function formsOf(use: SurfaceUse): readonly string[] {
  switch (use.role) {
    case 'term':
      return [use.entry.term]
    case 'variant':
      return use.entry.variants
    case 'source':
      return use.entry.source
    case 'exception':
      return use.entry.exceptions
    case 'mistranslation':
      return [use.mistranslation.text]
  }
}

/** A listed text as it is searched for: the glossary leaves a leading “the” to the sentence. */
function withoutThe(listed: string, {capitals}: Written): string {
  return foldText(listed) === foldText(capitals) ? listed : listed.replace(/^\s*the\s+/iu, '')
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
