// What is wrong inside and between entries that each look right. Errors of form are found in read.ts, repeated ids
// in merge.ts.
import type {Entry, Mistranslation, Origin} from '../model.js'
import {foldText} from '../text/fold.js'
import {patternOf} from './claim.js'
import {compareProblems, formatOrigin, type GlossaryProblem} from './problem.js'
import type {Places} from './read.js'

/**
 * Check entries against themselves and one another.
 *
 * @param entries - With unique ids.
 * @param places - Where mistranslations stand; an entry's own place serves for the others.
 * @param known - `some`: further entries could not be read, so that an owner may be among them. Default `all`.
 * @returns Sorted by place.
 */
export function checkEntries(
  entries: readonly Entry[],
  places: Places = new Map(),
  known: 'all' | 'some' = 'all'
): GlossaryProblem[] {
  const checker: Checker = {
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    places,
    known
  }
  const problems = [
    ...entries.flatMap((entry) => [
      ...checkMistranslations(entry, checker),
      ...checkExceptions(entry),
      ...checkOwner(entry, checker)
    ]),
    ...checkClaims(checker),
    ...checkShielded(checker)
  ]
  return problems.sort(compareProblems)
}

interface Checker {
  readonly entries: readonly Entry[]
  readonly byId: ReadonlyMap<string, Entry>
  readonly places: Places
  readonly known: 'all' | 'some'
}

/** Place of something inside an entry. */
export function placeOf(thing: object, entry: Entry, places: Places): Origin {
  return places.get(thing) ?? entry.origin
}

function checkMistranslations(entry: Entry, {places}: Checker): GlossaryProblem[] {
  const names = new Map([[entry.term, 'term'], ...entry.variants.map((text) => [text, 'variant'] as const)])
  return entry.mistranslations.flatMap((mistranslation): GlossaryProblem[] => {
    const origin = placeOf(mistranslation, entry, places)
    const {text} = mistranslation
    if (foldText(patternOf(text)) === '') {
      return [
        {severity: 'error', message: `The mistranslation “${text}” has no letter to search for`, origin}
      ]
    }
    const role = names.get(text)
    if (role === undefined) return []
    const message = `“${text}” is a mistranslation and also a ${role} of \`${entry.id}\`; it can be one only`
    return [{severity: 'error', message, origin}]
  })
}

function checkExceptions(entry: Entry): GlossaryProblem[] {
  const patterns = entry.mistranslations.map(({text}) => ` ${foldText(patternOf(text))} `)
  const useless = entry.exceptions.filter((text) => {
    const folded = ` ${wordsOf(text)} `
    return !patterns.some((pattern) => folded.includes(pattern))
  })
  return useless.map((text) => ({
    severity: 'warning',
    message: `The exception “${text}” of \`${entry.id}\` holds none of its mistranslations`,
    origin: entry.origin
  }))
}

/** Folded, with a space for all that may stand beside a word, so that whole words can be looked for. */
function wordsOf(text: string): string {
  return foldText(text.replace(/['’]s?(?=\P{L}|$)|[^\p{L}\p{M}\p{N}'’]+/gu, ' '))
}

function checkOwner(entry: Entry, {byId, known}: Checker): GlossaryProblem[] {
  const {owner, origin, id} = entry
  if (owner === undefined) return []
  if (owner === id) return [{severity: 'error', message: `The entry \`${id}\` is its own owner`, origin}]
  if (byId.has(owner) || known === 'some') return []
  return [{severity: 'error', message: `The owner \`${owner}\` of \`${id}\` is no entry`, origin}]
}

/** One text claimed twice: by two entries, so that evidence or a person decides, or twice by one. */
function checkClaims({entries, places}: Checker): GlossaryProblem[] {
  const firstByKey = new Map<string, {entry: Entry; mistranslation: Mistranslation}>()
  const problems: GlossaryProblem[] = []
  for (const entry of entries) {
    for (const mistranslation of entry.mistranslations) {
      const key = foldText(patternOf(mistranslation.text))
      const first = firstByKey.get(key)
      if (first === undefined) firstByKey.set(key, {entry, mistranslation})
      // Written twice in different capitals it says something when these capitals are asked for.
      else if (first.entry !== entry || mistranslation.case === first.mistranslation.case) {
        const related = placeOf(first.mistranslation, first.entry, places)
        problems.push(tellClaim({entry, mistranslation, first: first.entry, related, places}))
      }
    }
  }
  return problems
}

interface Claim {
  readonly entry: Entry
  readonly mistranslation: Mistranslation
  readonly first: Entry
  readonly related: Origin
  readonly places: Places
}

function tellClaim({entry, mistranslation, first, related, places}: Claim): GlossaryProblem {
  const where = formatOrigin(related)
  const message =
    first === entry
      ? `“${mistranslation.text}” is already listed in \`${entry.id}\` at ${where}`
      : `“${mistranslation.text}” of \`${entry.id}\` is also claimed by \`${first.id}\` at ${where}; evidence decides`
  return {
    severity: first === entry ? 'note' : 'warning',
    message,
    origin: placeOf(mistranslation, entry, places),
    related
  }
}

/** A mistranslation written like another entry's right name: it is never found. */
function checkShielded({entries, places}: Checker): GlossaryProblem[] {
  const ownerByName = new Map(
    entries.flatMap((entry) => [entry.term, ...entry.variants].map((name) => [name, entry] as const))
  )
  return entries.flatMap((entry) =>
    entry.mistranslations.flatMap((mistranslation): GlossaryProblem[] => {
      const other = ownerByName.get(patternOf(mistranslation.text))
      if (other === undefined || other === entry) return []
      const message = `“${mistranslation.text}” of \`${entry.id}\` is a right name of \`${other.id}\`, so it is left alone`
      const origin = placeOf(mistranslation, entry, places)
      return [{severity: 'warning', message, origin, related: other.origin}]
    })
  )
}
