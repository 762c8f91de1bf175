import {Buffer} from 'node:buffer'
import {execFileSync} from 'node:child_process'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseNames} from '../../src/cli/name-list.js'
import {makeFolder} from '../disk/folder.js'

test.each([
  {name: 'lines', text: 'a.md\nb c.md\n', names: ['a.md', 'b c.md']},
  {name: 'CRLF, empty lines and no last line end', text: 'a.md\r\n\r\nb.md', names: ['a.md', 'b.md']},
  {name: 'NUL characters', text: 'a\n.md\0"b".md\0', names: ['a\n.md', '"b".md']},
  {name: 'bytes in octal', text: '"caf\\303\\251.md"\n', names: ['café.md']},
  {name: 'Chinese and an emoji', text: '"\\346\\226\\260 \\360\\237\\230\\200.md"\n', names: ['新 😀.md']},
  {name: 'escapes of C', text: '"a\\tb\\"c\\\\d\\n.md"\n', names: ['a\tb"c\\d\n.md']},
  {name: 'letters as they are beside escapes', text: '"新\\t.md"\n', names: ['新\t.md']},
  {name: 'a backslash before a digit', text: '"\\\\303.md"\n', names: ['\\303.md']},
  {name: 'half a quote', text: '"a.md\n', names: ['"a.md']},
  {name: 'an escape that is none', text: '"a\\x.md"\n', names: ['"a\\x.md"']},
  {name: 'a quote within', text: '"a"b.md"\n', names: ['"a"b.md"']}
])('$name', ({text, names}) => {
  expect(parseNames(text)).toEqual(names)
})

test('law: a name comes back from its quotes, whichever of its bytes are escaped', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', minLength: 1}), fc.boolean(), (name, all) => {
      fc.pre(!name.includes('\0'))
      const quoted = all
        ? [...Buffer.from(name)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
        : name.replace(/["\\]/gu, '\\$&').replace(/\n/gu, '\\n').replace(/\r/gu, '\\r')
      expect(parseNames(`"${quoted}"\n`)).toEqual([name])
    })
  )
})

test('Git itself: quoted or not, and with -z, the list means the same files', () => {
  const names = ['a.md', 'b "c".md', 'café.md', '新闻 😀.md', 'tab\t.md', 'back\\slash.md']
  const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, 'text'])))
  const git = (...args: string[]) => execFileSync('git', args, {cwd, encoding: 'utf8'})
  git('init', '-q')
  for (const args of [[], ['-z'], ['-c', 'core.quotePath=false']]) {
    const [flags, config] = args[0] === '-z' ? [args, []] : [[], args]
    expect(parseNames(git(...config, 'ls-files', '--others', ...flags)).sort()).toEqual([...names].sort())
  }
})
