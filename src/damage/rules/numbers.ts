// Damage rules for numbers and dates: Chinese counts read out, split years, placeholders in place of digits.
import type {DamageRule} from '../rule.js'

const monthNames =
  'January February March April May June July August September October November December'.split(' ')

/** 370 from 3.7 hundreds, without the noise of binary fractions. */
function times(number: string, factor: number): string {
  const value = Number((Number(number) * factor).toFixed(6))
  return value >= 10_000 ? value.toLocaleString('en-US') : String(value)
}

/** A count that may stand before a number read out; a year before it is only a year. */
const count = '(?<![\\d.,])(?!(?:19|20)\\d\\d\\b(?!\\.))(?<count>\\d+(?:\\.\\d+)?)'
const anyMonth = `(?:${monthNames.join('|')}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`

/** Sorted by id. */
export const numberRules: readonly DamageRule[] = [
  {
    id: 'billion-million',
    hint: ' billion ',
    pattern: /(?<![\d.,])(?<count>\d+) billion (?<rest>\d{1,3}) million\b/gu,
    replace: ({groups}) => `${Number(`${groups!.count}.${groups!.rest!.padStart(3, '0')}`)} billion`,
    verdict: 'fix',
    confidence: 0.95,
    reason: '亿 (hundred million) was read out',
    examples: [
      ['it raised $1 billion 100 million', 'it raised $1.1 billion'],
      ['2 billion 40 million yuan', '2.04 billion yuan']
    ],
    keeps: ['1 billion people and 100 million cars', '1.5 billion 100 million', '1 billion, 100 million']
  },
  {
    id: 'date-japan',
    hint: ' Japan',
    pattern:
      /(?:(?<year>\d{4}) Year of )?\b(?<month>0?[1-9]|1[0-2]) month (?<day>0?[1-9]|[12]\d|3[01]) Japan\b/gu,
    replace: ({groups}) =>
      `${monthNames[Number(groups!.month) - 1]} ${Number(groups!.day)}${groups!.year === undefined ? '' : `, ${groups!.year}`}`,
    verdict: 'fix',
    confidence: 0.98,
    reason: '日 (day) was read as Japan',
    examples: [
      ['2011 Year of 8 month 6 Japan the phone came', 'August 6, 2011 the phone came'],
      ['By 12 month 17 Japan it sold', 'By December 17 it sold']
    ],
    keeps: ['after 12 months in Japan', 'a 13 month 6 Japan', 'the 8 month Japan tour']
  },
  {
    id: 'digit-groups',
    hint: /\d{4},\d/,
    pattern: /(?<![\d.,])\d{4,},\d{3}(?![\d,])/gu,
    replace: () => undefined,
    verdict: 'propose',
    confidence: 0.6,
    reason: 'digits are grouped wrongly; look the number up in the source',
    examples: [],
    points: ['it sold 1040,000 cars'],
    keeps: ['104,000 cars', '1,040,000 cars', 'in 2019, 200 cars']
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
    points: ['it grew by 65,438+050.0% in a year', 'worth 65.438+0.53 billion', 'it paid 654.38+90 million'],
    keeps: ['65,438 people']
  },
  {
    id: 'hundred-million',
    hint: ' million',
    // In small letters and without a fraction the number before may be one of its own: an age, a page.
    pattern: new RegExp(
      `${count} (?:(?:A|One) (?:hundred|100)|(?<=\\.\\d+ )(?:a|one) (?:hundred|100)) million\\b`,
      'gu'
    ),
    replace: ({groups}) => `${times(groups!.count!, 100)} million`,
    verdict: 'fix',
    confidence: 0.95,
    reason: '亿 (hundred million) was read out',
    examples: [
      ['3.7 A hundred million red envelopes', '370 million red envelopes'],
      ['About 3.7 One hundred million yuan', 'About 370 million yuan'],
      ['About 3.7 one hundred million yuan', 'About 370 million yuan']
    ],
    keeps: [
      'one hundred million yuan',
      'In 2020 A hundred million people',
      'in 2020 one hundred million people'
    ]
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
    id: 'spaced-thousands',
    hint: /\d, \d/,
    // “May 21, 300 people”, “aged 30, 200 people”: only whole thousands cannot be a number of their own.
    pattern: new RegExp(
      `(?<![\\d,.])(?:(?<!\\b(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Aa]ged?|turned|[Oo]f|${anyMonth})\\.? )(?<thousands>\\d{1,3}), (?<rest>\\d{3})|` +
        '(?<whole>\\d{1,3}), 000)(?= (?:vehicles|units|yuan|users|people|cars|stores|employees)\\b)',
      'gu'
    ),
    replace: ({groups}) =>
      groups!.whole === undefined ? `${groups!.thousands},${groups!.rest}` : `${groups!.whole},000`,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space inside a number',
    examples: [
      ['30, 000 vehicles', '30,000 vehicles'],
      ['the delivery of 30, 000 vehicles', 'the delivery of 30,000 vehicles'],
      ['it sold 31, 500 cars', 'it sold 31,500 cars']
    ],
    keeps: ['in 30, 200 people', 'On May 21, 300 people came', 'On Dec. 21, 300 people came']
  },
  {
    id: 'split-year',
    hint: '20 ',
    pattern: new RegExp(
      `(?<=\\b(?:[Ii]n|[Oo]n|[Oo]f|[Bb]y|[Ss]ince|[Ff]rom|[Ee]arly|[Ll]ate|[Uu]ntil|${anyMonth}),? )20 (?<rest>[012]\\d)\\b` +
        // What follows may be counted: “of 20 15 people”, “by 20 12-hour shifts”.
        '(?![-–.,:]\\d|[-–]\\p{L}| ?(?:%|million|billion|thousand|percent|per|inch|foot|point|pack)\\b| ?%' +
        '|,? (?!(?:is|was|has|its|his|this|as|us|sales|news)\\b)\\p{Ll}+s\\b| (?:yuan|people)\\b)',
      'gu'
    ),
    replace: ({groups}) => `20${groups!.rest}`,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a year was split',
    examples: [
      ['went online in September, 20 16.', 'went online in September, 2016.'],
      ['as early as in 20 15, it grew', 'as early as in 2015, it grew']
    ],
    keeps: ['of 20 15 people', 'in 20 minutes', 'by 20 12-hour shifts', 'in 20 12 packs', 'of 20 15 %']
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
    pattern: new RegExp(`${count} Ten thousand\\b`, 'gu'),
    replace: ({groups}) => times(groups!.count!, 10_000),
    verdict: 'fix',
    confidence: 0.95,
    reason: '万 (ten thousand) was read out',
    examples: [['it sold 18.46 Ten thousand units', 'it sold 184,600 units']],
    keeps: ['Ten thousand units', 'In 2018 Ten thousand shops']
  }
]
