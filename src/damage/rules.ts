// The damage rules, as data: pattern, repair, how safe it is, an example and a near miss each. How they are applied is
// in repair.ts; damage that takes more than one block to see is in repeats.ts.
import type {DamageRule} from './rule.js'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]

/** 370 from 3.7 hundreds, without the noise of binary fractions. */
function times(number: string, factor: number): string {
  const value = Number((Number(number.replaceAll(',', '')) * factor).toFixed(6))
  return value >= 10_000 ? value.toLocaleString('en-US') : String(value)
}

/** Rules that look at one block at a time, sorted by id. */
export const damageRules: readonly DamageRule[] = [
  {
    id: 'apostrophe-lost',
    hint: 'nt',
    pattern: /\b(?<verb>do|does|did|is|was|are|were|could|should|would|have|has)nt\b/gu,
    replace: ({groups}) => `${groups!.verb}n’t`,
    verdict: 'fix',
    confidence: 0.97,
    reason: 'the apostrophe was lost',
    examples: [['They dont say.', 'They don’t say.']],
    keeps: ['A tent at the front.']
  },
  {
    id: 'boilerplate',
    pattern:
      /^(?:laitimes|Share to|Please pay attention|WeChat public account|Current location - .+ - .+|Position: Home\|.+|.+ homepage > .+ > text|In addition to Weibo, there is also WeChat)$/gmu,
    replace: () => undefined,
    verdict: 'propose',
    confidence: 0.7,
    reason: 'a line of the page around the article, not of the article',
    examples: [],
    keeps: ['Share to earn more.']
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
    id: 'corner-apostrophe',
    hint: '』',
    pattern: /(?<=\p{Script=Latin})』(?=(?:s|t|ve|re|ll|d|m)\b)/gu,
    replace: '’',
    verdict: 'fix',
    confidence: 0.98,
    reason: 'a corner bracket stands for an apostrophe',
    examples: [['those who』ve seen it', 'those who’ve seen it']],
    keeps: ['『原神』is a game']
  },
  {
    id: 'date-japan',
    hint: ' Japan',
    pattern:
      /(?:(?<year>\d{4}) Year of )?\b(?<month>0?[1-9]|1[0-2]) month (?<day>0?[1-9]|[12]\d|3[01]) Japan\b/gu,
    replace: ({groups}) =>
      `${months[Number(groups!.month) - 1]} ${Number(groups!.day)}${groups!.year === undefined ? '' : `, ${groups!.year}`}`,
    verdict: 'fix',
    confidence: 0.98,
    reason: '日 (day) was read as Japan',
    examples: [
      ['2011 Year of 8 month 6 Japan , the phone', 'August 6, 2011 , the phone'],
      ['By 12 month 17 Japan it sold', 'By December 17 it sold']
    ],
    keeps: ['after 12 months in Japan']
  },
  {
    id: 'digit-one',
    hint: '438',
    pattern: /\b20\s?65\s?438\s?\+\s?0(?<digit>\d)\b/gu,
    replace: ({groups}) => `201${groups!.digit}`,
    verdict: 'fix',
    confidence: 0.97,
    reason: '65438+0 stands for the digit 1',
    examples: [['in 2065438+06 it grew', 'in 2016 it grew']],
    keeps: ['65438 people']
  },
  {
    id: 'digit-one-unsure',
    hint: '38',
    pattern: /(?<![\d.])(?:\d{0,3}65[.,]?438\s?\+\s?0?[\d.]*|\$?654\.38\+\d+)/gu,
    replace: () => undefined,
    verdict: 'propose',
    confidence: 0.6,
    reason: '65438+0 stands for the digit 1; look the number up in the source',
    examples: [],
    keeps: ['65,438 people']
  },
  {
    id: 'fullwidth-mark',
    hint: /[，。；：！？、]/,
    pattern:
      /(?<=[\p{Script=Latin}\p{N}]['"’”)]?)[，。；：！？、](?:[ \u00a0]?)(?=[\p{Script=Latin}\p{N}"“(]|$)/gu,
    replace: ([mark]) => {
      const ascii = {'，': ',', '。': '.', '；': ';', '：': ':', '！': '!', '？': '?', '、': ','}[
        mark.charAt(0)
      ]!
      return mark.length > 1 ? `${ascii} ` : ascii
    },
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a full-width mark in English text',
    examples: [
      ['a drag。', 'a drag.'],
      ['one， two', 'one, two']
    ],
    keeps: ['他说：你好。']
  },
  {
    id: 'fullwidth-mark-glued',
    hint: /[，。；！？]/,
    pattern: /(?<=\p{Script=Latin}['"’”)]?)[，。；！？](?=[\p{Script=Latin}"“(])/gu,
    replace: ([mark]) => `${{'，': ',', '。': '.', '；': ';', '！': '!', '？': '?'}[mark]!} `,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a full-width mark in English text',
    examples: [['the end。Then it', 'the end. Then it']],
    keeps: ['好。Then']
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
    pattern: /(?<=[^#\s])##(?=[^#\s])/gu,
    replace: '# #',
    verdict: 'fix',
    confidence: 0.9,
    reason: 'two hashtags run together',
    examples: [['#Ali layoffs##Tencent layoffs#', '#Ali layoffs# #Tencent layoffs#']],
    keeps: ['## A heading']
  },
  {
    id: 'html-glued',
    hint: 'html',
    pattern: /^html(?=\p{Lu}\p{Ll})/gmu,
    replace: '',
    verdict: 'fix',
    confidence: 0.97,
    reason: 'a remnant of markup is glued to the line',
    examples: [['htmlOn May 21 it began', 'On May 21 it began']],
    keeps: ['html is a language']
  },
  {
    id: 'hundred-million',
    hint: ' million',
    pattern: /(?<![\d.,])(?<count>\d+(?:\.\d+)?) (?:A|One|a|one) (?:hundred|100) million\b/gu,
    replace: ({groups}) => `${times(groups!.count!, 100)} million`,
    verdict: 'fix',
    confidence: 0.95,
    reason: '亿 (hundred million) was read out',
    examples: [
      ['3.7 A hundred million red envelopes', '370 million red envelopes'],
      ['About 3.7 One hundred million yuan', 'About 370 million yuan']
    ],
    keeps: ['one hundred million yuan']
  },
  {
    id: 'hundred-million-fraction',
    hint: 'hundred million',
    pattern: /(?<![\d.,])(?<count>\d+\.\d+) hundred million\b/gu,
    replace: ({groups}) => `${times(groups!.count!, 100)} million`,
    verdict: 'fix',
    confidence: 0.95,
    reason: '亿 (hundred million) was read out',
    examples: [['1.3 hundred million users', '130 million users']],
    keeps: ['three hundred million users']
  },
  {
    id: 'million-thousand',
    hint: ' thousand',
    pattern: /(?<![\d.,])(?<count>\d+) million (?<rest>\d{1,3}) thousand\b/gu,
    replace: ({groups}) => `${Number(`${groups!.count}.${groups!.rest!.padStart(3, '0')}`)} million`,
    verdict: 'fix',
    confidence: 0.95,
    reason: '万 (ten thousand) was read out',
    examples: [['61 million 120 thousand users', '61.12 million users']],
    keeps: ['61 million people and 120 thousand cars']
  },
  {
    id: 'percent-token',
    hint: 'TP',
    pattern: /(?<![\w.])(?<number>\d+(?:[.,]\d+)*?)\s?1\s?TP[1-9]\d?T?(?![A-Za-z0-9+/=])/gu,
    replace: ({groups}) => `${groups!.number}%`,
    verdict: 'fix',
    confidence: 0.97,
    reason: 'a placeholder of the translation software stands for the per cent sign',
    examples: [
      ['which is 99.31 TP4T below', 'which is 99.3% below'],
      ['301TP4T of users', '30% of users']
    ],
    keeps: ['a1TP4Tb/+', 'TP4T']
  },
  {
    id: 'quote-detached',
    hint: '”',
    pattern: /(?<=[.!?])\s+”(?=\s|$)/gu,
    replace: '”',
    verdict: 'fix',
    confidence: 0.95,
    reason: 'the closing quotation mark was torn off',
    examples: [['“Start with the end. ”', '“Start with the end.”']],
    keeps: ['“Start.” “Go.”']
  },
  {
    id: 'space-after-stop',
    pattern:
      /[.!?;](?=["“]?(?:\p{Lu}\p{Ll}+[\p{L}’'-]*|[AI])(?=[\s,]))(?<=(?:(?<![\p{L}\p{N}./@_-])\p{Ll}[\p{Ll}\p{M}’'-]*\p{Ll}|(?<!\p{L})\p{Lu}\p{Ll}{3,})["”’)]?[.!?;])/gu,
    replace: ([stop]) => `${stop} `,
    verdict: 'fix',
    confidence: 0.96,
    reason: 'a space is missing after the full stop',
    examples: [
      ['its American team.MiniMax is next', 'its American team. MiniMax is next'],
      ['six tigers.Both grew', 'six tigers. Both grew']
    ],
    keeps: ['Node.js and System.Text.Json', 'the U.S. market', 'www.example.Com']
  },
  {
    id: 'space-after-quote',
    pattern: /(?<=\p{Ll}["”][.!?])(?=\p{Lu}\p{Ll}*\s)|(?<=\p{Ll}[.!?]["”])(?=\p{Lu}\p{Ll}+\s)/gu,
    replace: ' ',
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space is missing after the sentence',
    examples: [['“which way to go”.In the second half', '“which way to go”. In the second half']],
    keeps: ['“go.” In']
  },
  {
    id: 'space-before-mark',
    hint: / [,.;!]/,
    pattern: /(?<=[\p{L}\p{N})”"’]) +(?=[,.;!](?:\s|$))/gu,
    replace: '',
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space before a punctuation mark',
    examples: [['In 2021 Lei Jun , said .', 'In 2021 Lei Jun, said.']],
    keeps: ['the .NET world', 'Who ? Me']
  },
  {
    id: 'spaced-thousands',
    hint: /\d, \d/,
    pattern:
      /(?<![\d,.])(?<thousands>\d{1,3}), (?<rest>\d{3})(?= (?:vehicles|units|yuan|users|people|cars|stores|employees)\b)/gu,
    replace: ({groups}) => `${groups!.thousands},${groups!.rest}`,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space inside a number',
    examples: [['30, 000 vehicles', '30,000 vehicles']],
    keeps: ['in 30, 200 people']
  },
  {
    id: 'split-year',
    hint: '20 ',
    pattern:
      /(?<=\b(?:in|on|of|by|since|from|early|late|until|January|February|March|April|May|June|July|August|September|October|November|December),? )20 (?<rest>[012]\d)\b(?! ?(?:%|yuan|people|units|million|billion|thousand|percent|per|years|days|months))/giu,
    replace: ({groups}) => `20${groups!.rest}`,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a year was split',
    examples: [['went online in September, 20 16.', 'went online in September, 2016.']],
    keeps: ['of 20 15 people', 'in 20 minutes']
  },
  {
    id: 'split-year-digits',
    hint: '20 1 ',
    pattern: /\b20 1 (?<digit>\d) year\b/gu,
    replace: ({groups}) => `201${groups!.digit}`,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a year was split',
    examples: [['On 20 1 1 year it was a tool', 'On 2011 it was a tool']],
    keeps: ['20 1 year plans']
  },
  {
    id: 'ten-thousand',
    hint: 'Ten thousand',
    pattern: /(?<![\d.,])(?<count>\d+(?:\.\d+)?) Ten thousand\b/gu,
    replace: ({groups}) => times(groups!.count!, 10_000),
    verdict: 'fix',
    confidence: 0.95,
    reason: '万 (ten thousand) was read out',
    examples: [['it sold 18.46 Ten thousand units', 'it sold 184,600 units']],
    keeps: ['Ten thousand units']
  }
]
