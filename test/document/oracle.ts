// What the prose of a document must be: its text told by remark's tree, its map told by decoding the source.

import type {Nodes, Root} from 'mdast'
import {decodeString} from 'micromark-util-decode-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {type Block, type Document, unitKind} from '../../src/model.js'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkMath, {singleDollarTextMath: false})

/** Texts of one kind of block. */
export type Texts = Readonly<Record<'flow' | 'alt' | 'title', readonly string[]>>

/** Texts as remark's tree has them: flow blocks in order, alternative texts and titles sorted. */
export function textsOfTree(source: string): Texts {
  const flow: string[] = []
  const alt: string[] = []
  const title: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      flow.push(textOf(node))
    if ('alt' in node && node.alt) alt.push(node.alt.replace(/\r\n?|\n/g, ''))
    if ('title' in node && node.title) title.push(node.title.replace(/\r\n?/g, '\n'))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  // micromark slices wrongly where a run of asterisks ends at a NUL (its offsets are right), so it sees none here.
  // Behind the box of a task remark drops one unit, which leaves half of CRLF in the text, so it sees none there.
  const seen = source.replaceAll('\0', '\uFFFD').replaceAll(/(?<=\[(?:\r\n|[ \t\r\nx])\][ \t]*)\r\n/gi, '\n')
  visit(processor.parse(seen) as Root)
  return {flow: flow.filter((text) => text !== ''), alt: alt.sort(), title: title.sort()}
}

/** The same texts as a document has them. */
export function textsOfDocument({blocks}: Document): Texts {
  const flow = ['paragraph', 'heading', 'cell']
  const text = (kinds: readonly string[]) =>
    blocks.filter(({kind}) => kinds.includes(kind)).map((block) => block.text)
  const alt = text(['alt']).map((value) => value.replaceAll('\n', ''))
  return {flow: text(flow), alt: alt.filter((value) => value !== '').sort(), title: text(['title']).sort()}
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n'
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return '\uFFFC'
    default: {
      if ('value' in node) return joinLines(node.value)
      return 'children' in node ? node.children.map(textOf).join('') : ''
    }
  }
}

function joinLines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/**
 * What is wrong with the map of a block, in words; nothing where it is right.
 *
 * Units stand in order and within bounds; the source of each prose unit, decoded, is that unit.
 */
export function faultsOf({text, starts, ends, kinds, range, marks}: Block, source: string): string[] {
  const faults: string[] = []
  if (starts.length !== text.length || ends.length !== text.length || kinds.length !== text.length) {
    faults.push('lengths differ')
  }
  if (range.start !== starts[0] || range.end !== ends[text.length - 1]) faults.push('wrong range')
  for (let unit = 0; unit < text.length; unit++) {
    const [start, end] = [starts[unit]!, ends[unit]!]
    if (start >= end || end > source.length) faults.push(`unit ${unit} is out of bounds`)
    if (unit > 0 && !follows(start, end, starts[unit - 1]!, ends[unit - 1]!))
      faults.push(`unit ${unit} is out of order`)
    const written = source.slice(start, end)
    if (kinds[unit] !== unitKind.object && !decodes(written, text[unit]!, unit - starts.indexOf(start))) {
      faults.push(`unit ${unit}: ${JSON.stringify(written)} is not ${JSON.stringify(text[unit])}`)
    }
  }
  for (const {span, open, close} of marks) {
    if (span.start > span.end || span.end > text.length) faults.push('a mark spans too much')
    if (open.start >= open.end || open.end > close.start || close.start >= close.end)
      faults.push('a mark is inside out')
    if (span.start < span.end && (starts[span.start]! < open.end || ends[span.end - 1]! > close.start)) {
      faults.push('a mark leaves text outside')
    }
  }
  return faults
}

/** Units of one atom share their range; others only touch. */
function follows(start: number, end: number, lastStart: number, lastEnd: number): boolean {
  return start >= lastEnd || (start === lastStart && end === lastEnd)
}

function decodes(written: string, unit: string, index: number): boolean {
  if (written === unit || (written === '\0' && unit === '\uFFFD')) return true
  if (unit === '\n' && !written.startsWith('&'))
    return /^(?:[ \t]|\\(?=[\r\n]))*(?:\r\n|\n|\r)[ \t>]*$/.test(written)
  return written === '\\|' ? unit === '|' : decodeString(written)[index] === unit
}
