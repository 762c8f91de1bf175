// The laws of the whole program, over arbitrary articles with the packs that ship and over the examples of the
// specifications. Laws of one stage stand beside that stage's tests.
import fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'
import {type Cleaned, type CleanOptions, cleanText} from '../src/clean.js'
import {loadGlossary} from '../src/disk/load-glossary.js'
import {applyEdits, invertEdits} from '../src/edit/apply.js'
import {compileGlossary} from '../src/glossary/compile.js'
import type {Glossary, ReportedFinding} from '../src/model.js'
import {articlesOf} from './support/article.js'

const runs = Number(process.env.FUZZ_RUNS ?? 60)

let glossary: Glossary
let articles: fc.Arbitrary<string>
beforeAll(async () => {
  glossary = await loadGlossary(undefined, import.meta.dirname)
  articles = articlesOf(glossary)
})

const clean = (source: string, options: Partial<CleanOptions> = {}): Cleaned =>
  cleanText(source, {glossary, ...options})

/** Write findings as a reader of the JSON report would. */
function writeReported(source: string, findings: readonly ReportedFinding[]): string {
  return [...findings]
    .sort((a, b) => b.start - a.start)
    .reduce((text, {start, end, replacement}) => text.slice(0, start) + replacement + text.slice(end), source)
}

describe('articles with the packs that ship', () => {
  test('law: a second run changes nothing', () => {
    fc.assert(
      fc.property(articles, (source) => {
        const {output} = clean(source).report
        expect(clean(output).report.output).toBe(output)
      }),
      {numRuns: runs}
    )
  })

  test('law: writing every `fix` of the report gives what `fix` writes; `original` is what stands there', () => {
    fc.assert(
      fc.property(articles, (source) => {
        const {report} = clean(source)
        for (const {start, end, original} of report.findings) expect(source.slice(start, end)).toBe(original)
        const fixes = report.findings.filter(({status}) => status === 'fix')
        expect(writeReported(source, fixes)).toBe(report.output)
      }),
      {numRuns: runs}
    )
  })

  test('law: undoing all edits gives the original', () => {
    fc.assert(
      fc.property(articles, (source) => {
        const {edits, report} = clean(source)
        expect(applyEdits(source, edits)).toBe(report.output)
        expect(applyEdits(report.output, invertEdits(source, edits))).toBe(source)
      }),
      {numRuns: runs}
    )
  })

  test('law: the order of entries changes nothing', () => {
    const {languages, evidence} = glossary
    const shuffled = compileGlossary([...glossary.entries].reverse(), {languages, evidence})
    fc.assert(
      fc.property(articles, (source) => {
        expect(clean(source, {glossary: shuffled}).report).toEqual(clean(source).report)
      }),
      {numRuns: runs}
    )
  })

  test('law: reading in pieces tells the same', () => {
    fc.assert(
      fc.property(articles, (source) => {
        expect(clean(source, {reading: 'pieces'}).report).toEqual(clean(source).report)
      }),
      {numRuns: runs}
    )
  })
})
