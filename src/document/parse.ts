// From a source text to its prose. The formats are read next door: markdown.ts and plain.ts.
import type {Document, Format} from '../model.js'
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
 * @returns Blocks in source order; each unit of their text tells where it stands in `source`.
 * @throws {MarkupSyntaxError} When MDX does not parse, with line and column.
 */
export function parseDocument(source: string, {format, metadataKeys}: ParseOptions): Document {
  const parts: Parts = format === 'text' ? readPlain(source) : readMarkdown(source, {format, metadataKeys})
  const {disabled, problems} = resolveSwitches(parts.steps, source.length)
  return {
    source,
    format,
    blocks: parts.drafts.map((draft) => draft.finish()).filter((block) => block !== undefined),
    disabled,
    fragments: parts.fragments,
    problems: [...parts.problems, ...problems]
  }
}
