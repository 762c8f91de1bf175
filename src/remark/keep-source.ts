// A compiler that gives back the source with the edits applied, instead of a tree written anew.
import type {Plugin, Processor} from 'unified'

/**
 * End a pipeline with the source as it was, save for what `remarkNameright` and `remarkDamage` mended: no marker,
 * line end or entity is rewritten, as remark-stringify would. Changes by other plugins to the tree are not seen.
 */
export const remarkKeepSource: Plugin<[], undefined, string> = function (this: Processor) {
  // The cast widens the processor's type to one whose compiler gives text, as unified's own compilers do.
  const self = this as unknown as Processor<undefined, undefined, undefined, undefined, string>
  self.compiler = (_tree, file) => file.data.namerightOutput ?? String(file)
}
