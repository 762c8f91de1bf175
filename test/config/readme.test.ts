// The readme of the configuration says what is so.
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {readConfig} from '../../src/config/read.js'
import {ConfigSchema} from '../../src/config/schema.js'
import {resolveSettings} from '../../src/config/settings.js'
import {thresholds} from '../../src/judge/weights.js'
import {run} from '../cli/run.js'
import {makeFolder} from '../disk/folder.js'
import {writeJsonSchema} from '../support/json-schema.js'

const readme = readFileSync(new URL('../../src/config/readme.md', import.meta.url), 'utf8')
const blocks = [...readme.matchAll(/^( *)```(\w+)\n(.+?)^ *```/gmsu)].map(([, indent, language, text]) => ({
  language,
  text: text!.replaceAll(new RegExp(`^${indent}`, 'gmu'), '')
}))

test('its example is a configuration', () => {
  const {problems, config} = readConfig(blocks[0]!.text, 'c.yaml')
  expect(problems).toEqual([])
  expect(resolveSettings({}, {config, file: '/c.yaml'}, '/').glossary.packs).toEqual([
    'ai',
    'internet',
    'media'
  ])
})

test('its table has every key, and the usual thresholds', () => {
  const known = Object.keys(JSON.parse(writeJsonSchema(ConfigSchema, '')).properties)
  const told = [...readme.matchAll(/^\| `(\w+)`/gmu)].map(([, key]) => key)
  expect(told.sort()).toEqual(known.sort())
  expect(readme).toContain(`{fix: ${thresholds.fix}, propose: ${thresholds.propose}}`)
})

test('its errors are those of the program', async () => {
  const cwd = makeFolder({'nameright.config.yaml': 'paths: [.]\nfirstmention: long\ndamage: off\n'})
  const {stderr} = await run(['check'], {cwd})
  expect(blocks[1]!.text).toBe(`$ nameright check\n${stderr}`)
})
