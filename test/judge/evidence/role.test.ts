// What stands straight before and after a match.
import {expect, test} from 'vitest'
import {findingOf, pull} from '../make.js'

test.each([
  {name: 'after “a”', source: 'We bought a Beanbag there.', text: 'Beanbag', sign: -1},
  {name: 'after “a” before a head', source: 'We got a Beanbag app there.', text: 'Beanbag', sign: 1},
  {name: 'after a count', source: 'We bought 3 Beanbag there.', text: 'Beanbag', sign: -1},
  {name: 'after a determiner', source: 'We like this Beanbag there.', text: 'Beanbag', sign: -1},
  {name: 'after a modal verb in lower case', source: 'They will button there.', text: 'button', sign: -1},
  {name: 'in a hyphenated word', source: 'We like a push-button there.', text: 'button', sign: -1},
  {name: 'before a head', source: 'We like the Beanbag app there.', text: 'Beanbag', sign: 1},
  {name: 'before a verb', source: 'We heard that Beanbag launched it.', text: 'Beanbag', sign: 1},
  {name: 'owns something', source: 'We like Beanbag’s there.', text: 'Beanbag', sign: 1},
  {name: 'part of a longer name behind', source: 'We like Beanbag Tavern there.', text: 'Beanbag', sign: -1},
  {
    name: 'part of a longer name before',
    source: 'We like Muhammad Beanbag there.',
    text: 'Beanbag',
    sign: -1
  },
  {name: 'beside a known name', source: 'We like Kimi Beanbag there.', text: 'Beanbag', sign: 0},
  {
    name: 'a capital that begins the sentence is no name',
    source: 'Asking Beanbag there.',
    text: 'Beanbag',
    sign: 0
  },
  {name: '“and” is no deed', source: 'We like Beanbag and tea.', text: 'Beanbag', sign: 0},
  {
    name: 'nothing helps or harms what nobody writes otherwise',
    source: 'We met a Yuezhi Anmian launched.',
    text: 'Yuezhi Anmian',
    sign: 0
  }
])('$name', ({source, text, sign}) => {
  expect(pull('role', source, text)).toBe(sign)
})

test('an identifier is no name', () => {
  const {reasons} = findingOf('Set dark-side-of-the-moon to 1.', 'dark-side-of-the-moon')
  expect(reasons.map(({text}) => text)).toContain('written as an identifier is')
})
