// Looking marks up by place gives what going through all of them gives, and takes no longer in a long block.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import {draftEdit, isRefusal} from '../../src/edit/draft.js'
import {marksOver} from '../../src/edit/marks.js'
import type {Document} from '../../src/model.js'
import {rangesOverlap} from '../../src/text/range.js'
import {markdownSource} from '../document/generate.js'
import {findingAt} from './make.js'

test('the marks over a span are those that overlap it, in their order', () => {
  fc.assert(
    fc.property(
      markdownSource.filter(({length}) => length < 400),
      fc.nat(),
      fc.nat(),
      fc.integer({min: 1, max: 14}),
      (source, pick, at, length) => {
        const {blocks} = parseDocument(source, {format: 'markdown'})
        if (blocks.length === 0) return
        const block = blocks[pick % blocks.length]!
        const start = at % block.text.length
        const span = {start, end: Math.min(block.text.length, start + length)}
        const all = block.marks.filter((mark) => rangesOverlap(mark.span, span))
        expect(marksOver(block, span)).toEqual(all)
      }
    )
  )
})

test('twice as many links in a paragraph are looked at about twice as often', () => {
  // Counted, not timed; going through all of them for each finding would look four times as often.
  expect(countLooks(400) / countLooks(200)).toBeLessThan(2.5)
})

/** How often a mark is looked at while each link of a paragraph gets a new text. */
function countLooks(links: number): number {
  const source = `${'[Beanbag] grows. '.repeat(links)}\n\n[Beanbag]: https://doubao.com\n`
  const document = parseDocument(source, {format: 'markdown'})
  const [paragraph] = document.blocks
  let looks = 0
  const marks = new Proxy(paragraph!.marks, {
    get(all, key): unknown {
      looks++
      return Reflect.get(all, key)
    }
  })
  const watched: Document = {...document, blocks: [{...paragraph!, marks}]}
  for (const {span} of paragraph!.marks) {
    expect(isRefusal(draftEdit(watched, findingAt(watched, 0, span, 'Doubao')))).toBe(false)
  }
  return looks
}
