import {expect, test} from 'vitest'
import {GlossaryError, isShipped, loadGlossary, loadPacks} from '../../src/disk/load-glossary.js'
import {readGlossaries} from '../../src/disk/read-glossary.js'
import {makeFolder} from './folder.js'

const pack = (id: string, term: string) =>
  `entries:\n  - {id: ${id}, term: ${term}, mistranslations: [Beanbag]}\n`

test('files are used alone, the last has the last word', async () => {
  const folder = makeFolder({
    'a.yaml': pack('doubao', 'Doubao'),
    'b.json': '{"entries": [{"id": "doubao", "term": "Mine", "mistranslations": []}]}'
  })
  const glossary = await loadGlossary(['a.yaml', 'b.json'], folder)
  expect(Array.from(glossary.entries, ({term}) => term)).toEqual(['Mine'])
  expect(glossary.evidence.kinds.company?.for).toContain('CEO')
})

test('a folder is one glossary of all its YAML and JSON files, without schemas', async () => {
  const folder = makeFolder({
    'names/a.yaml': pack('a', 'A'),
    'names/b.yml': pack('b', 'B'),
    'names/schema.json': '{"type": "object"}',
    'names/readme.md': ''
  })
  expect(Array.from((await loadGlossary(['names'], folder)).entries, ({id}) => id)).toEqual(['a', 'b'])
})

test('every error of every file is told', async () => {
  const folder = makeFolder({'a.yaml': 'entires: []\n', 'b.yaml': pack('b', '1')})
  const error = await loadGlossary(['a.yaml', 'b.yaml'], folder).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(GlossaryError)
  const {problems, message} = error as GlossaryError
  expect(message).toBe('The glossary has 2 errors; mend it and run the command again')
  expect(problems.map(({origin, message: told}) => `${origin.file}:${origin.line} ${told}`)).toEqual([
    'a.yaml:1 Unknown key `entires`; did you mean `entries`?',
    'b.yaml:2 `term` must be text, found `1`; write it in quotes'
  ])
})

test('warnings stop nothing', async () => {
  const folder = makeFolder({'a.yaml': `${pack('a', 'A')}  - {id: b, term: B, mistranslations: [Beanbag]}\n`})
  expect((await loadGlossary(['a.yaml'], folder)).entries).toHaveLength(2)
})

test.each([
  {name: 'a missing glossary', given: 'gone.yaml', message: 'gone.yaml: there is no such file'},
  {
    name: 'a folder without one',
    given: '.',
    message: '.: in this folder is no glossary (looked for .yaml, .yml, .json)'
  }
])('$name is told', async ({given, message}) => {
  await expect(loadGlossary([given], makeFolder({'a.md': ''}))).rejects.toThrow(message)
})

test('packs that ship are chosen by name, come before files, and are overridden aloud', async () => {
  const folder = makeFolder({'a.yaml': `silence: [doubao]\n${pack('moonshot-ai', 'Mine')}`})
  const packs = await loadPacks(['ai'])
  const {merged, problems} = await readGlossaries(['a.yaml'], folder, packs)
  const ids = merged.entries.map(({id}) => id)
  expect([ids.includes('zhipu'), ids.includes('doubao'), ids.includes('alibaba')]).toEqual([
    true,
    false,
    false
  ])
  expect(merged.entries.find(({id}) => id === 'moonshot-ai')?.term).toBe('Mine')
  expect(problems.filter(({origin}) => !isShipped(origin))).toMatchObject([
    {severity: 'note', origin: {file: 'a.yaml', line: 3}, related: {file: 'nameright/glossary/ai.yaml'}}
  ])
})
