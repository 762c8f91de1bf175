import {expect, test} from 'vitest'
import {readConfig} from '../../src/config/read.js'

const tell = (text: string) =>
  readConfig(text, 'c.yaml').problems.map(({origin, message}) => `${origin.line}:${origin.column} ${message}`)

test.each([
  {name: 'nothing', text: ''},
  {name: 'comments alone', text: '\uFEFF# one\r\n\r\n  # two\r\n'},
  {name: 'an empty mapping', text: '{}\n'}
])('$name is a configuration that says nothing', ({text}) => {
  expect(readConfig(text, 'c.yaml')).toMatchObject({config: {}, problems: []})
})

test('every key is read', () => {
  const config = {
    packs: ['ai'],
    glossaries: ['names.yaml'],
    paths: ['posts', '!posts/old'],
    ignore: ['drafts/'],
    frontMatter: ['title'],
    firstMention: 'long',
    topic: 'given',
    thresholds: {fix: 0.95, propose: 0.2},
    damage: {boilerplate: false, hashtags: true},
    decisions: 'decisions.jsonl'
  }
  expect(readConfig(JSON.stringify(config), 'c.json')).toMatchObject({config, problems: []})
})

test.each([
  {
    name: 'a mistyped key',
    text: 'glosaries: [a.yaml]\n',
    says: ['1:1 Unknown key `glosaries`; did you mean `glossaries`?']
  },
  {
    name: 'an unknown key',
    text: 'paths: [.]\nlinter: on\n',
    says: [
      '2:1 Unknown key `linter`; known here: packs, glossaries, paths, ignore, frontMatter, firstMention, topic, thresholds, damage, decisions'
    ]
  },
  {
    name: 'a mistyped rule',
    text: 'damage:\n  boilerplate: false\n  hashtag: false\n',
    says: ['3:3 Unknown key `hashtag`; did you mean `hashtags`?']
  },
  {
    name: 'a mistyped choice',
    text: 'firstMention: lang\n',
    says: ['1:15 `firstMention` must be one of term, long (did you mean `long`?), found “lang”']
  },
  {
    name: 'a word for a switch',
    text: 'damage: off\n',
    says: ['1:9 `damage` must be true or false, found “off”']
  },
  {
    name: 'a word for a rule',
    text: 'damage: {hashtags: no}\n',
    says: ['1:20 `hashtags` must be true or false, found “no”']
  },
  {name: 'a text for a list', text: 'paths: posts\n', says: ['1:8 `paths` must be a list, found “posts”']},
  {
    name: 'a number for a text',
    text: 'ignore: [1]\n',
    says: ['1:10 Each item of `ignore` must be text, found `1`; write it in quotes']
  },
  {
    name: 'one pack without a list',
    text: 'packs: ai\n',
    says: ['1:8 `packs` must be one of all, found “ai”']
  },
  {
    name: 'an empty name',
    text: 'glossaries: [""]\n',
    says: ['1:14 Each item of `glossaries` must not be empty, found “”']
  },
  {
    name: 'thresholds out of range and of another kind',
    text: 'thresholds:\n  fix: 93\n  propose: some\n',
    says: ['2:8 `fix` must be from 0 to 1, found `93`', '3:12 `propose` must be a number, found “some”']
  },
  {
    name: 'thresholds in the wrong order',
    text: 'thresholds: {fix: 0.3, propose: 0.9}\n',
    says: ['1:33 `propose` must not be above `fix`, found 0.9 above 0.3']
  },
  {name: 'a key without a value', text: 'paths:\n', says: ['1:7 `paths` must be a list, found nothing']},
  {
    name: 'a key written twice',
    text: 'topic: judge\ntopic: given\n',
    says: ['2:1 The key `topic` is written twice here; keep one']
  },
  {
    name: 'a list instead of a mapping',
    text: '- posts\n',
    says: ['1:1 The file must be a mapping, found a list']
  },
  {
    name: 'several at once',
    text: 'pathes: [.]\ntopic: gven\n',
    says: [
      '1:1 Unknown key `pathes`; did you mean `paths`?',
      '2:8 `topic` must be one of judge, given (did you mean `given`?), found “gven”'
    ]
  }
])('$name is told at its place', ({text, says}) => {
  expect(tell(text)).toEqual(says)
})
