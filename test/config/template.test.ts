import {expect, test} from 'vitest'
import {readConfig} from '../../src/config/read.js'
import {ConfigSchema} from '../../src/config/schema.js'
import {resolveSettings} from '../../src/config/settings.js'
import {writeTemplate} from '../../src/config/template.js'
import {damageRuleIds} from '../../src/damage/repair.js'
import {thresholds} from '../../src/judge/weights.js'
import {writeJsonSchema} from '../support/json-schema.js'

const template = writeTemplate({
  packs: ['ai', 'internet'],
  damageRules: damageRuleIds,
  schema: './node_modules/nameright/glossary/config.schema.json'
})

test('the template is a configuration that looks at its folder and changes nothing else', () => {
  expect(readConfig(template, 'c.yaml')).toMatchObject({config: {paths: ['.']}, problems: []})
})

test('with its examples switched on it shows every key, without problems', () => {
  const on = template.replace(/^# (?=[a-zA-Z]+:| {2})/gmu, '').replace(/^yaml-.*$/mu, '')
  const {config, problems} = readConfig(on, 'c.yaml')
  expect(problems).toEqual([])
  const known = Object.keys(JSON.parse(writeJsonSchema(ConfigSchema, '')).properties)
  expect(Object.keys(config).sort()).toEqual(known.sort())
})

test.each(['packs: all', 'topic: judge', 'firstMention: term', 'thresholds: {fix: 0.93, propose: 0.3}'])(
  'the default %s means the same when it is switched on',
  (line) => {
    expect(template).toContain(`\n# ${line}\n`)
    const settle = (text: string) =>
      resolveSettings({}, {config: readConfig(text, 'c.yaml').config, file: '/site/c.yaml'}, '/site')
    const {clean, ...rest} = settle(template.replace(`\n# ${line}\n`, `\n${line}\n`))
    const {clean: usual, ...usualRest} = settle(template)
    expect(rest).toEqual(usualRest)
    expect({thresholds, ...clean}).toEqual({thresholds, ...usual})
  }
)

test('it names all packs and rules, in lines that fit a screen', () => {
  for (const word of ['ai', 'internet', ...damageRuleIds]) expect(template).toContain(word)
  expect(Math.max(...template.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
})
