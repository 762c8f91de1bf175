// How tests write down blocks: `kind: text`, protected text between ‹ and ›, objects as ￼.
import {parseDocument} from '../../src/document/parse.js'
import {type Block, type Format, type Mark, unitKind} from '../../src/model.js'

/** Parse a text and show its blocks. */
export function showBlocks(source: string, format: Format = 'markdown'): string[] {
  return parseDocument(source, {format}).blocks.map(showBlock)
}

/** `heading 2: A ‹code› word`. */
function showBlock({kind, depth, text, kinds}: Block): string {
  let shown = ''
  for (let unit = 0; unit < text.length; unit++) {
    const isProtected = kinds[unit] === unitKind.protected
    if (isProtected && kinds[unit - 1] !== unitKind.protected) shown += '‹'
    shown += text[unit]
    if (isProtected && kinds[unit + 1] !== unitKind.protected) shown += '›'
  }
  return `${kind}${depth ? ` ${depth}` : ''}: ${shown}`
}

/** `link shortcut: [ Beanbag ]`: the kind, the opening marker, the text, the closing marker. */
export function showMark({kind, reference, open, close, span}: Mark, {text}: Block, source: string): string {
  const parts = [
    source.slice(open.start, open.end),
    text.slice(span.start, span.end),
    source.slice(close.start, close.end)
  ]
  return `${kind}${reference ? ` ${reference}` : ''}: ${parts.join(' ')}`
}
