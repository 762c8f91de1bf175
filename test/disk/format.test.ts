import {expect, test} from 'vitest'
import {formatOf, isNoText} from '../../src/disk/format.js'

test.each([
  {path: 'a.md', format: 'markdown'},
  {path: 'a.markdown', format: 'markdown'},
  {path: 'a', format: 'markdown'},
  {path: 'txt', format: 'markdown'},
  {path: undefined, format: 'markdown'},
  {path: 'b/a.mdx', format: 'mdx'},
  {path: 'A.MDX', format: 'mdx'},
  {path: 'a.txt', format: 'text'},
  {path: 'README.TEXT', format: 'text'},
  {path: 'a.txt/b.md', format: 'markdown'},
  {path: '-', format: 'markdown'}
])('$path is read as $format', ({path, format}) => {
  expect(formatOf(path)).toBe(format)
})

test.each([
  {path: 'a.pdf', isIt: true},
  {path: 'b/A.PNG', isIt: true},
  {path: 'a.md.gz', isIt: true},
  {path: 'a.md', isIt: false},
  {path: 'a.rst', isIt: false},
  {path: 'pdf', isIt: false},
  {path: '.png', isIt: false},
  {path: 'a.pdf/b', isIt: false}
])('$path is no text: $isIt', ({path, isIt}) => {
  expect(isNoText(path)).toBe(isIt)
})
