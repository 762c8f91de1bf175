import {expect, test} from 'vitest'
import {fingerprintFindings} from '../../src/decide/fingerprint.js'
import {find} from './make.js'

const fingerprintsOf = (source: string) => {
  const {document, findings} = find(source)
  return fingerprintFindings(findings, document).map(({text, before, after}) => [before, text, after])
}

test.each([
  {name: 'the sentence', source: 'One. He uses Beanbag daily. Two.', is: [['He uses', 'Beanbag', 'daily.']]},
  {name: 'the whole of a heading', source: '# Beanbag grows', is: [['', 'Beanbag', 'grows']]},
  {
    name: 'words as a reader sees them',
    source: 'A *big* [win](https://e.com) &amp; “Beanbag”\nis‑new',
    is: [['A big win & "', 'Beanbag', '" is-new']]
  },
  {
    name: 'others as offered',
    source: 'Beanbag met an Ideal Auto fan.',
    is: [
      ['', 'Beanbag', 'met a Li Auto fan.'],
      ['Doubao met an', 'Ideal Auto', 'fan.']
    ]
  },
  {name: 'nothing beyond the block', source: 'He\n\nBeanbag\n\nshe', is: [['', 'Beanbag', '']]}
])('a fingerprint holds $name', ({source, is}) => {
  expect(fingerprintsOf(source)).toEqual(is)
})

test('a sentence without an end is cut', () => {
  const [[before = '', , after = ''] = []] = fingerprintsOf(
    `${'word '.repeat(1e5)}Beanbag${' word'.repeat(1e5)}`
  )
  expect([before.split(' ').length, after.split(' ').length]).toEqual([24, 24])
  const glued = `${'x'.repeat(1e5)}-Beanbag-${'x'.repeat(1e5)}`
  expect(
    fingerprintsOf(glued)
      .flat()
      .every((part) => part.length <= 240)
  ).toBe(true)
})

test('ten thousand findings in one paragraph take no time', () => {
  const start = performance.now()
  expect(fingerprintsOf('Beanbag and '.repeat(10_000))).toHaveLength(10_000)
  expect(performance.now() - start).toBeLessThan(5000)
})
