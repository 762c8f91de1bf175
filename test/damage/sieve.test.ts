import {expect, test} from 'vitest'
import {damageRules} from '../../src/damage/rules.js'
import {findTwins, mayBeDamaged} from '../../src/damage/sieve.js'
import {readRaw} from '../../src/text/raw-markup.js'

const damaged = damageRules.flatMap(({id, examples, points = []}) =>
  [...examples.map(([before]) => before), ...points].map((text) => ({id, text}))
)

test.each(damaged)('the sieve lets $id through: $text', ({text}) => {
  const raws = [
    text,
    `A *line*.\n\n- ${text}`,
    `> ${text}`,
    `${text.replace(/(\w+)( |$)/, '**$1**$2')} [x](/u)`
  ]
  for (const raw of raws) expect(mayBeDamaged(readRaw(raw))).toBe(true)
})

test('most prose does not come through', () => {
  const raw =
    'Li Auto sold 50,000 cars in May, it said. “We grew,” *he* added; the [rest](https://e.com/x) is open.'
  expect(mayBeDamaged(readRaw(raw))).toBe(false)
})

test.each([
  {
    name: 'a paragraph',
    lines: [
      'A line that stands here twice.',
      'Another one between the two.',
      'A line that stands here twice.'
    ],
    twins: [0, 2]
  },
  {
    name: 'markup around it',
    lines: ['A line that **stands** here twice.', '- A line that [stands](/u) here twice.'],
    twins: [0, 1]
  },
  {name: 'an item', lines: ['- one line of a list is here\n- one line of a list is here'], twins: [0]},
  {name: 'short ones', lines: ['Short.', 'Short.'], twins: []},
  {
    name: 'a line that goes on',
    lines: ['The first line is here\nand more of it', 'The second line is here\nand more of it'],
    twins: []
  }
])('twins: $name', ({lines, twins}) => {
  const source = lines.join('\n\n')
  const pieces = lines.map((line) => {
    const start = source.indexOf(line)
    return {start, end: start + line.length}
  })
  // The second of two that are the same is found by its place.
  let from = 0
  const ranges = lines.map((line, index) => {
    const start = source.indexOf(line, from)
    from = start + line.length
    return {...pieces[index], start, end: from}
  })
  const found = findTwins(source, ranges)
  expect(ranges.flatMap((range, index) => (found.has(range) ? [index] : []))).toEqual(twins)
})
