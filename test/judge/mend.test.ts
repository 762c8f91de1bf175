// The grammar around a replacement, whatever the verdict: articles, doubled names, glosses, capitals, blanks.
import {describe, expect, test} from 'vitest'
import type {Glossary} from '../../src/model.js'
import {glossaryOf} from '../support/glossary.js'
import {evidence, judge, mendAll} from './make.js'

const glossary: Glossary = {
  ...glossaryOf({
    doubao: {term: 'Doubao', source: ['豆包'], mistranslations: ['Beanbag', 'Bean Bag App']},
    moonshot: {
      term: 'Moonshot AI',
      kind: 'company',
      source: ['月之暗面'],
      mistranslations: ['Dark Side of the Moon', 'Moon Dark']
    },
    huawei: {term: 'Huawei', kind: 'company'},
    pangu: {term: 'Huawei Pangu', owner: 'huawei', mistranslations: ['Plate Ancient']},
    alibaba: {
      term: 'Alibaba Group',
      kind: 'company',
      variants: ['Alibaba'],
      mistranslations: ['Ali Group', {text: 'Ali Papa', replacement: 'Alibaba'}]
    },
    xpeng: {term: 'XPeng', kind: 'company', mistranslations: ['Little Roc']},
    ele: {term: 'Ele.me', mistranslations: ['Hungry Now']},
    unitree: {term: 'Unitree', kind: 'company', mistranslations: ['Universe Tree']},
    zero: {term: '01.AI', kind: 'company', mistranslations: ['Zero One']},
    l7: {term: 'Li L7', mistranslations: ['Ideal L7']},
    iflytek: {term: 'iFLYTEK', kind: 'company', mistranslations: ['Science Flight']},
    times: {term: 'The Paper', kind: 'medium', mistranslations: ['Surging News']},
    miit: {term: 'MIIT', kind: 'organization', mistranslations: ['Industry Ministry']},
    model: {term: 'large model', kind: 'jargon', mistranslations: ['big model']},
    force: {term: 'FORCE Conference', kind: 'event', mistranslations: ['Power Meeting']},
    lixiang: {term: 'Li Xiang', kind: 'person', mistranslations: [{text: 'Li wants', case: 'exact'}]}
  }),
  evidence
}

interface Case {
  readonly name: string
  readonly before: string
  readonly after: string
}

const check = ({before, after}: Case): void => {
  expect(mendAll(before, glossary)).toBe(after)
}

describe('articles', () => {
  test.each<Case>([
    {name: 'a becomes an', before: 'Ask a Hungry Now rider.', after: 'Ask an Ele.me rider.'},
    {
      name: 'an becomes a',
      before: 'Ask an Ali Papa man, an Universe Tree dog.',
      after: 'Ask an Alibaba man, a Unitree dog.'
    },
    {name: 'by sound, from the list', before: 'Ask a Little Roc man.', after: 'Ask an XPeng man.'},
    {name: 'zero is read so', before: 'Ask an Zero One man.', after: 'Ask a 01.AI man.'},
    {name: 'with its capital', before: 'A Hungry Now rider.', after: 'An Ele.me rider.'},
    {name: 'before a quotation mark', before: 'Ask a “Hungry Now” rider.', after: 'Ask an “Ele.me” rider.'},
    {name: 'over a wrapped line', before: 'Ask a\nHungry Now rider.', after: 'Ask an\nEle.me rider.'},
    {
      name: 'a letter is no article',
      before: 'Plan-a Hungry Now. Vitamin a’s.',
      after: 'Plan-a Ele.me. Vitamin a’s.'
    },
    {
      name: '“the” falls away before a name alone',
      before: 'At the Dark Side of the Moon it rained.',
      after: 'At Moonshot AI it rained.'
    },
    {name: '“The” that begins the sentence too', before: 'The Beanbag grew.', after: 'Doubao grew.'},
    {name: '“the” stays before a noun', before: 'Ask the Beanbag app.', after: 'Ask the Doubao app.'},
    {
      name: '“the” stays in a hyphenated word',
      before: 'Ask the Beanbag-based robot.',
      after: 'Ask the Doubao-based robot.'
    },
    {
      name: '“the” stays before organisations and events',
      before: 'Ask the Industry Ministry at the Power Meeting.',
      after: 'Ask the MIIT at the FORCE Conference.'
    },
    {
      name: '“the” stays before a model number',
      before: 'Ask the Ideal L7 owner.',
      after: 'Ask the Li L7 owner.'
    },
    {name: 'never “the The Paper”', before: 'Ask the Surging News app.', after: 'Ask The Paper app.'},
    {
      name: '“the” before a quotation mark stays',
      before: 'Ask the “Beanbag” there.',
      after: 'Ask the “Doubao” there.'
    },
    {name: 'other words that end in the', before: 'To breathe Beanbag.', after: 'To breathe Doubao.'}
  ])('$name', check)
})

