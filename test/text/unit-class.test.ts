// The tables of units are what Unicode says. When Node comes with a newer Unicode: raise
// the version below and `npm run update`.
import process from 'node:process'
import {describe, expect, test} from 'vitest'
import {foldUnits} from '../../src/text/fold.js'
import {classSources, unitClass, unitClasses} from '../../src/text/unit-class.js'

const unicodeVersion = '17.0'
const file = '../../src/text/unit-runs.ts'

/** Every UTF-16 unit in order: one pass over it is twenty times as fast as asking 65,536 times. */
const everyUnit = Array.from({length: 0x10000}, (_, unit) => String.fromCharCode(unit)).join('')

function classesOfUnicode(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (const {pattern, value} of classSources) {
    for (const {0: run, index} of everyUnit.matchAll(pattern)) classes.fill(value, index, index + run.length)
  }
  classes.fill(unitClass.highSurrogate, 0xd800, 0xdc00)
  classes.fill(unitClass.lowSurrogate, 0xdc00, 0xe000)
  return classes
}

/** Letters whose small form is one other unit, in order, with that. */
function smallLettersOfUnicode(): (readonly [number, number])[] {
  return [...everyUnit.matchAll(/\p{Changes_When_Lowercased}/gu)].flatMap(({0: letter, index}) => {
    const small = letter.toLowerCase()
    return small.length === 1 ? [[index, small.charCodeAt(0)] as const] : []
  })
}

/** Each run of units of one class: its length in base 36, then the class as a capital letter. */
function writeClassRuns(classes: Uint8Array): string {
  let runs = ''
  for (let start = 0, end = 0; start < classes.length; start = end) {
    while (end < classes.length && classes[end] === classes[start]) end++
    runs += (end - start).toString(36) + String.fromCharCode(0x41 + classes[start]!)
  }
  return runs
}

interface Group {
  readonly first: number
  count: number
  step: number
  readonly distance: number
}

/** Groups of letters with one step between them and one distance to their small forms, as the table tells them. */
function writeSmallLetters(letters: readonly (readonly [number, number])[]): string {
  const groups: Group[] = []
  for (const [letter, small] of letters) {
    const last = groups.at(-1)
    const step = last === undefined ? 0 : letter - (last.first + (last.count - 1) * last.step)
    if (last?.distance === small - letter && (last.count === 1 ? step <= 2 : step === last.step)) {
      Object.assign(last, {count: last.count + 1, step})
    } else groups.push({first: letter, count: 1, step: 0, distance: small - letter})
  }
  return groups
    .map(({first, count, step, distance}, index) =>
      [first - (groups[index - 1]?.first ?? 0), count, step, distance].map((number) => number.toString(36))
    )
    .join(' ')
}

describe.runIf(process.versions.unicode === unicodeVersion)(`with Unicode ${unicodeVersion}`, () => {
  test('the tables hold what Unicode says', async () => {
    await expect(`// What Unicode ${unicodeVersion} says of UTF-16 units, written by \`npm run update\` (test/text/unit-class.test.ts).

/** The classes of units: lengths of runs in base 36, each followed by a class of \`unitClass\`, \`A\` for 0. */
export const classRuns =
  '${writeClassRuns(classesOfUnicode())}'

/**
 * Capitals and their small letters, in groups: how far the first capital is behind that of the group before, how many
 * they are, how far one from the next, and how far each from its small letter, all in base 36.
 */
export const smallLetters =
  '${writeSmallLetters(smallLettersOfUnicode())}'
`).toMatchFileSnapshot(file)
  })

  test('every unit has the class that the patterns give it', () => {
    expect(unitClasses).toEqual(classesOfUnicode())
  })

  test('every letter that has one small letter is folded to it', () => {
    // The dotted I is a case of its own; full-width letters are folded to ASCII.
    const letters = smallLettersOfUnicode().filter(([letter]) => letter !== 0x130 && letter < 0xff00)
    expect(letters.map(([letter]) => [letter, foldUnits[letter]])).toEqual(letters)
  })
})
