import {expect, test} from 'vitest'
import type {WrittenConfig} from '../../src/config/schema.js'
import {type Flags, resolveSettings} from '../../src/config/settings.js'

const resolve = (config: WrittenConfig, flags: Flags = {}, file = '/site/nameright.config.yaml') =>
  resolveSettings(flags, {config, file}, '/site/posts')

test('without anything, all packs judge by the usual rules', () => {
  expect(resolveSettings({}, {config: {}}, '/site')).toEqual({
    glossary: {files: [], packs: 'all'},
    clean: {topic: 'judge', firstMention: 'term'},
    paths: [],
    ignore: {folder: '/site', patterns: []}
  })
})

test('paths of a configuration are those of its folder', () => {
  const config = {
    paths: ['posts', '!posts/old', '.', '/elsewhere', 'posts/*.md'],
    glossaries: ['names.yaml', 'posts/more.yaml'],
    decisions: 'decisions.jsonl',
    ignore: ['drafts']
  }
  expect(resolve(config)).toMatchObject({
    paths: ['.', '!old', '..', '/elsewhere', '*.md'],
    glossary: {files: ['../names.yaml', 'more.yaml'], packs: 'all'},
    decisions: '../decisions.jsonl',
    ignore: {folder: '/site', patterns: ['drafts']}
  })
})

const pair = (packs: 'all' | string[], files: string[], topic: 'judge' | 'given') => ({
  glossary: {packs, files},
  clean: {topic}
})

test.each([
  {
    name: 'own glossaries come after all packs',
    config: {glossaries: ['a']},
    is: pair('all', ['../a'], 'judge')
  },
  {name: 'chosen packs', config: {packs: ['ai']}, is: pair(['ai'], [], 'judge')},
  {
    name: 'own glossaries alone say what texts are about',
    config: {packs: [], glossaries: ['a']},
    is: pair([], ['../a'], 'given')
  },
  {name: 'a topic that is given', config: {topic: 'given' as const}, is: pair('all', [], 'given')},
  {
    name: '--glossary uses just those',
    config: {packs: ['ai'], glossaries: ['a'], topic: 'judge' as const},
    flags: {glossary: ['b']},
    is: pair([], ['b'], 'given')
  }
])('glossaries: $name', ({config, flags, is}) => {
  expect(resolve(config, flags)).toMatchObject(is)
})

const off = (...ids: string[]) => ({rulesOff: new Set(ids)})

test.each([
  {name: 'all rules by default', config: {}, is: {}},
  {name: 'none', config: {damage: false}, is: {only: 'names'}},
  {name: 'some off', config: {damage: {hashtags: false, boilerplate: true}}, is: off('hashtags')},
  {name: '--no-damage outranks', config: {damage: true}, flags: {damage: false}, is: {only: 'names'}},
  {name: '--damage outranks', config: {damage: false}, flags: {damage: true}, is: {}},
  {
    name: '--damage keeps rules off',
    config: {damage: {hashtags: false}},
    flags: {damage: true},
    is: off('hashtags')
  }
])('damage: $name', ({config, flags, is}) => {
  const {only, rulesOff} = resolve(config, flags).clean
  expect({...(only && {only}), ...(rulesOff && {rulesOff})}).toEqual(is)
})

test.each([
  {name: 'both', thresholds: {fix: 0.9, propose: 0.5}, is: {fix: 0.9, propose: 0.5}},
  {name: 'one alone', thresholds: {fix: 0.99}, is: {fix: 0.99, propose: 0.3}},
  {name: 'a low one takes the other along', thresholds: {fix: 0.2}, is: {fix: 0.2, propose: 0.2}},
  {name: 'a high one takes the other along', thresholds: {propose: 0.95}, is: {fix: 0.95, propose: 0.95}}
])('thresholds: $name', ({thresholds, is}) => {
  expect(resolve({thresholds}).clean.thresholds).toEqual(is)
})

test.each([
  {config: undefined, flag: undefined, is: 'term'},
  {config: 'long' as const, flag: undefined, is: 'long'},
  {config: 'long' as const, flag: false, is: 'term'},
  {config: 'term' as const, flag: true, is: 'long'}
])('first mention: $config in the configuration and $flag as flag give $is', ({config, flag, is}) => {
  const flags = flag === undefined ? {} : {firstMention: flag}
  expect(resolve(config === undefined ? {} : {firstMention: config}, flags).clean.firstMention).toBe(is)
})

test('flags outrank the place of decisions', () => {
  const config = {decisions: 'd.jsonl'}
  expect(resolve(config, {decisions: 'other.jsonl'}).decisions).toBe('other.jsonl')
  expect(resolve(config, {decisions: false}).decisions).toBe(false)
})
