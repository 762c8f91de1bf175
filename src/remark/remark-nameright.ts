// The unified way in: a remark plugin that reports findings as messages and, when asked, mends the tree. Output that
// keeps every other byte of the source is keep-source.ts; damage has a plugin of its own in remark-damage.ts.
import type {Root} from 'mdast'
import type {Plugin, Processor} from 'unified'
import {VFile} from 'vfile'
import {type CleanOptions, cleanText} from '../clean.js'
import {formatOf} from '../disk/format.js'
import {loadGlossary} from '../disk/load-glossary.js'
import type {Decision, Glossary} from '../model.js'
import {reportMessages} from './messages.js'
import type {Pass} from './origin.js'

/** Options of `remarkNameright`. */
export interface Options {
  /** A compiled glossary, or glossary files relative to `file.cwd`; default: all packs that ship. */
  readonly glossary?: Glossary | string | readonly string[]
  /** What an editor decided. */
  readonly decisions?: readonly Decision[]
  /**
   * Whether to mend the tree too, for pipelines that end in remark-stringify or rehype; default false.
   * The tree is parsed anew from the mended source, so this plugin goes before others that change the tree.
   */
  readonly rewrite?: boolean
  /** See `CleanOptions`. */
  readonly firstMention?: CleanOptions['firstMention']
}

declare module 'vfile' {
  interface DataMap {
    /** What each of our plugins made of the text, in the order in which they ran. */
    namerightPasses: readonly Pass[]
    /** The source with everything certain mended so far, every other byte as it was. */
    namerightOutput: string
  }
}

/**
 * Report names that machine translation got wrong as messages on the file, and mend them in the tree if asked.
 *
 * Each message carries `place`, `actual`, `expected` (all right texts, best first), `ruleId` (the entry) and `note`
 * (the reasons). The mended source is left in `file.data.namerightOutput` for `remarkKeepSource`.
 */
export const remarkNameright: Plugin<[Options?], Root> = function (this: Processor, options = {}) {
  return cleaner(this, {...options, only: 'names'})
}

/** The transformer that both plugins share. */
export function cleaner(
  processor: Processor,
  {glossary, decisions, rewrite, firstMention, only}: Options & Pick<CleanOptions, 'only'>
) {
  let loaded: Promise<Glossary> | undefined
  return async (tree: Root, file: VFile): Promise<Root> => {
    loaded ??= isCompiled(glossary) ? Promise.resolve(glossary) : loadGlossary(listOf(glossary), file.cwd)
    const source = file.data.namerightOutput ?? String(file)
    const cleaned = cleanText(source, {
      glossary: await loaded,
      format: formatOf(file.path),
      path: file.path ?? '-',
      topic: glossary === undefined ? 'judge' : 'given',
      ...(decisions && {decisions}),
      ...(firstMention && {firstMention}),
      ...(only && {only})
    })
    const passes = file.data.namerightPasses ?? []
    reportMessages(file, cleaned, passes)
    file.data.namerightPasses = [...passes, {output: cleaned.report.output, edits: cleaned.edits}]
    file.data.namerightOutput = cleaned.report.output
    if (rewrite !== true || cleaned.edits.length === 0) return tree
    // The cast holds because the plugin runs on Markdown trees only, and the processor's parser made the first one.
    return processor.parse(new VFile({...file, value: cleaned.report.output})) as Root
  }
}

function isCompiled(glossary: Options['glossary']): glossary is Glossary {
  return typeof glossary === 'object' && 'search' in glossary
}

function listOf(glossary: Exclude<Options['glossary'], Glossary>): readonly string[] {
  return glossary === undefined ? [] : typeof glossary === 'string' ? [glossary] : glossary
}
