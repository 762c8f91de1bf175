// Damage rules for punctuation: blanks missing or too many, full-width marks and Chinese brackets in English.
import type {DamageRule} from '../rule.js'

const asciiOf: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '、': ','
}

/** The units beside a match in its block. */
function beside({input, index, 0: found}: RegExpExecArray): {before: string; after: string} {
  return {before: input.charAt(index - 1), after: input.charAt(index + found.length)}
}

/** A letter or digit needs a blank between itself and a bracket or a quotation mark outside. */
function spacer(unit: string): string {
  return /[\p{Script=Latin}\p{N}]/u.test(unit) ? ' ' : ''
}

const endings = '(?:s|t|ve|re|ll|d|m)\\b'

/** Words that begin sentences and hardly ever an identifier's second half. */
const openers =
  'The|This|That|These|Those|It|Its|In|On|At|By|As|For|From|With|When|While|After|Before|Since|And|But|However|Then|' +
  'He|She|They|We|You|His|Her|Their|Our|There|Here|If|So|Such|According|Although|Because|Now|Today|Not|What|Who|How|Both|Neither|Some|Many|Most|Every|Each'

/** Sorted by id. */
export const markRules: readonly DamageRule[] = [
  {
    id: 'corner-apostrophe',
    hint: '』',
    pattern: new RegExp(`(?<=\\p{Script=Latin})』(?=${endings})`, 'gu'),
    replace: '’',
    verdict: 'fix',
    confidence: 0.98,
    reason: 'a corner bracket stands for an apostrophe',
    examples: [['those who』ve seen it', 'those who’ve seen it']],
    keeps: ['a 』 alone in the sentence']
  },
  {
    id: 'corner-quote',
    hint: /[「『]/,
    // Each bracket by itself, so that names between them are found too; only where its other half stands.
    pattern: new RegExp(
      `「(?=[^「」\\n]{1,200}」)|『(?=[^『』\\n]{1,200}』)|(?<=「[^「」\\n]{1,200})」|(?<=『[^『』\\n]{1,200})』(?!${endings})`,
      'gu'
    ),
    replace: (found) =>
      '「『'.includes(found[0]) ? `${spacer(beside(found).before)}“` : `”${spacer(beside(found).after)}`,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a corner bracket stands for a quotation mark',
    examples: [
      ['the 「six tigers」 of the field', 'the “six tigers” of the field'],
      ['he calls it『Genshin』and plays', 'he calls it “Genshin” and plays']
    ],
    keeps: ['an open 「 alone in the sentence', '「原神」']
  },
  {
    id: 'fullwidth-bracket',
    hint: '（',
    pattern: /（(?=[^（）\n]{1,200}）)|(?<=（[^（）\n]{1,200})）/gu,
    replace: (found) =>
      found[0] === '（' ? `${spacer(beside(found).before)}(` : `)${spacer(beside(found).after)}`,
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a full-width bracket in English text',
    examples: [
      ['one yuan（RMB）is paid', 'one yuan (RMB) is paid'],
      ['one yuan （RMB）, paid', 'one yuan (RMB), paid']
    ],
    keeps: ['an open （ alone in the sentence', '（元）']
  },
  {
    id: 'fullwidth-mark',
    hint: /[，。；：！？、]/,
    pattern:
      /(?<=[\p{Script=Latin}\p{N}]['"’”)]?) ?(?<mark>[，。；：！？、])(?<blank>[ \u00a0]?)(?=[\p{Script=Latin}\p{N}"“(（「『]|$)/gmu,
    replace: (found) => {
      const {before, after} = beside(found)
      const {mark, blank} = found.groups!
      // “12，000” and “10：30” are numbers.
      const isNumber = /\d/u.test(before) && /\d/u.test(after) && blank === ''
      return `${asciiOf[mark!]}${after === '' || after === '\n' || isNumber ? '' : ' '}`
    },
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a full-width mark in English text',
    examples: [
      ['a drag。', 'a drag.'],
      ['one， two', 'one, two'],
      ['the end。Then it', 'the end. Then it'],
      ['a MIX 4 、 a TV', 'a MIX 4, a TV'],
      ['12，000 at 10：30', '12,000 at 10:30']
    ],
    keeps: ['他说：你好。', '好。Then']
  },
  {
    id: 'lenticular-bracket',
    hint: '【',
    pattern: /【(?<inner>[^【】\p{Script=Han}\n]{1,80})】/gu,
    replace: ({groups}) => `[${groups!.inner}]`,
    verdict: 'propose',
    confidence: 0.7,
    reason: 'a Chinese bracket in English text',
    examples: [['【Tech Dogs】 The founder left', '[Tech Dogs] The founder left']],
    keeps: ['【科技】 is the column of the day']
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
    id: 'space-after-comma',
    hint: /,[A-Z\u0080-\uffff]/,
    pattern: /(?<=\p{Ll}{2}),(?=\p{Lu}\p{Ll}*[ \n])/gu,
    replace: ', ',
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space is missing after the comma',
    examples: [['at the internal test,Robin Li told them', 'at the internal test, Robin Li told them']],
    keeps: ['one,two', 'a,B and c,D', 'key,Value, other']
  },
  {
    id: 'space-after-percent',
    hint: '%',
    pattern:
      /(?<=\d)%(?=(?:of|over|to|in|and|by|from|year|share|higher|lower|more|less|compared|growth|increase|decrease|stake|discount)\b)/gu,
    replace: '% ',
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space is missing after the per cent sign',
    examples: [['an increase of 28.9%over the year', 'an increase of 28.9% over the year']],
    keeps: ['printf("%d%of")', '28.9% over', '50%-off']
  },
  {
    id: 'space-after-quote',
    pattern: /(?<=\p{Ll}["”][.!?])(?=\p{Lu}\p{Ll}*\s)|(?<=\p{Ll}[.!?]”)(?=\p{Lu}\p{Ll}+\s)/gu,
    replace: ' ',
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space is missing after the sentence',
    examples: [['“which way to go”.In the second half', '“which way to go”. In the second half']],
    keeps: ['“go.” In']
  },
  {
    id: 'space-after-stop',
    // After a capitalised word only words that begin sentences: “System.Text” and “Booking.Com” are names.
    pattern: new RegExp(
      `(?:(?<=(?<![\\p{L}\\p{N}./@_-])\\p{Ll}[\\p{Ll}\\p{M}’'-]*\\p{Ll}["”’)]?)[.!?;](?=["“]?(?:\\p{Lu}\\p{Ll}+[\\p{L}’'-]*|[AI])(?=[\\s,]))` +
        `|(?<=(?<!\\p{L})\\p{Lu}\\p{Ll}{3,}["”’)]?)[.!?;](?=["“]?(?:${openers}|A|An|I)(?=[\\s,])))(?!(?:Com|Js|Ts|Net|Io|Ai|Cn|Org|Py)\\b)`,
      'gu'
    ),
    replace: ([stop]) => `${stop} `,
    verdict: 'fix',
    confidence: 0.96,
    reason: 'a space is missing after the full stop',
    examples: [
      ['its American team.MiniMax is next', 'its American team. MiniMax is next'],
      ['six tigers.Both grew', 'six tigers. Both grew'],
      ['in Beijing.The company grew', 'in Beijing. The company grew']
    ],
    keeps: [
      'Node.js and System.Text.Json',
      'the System.Text namespace',
      'at Booking.Com and yahoo.Com now',
      'the U.S. market',
      'www.example.Com'
    ]
  },
  {
    id: 'space-before-mark',
    hint: / [,.;!]/,
    // A dot between blanks may be a folder or one of three: only before a new sentence is it a full stop.
    pattern: /(?<=[\p{L}\p{N})”"’]) +(?=[,;!](?:\s|$)|\.(?:$|\s+[^\p{Ll}.\s]))/gu,
    replace: '',
    verdict: 'fix',
    confidence: 0.95,
    reason: 'a space before a punctuation mark',
    examples: [['In 2021 Lei Jun , said .', 'In 2021 Lei Jun, said.']],
    keeps: ['the .NET world', 'Who ? Me', 'it waited . . . and went', 'type git add . and wait']
  }
]
