// References such as `[Beanbag]` whose visible text is also the name of a definition: the name must stay.
import type {Block, Mark} from '../model.js'

/**
 * The references whose labels a change of a block's text must keep.
 *
 * An image's text is a block of its own, which its brackets are not part of: they are looked for around it.
 */
export function labelMarks(source: string, block: Block): Mark[] {
  const marks = block.marks.filter(isLabel)
  const image = block.kind === 'alt' ? imageMark(source, block) : undefined
  return image ? [image, ...marks] : marks
}

function isLabel(mark: Mark): boolean {
  return mark.reference === 'shortcut' || mark.reference === 'collapsed'
}

function imageMark(source: string, block: Block): Mark | undefined {
  const open = source.lastIndexOf('![', block.range.start)
  const close = /[*_~`]*(\](?:\[\])?)(?![[(])/y
  close.lastIndex = block.range.end
  const closing = close.exec(source)?.[1]
  if (open < 0 || closing === undefined) return undefined
  const end = close.lastIndex
  return {
    kind: 'link',
    span: {start: 0, end: block.text.length},
    open: {start: open, end: open + 2},
    close: {start: end - closing.length, end},
    reference: closing === ']' ? 'shortcut' : 'collapsed'
  }
}

/**
 * Write the closing marker that keeps a link with its definition: `][Beanbag]`.
 *
 * The label stays as written, but on one line: a container's prefix on a wrapped line is no part of it.
 */
export function closeWithLabel(source: string, block: Block, mark: Mark): string {
  let label = ''
  let end = mark.open.end
  for (let unit = mark.span.start; unit < mark.span.end; unit++) {
    if (block.text[unit] !== '\n') continue
    label += `${source.slice(end, block.starts[unit])} `
    end = block.ends[unit]!
  }
  return `][${label}${source.slice(end, mark.close.start)}]`
}
