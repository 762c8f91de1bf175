// The public names: a change here is a change for users, and belongs in the changelog.
import {expect, test} from 'vitest'
import * as api from '../src/index.js'

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'GlossaryError',
    'StaleEditError',
    'applyEdits',
    'cleanText',
    'compileGlossary',
    'default',
    'invertEdits',
    'loadGlossary',
    'parseDocument',
    'remarkDamage',
    'remarkKeepSource',
    'remarkNameright'
  ])
})

test('the plugin for names is the default', () => {
  expect(api.default).toBe(api.remarkNameright)
})
