// The second plugin: repairs what translation software leaves behind. Names are remark-nameright.ts.
import type {Root} from 'mdast'
import type {Plugin, Processor} from 'unified'
import {cleaner, type Options} from './remark-nameright.js'

/**
 * Report damage that translation software leaves in a text (“99.31 TP4T”), and mend it in the tree if asked.
 *
 * Messages and output as with `remarkNameright`; the glossary serves only to see whether a text is a translation.
 */
export const remarkDamage: Plugin<[Options?], Root> = function (this: Processor, options = {}) {
  return cleaner(this, {...options, only: 'damage'})
}