describe('doubled names', () => {
  test.each<Case>([
    {name: 'the owner in front', before: 'By Huawei Plate Ancient now.', after: 'By Huawei Pangu now.'},
    {
      name: 'the owner in other capitals',
      before: 'By HUAWEI Plate Ancient now.',
      after: 'By Huawei Pangu now.'
    },
    {name: 'a part behind', before: 'By Moon Dark AI now.', after: 'By Moonshot AI now.'},
    {
      name: 'a part behind, in small letters',
      before: 'At the Power Meeting conference now.',
      after: 'At the FORCE Conference now.'
    },
    {name: 'a word that only begins so', before: 'By Moon Dark AIs now.', after: 'By Moonshot AI AIs now.'},
    {
      name: 'over a mark it is another',
      before: 'By Huawei, Plate Ancient now.',
      after: 'By Huawei, Huawei Pangu now.'
    }
  ])('$name', check)
})

describe('glosses', () => {
  test.each<Case>([
    {name: 'the wrong one in brackets', before: 'By Doubao (Beanbag) now.', after: 'By Doubao now.'},
    {name: 'the right one in brackets', before: 'By Beanbag (Doubao) now.', after: 'By Doubao now.'},
    {name: 'in brackets and quotation marks', before: 'By Doubao (“Beanbag”) now.', after: 'By Doubao now.'},
    {name: 'full-width brackets', before: 'By Doubao（Beanbag） now.', after: 'By Doubao now.'},
    {name: 'without a blank', before: 'By Beanbag(Doubao) now.', after: 'By Doubao now.'},
    {name: 'the source language stays', before: 'By Beanbag (豆包) now.', after: 'By Doubao (豆包) now.'},
    {
      name: 'another name in brackets stays',
      before: 'By Beanbag (Huawei) now.',
      after: 'By Doubao (Huawei) now.'
    },
    {
      name: 'more than the name in brackets stays',
      before: 'By Doubao (once Beanbag) now.',
      after: 'By Doubao (once Doubao) now.'
    }
  ])('$name', check)
})

describe('capitals', () => {
  test.each<Case>([
    {
      name: 'names keep their own',
      before: 'By science flight. Science Flight grew.',
      after: 'By iFLYTEK. iFLYTEK grew.'
    },
    {
      name: 'headlines in capitals, save for names with capitals of their own',
      before: 'MOON DARK AND LITTLE ROC AND SCIENCE FLIGHT',
      after: 'MOONSHOT AI AND XPeng AND iFLYTEK'
    },
    {
      name: 'names with dots keep their form',
      before: 'ZERO ONE AND HUNGRY NOW',
      after: '01.AI AND Ele.me'
    },
    {
      name: 'jargon follows a sentence start',
      before: 'Big model makers. A big model.',
      after: 'Large model makers. A large model.'
    },
    {name: 'jargon follows a title', before: 'The Big Model Race', after: 'The Large Model Race'},
    {name: 'jargon follows capitals', before: 'THE BIG MODEL RACE', after: 'THE LARGE MODEL RACE'}
  ])('$name', check)
})

describe('blanks and the smallest change', () => {
  test.each<Case>([
    {
      name: 'a name of the source language glued to words',
      before: 'They like豆包very much and more words.',
      after: 'They like Doubao very much and more words.'
    },
    {name: 'possessives stay', before: "Beanbag’s app, Beanbag's app.", after: "Doubao’s app, Doubao's app."},
    {
      name: 'emoji and Chinese beside it stay',
      before: '😀Beanbag，Beanbag😀 and so on here',
      after: '😀Doubao，Doubao😀 and so on here'
    }
  ])('$name', check)

  test.each([
    {name: 'the same word behind', source: 'By Ali Group now.', text: 'Ali', replacement: 'Alibaba'},
    {name: 'a person and a comma', source: 'So Li wants, then.', text: 'wants', replacement: 'Xiang'}
  ])('equal words are left out: $name', ({source, text, replacement}) => {
    const [finding] = judge(source, {}, glossary).findings
    expect(finding).toMatchObject({text, replacement})
    expect(source.slice(finding!.span.start, finding!.span.end)).toBe(text)
  })

  test('what a decision is bound to are the words without the grammar', () => {
    const [finding] = judge('Ask the Dark Side of the Moon now.', {}, glossary).findings
    expect(finding).toMatchObject({
      text: 'the Dark Side of the Moon',
      replacement: 'Moonshot AI',
      pair: {text: 'Dark Side of the Moon', forms: ['Moonshot AI']}
    })
  })

  test('grammar is told, and weighs nothing', () => {
    const [finding] = judge('Ask the Dark Side of the Moon now.', {}, glossary).findings
    const [remark] = finding!.reasons.filter(({kind}) => kind === 'grammar')
    expect(remark).toMatchObject({weight: 0, text: expect.stringContaining('“the” falls away')})
  })
})
