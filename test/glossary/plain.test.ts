import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isCollection, isSeq, parseDocument} from 'yaml'
import {readPlain} from '../../src/glossary/plain.js'
import {anyPack, plainPack} from './written.js'

test('mappings, lists and texts are read, with the places of items', () => {
  const text = `# head
domain: ai
entries:
  - id: a
    source: [豆包, 'it''s', "b: c"]

    # beside
    mistranslations:
    - {text: Bean Bag, ordinary: never}
    - 360 degrees
`
  const plain = readPlain(text)
  const mistranslations = [{text: 'Bean Bag', ordinary: 'never'}, '360 degrees']
  expect(plain?.value).toEqual({
    domain: 'ai',
    entries: [{id: 'a', source: ['豆包', "it's", 'b: c'], mistranslations}]
  })
  const restAt = (...path: PropertyKey[]) => text.slice(plain?.offsetOf(path)).slice(0, 4)
  expect(restAt('entries', 0)).toBe('id: ')
  expect(restAt('entries', 0, 'source', 1)).toBe("'it'")
  expect(restAt('entries', 0, 'mistranslations', 1)).toBe('360 ')
  expect(plain?.offsetOf(['entries', 1])).toBeUndefined()
  expect(plain?.offsetOf(['entries', 0, 'source'])).toBeUndefined()
})

test.each([
  {name: 'a number', text: 'a: 1.5\n'},
  {name: 'a constant', text: 'a: True\n'},
  {name: 'nothing', text: 'a:\nb: c\n'},
  {name: 'an escape', text: 'a: "\\n"\n'},
  {name: 'a text of two lines', text: 'a: b\n  c\n'},
  {name: 'a text in a block', text: 'a: |\n  c\n'},
  {name: 'a flow list of two lines', text: 'a: [b,\n  c]\n'},
  {name: 'an anchor', text: 'a: &b c\n'},
  {name: 'a comment behind a value', text: 'a: b # c\n'},
  {name: 'a key twice', text: 'a: b\na: c\n'},
  {name: 'a key in a value', text: 'a: b: c\n'},
  {name: 'a tab', text: 'a: b\tc\n'},
  {name: 'a list of lists', text: 'a:\n  - - b\n'},
  {name: 'a list alone', text: '- b\n'},
  {name: 'two documents', text: 'a: b\n---\na: b\n'},
  {name: 'a merge key', text: 'a: {b: c}\n<<: d\n'},
  {name: 'lines that end as on Windows', text: 'a: b\r\nc: d\r\n'},
  {name: 'a byte order mark', text: '\uFEFFa: b\n'},
  {name: 'nesting without end', text: `a: ${'['.repeat(1e5)}`},
  {name: 'an empty text', text: ''}
])('$name is left to the full reader', ({text}) => {
  expect(readPlain(text)).toBeUndefined()
})

const signs = [
  ...'ab1.e :#,[]{}"\'-?&*!|>%@`~=<\\豆“’\u00a0\u2028\u0085\t',
  '🐼',
  'true',
  'null',
  '\n',
  '\n  ',
  ': ',
  '- '
]
const anyValue = fc.string({unit: fc.constantFrom(...signs), minLength: 1, maxLength: 6})
const frames = [
  'a: X\n',
  'a: X',
  'a: [X, X]\n',
  'a: {b: X}\n',
  'a:\n  - X\n  - b: X\n    c: X\n',
  'X: a\n',
  'a:\n- X\nX'
]
const anyText = fc
  .tuple(fc.constantFrom(...frames), fc.array(anyValue, {minLength: 3, maxLength: 3}))
  .map(([frame, values]) => values.reduce((text, value) => text.replace('X', () => value), frame))

/** What slips into a text: ␣ is a blank, ⏎ a line's end. */
const slips = [
  '␣ ␣␣ ⏎ ⏎␣ ⏎␣␣ ⏎␣␣␣␣ ⏎⏎ ⏎---⏎ ⏎...⏎ ⏎%YAML␣1.1⏎ \r⏎ \r \t \0 \uFEFF \u2028 \u0085',
  '&x␣ *x *x␣ !!str␣ !␣ !t␣ <<:␣ ?␣ -␣ :␣ : - | >-⏎ # # c ␣#␣c @ ` %',
  '\' \'\' " "" \\ , ,␣ [ ] { } [a,␣b] {a:␣b} 1 1.5 null true ~ .inf',
  'id:␣a ⏎id:␣a ⏎␣␣␣␣id:␣a ⏎␣␣␣␣term:␣T ⏎␣␣-␣id:␣x'
].flatMap((line) => line.split(' ').map((slip) => slip.replaceAll('␣', ' ').replaceAll('⏎', '\n')))

/** A text takes the place of some units; `at` is a part of the whole. */
const anyChange = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.constantFrom(0, 0, 1, 2, 5, 20),
  text: fc.constantFrom('', ...slips)
})
const changedPack = fc
  .tuple(plainPack, fc.array(anyChange, {minLength: 1, maxLength: 3}))
  .map(([pack, changes]) =>
    changes.reduce((text, {at, length, text: added}) => {
      const start = Math.floor(at * text.length)
      return text.slice(0, start) + added + text.slice(start + length)
    }, pack)
  )

test.each([
  {name: 'packs', arbitrary: anyPack},
  {name: 'packs with slips', arbitrary: changedPack},
  {name: 'signs', arbitrary: anyText}
])('what is read is what the full reader reads, at the same places: $name', ({arbitrary}) => {
  let count = 0
  fc.assert(
    fc.property(arbitrary, (text) => {
      const plain = readPlain(text)
      if (plain === undefined) return
      count += 1
      const document = parseDocument(text)
      expect([...document.errors, ...document.warnings]).toEqual([])
      expect(JSON.stringify(plain.value)).toBe(JSON.stringify(document.toJS()))
      for (const {path, start} of itemsOf(document))
        expect([path, plain.offsetOf(path)]).toEqual([path, start])
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}
  )
  // A law about nothing would always hold.
  expect(count).toBeGreaterThan(30)
})

/** Paths of all items of lists, and where they begin. */
function itemsOf(document: ReturnType<typeof parseDocument>) {
  const items: {path: PropertyKey[]; start: number}[] = []
  const collect = (node: unknown, path: readonly PropertyKey[]): void => {
    if (!isCollection(node)) return
    for (const [index, item] of node.items.entries()) {
      const inner = isSeq(node) ? item : (item as {value: unknown}).value
      const key = isSeq(node) ? index : String((item as {key: unknown}).key)
      if (isSeq(node)) items.push({path: [...path, key], start: (inner as {range: number[]}).range[0]!})
      collect(inner, [...path, key])
    }
  }
  collect(document.contents, [])
  return items
}
