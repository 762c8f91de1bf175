import {expect, test} from 'vitest'
import {mergePacks} from '../../src/glossary/merge.js'
import {readPack} from '../../src/glossary/read.js'
import {packOf} from './entries.js'
import {lexicon} from './lexicon.js'

const entry = (id: string, term: string) => `  - {id: ${id}, term: ${term}, mistranslations: []}\n`
const first = packOf(`entries:\n${entry('b', 'B')}${entry('a', 'A')}`, 'first.yaml')

const told = ({problems}: ReturnType<typeof mergePacks>) =>
  problems.map(({severity, message, origin, related}) => {
    const place = `${origin.file}:${origin.line}`
    return `${place} ${severity}: ${message}${related ? ` [${related.file}:${related.line}]` : ''}`
  })

test('packs of one glossary are united, sorted by id', () => {
  const second = packOf(`entries:\n${entry('aa', 'AA')}`, 'second.yaml')
  const merged = mergePacks([[first, second]])
  expect(merged.entries.map(({id}) => id)).toEqual(['a', 'aa', 'b'])
  expect(merged.problems).toEqual([])
})

test('an id repeated in one glossary is an error that tells both places; the first by place stays', () => {
  const second = packOf(`entries:\n${entry('a', 'Other')}`, 'second.yaml')
  for (const layer of [
    [first, second],
    [second, first]
  ]) {
    const merged = mergePacks([layer])
    expect(merged.entries.find(({id}) => id === 'a')?.term).toBe('A')
    expect(told(merged)).toEqual([
      'second.yaml:2 error: The id `a` is already used at first.yaml:3:5; ids must be unique [first.yaml:3]'
    ])
  }
})

test('a later glossary replaces an entry, and both places are noted', () => {
  const merged = mergePacks([[first], [packOf(`entries:\n${entry('a', 'Mine')}`, 'mine.yaml')]])
  expect(merged.entries.map(({term}) => term)).toEqual(['Mine', 'B'])
  expect(told(merged)).toEqual([
    'mine.yaml:2 note: The entry `a` replaces the one at first.yaml:3:5 [first.yaml:3]'
  ])
})

test('a later glossary silences entries of earlier ones; an id without an entry is reported', () => {
  const merged = mergePacks([[first], [packOf('silence: [a, zzz]\n', 'mine.yaml')]])
  expect(merged.entries.map(({id}) => id)).toEqual(['b'])
  expect(told(merged)).toEqual([
    'mine.yaml:1 warning: There is no entry `zzz` in an earlier glossary to silence'
  ])
})

test('an id is no mistake where entries of earlier glossaries could not be read', () => {
  const broken = readPack(`entries:\n${entry('a', 'A')}  - {id: b}\n`, {file: 'first.yaml', lexicon})
  const merged = mergePacks([[broken], [packOf('silence: [a, b]\n', 'mine.yaml')]])
  expect(merged).toMatchObject({entries: [], known: 'some'})
  expect(told(merged).filter((line) => line.startsWith('mine'))).toEqual([])
})

test('silencing says nothing about entries of the same glossary', () => {
  const merged = mergePacks([[packOf(`silence: [x]\nentries:\n${entry('x', 'X')}`)]])
  expect(merged.entries.map(({id}) => id)).toEqual(['x'])
  expect(told(merged)).toHaveLength(1)
})

test('packs of another language pair are reported', () => {
  const japanese = packOf('languages: {source: ja, target: en}\n', 'ja.yaml')
  expect(told(mergePacks([[japanese], [first]]))).toEqual([
    'ja.yaml:1 warning: The languages ja to en differ from those of first.yaml'
  ])
})

test('no pack at all is a glossary without entries', () => {
  expect(mergePacks([])).toMatchObject({entries: [], problems: []})
})
