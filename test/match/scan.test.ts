import {expect, test} from 'vitest'
import {scanSource} from '../../src/match/scan.js'
import {glossaryOf} from '../support/glossary.js'

const glossary = glossaryOf({
  doubao: {term: 'Doubao', source: ['豆包'], mistranslations: ['Beanbag', {text: 'Button', case: 'exact'}]},
  moonshot: {term: 'Moonshot AI', variants: ['Moonshot'], mistranslations: []},
  tiktok: {term: 'TikTok', mistranslations: ['Tiktok']}
})

test.each([
  {name: 'mistranslations', source: 'Beanbag, beanbag', counts: {Beanbag: [2, 2]}},
  {name: 'one that must be in its own capitals', source: 'Button, button', counts: {Button: [1, 1]}},
  {name: 'right names', source: '# Doubao\r\n\r\n豆包 DOUBAO', counts: {Doubao: [2, 2], 豆包: [1, 1]}},
  {name: 'right names in wrong capitals', source: 'a moonshot, Moonshot', counts: {Moonshot: [2, 1]}},
  {name: 'wrong capitals that are listed', source: 'Tiktok TikTok', counts: {TikTok: [2, 1]}},
  {
    name: 'code and URLs too',
    source: '`Beanbag` https://x.com/Doubao',
    counts: {Beanbag: [1, 1], Doubao: [1, 1]}
  },
  {name: 'the longest only', source: 'Moonshot AI', counts: {'Moonshot AI': [1, 1]}},
  {name: 'nothing', source: '', counts: {}}
])('counts $name', ({source, counts}) => {
  const found = scanSource(source, glossary).map(({surface, count, exact}) => [
    glossary.surfaces.at(surface)!.text,
    [count, exact]
  ])
  expect(Object.fromEntries(found)).toEqual(counts)
})
