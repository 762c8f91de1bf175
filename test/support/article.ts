// Arbitrary articles in the manner of machine translation: names of a glossary, right and wrong, ordinary sentences that
// look like them, damage, and all that Markdown has around it.
import fc from 'fast-check'
import type {Glossary} from '../../src/model.js'

const frames = [
  'Investors backed {} early.',
  'In Beijing, {} announced a large model with {} and {}.',
  'the {} app has users , and {}’s founder said so.',
  'A {} engineer and an {} rider met.',
  '“{}” ({}) is listed beside {}.',
  'He sat on a bean bag chair, on the dark side of the moon.',
  'In 20 16 , 301TP4T of {} users stayed。Then they left.',
  'The {} reported on May 21, 300 people came.',
  'Press the button, eat millet and dream of {}.',
  'An employee of {} told {}: the company raised 3.7 A hundred million yuan.',
  '{}-based {} grows'
]

const wraps: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `*${text}*`,
  (text) => `**${text}**`,
  (text) => `[${text}](/u)`,
  (text) => text.replace(' ', '\n'),
  (text) => text.replace(' ', '&nbsp;'),
  (text) => text.replace(/^(\S+) /u, '_$1_ '),
  (text) => text.toUpperCase(),
  (text) => `😀 ${text}`
]

const blocks: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `## ${text.replaceAll('\n', ' ')}\n\nSee [above](#a).`,
  (text) => `- ${text.replaceAll('\n', '\n  ')}\n- \`${text.replaceAll(/[\n`]/g, ' ')}\``,
  (text) => `> ${text.replaceAll('\n', '\n> ')}`,
  (text) => `| ${text.replaceAll('\n', ' ')} | b |\n|--|--|\n| c | d |`,
  (text) => `![${text.replaceAll('\n', ' ')}](i.png)`,
  (text) => `\`\`\`\n${text}\n\`\`\``,
  (text) => `<!-- nameright-disable-next -->\n\n${text}`
]

/** Arbitrary articles with the names of a glossary. */
export function articlesOf(glossary: Glossary): fc.Arbitrary<string> {
  const entries = [...glossary.entries]
  const wrong = entries.flatMap(({mistranslations}) => mistranslations.map(({text}) => text))
  const right = entries.flatMap(({term, variants, source}) => [term, ...variants, ...source])
  const name = fc
    .tuple(
      fc.oneof({weight: 3, arbitrary: fc.constantFrom(...wrong)}, fc.constantFrom(...right)),
      fc.constantFrom(...wraps)
    )
    .map(([text, wrap]) => wrap(text))
  const sentence = fc
    .tuple(fc.constantFrom(...frames), fc.array(name, {minLength: 3, maxLength: 3}))
    .map(([frame, names]) => {
      let next = 0
      return frame.replaceAll('{}', () => names[next++]!)
    })
  const block = fc
    .tuple(fc.array(sentence, {minLength: 1, maxLength: 3}), fc.constantFrom(...blocks))
    .map(([sentences, build]) => build(sentences.join(' ')))
  return fc
    .tuple(
      fc.array(block, {minLength: 1, maxLength: 4}),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF')
    )
    .map(([parts, ending, mark]) => mark + parts.join('\n\n').replaceAll('\n', ending) + ending)
}
