import Ajv from 'ajv'
import {expect, test} from 'vitest'
import {ConfigSchema} from '../../src/config/schema.js'
import {writeJsonSchema} from '../support/json-schema.js'

const text = writeJsonSchema(ConfigSchema, 'A nameright configuration')

test('glossary/config.schema.json is current (`npm run update` writes it)', async () => {
  await expect(text).toMatchFileSnapshot('../../glossary/config.schema.json')
})

test.each([
  {config: {packs: 'all', damage: false, thresholds: {fix: 0.9}}, isValid: true},
  {config: {packs: ['ai'], damage: {hashtags: false}, firstMention: 'long'}, isValid: true},
  {config: {packs: 'ai'}, isValid: false},
  {config: {damage: {hashtag: false}}, isValid: false},
  {config: {pathes: []}, isValid: false},
  {config: {thresholds: {fix: 93}}, isValid: false}
])('editors find $config valid: $isValid', ({config, isValid}) => {
  expect(new Ajv().validate(JSON.parse(text), config)).toBe(isValid)
})
