// Damage rules for words: letters lost or glued, and remnants of the page around the article.
import type {DamageRule} from '../rule.js'

const contracted = 'do|does|did|is|was|are|were|could|should|would|have|has'
const pronouns = 'I|you|we|they|he|she|it|who|one|people|You|We|They|He|She|It|Who|One|People'

/** Lines of a page, not of its article. */
const lines = [
  'laitimes',
  'Share to',
  'Please pay attention',
  'WeChat public account',
  'In addition to Weibo, there is also WeChat',
  'Current location - .+ - .+',
  'Joke Collection Website - .+',
  'Position: Home\\|.+',
  'NAV: .+ > .*',
  'Source: Internet(?: Author: .+)?',
  '.+ homepage > .+ > text',
  // The names of languages in their own scripts, to choose from.
  '(?=.*\\p{Script=Hangul})(?=.*\\p{Script=Cyrillic})(?=.*\\p{Script=Latin})[^.!?\\n]+'
]

/** Sorted by id. */
export const remnantRules: readonly DamageRule[] = [
  {
    id: 'apostrophe-lost',
    hint: 'nt',
    // “Cant” and “wont” are words too, but not after these.
    pattern: new RegExp(`\\b(?:(?<verb>${contracted})|(?<=\\b(?:${pronouns}) )(?<other>ca|wo))nt\\b`, 'gu'),
    replace: ({groups}) => `${groups!.verb ?? groups!.other}n’t`,
    verdict: 'fix',
    confidence: 0.97,
    reason: 'the apostrophe was lost',
    examples: [
      ['They dont say.', 'They don’t say.'],
      ['You cant know.', 'You can’t know.']
    ],
    keeps: ['A tent at the front.', 'As is his wont, he spoke the cant of thieves.']
  },
  {
    id: 'boilerplate',
    pattern: new RegExp(`^(?:${lines.join('|')})$`, 'gmu'),
    replace: () => undefined,
    verdict: 'propose',
    confidence: 0.7,
    reason: 'a line of the page around the article, not of the article',
    examples: [],
    points: [
      'laitimes',
      'Current location - Home - News - A title',
      'Position: Home|News List',
      'Source: Internet Author: User',
      '한국어Русский языкEnglishFrançais'
    ],
    keeps: ['Share to earn more.', 'Source: Internet is a word.', 'Русский язык means Russian.']
  },
  {
    id: 'byline-bar',
    pattern: /^(?:Wen|Text)\s?[丨|]\s?(?=\p{Lu})/gmu,
    replace: 'By ',
    verdict: 'propose',
    confidence: 0.8,
    reason: '文 (text) marks the author',
    examples: [['Wen 丨 Nanliang', 'By Nanliang']],
    keeps: ['Wen is here.']
  },
  {
    id: 'byline-role',
    hint: ' by',
    pattern: /^(?<role>Produced|Edited|Written|Compiled|Planned) by\s?[丨|]\s?(?=\S)/gmu,
    replace: ({groups}) => `${groups!.role} by `,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a bar stands between a role and a name',
    examples: [['Produced by丨Tiger Sniff', 'Produced by Tiger Sniff']],
    keeps: ['Produced by Tiger Sniff', 'It was produced by | us']
  },
  {
    id: 'censored-account',
    hint: '***',
    pattern: /\b(?<initial>[Pp])ublic \*{3,4} account(?=s?\b)/gu,
    replace: ({groups}) => (groups!.initial === 'P' ? 'Official account' : 'official account'),
    verdict: 'fix',
    confidence: 0.97,
    reason: 'a syllable of 公众号 (official account) was censored',
    examples: [['from the public **** account on phones', 'from the official account on phones']],
    keeps: ['a public account', 'the public * account']
  },
  {
    id: 'glued-words',
    hint: /[a-z](?:[A-Z][a-z]{2}|AI)/,
    pattern:
      /(?<![\p{L}\p{N}._/\\@#-])(?<left>\p{Ll}{3,})(?<right>\p{Lu}\p{Ll}{2,}|AI)(?![\p{L}\p{N}_(./-])/gu,
    replace: ({groups}) => `${groups!.left} ${groups!.right}`,
    verdict: 'propose',
    confidence: 0.6,
    reason: 'two words seem to be glued together',
    examples: [['the drawingAI assistant', 'the drawing AI assistant']],
    keeps: ['an iPhone and macOS']
  },
  {
    id: 'glued-year',
    hint: /\.(?:19|20)\d\d /,
    pattern: /(?<=\p{Ll}{2})\.(?=(?:19|20)\d\d (?:At|In|On|The|By)\b)/gu,
    replace: '. ',
    verdict: 'propose',
    confidence: 0.7,
    reason: 'a space is missing after the full stop',
    examples: [['on applications.2024 At the end', 'on applications. 2024 At the end']],
    keeps: ['version.2024']
  },
  {
    id: 'hashtags',
    hint: '##',
    pattern: /(?<=#[^#\s][^#\n]{0,60})##(?=[^#\s][^#\n]{0,60}#)/gu,
    replace: '# #',
    verdict: 'fix',
    confidence: 0.9,
    reason: 'two hashtags run together',
    examples: [['#Ali layoffs##Tencent layoffs#', '#Ali layoffs# #Tencent layoffs#']],
    keeps: ['## A heading', 'C# and C## and F##']
  },
  {
    id: 'html-glued',
    hint: 'html',
    // Not `htmlFor` or `htmlParser`: only words that begin sentences.
    pattern:
      /^html(?=(?:On|In|At|The|This|That|It|A|An|As|By|From|Since|When|After|Before|With|According|He|She|They|We|Recently)[ ,])/gmu,
    replace: '',
    verdict: 'fix',
    confidence: 0.97,
    reason: 'a remnant of markup is glued to the line',
    examples: [['htmlOn May 21 it began', 'On May 21 it began']],
    keeps: ['html is a language', 'htmlFor is written so', 'htmlParser reads it']
  },
  {
    id: 'markup-remnant',
    hint: '>',
    pattern: /(?:< ?\/? ?[pP] ?>\s*)+|\b(?:Br|br|[pP])>(?=\d)/gu,
    replace: () => undefined,
    verdict: 'propose',
    confidence: 0.8,
    reason: 'a remnant of markup; a new paragraph or line began here',
    examples: [],
    points: [
      'out-invests China. < / P > < p > Engine technology',
      'the list Br>2. and so on',
      'In p>211 it began'
    ],
    keeps: ['a < b and c > d', 'for p > 2 it holds']
  },
  {
    id: 'mojibake',
    hint: /[ÂÃâ\ufffd]/,
    pattern: /[ÂÃ][\u0080-\u00bf]+|â€[\u0080-\u00ff™œ˜]?|\ufffd{2,}/gu,
    replace: () => undefined,
    verdict: 'propose',
    confidence: 0.8,
    reason: 'letters were decoded wrongly; look them up in the source',
    examples: [],
    points: ['the caf\u00c3\u00a9 is shut', 'it\u00e2\u20ac\u2122s a pity'],
    keeps: ['Ângela and São Paulo', 'ÉTUDE and Âge']
  },
  {
    id: 'subject-lost',
    pattern: /^(?:was|were) (?:born|founded|established|launched|released|listed|created)\b/gu,
    replace: () => undefined,
    verdict: 'propose',
    confidence: 0.7,
    reason: 'the sentence lost its subject, perhaps a link',
    blocks: ['paragraph', 'line'],
    examples: [],
    points: ['was born in the University of Hangzhou.'],
    keeps: ['It was born there.', 'Was founded, it says.']
  }
]
