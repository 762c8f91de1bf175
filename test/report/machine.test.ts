// Machine formats: JSON, SARIF, rdjson, GitHub annotations, against their contracts.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import Ajv from 'ajv'
import {describe, expect, test} from 'vitest'
import {reportGithub} from '../../src/report/github.js'
import {reportJson} from '../../src/report/json.js'
import {reportRdjson, reportRdjsonl} from '../../src/report/rdjson.js'
import {reportSarif} from '../../src/report/sarif.js'
import {reportOf} from './make.js'

const source = '\uFEFF# 😀\r\n\r\n使用Beanbag, 100% Byte\r\nor the Dark\r\nSide, a bean bag\r\n'
const report = reportOf('a b/文.md', source, {
  Beanbag: 'Doubao',
  Byte: {to: 'ByteDance', status: 'propose', alternatives: ['Bytes, Inc.']},
  'Dark\r\nSide': 'Moonshot AI',
  'bean bag': {to: 'Doubao', status: 'keep'}
})

describe('JSON', () => {
  test('is the contract, without kept findings', () => {
    const {version, files} = JSON.parse(reportJson([report]))
    expect(version).toBe(1)
    expect(files).toHaveLength(1)
    expect(files[0].path).toBe('a b/文.md')
    expect(files[0].findings.map(({status}: {status: string}) => status)).toEqual(['fix', 'propose', 'fix'])
    expect(files[0].findings[0]).toEqual({
      entry: 'beanbag',
      start: 11,
      end: 18,
      line: 3,
      column: 3,
      original: 'Beanbag',
      replacement: 'Doubao',
      alternatives: [],
      status: 'fix',
      confidence: 0.97,
      reasons: ['a capital inside of a sentence']
    })
    for (const finding of files[0].findings) {
      expect(source.slice(finding.start, finding.end)).toBe(finding.original)
    }
  })

  test('has kept findings when all are asked for', () => {
    expect(JSON.parse(reportJson([report], {show: 'all'})).files[0].findings).toHaveLength(4)
  })

  test('lists files without findings', () => {
    expect(JSON.parse(reportJson([reportOf('b.md', 'x', {})])).files).toEqual([{path: 'b.md', findings: []}])
  })
})

describe('SARIF', () => {
  const load = createRequire(import.meta.url)
  const schemaFile = load.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))
  const validate = new Ajv({schemaId: 'auto', unknownFormats: 'ignore'})
    .addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'))
    .compile(schema)

  test.each([
    {name: 'findings', reports: [report]},
    {name: 'no findings', reports: [reportOf('a.md', 'x', {})]},
    {name: 'no files', reports: []}
  ])('$name fit the official schema', ({reports}) => {
    validate(JSON.parse(reportSarif(reports, {version: '1.2.3'})))
    expect(validate.errors ?? []).toEqual([])
  })

  test('has a fix for every choice, in UTF-16 columns', () => {
    const {results, columnKind} = JSON.parse(reportSarif([report])).runs[0]
    expect(columnKind).toBe('utf16CodeUnits')
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: {uri: 'a%20b/%E6%96%87.md'},
      region: {startLine: 3, startColumn: 3, endLine: 3, endColumn: 10}
    })
    const texts = results[1].fixes.map(
      (fix: {artifactChanges: [{replacements: [{insertedContent: {text: string}}]}]}) =>
        fix.artifactChanges[0].replacements[0].insertedContent.text
    )
    expect(texts).toEqual(['ByteDance', 'Bytes, Inc.'])
    expect(results.map(({level}: {level: string}) => level)).toEqual(['warning', 'note', 'warning'])
  })

  test('fingerprints survive changes elsewhere and tell repeats apart', () => {
    const prints = (text: string): string[] =>
      JSON.parse(reportSarif([reportOf('a.md', text, {Beanbag: 'Doubao'})])).runs[0].results.map(
        (result: {partialFingerprints: Record<string, string>}) => result.partialFingerprints['nameright/v1']
      )
    const line = 'A line of words long enough to be a context: Beanbag and words that stand behind it.\n'
    const [first, second] = prints(line + line)
    expect(first).not.toBe(second)
    expect(prints(`# New\n\n${line}${line}`)[0]).not.toBe(undefined)
    expect(prints(`# New\n\nx\n${line}`)[0]).toBe(prints(`${line}`)[0])
  })
})

describe('rdjson', () => {
  test('counts columns in UTF-8 bytes', () => {
    const {diagnostics, source: tool} = JSON.parse(reportRdjson([report]))
    expect(tool).toEqual({name: 'nameright'})
    expect(diagnostics[0].location).toEqual({
      path: 'a b/文.md',
      range: {start: {line: 3, column: 7}, end: {line: 3, column: 14}}
    })
    expect(diagnostics[1].suggestions.map(({text}: {text: string}) => text)).toEqual([
      'ByteDance',
      'Bytes, Inc.'
    ])
    expect(diagnostics[2].location.range.end).toEqual({line: 5, column: 5})
    expect(diagnostics.map(({severity}: {severity: string}) => severity)).toEqual([
      'WARNING',
      'INFO',
      'WARNING'
    ])
  })

  test('as lines holds one diagnostic a line', () => {
    const lines = reportRdjsonl([report]).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).code.value)).toEqual(['beanbag', 'byte', 'dark-side'])
    expect(reportRdjsonl([])).toBe('')
  })
})

describe('GitHub annotations', () => {
  test('escape what workflow commands read as their own', () => {
    const percent = reportOf('a,b:c.md', '100%\nx', {'100%': {to: '50%', status: 'propose'}})
    expect(reportGithub([percent])).toBe(
      '::notice file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=5,title=nameright%3A -::' +
        'Unexpected `100%25`, expected `50%25`: a capital inside of a sentence\n'
    )
  })

  test('have columns in code points, and none over several lines', () => {
    const lines = reportGithub([report]).split('\n')
    expect(lines[0]).toMatch(/^::warning file=.*,line=3,endLine=3,col=3,endColumn=10,/)
    expect(lines[2]).toMatch(/^::warning file=.*,line=4,endLine=5,title=/)
  })
})
