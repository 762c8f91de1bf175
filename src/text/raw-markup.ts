// Markdown's markup in unparsed text, told apart from prose without certainty: everything here errs to one side, so
// that a search in raw text may find too much and never too little. Real parsing lives in document/.

/** Signs that markup may take out of the prose around them, wherever they stand. */
export const markupSigns = '*_~[]\\`>'

const signs = /[*_~[\]\\`>]/
const signRuns = /[*_~[\]\\`>]+/g
/** An entity: one character of prose written with others. */
const entity = /&[#a-z0-9]+;/i
/** What stands behind a link's text; a destination with blanks, brackets or a title is not told from prose. */
const linkEnds = /\]\([^\s()]*\)|\]\[[^[\]\\]*\]/g
const linkEnd = /\](?:\(|\[)/
const oddLinkEnd = /\](?:\((?![^\s()]*\))|\[(?![^[\]\\]*\]))/
/** Markup inside a word, or right behind a link. */
const innerMarkup = /[\p{L}\p{N}\p{M}][*_~[\]\\`>]+[\p{L}\p{N}]|[)\]][*_~[\]\\`>]*[\p{L}\p{N}]/u
const lineStarts = /\n[ \t>]+/g

/** Whether raw text may hold an entity, which a search in raw text does not decode. */
export function holdsEntity(raw: string): boolean {
  return raw.includes('&') && entity.test(raw)
}

/** How raw text may read. */
export interface RawReadings {
  readonly raw: string
  /**
   * `as-is`: without markup. `several`: each reading may leave out too much markup or too little. `unknown`: only
   * parsing can tell.
   */
  readonly kind: 'as-is' | 'several' | 'unknown'
  readonly texts: readonly string[]
}

/**
 * List what a piece of raw text may read like; the prose in it is a part of one of these, but for line starts.
 *
 * @returns Found out when first asked for: most pieces are done with before.
 */
export function readRaw(raw: string): RawReadings {
  let known: Omit<RawReadings, 'raw'> | undefined
  return {
    raw,
    get kind() {
      known ??= findReadings(raw)
      return known.kind
    },
    get texts() {
      known ??= findReadings(raw)
      return known.texts
    }
  }
}

function findReadings(raw: string): Omit<RawReadings, 'raw'> {
  if (holdsEntity(raw)) return {kind: 'unknown', texts: []}
  if (!signs.test(raw)) return {kind: 'as-is', texts: [raw]}
  if (innerMarkup.test(raw) || oddLinkEnd.test(raw)) return {kind: 'unknown', texts: []}
  const bare = strip(raw)
  return {kind: 'several', texts: linkEnd.test(raw) ? [strip(raw.replace(linkEnds, '')), bare] : [bare]}
}

function strip(text: string): string {
  return text.replace(lineStarts, '\n').replace(signRuns, '')
}
