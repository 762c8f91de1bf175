import fc from 'fast-check'
import {expect, test} from 'vitest'
import {cutPack} from '../../src/glossary/parts.js'
import {readPack} from '../../src/glossary/read.js'
import {lexicon} from './lexicon.js'
import {anyPack} from './written.js'

const head = 'domain: x\nentries:\n'
const item = (id: string) => `  - id: ${id}\n    term: T\n    mistranslations: [a]\n`

test('a pack is cut before lines that begin an item', () => {
  expect(cutPack(head + item('a') + item('b'), 1)).toEqual([
    {text: 'domain: x\nentries: []\n', shift: 0},
    {text: `entries:\n${item('a')}`, shift: head.length - 9},
    {text: `entries:\n${item('b')}`, shift: head.length - 9 + item('a').length}
  ])
})

test('a part holds as many items as make up its least length', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map(item)
  expect(cutPack(head + items.join(''), items[0]!.length + 1)).toHaveLength(1 + 3)
})

test.each([
  {name: 'a short file', text: head, length: 1000},
  {name: 'JSON', text: '{"entries": [\n  {"id": "a"}\n]}'},
  {name: 'a flow list', text: 'entries: [\n  {id: a}]\n'},
  {name: 'a key after the entries', text: `${head}${item('a')}silence: [b]\n`},
  {name: 'a directive', text: `%YAML 1.2\n---\n${head}${item('a')}`},
  {name: 'a document marker behind', text: `${head}${item('a')}---\n`},
  {name: 'a tab as indentation', text: `${head}${item('a')}\tx: y\n`},
  {name: 'an anchor and its alias', text: `${head}  - &a {id: a}\n  - *a\n`},
  {name: 'a carriage return alone', text: `${head}${item('a\rb')}`},
  {name: 'no entries', text: 'domain: x\n'}
])('$name is not cut', ({text, length = 1}) => {
  expect(cutPack(text, length)).toBeUndefined()
})

test('in parts and as a whole, a pack has the same entries, places and problems', () => {
  const read = (text: string, partLength: number) => {
    const {places, ...pack} = readPack(text, {file: 'p.yaml', lexicon, partLength})
    return {...pack, places: [...places]}
  }
  fc.assert(
    fc.property(anyPack, fc.constantFrom(1, 60, 150), (text, partLength) => {
      expect(read(text, partLength)).toEqual(read(text, Number.POSITIVE_INFINITY))
    }),
    {numRuns: Number(process.env.RUNS ?? 1000)}
  )
})
