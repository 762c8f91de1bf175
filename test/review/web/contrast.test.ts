// Colours of the page: text can be read on its background, in both schemes.
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'

const style = readFileSync(path.resolve(import.meta.dirname, '../../../src/review/page/style.css'), 'utf8')
const [light = '', dark = ''] = [...style.matchAll(/:root \{([^}]*)\}/gu)].map(([, body = '']) => body)

/** @see WCAG 2.2, relative luminance. */
function luminance(scheme: string, name: string): number {
  const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]{6});`, 'u').exec(scheme) ?? []
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const pairs = [
  ['text', 'page'],
  ['text', 'paper'],
  ['text', 'hover'],
  ['text', 'accent-soft'],
  ['soft', 'page'],
  ['soft', 'paper'],
  ['soft', 'hover'],
  ['soft', 'accent-soft'],
  ['accent', 'paper'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['old', 'old-back'],
  ['old', 'paper'],
  ['new', 'new-back'],
  ['new', 'page'],
  ['open', 'open-back']
] as const

test.each(pairs)('%s is legible on %s', (text, back) => {
  for (const scheme of [light, dark]) {
    const [low = 0, high = 0] = [luminance(scheme, text), luminance(scheme, back)].sort((a, b) => a - b)
    expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(4.5)
  }
})
