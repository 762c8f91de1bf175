// From a source text to its prose. The formats are read next door: markdown.ts and plain.ts.
import type {Block, Document, Format} from '../model.js'
import type {Parts} from './draft.js'
import {readMarkdown} from './markdown.js'
import {readPlain} from './plain.js'
import {resolveSwitches} from './switches.js'

/** How a text is to be read. */
export interface ParseOptions {
  readonly format: Format
  /**
   * Front matter keys whose values are prose, at any depth; capitals, hyphens and underscores do not matter.
   * Without them: titles, descriptions, captions and their like.
   */
  readonly metadataKeys?: readonly string[]
}

/**
 * Read the prose of a text.
 *
 * @param source - The whole text, decoded, line endings and byte order mark as found.
 * @param options - Its format.
 * @returns Blocks in source order; each unit of their text tells where it stands in `source`. Groups are numbered from
 *   1 as they appear, so that a list without prose changes no number.
 * @throws {MarkupSyntaxError} When MDX does not parse, with line and column.
 */
export function parseDocument(source: string, {format, metadataKeys}: ParseOptions): Document {
  const parts: Parts = format === 'text' ? readPlain(source) : readMarkdown(source, {format, metadataKeys})
  const {disabled, problems} = resolveSwitches(parts.steps, source.length)
  return {
    source,
    format,
    blocks: numberGroups(parts.drafts.map((draft) => draft.finish()).filter((block) => block !== undefined)),
    disabled,
    fragments: parts.fragments,
    problems: [...parts.problems, ...problems]
  }
}

function numberGroups(blocks: readonly Block[]): Block[] {
  const numbers = new Map<number, number>()
  return blocks.map((block) => {
    const group = numbers.get(block.group) ?? numbers.size + 1
    numbers.set(block.group, group)
    return group === block.group ? block : {...block, group}
  })
}
