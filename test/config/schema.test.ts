import {expect, test} from 'vitest'
import {ConfigSchema} from '../../src/config/schema.js'
import {writeJsonSchema} from '../support/json-schema.js'

test('glossary/config.schema.json is current (`npm run update` writes it)', async () => {
  const text = writeJsonSchema(ConfigSchema, 'A nameright configuration')
  await expect(text).toMatchFileSnapshot('../../glossary/config.schema.json')
})
