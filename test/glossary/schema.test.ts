import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {EvidenceSchema, readEvidence} from '../../src/glossary/evidence.js'
import {PackSchema} from '../../src/glossary/schema.js'
import {writeJsonSchema} from '../support/json-schema.js'

test('glossary/schema.json is current (`npm run update` writes it)', async () => {
  const text = writeJsonSchema(PackSchema, 'A nameright glossary')
  await expect(text).toMatchFileSnapshot('../../glossary/schema.json')
})

test('glossary/evidence.schema.json is current (`npm run update` writes it)', async () => {
  const text = writeJsonSchema(EvidenceSchema, 'General evidence of nameright')
  await expect(text).toMatchFileSnapshot('../../glossary/evidence.schema.json')
})

test('the evidence that ships is read without problems', async () => {
  const text = await readFile(new URL('../../glossary/evidence.yaml', import.meta.url), 'utf8')
  const {tables, problems} = readEvidence(text, 'evidence.yaml')
  expect(problems).toEqual([])
  expect(tables.topics.china).toContain('Beijing')
  expect(tables.kinds.company?.for).toContain('CEO')
})

test('every problem of the evidence is told at its place', () => {
  const text = 'topics: {}\nfields: {math: [null]}\nkinds: {compny: {}}\nwords: []\n'
  expect(
    readEvidence(text, 'e.yaml').problems.map(({origin, message}) => `${origin.line} ${message}`)
  ).toEqual([
    '2 Each item of `math` must be text, found nothing; write it in quotes',
    '3 Unknown key `compny`; did you mean `company`?',
    '4 `words` must be a mapping, found a list'
  ])
})
