// Laws of planning, over arbitrary documents and hostile replacements.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {applyEdits, invertEdits} from '../../src/edit/apply.js'
import {findChange} from '../../src/edit/change.js'
import {planEdits} from '../../src/edit/plan.js'
import type {Document, Finding, Plan} from '../../src/model.js'
import {markdownSource} from '../document/generate.js'
import {findingAt} from './make.js'

const runs = Number(process.env.FUZZ_RUNS ?? 60)

const parse = (source: string): Document => parseDocument(source, {format: 'markdown'})
const plan = (document: Document, findings: readonly Finding[]): Plan =>
  planEdits(document, findings, {parse})

const replacement = fc.oneof(
  fc.constantFrom('Doubao', 'Moonshot AI', '豆包', '😀', '01.AI', 'JD.com', 'Yahoo!', '', ' ', 'x '),
  fc.constantFrom('# x', '1. x', '- x', '> x', '---', '***', '===', '```', '~~~', '$$', ':::x', '    x'),
  fc.constantFrom('*x*', '_x_', '~x~', '**', '[x](y)', '![x]', '[ref]', '](', '[^1]', '[x]:', '`x`', '$$x$$'),
  fc.constantFrom('<b>', '<!-- x -->', '<https://a.b>', 'www.a.b', 'https://a.b', 'a@b.cn', '&amp;', '&#35;'),
  fc.constantFrom('|', 'a|b', '\\', '\\\\', 'a\\*', '"', "'", '(', ')', '"x" \'y\'', 'x\ny', '\n\n# x', '\0'),
  fc.string({maxLength: 4}),
  fc.string({unit: fc.constantFrom(...'*_`[]()!<>&|\\#~$:-+=.1a \n'), minLength: 1, maxLength: 6})
)

/** A document with findings anywhere in it: spans of one to many units, crossing whatever is there. */
const documentAndFindings = fc
  .tuple(
    // Reading deep nests of brackets takes long, and each document is read many times.
    markdownSource.filter(({length}) => length < 400),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({min: 1, max: 14}), replacement), {
      minLength: 1,
      maxLength: 4
    })
  )
  .map(([source, raw]) => {
    const document = parse(source)
    const findings = raw.flatMap(([block, at, length, text]) => {
      if (document.blocks.length === 0) return []
      const index = block % document.blocks.length
      const size = document.blocks[index]!.text.length
      const start = at % size
      return [findingAt(document, index, {start, end: Math.min(size, start + length)}, text)]
    })
    return {document, findings}
  })

/**
 * A document with findings of whole words, as matches are, and names as glossaries hold them. Pieces of
 * punctuation may hang on one another: half a pair of brackets is text only while the other half is there.
 */
const documentAndNames = fc
  .tuple(
    markdownSource.filter(({length}) => length < 400),
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('Doubao', '01.AI', 'JD.com', '豆包', 'Q*', 'Yahoo!', 'C#', 'A_B')),
      {
        minLength: 1,
        maxLength: 5
      }
    )
  )
  .map(([source, picks]) => {
    const document = parse(source)
    const words = document.blocks.flatMap(({text}, block) =>
      [...text.matchAll(/[\p{L}\p{N}]+(?:\s[\p{L}\p{N}]+)*/gu)].map((match) => ({block, match}))
    )
    const findings =
      words.length === 0
        ? []
        : picks.map(([pick, text]) => {
            const {block, match} = words[pick % words.length]!
            return findingAt(document, block, {start: match.index, end: match.index + match[0].length}, text)
          })
    return {document, findings}
  })

/** What a block must read like, said in the simplest way. */
function wantedText(document: Document, index: number, written: readonly Finding[]): string {
  const text = document.blocks[index]!.text
  return written
    .filter(({block}) => block === index)
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((wanted, {span, text: found, replacement: words}) => {
      const change = findChange(found, words)
      const start = span.start + change.span.start
      return wanted.slice(0, start) + change.text + wanted.slice(span.start + change.span.end)
    }, text)
}

function writtenFindings({edits}: Plan): Finding[] {
  return edits.filter(({follows}) => follows === undefined).map(({finding}) => finding)
}

test('law: every finding is written so that it reads as wanted, or refused with a reason', () => {
  let applied = 0
  fc.assert(
    fc.property(documentAndFindings, ({document, findings}) => {
      const {edits, refused} = plan(document, findings)
      const written = writtenFindings({edits, refused})
      applied += written.length
      expect(new Set([...written, ...refused.map(({finding}) => finding)])).toEqual(new Set(findings))
      expect(refused.every(({reason}) => reason.length > 10)).toBe(true)
      const after = parse(applyEdits(document.source, edits))
      expect(after.blocks.map(({kind}) => kind)).toEqual(document.blocks.map(({kind}) => kind))
      expect(after.blocks.map(({text}) => text)).toEqual(
        document.blocks.map((_, index) => wantedText(document, index, written))
      )
    }),
    {numRuns: runs}
  )
  expect(applied).toBeGreaterThan(runs / 2)
})

test('law: text outside of edits is untouched, and inverse edits restore the source', () => {
  fc.assert(
    fc.property(documentAndFindings, ({document: {source, ...document}, findings}) => {
      const {edits} = plan({source, ...document}, findings)
      const output = applyEdits(source, edits)
      expect(applyEdits(output, invertEdits(source, edits))).toBe(source)
      let shift = 0
      let end = 0
      for (const {range, replacement: text, expected} of edits) {
        expect(output.slice(end + shift, range.start + shift)).toBe(source.slice(end, range.start))
        shift += text.length - expected.length
        end = range.end
      }
      expect(output.slice(end + shift)).toBe(source.slice(end))
    }),
    {numRuns: runs}
  )
})

test('law: planning some of the written findings writes just these, in the same words', () => {
  fc.assert(
    fc.property(documentAndNames, fc.nat(), ({document, findings}, choice) => {
      const all = plan(document, findings)
      const written = writtenFindings(all)
      const chosen = written.filter((_, index) => (choice >> index) & 1)
      const some = plan(document, chosen)
      expect(some.refused).toEqual([])
      const after = parse(applyEdits(document.source, some.edits))
      expect(after.blocks.map(({text}) => text)).toEqual(
        document.blocks.map((_, index) => wantedText(document, index, chosen))
      )
    }),
    {numRuns: runs}
  )
})

test('law: nothing found, nothing changed', () => {
  fc.assert(
    fc.property(markdownSource, (source) => {
      expect(plan(parse(source), [])).toEqual({edits: [], refused: []})
    }),
    {numRuns: 20}
  )
})
