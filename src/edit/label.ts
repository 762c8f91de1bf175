// References such as `[Beanbag]` whose visible text is also the name of a definition: the name must stay.
import type {Block, Mark} from '../model.js'

/** Whether a link's text names its definition, so that other words in it need the old ones as a label. */
export function isLabel(mark: Mark): boolean {
  return mark.reference === 'shortcut' || mark.reference === 'collapsed'
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
