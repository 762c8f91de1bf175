// Documents for tests, without a parser.
import {type Block, type Document, unitKind} from '../../src/model.js'

/**
 * Build a document whose blocks are the given texts, one per paragraph of the source.
 *
 * @param texts - What stands between backticks becomes protected, as code is; `￼` is an object.
 */
export function documentOf(...texts: readonly string[]): Document {
  let start = 0
  const blocks = texts.map((text, group): Block => {
    const block = blockOf(text, start, group)
    start += text.length + 2
    return block
  })
  return {
    source: texts.join('\n\n'),
    format: 'markdown',
    blocks,
    disabled: [],
    fragments: [],
    problems: []
  }
}

function blockOf(text: string, start: number, group: number): Block {
  const kinds = new Uint8Array(text.length)
  for (const code of text.matchAll(/`[^`]*`/g)) {
    kinds.fill(unitKind.protected, code.index, code.index + code[0].length)
  }
  for (const object of text.matchAll(/\ufffc/g)) kinds[object.index] = unitKind.object
  return {
    kind: 'paragraph',
    depth: 0,
    text,
    starts: Uint32Array.from(kinds, (_, unit) => start + unit),
    ends: Uint32Array.from(kinds, (_, unit) => start + unit + 1),
    kinds,
    marks: [],
    range: {start, end: start + text.length},
    group
  }
}
