// What in prose is certainly no prose: addresses, paths, file names. The grammar's own (code, autolinks) is markdown.ts's.
import {unitKind} from '../model.js'

/** Characters of a URL; ASCII only, so that Chinese text right behind one stays prose. */
const url = "[\\w\\-.~:/?#[\\]@!$&'()*+,;=%]"
const urlEnd = '[\\w/#&=~%+\\-]'
const label = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?'
const topLevel = 'com|cn|net|org|io|ai|dev|app|gov|edu|info|tech|cloud|xyz|hk|tw|jp|uk|eu'
const fileEndings =
  'html?|mdx?|markdown|txt|rst|tex|json|jsonl|ya?ml|toml|ini|cfg|xml|csv|tsv|log|css|scss|mjs|cjs|tsx?|jsx|py|ipynb|' +
  'rb|java|cpp|hpp|php|sql|bat|ps1|pdf|docx?|xlsx?|pptx?|epub|png|jpe?g|gif|svg|webp|mp[34]|wav|mov|avi|zip|tar|gz|' +
  '7z|rar|exe|dll|apk|dmg|iso|safetensors|gguf|onnx'

/** A dot inside of something: the dots of prose stand before blanks. */
const dotted = /\.[a-z\d]/

/**
 * One row per kind of thing. `trigger` is in each match: rows whose trigger is missing cost nothing.
 * Every repetition before a required character is bounded, so that no text makes a search slow.
 * Host names must be in lower case, because “JD.com”, “Ele.me” and “Node.js” are names.
 */
const patterns: readonly {readonly trigger: string | RegExp; readonly pattern: RegExp}[] = [
  // Inline math, told from prices by what only formulas have; the grammar reads `$…$` as text.
  {trigger: '$', pattern: /\$(?=[^$\n]{0,300}[\\^_{}])[^$\n]{1,300}\$/g},
  {trigger: '://', pattern: new RegExp(`(?<![a-z\\d])[a-z][a-z\\d+.-]{0,30}://${url}*${urlEnd}`, 'gi')},
  {trigger: 'www.', pattern: new RegExp(`(?<![\\w.])www\\.[\\w-]{1,63}\\.${url}*${urlEnd}`, 'gi')},
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

/**
 * Mark the units of certain non-prose as protected.
 *
 * @param text - A block's text.
 * @param kinds - The kinds of its units; prose units under a match are changed in place.
 */
export function protectCertain(text: string, kinds: Uint8Array): void {
  for (const {trigger, pattern} of patterns) {
    if (typeof trigger === 'string' ? !text.includes(trigger) : !trigger.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      for (let unit = match.index; unit < end; unit++) {
        if (kinds[unit] === unitKind.prose) kinds[unit] = unitKind.protected
      }
    }
  }
}
