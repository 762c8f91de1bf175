// What in prose is certainly no prose: addresses, paths, file names. The grammar's own (code, autolinks) is markdown.ts's.
import type {Range} from '../text/range.js'

/** Characters of a URL; ASCII only, so that Chinese text right behind one stays prose. */
const url = "[\\w\\-.~:/?#[\\]@!$&'()*+,;=%]"
const urlEnd = '[\\w/#&=~%+\\-]'
const label = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?'
const topLevel = 'com|cn|net|org|io|ai|dev|app|gov|edu|info|tech|cloud|xyz|hk|tw|jp|uk|eu'
const fileEndings =
  'html?|mdx?|markdown|txt|rst|tex|json|jsonl|ya?ml|toml|ini|cfg|xml|csv|tsv|log|css|scss|mjs|cjs|tsx?|jsx|py|ipynb|' +
  'rb|java|cpp|hpp|php|sql|bat|ps1|pdf|docx?|xlsx?|pptx?|epub|png|jpe?g|gif|svg|webp|mp[34]|wav|mov|avi|zip|tar|gz|' +
  '7z|rar|exe|dll|apk|dmg|iso|safetensors|gguf|onnx'

/** A kind of thing that is no prose. */
interface Kind {
  /** In each match: without it the pattern is not tried. */
  readonly trigger: string | RegExp
  readonly pattern: RegExp
}

/** Inline math, told from prices by what only formulas have; the grammar reads `$…$` as text. */
const formula: Kind = {trigger: '$', pattern: /\$(?=[^$\n]{0,300}[\\^_{}])[^$\n]{1,300}\$/g}

/**
 * What a draft in CriticMarkup takes out, and what somebody says about it: to mend the old words would falsify the
 * draft. The grammar may have read the marks `~~` as its own. See https://github.com/CriticMarkup/CriticMarkup-toolkit.
 */
const critic: Kind = {
  trigger: '{',
  pattern: /\{(?:--[^{}]{0,2000}--|>>[^{}]{0,2000}<<|(?:~~)?[^{}~]{0,2000}~>[^{}]{0,2000})\}/g
}

/** A dot inside of something: the dots of prose stand before blanks, those of numbers before digits. */
const dotted = /\.[a-z7]/

/**
 * One row per kind of thing without blanks in it. Each match holds a `sign`.
 * Every repetition before a required character is bounded, so that no text makes a search slow.
 * Host names must be in lower case, because “JD.com”, “Ele.me” and “Node.js” are names.
 */
const kindsOfWord: readonly Kind[] = [
  {trigger: '://', pattern: new RegExp(`(?<![a-z\\d])[a-z][a-z\\d+.-]{0,30}://${url}*${urlEnd}`, 'gi')},
  {trigger: /www\./i, pattern: new RegExp(`(?<![\\w.])www\\.[\\w-]{1,63}\\.${url}*${urlEnd}`, 'gi')},
  {trigger: '@', pattern: /(?<![\w.+-])(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g},
  {trigger: '@', pattern: /(?<![\w@/.])@\w{2,50}(?:\/\w[\w.-]{0,100}\w)?/g},
  {
    trigger: '/',
    pattern: new RegExp(
      `(?<![\\w@./-])(?:${label}\\.){1,6}[a-z]{2,18}(?::\\d{1,5})?/(?:${url}*${urlEnd})?`,
      'g'
    )
  },
  {
    trigger: dotted,
    pattern: new RegExp(`(?<![\\w@./-])(?:${label}\\.){1,6}(?:${topLevel})(?![\\w-]|\\.\\w)`, 'g')
  },
  {
    trigger: dotted,
    pattern: new RegExp(
      `(?<![\\w.-])[\\w-]{1,64}(?:\\.[\\w-]{1,32}){0,4}\\.(?:${fileEndings})(?![\\w-]|\\.\\w)`,
      'g'
    )
  },
  {trigger: '.js', pattern: /(?<![\w.-])[a-z_][a-z\d_-]{0,64}\.js(?![\w-]|\.\w)/g},
  {
    trigger: '/',
    pattern:
      /(?<![\w.~/)\]-])(?:(?:~|\.{1,2})(?:\/[\w.@+-]{1,255})|(?:\/[\w.@+-]{1,255}){2})(?:\/[\w.@+-]{1,255})*\/?/g
  },
  {trigger: ':\\', pattern: /(?<!\w)[A-Za-z]:\\[^\s"'<>|*?]*/g},
  {trigger: '\\\\', pattern: /(?<!\S)\\\\[\w.-]{1,64}\\[^\s"'<>|*?]+/g},
  // Commit and content hashes.
  {trigger: /\d[a-f]|[a-f]\d/, pattern: /(?<![\w-])(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[\da-f]{7,64}(?![\w-])/g}
]

/** All kinds, for looking for each of them everywhere. */
export const certainKinds: readonly Kind[] = [formula, critic, ...kindsOfWord]

/**
 * The sign that each match in a word holds: a slash and the like, the dot of `www.`, the one before a top level
 * domain or a file's ending, a digit of a hash beside one of its letters. It looks back, as that finds the few such
 * signs several times as fast as alternatives would.
 */
const sign = /[./@\\\d](?<=[/@\\]|[wW]\.|\.(?=[a-z7])|[a-f]\d|\d(?=[a-f]))/g

/**
 * Find what is certainly no prose.
 *
 * Only words that hold a sign of such a thing are looked at: most texts have hardly any.
 *
 * @param text - A block's text.
 * @returns Ranges in the text, in no order; they may overlap.
 */
export function findCertain(text: string): Range[] {
  const found: Range[] = []
  addMatches(found, formula, text, 0)
  addMatches(found, critic, text, 0)
  if (text.search(sign) < 0) return found
  let end = 0
  for (const {index} of text.matchAll(sign)) {
    if (index < end) continue
    let start = index
    while (start > end && !isBlank(text.charCodeAt(start - 1))) start--
    end = index + 1
    while (end < text.length && !isBlank(text.charCodeAt(end))) end++
    const word = text.slice(start, end)
    for (const kind of kindsOfWord) addMatches(found, kind, word, start)
  }
  return found
}

/** Blanks that no word holds; there are more, but these keep words short. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a
}

function addMatches(found: Range[], {trigger, pattern}: Kind, text: string, offset: number): void {
  if (typeof trigger === 'string' ? !text.includes(trigger) : !trigger.test(text)) return
  for (const match of text.matchAll(pattern)) {
    const start = offset + match.index
    found.push({start, end: start + match[0].length})
  }
}
