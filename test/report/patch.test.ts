// Our patch, applied by git, gives our output; and it is what jsdiff would write.
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createTwoFilesPatch} from 'diff'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FileReport} from '../../src/model.js'
import {createPatch} from '../../src/report/patch.js'
import {reportOf} from './make.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nameright-patch-'))
  execFileSync('git', ['init', '-q', folder])
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Write the sources, let git apply the patch, and read what is there then. */
function applyWithGit(reports: readonly FileReport[]): string[] {
  const files = reports.map((report) => path.join(folder, report.path))
  for (const [index, file] of files.entries()) {
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, reports[index]!.source)
  }
  // The user's own settings of line endings must not change the outcome.
  const options = [
    '-c',
    'core.autocrlf=false',
    '-c',
    'core.whitespace=cr-at-eol',
    'apply',
    '--whitespace=nowarn'
  ]
  execFileSync('git', options, {cwd: folder, input: createPatch(reports)})
  return files.map((file) => readFileSync(file, 'utf8'))
}

const long = Array.from({length: 40}, (_, line) => `line ${line}`).join('\n')

describe('git apply', () => {
  test.each([
    {name: 'one line', source: 'a\nBeanbag\nc\n'},
    {name: 'no final newline', source: 'a\nBeanbag'},
    {name: 'no final newline, a change elsewhere', source: 'Beanbag\na'},
    {name: 'CRLF', source: 'a\r\nBeanbag\r\nc\r\n'},
    {name: 'CRLF and no final newline', source: 'a\r\nBeanbag'},
    {name: 'a byte order mark', source: '\uFEFFBeanbag\nb\n'},
    {name: 'Chinese and emoji', source: '😀\n使用Beanbag\n'},
    {name: 'several on one line', source: 'Beanbag, Beanbag and Beanbag\n'},
    {name: 'neighbouring lines', source: 'Beanbag\nBeanbag\nx\nBeanbag\n'},
    {name: 'several hunks', source: `Beanbag\n${long}\nBeanbag\n${long}\nBeanbag`},
    {
      name: 'hunks that just touch',
      source: 'Beanbag\n1\n2\n3\n4\n5\n6\nBeanbag\n1\n2\n3\n4\n5\n6\n7\nBeanbag\n'
    },
    {name: 'a wrapped name', source: 'a\n> the Dark Side\n> of the Moon\nb\n'},
    {name: 'a line that ends in white space', source: 'Beanbag  \nb \n'},
    {name: 'a lone carriage return', source: 'a\rBeanbag\rb\nc'}
  ])('$name', ({source}) => {
    const report = reportOf('a.md', source, {Beanbag: 'Doubao', 'Dark Side\n> of the Moon': 'Moonshot AI'})
    expect(report.output).not.toBe(source)
    expect(applyWithGit([report])).toEqual([report.output])
  })

  test.each(['with space.md', 'a/b/使用.md', 'a "quote".md', 'a\ttab.md', 'back\\slash.md'])(
    'the file name %j',
    (name) => {
      const report = reportOf(name, 'Beanbag\n', {Beanbag: 'Doubao'})
      expect(applyWithGit([report])).toEqual(['Doubao\n'])
    }
  )

  test('several files, one of them unchanged', () => {
    const reports = ['a.md', 'b.md', 'c.md'].map((name, index) =>
      reportOf(name, index === 1 ? 'x\n' : 'Beanbag\n', {Beanbag: 'Doubao'})
    )
    expect(applyWithGit(reports)).toEqual(['Doubao\n', 'x\n', 'Doubao\n'])
  })

  test('a text made by somebody else', () => {
    const report: FileReport = {
      path: 'a.md',
      source: 'a\nb c\n',
      output: 'a!\nB c\nd',
      findings: [],
      problems: []
    }
    expect(applyWithGit([report])).toEqual(['a!\nB c\nd'])
  })
})

describe('createPatch', () => {
  test('nothing changes, nothing is written', () => {
    expect(createPatch([reportOf('a.md', 'x', {Beanbag: 'Doubao'})])).toBe('')
  })

  test('proposals are patched in when asked for', () => {
    const report = reportOf('a.md', 'Byte and Beanbag\n', {
      Beanbag: 'Doubao',
      Byte: {to: 'ByteDance', status: 'propose'}
    })
    expect(createPatch([report])).toContain('+Byte and Doubao\n')
    expect(createPatch([report], {include: 'proposals'})).toContain('+ByteDance and Doubao\n')
  })

  test('law: the hunks are those that comparing both texts would give', () => {
    const source = fc
      .array(fc.constantFrom('Beanbag', 'a', 'b c Beanbag d', 'Beanbag Beanbag', '', '使用Beanbag\r'), {
        maxLength: 40
      })
      .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`))
    fc.assert(
      fc.property(source, (text) => {
        const report = reportOf('a.md', text, {Beanbag: 'Doubao'})
        const compared = createTwoFilesPatch('a/a.md', 'b/a.md', text, report.output, undefined, undefined, {
          context: 3
        })
        const hunks = (patch: string): string => patch.slice(Math.max(0, patch.indexOf('@@')))
        expect(hunks(createPatch([report]))).toBe(text === report.output ? '' : hunks(compared))
      })
    )
  })
})
