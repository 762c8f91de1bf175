// Prose in front matter: the values of chosen keys, as blocks. scalar.ts maps each value to its place.
import {createRequire} from 'node:module'
import type {CST} from 'yaml'
import type {DocumentProblem} from '../model.js'
import type {Range} from '../text/range.js'
import {Draft} from './draft.js'
import {readPlainYaml} from './metadata-plain.js'
import type {Reader} from './reader.js'
import {addScalar, decodeSpecial, type Scalar, type ScalarStyle} from './scalar.js'

// Not every text has front matter, and the package is large: it is loaded when one does.
const load = createRequire(import.meta.url)

/** Keys whose values readers see, as the usual site generators name them, normalized. */
const defaultKeys: ReadonlySet<string> = new Set(
  [
    'title subtitle shorttitle linktitle navtitle sidebarlabel heading headline subheading kicker tagline',
    'description summary excerpt abstract teaser deck standfirst blurb caption alt',
    'imagealt imagecaption coveralt covercaption heroalt herocaption',
    'seotitle seodescription metatitle metadescription ogtitle ogdescription twittertitle twitterdescription'
  ].flatMap((keys) => keys.split(' '))
)

/** Where front matter stands between its fences, and its language. */
interface FrontMatter {
  readonly language: 'yaml' | 'toml'
  readonly range: Range
}

/**
 * Read the prose values of front matter into drafts.
 *
 * A value counts where its key is chosen, at any depth, and where each of its units can be placed exactly.
 * Front matter that does not parse is told as a problem.
 *
 * @param reader - Holds the source and the chosen keys; takes the drafts and problems.
 * @param frontMatter - Where the front matter stands.
 */
export function readMetadata(reader: Reader, {language, range}: FrontMatter): void {
  const text = reader.source.slice(range.start, range.end)
  const keys = reader.metadataKeys ? new Set(reader.metadataKeys.map(normalizeKey)) : defaultKeys
  const isChosen = (key: string) => keys.has(normalizeKey(key))
  const problems: DocumentProblem[] = []
  const scalars = language === 'yaml' ? readYaml(text, isChosen, problems) : readToml(text, isChosen)
  for (const scalar of scalars) {
    const draft = new Draft('metadata', reader.newGroup())
    if (addScalar(draft, {...scalar, start: range.start + scalar.start})) reader.drafts.push(draft)
  }
  reader.problems.push(...problems.map((problem) => moveProblem(problem, range.start)))
}

function normalizeKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, '')
}

function moveProblem({range, message}: DocumentProblem, offset: number): DocumentProblem {
  return {range: {start: range.start + offset, end: range.end + offset}, message}
}

type KeyTest = (key: string) => boolean

/** Chosen string values of YAML in order; offsets count from the start of `text`. */
function readYaml(text: string, isChosen: KeyTest, problems: DocumentProblem[]): Scalar[] {
  const plain = readPlainYaml(text)
  if (plain) return plain.filter(({key}) => isChosen(key))
  // The cast says what `require` cannot: the package's own type.
  const yaml = load('yaml') as typeof import('yaml')
  const document = yaml.parseDocument(text, {
    keepSourceTokens: true,
    prettyErrors: false,
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent'
  })
  const error = document.errors[0]
  if (error) {
    const range: Range = {
      start: Math.min(error.pos[0], text.length),
      end: Math.min(error.pos[1], text.length)
    }
    problems.push({
      range,
      message: `Front matter is not valid YAML, so none of it was read: ${error.message}`
    })
    return []
  }
  const scalars: Scalar[] = []
  yaml.visit(document, {
    Pair(_, {key, value}) {
      if (!yaml.isScalar(key) || !yaml.isScalar(value) || typeof value.value !== 'string') return
      if (!isChosen(String(key.value)) || !value.srcToken) return
      const written = toWritten(value.srcToken)
      if (written) scalars.push({...written, value: value.value})
    }
  })
  return scalars
}

/** The text of a YAML string without quotes or header; nothing for forms that are not mapped. */
function toWritten(token: CST.Token): Omit<Scalar, 'value'> | undefined {
  switch (token.type) {
    case 'scalar':
      return {style: 'plain', written: token.source, start: token.offset}
    case 'single-quoted-scalar':
    case 'double-quoted-scalar': {
      const style: ScalarStyle = token.type === 'single-quoted-scalar' ? 'single' : 'double'
      return {style, written: token.source.slice(1, -1), start: token.offset + 1}
    }
    case 'block-scalar': {
      const header = token.props.map((prop) => ('source' in prop ? prop.source : '')).join('')
      // With its indentation stated, the first line may be indented further.
      if (/^[|>][+-]?\d/.test(header)) return undefined
      return {style: 'block', written: token.source, start: token.offset + header.length}
    }
    default:
      return undefined
  }
}

const tomlString =
  /^[ \t]*(?:[\w-]+[ \t]*\.[ \t]*){0,8}([\w-]+)[ \t]*=[ \t]*(?:"((?:[^"\\\r\n]|\\[^\r\n])*)"|'([^'\r\n]*)')[ \t]*(?:#.*)?$/gm
const tomlEscape = /\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[btnfre"\\])/g

/** Chosen strings of one line in TOML; what stands behind a string of several lines is not read. */
function readToml(text: string, isChosen: KeyTest): Scalar[] {
  const multiline = text.search(/"""|'''/)
  const scalars: Scalar[] = []
  for (const match of text.slice(0, multiline < 0 ? text.length : multiline).matchAll(tomlString)) {
    const [all, key, basic, literal] = match
    if (!isChosen(key!)) continue
    const start = match.index + all.indexOf(basic === undefined ? "'" : '"') + 1
    if (basic === undefined) scalars.push({style: 'plain', written: literal!, start, value: literal!})
    else
      scalars.push({style: 'double', written: basic, start, value: basic.replace(tomlEscape, decodeSpecial)})
  }
  return scalars
}
