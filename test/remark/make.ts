// Pipelines for tests of the plugins, and a small glossary with everything that a judge needs to be certain.
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {remarkKeepSource} from '../../src/remark/keep-source.js'
import {remarkDamage} from '../../src/remark/remark-damage.js'
import {type Options, remarkNameright} from '../../src/remark/remark-nameright.js'
import {glossaryOf} from '../support/glossary.js'

/** Two certain names, one that only an editor can decide. */
export const glossary = glossaryOf({
  'moonshot-ai': {
    term: 'Moonshot AI',
    kind: 'company',
    source: ['月之暗面'],
    first: 'Moonshot AI (月之暗面)',
    mistranslations: ['Yuezhi Anmian', {text: 'Dark Side of the Moon', ordinary: 'often'}]
  },
  zhipu: {term: 'Zhipu AI', kind: 'company', mistranslations: ['Wisdom Spectrum']},
  doubao: {
    term: 'Doubao',
    ceiling: 'propose',
    mistranslations: [{text: 'Beanbag Bao', ceiling: 'propose', alternatives: ['Doubao app']}]
  }
})

/** How a pipeline ends. */
export type End = 'source' | 'tree'

/** Run the names plugin in a plain pipeline. */
export async function runNames(
  source: string,
  options: Options = {},
  {end = 'source', path}: {readonly end?: End; readonly path?: string} = {}
): Promise<VFile> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkNameright, {glossary, ...options})
  const file = new VFile({value: source, ...(path && {path})})
  return end === 'source'
    ? await processor.use(remarkKeepSource).process(file)
    : await processor.use(remarkStringify).process(file)
}

/** Run both plugins, names first unless told otherwise, and keep the source. */
export async function runBoth(
  source: string,
  order: 'names first' | 'damage first' = 'names first'
): Promise<VFile> {
  const processor = unified().use(remarkParse).use(remarkGfm)
  if (order === 'damage first') processor.use(remarkDamage, {glossary})
  processor.use(remarkNameright, {glossary})
  if (order === 'names first') processor.use(remarkDamage, {glossary})
  return processor.use(remarkKeepSource).process(source)
}
