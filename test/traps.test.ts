// The traps that other programs fell into, each as what this program makes of a whole text. All of them stand here by
// name, so that none is lost; those of single stages are tested more deeply in these places:
//
// | trap                                        | tested too in                                              |
// | ------------------------------------------- | ---------------------------------------------------------- |
// | byte order mark shifts offsets              | document/laws, edit/plan, clean, remark/plugins            |
// | text of a tree is not the source            | document/laws (every unit against an oracle)               |
// | places found by searching back              | clean (`original` is the slice), laws                      |
// | case folding changes length                 | text/fold, text/search                                     |
// | units of columns                            | report/machine (rdjson, SARIF), text/location              |
// | ranges after a fix                          | edit/apply, laws (patch by git, undo)                      |
// | overlapping patterns lose a third           | match/find, match/select                                   |
// | a list of contained or of 10,000 texts      | text/search (a law, and a long list)                       |
// | touching edits dropped                      | edit/apply, match/select                                   |
// | chains of replacements                      | clean (rounds), laws (a second run changes nothing)        |
// | word edges; alternation; one flag for all   | text/word, text/search, match/find                         |
// | `$` in a right name                         | edit/plan                                                  |
// | links, references, headings, front matter   | edit/plan, document/metadata                               |
// | a comment switches a CRLF file off          | document/switches                                          |
// | CriticMarkup is strikethrough               | report/people                                              |
// | imported rule dropped without a word        | glossary/check, glossary/merge                             |
// | writing by default                          | cli/commands (`check` and `diff` write nothing)            |
// | an answer for one leaks to all              | decide/*, laws (rejected fixes)                            |
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {type CleanOptions, cleanText} from '../src/clean.js'
import type {Glossary} from '../src/model.js'
import {createPatch} from '../src/report/patch.js'
import {reportRdjson} from '../src/report/rdjson.js'
import {run} from './cli/run.js'
import {glossaryOf} from './support/glossary.js'

const glossary = glossaryOf({
  doubao: {
    term: 'Doubao',
    source: ['豆包'],
    mistranslations: [{text: 'Beanbag', case: 'exact'}, 'Bean Baggage'],
    exceptions: ['beanbag chair']
  },
  'moonshot-ai': {
    term: 'Moonshot AI',
    kind: 'company',
    mistranslations: ['Dark Side of the Moon', 'Moon Dark']
  },
  'huawei-pangu': {term: 'Huawei Pangu', mistranslations: ['Pangu']},
  qwen: {
    term: 'Qwen',
    variants: ['Tongyi'],
    mistranslations: ['Tongyi Thousand Questions', 'Thousand Questions']
  },
  iflytek: {term: 'iFLYTEK', kind: 'company', mistranslations: ['Science Great Flight']},
  ele: {term: 'Ele.me', kind: 'product', mistranslations: ['Hungry Now']},
  li: {term: 'Li Auto', kind: 'company', mistranslations: ['Ideal Motors']},
  money: {term: '$& Pay $1', mistranslations: ['Dollar Pay']},
  jd: {term: 'JD.com', kind: 'company', mistranslations: ['Eastern Capital']},
  x: {term: 'Xxx', mistranslations: ['abcd']},
  y: {term: 'Yyy', mistranslations: ['bcd efgh', 'node.js']},
  z: {term: 'Zzz', mistranslations: ['efgh']},
  foo: {term: 'Fooo', mistranslations: ['foo', 'bar']}
})

const certain = {fix: 0.5, propose: 0.3}
const clean = (source: string, options: Partial<CleanOptions> = {}) =>
  cleanText(source, {glossary, topic: 'given', only: 'names', thresholds: certain, ...options})
const mend = (source: string, options?: Partial<CleanOptions>): string => clean(source, options).report.output

interface Trap {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly format?: CleanOptions['format']
}

const check = ({before, after, format}: Trap): void => {
  expect(mend(before, format && {format})).toBe(after)
  expect(mend(after, format && {format})).toBe(after)
}

describe('offsets', () => {
  test.each<Trap>([
    {
      name: 'a byte order mark stays and shifts nothing',
      before: '\uFEFFBeanbag is ok',
      after: '\uFEFFDoubao is ok'
    },
    {name: 'in plain text too', before: '\uFEFFBeanbag is ok', after: '\uFEFFDoubao is ok', format: 'text'},
    {name: 'a wrapped quote', before: '> the Dark Side of\n> the Moon left', after: '> Moonshot AI left'},
    {
      name: 'entities, escapes and NUL before',
      before: '\\* &amp; \0 &ngE; Beanbag',
      after: '\\* &amp; \0 &ngE; Doubao'
    },
    {
      name: 'the same text in an address before',
      before: '[a](Beanbag) <Beanbag@b.cn> Beanbag',
      after: '[a](Beanbag) <Beanbag@b.cn> Doubao'
    },
    {
      name: 'an escaped pipe',
      before: '| a \\| Beanbag |\n|-|\n| PIPE |',
      after: '| a \\| Doubao |\n|-|\n| PIPE |'
    },
    {
      name: 'letters that grow in lower case',
      before: 'İİİ ẞ Beanbag ﬁ Beanbag',
      after: 'İİİ ẞ Doubao ﬁ Doubao'
    },
    {name: 'emoji, joined ones too', before: '👩‍👩‍👧 🇨🇳 Beanbag', after: '👩‍👩‍👧 🇨🇳 Doubao'},
    {
      name: 'longer and shorter words in one line',
      before: 'Beanbag, Moon Dark, Beanbag, Pangu',
      after: 'Doubao, Moonshot AI, Doubao, Huawei Pangu'
    }
  ])('$name', check)

  test('columns in the unit of the format', () => {
    const {report} = clean('😀豆 Beanbag')
    expect(report.findings[0]).toMatchObject({start: 4, column: 5})
    expect(JSON.parse(reportRdjson([report])).diagnostics[0].location.range.start).toEqual({
      line: 1,
      column: 9
    })
  })
})

describe('overlap and repeat', () => {
  test.each<Trap>([
    {name: 'three that cross, all found in one run', before: 'An abcd efgh here', after: 'A Xxx Zzz here'},
    {
      name: 'one contained in another',
      before: 'by Thousand Questions and Tongyi Thousand Questions',
      after: 'by Qwen and Qwen'
    },
    {
      name: 'never Huawei Huawei Pangu',
      before: 'Huawei Pangu, huawei pangu, Pangu',
      after: 'Huawei Pangu, huawei pangu, Huawei Pangu'
    },
    {
      name: 'the vendor in front is no second one',
      before: 'At Huawei, Pangu grew',
      after: 'At Huawei, Huawei Pangu grew'
    },
    {
      name: 'a text that only comes about is not matched',
      before: 'Bean *Bag* gage Moon Moon Dark',
      after: 'Bean *Bag* gage Moon Moonshot AI'
    }
  ])('$name', check)

  test('a thousand entries of two words cost nothing to speak of', () => {
    const many: Glossary = glossaryOf(
      Object.fromEntries(
        Array.from({length: 1000}, (_, index) => [
          `e${index}`,
          {term: `Name${index}`, mistranslations: [`wrong w${index}`, `wrong w${index} long`]}
        ])
      )
    )
    const source = 'Some wrong w999 long words, wrong w12 and more of it.\n\n'.repeat(180)
    const from = performance.now()
    expect(mend(source, {glossary: many})).toContain('Some Name999 words, Name12 and')
    expect(performance.now() - from).toBeLessThan(3000)
  })
})

describe('words', () => {
  test.each<Trap>([
    {
      name: 'a and an by sound',
      before: 'a Hungry Now rider met an Ideal Motors driver, a Ideal Motors fan',
      after: 'an Ele.me rider met a Li Auto driver, a Li Auto fan'
    },
    {name: 'beanbag chairs', before: 'a beanbag chair and beanbags', after: 'a beanbag chair and beanbags'},
    {
      name: 'iFLYTEK at a sentence start',
      before: 'Science Great Flight grew. Science Great Flight fell.',
      after: 'iFLYTEK grew. iFLYTEK fell.'
    },
    {
      name: 'headlines in capitals',
      before: 'BEAN BAGGAGE AND SCIENCE GREAT FLIGHT GROW',
      after: 'DOUBAO AND iFLYTEK GROW'
    },
    {
      name: 'a gloss is not said twice',
      before: 'Doubao (Beanbag) and Beanbag (Doubao) and Beanbag (豆包)',
      after: 'Doubao and Doubao and Doubao (豆包)'
    },
    {name: 'between underscores', before: '_Beanbag_ __Beanbag__', after: '_Doubao_ __Doubao__'},
    {
      name: 'beside Chinese and Japanese',
      before: '用Beanbag写、カBeanbagナ',
      after: '用Doubao写、カDoubaoナ'
    },
    {
      name: 'possessives, marks and hyphens',
      before: "Beanbag's, Beanbag’s/Beanbag-based Beanbag, Beanbag.",
      after: "Doubao's, Doubao’s/Doubao-based Doubao, Doubao."
    },
    {
      name: 'foolish crowbars',
      before: 'foolish crowbars of foo, bar',
      after: 'foolish crowbars of Fooo, Fooo'
    },
    {name: 'a dot is a dot', before: 'nodexjs and nodeXjs', after: 'nodexjs and nodeXjs'},
    {
      name: 'one entry in any capitals makes no other so',
      before: 'DARK SIDE OF THE MOON beanbag',
      after: 'MOONSHOT AI beanbag'
    },
    {name: 'dollars in a right name', before: 'by Dollar Pay now', after: 'by $& Pay $1 now'}
  ])('$name', check)
})

describe('Markdown', () => {
  test.each<Trap>([
    {
      name: 'autolinks and bare URLs',
      before: 'https://e.com/Beanbag <https://e.com/Beanbag> www.Beanbag.com Beanbag@e.com',
      after: 'https://e.com/Beanbag <https://e.com/Beanbag> www.Beanbag.com Beanbag@e.com'
    },
    {
      name: 'a shortcut reference keeps its definition',
      before: '[Beanbag] x\n\n[Beanbag]: /u',
      after: '[Doubao][Beanbag] x\n\n[Beanbag]: /u'
    },
    {
      name: 'a renamed heading',
      before: '# Beanbag grows\n\n[x](#beanbag-grows)',
      after: '# Doubao grows\n\n[x](#doubao-grows)'
    },
    {
      name: 'code in a list, indented code and comments',
      before: '- a\n\n  ```\n  Beanbag\n  ```\n\n      Beanbag\n\n<!-- Beanbag -->',
      after: '- a\n\n  ```\n  Beanbag\n  ```\n\n      Beanbag\n\n<!-- Beanbag -->'
    },
    {
      name: 'front matter: the title, not the slug',
      before: '---\ntitle: On Beanbag\nslug: Beanbag\n---\n',
      after: '---\ntitle: On Doubao\nslug: Beanbag\n---\n'
    },
    {
      name: 'all that remark-stringify writes anew',
      before:
        '\uFEFFSetext\r\n===\r\n\r\n_a_ Beanbag  \r\nb &amp; c\r\n\r\n    code\r\n\r\n|a|b|\r\n|-|-|\r\n|c|Beanbag|',
      after:
        '\uFEFFSetext\r\n===\r\n\r\n_a_ Doubao  \r\nb &amp; c\r\n\r\n    code\r\n\r\n|a|b|\r\n|-|-|\r\n|c|Doubao|'
    },
    {
      name: 'a comment in a CRLF file switches off what it says, and no more',
      before:
        'Beanbag\r\n\r\n<!-- nameright-disable -->\r\n\r\nBeanbag\r\n\r\n<!-- nameright-enable -->\r\n\r\nBeanbag\r\n',
      after:
        'Doubao\r\n\r\n<!-- nameright-disable -->\r\n\r\nBeanbag\r\n\r\n<!-- nameright-enable -->\r\n\r\nDoubao\r\n'
    },
    {
      name: 'a comment without blank lines around',
      before: '<!-- nameright-disable -->\nBeanbag\n<!-- nameright-enable -->\nBeanbag',
      after: '<!-- nameright-disable -->\nBeanbag\n<!-- nameright-enable -->\nDoubao'
    },
    {name: 'a name with a dot makes no link', before: 'at Eastern Capital.', after: 'at JD.com.'}
  ])('$name', check)

  test('a renamed heading’s patch changes both places', () => {
    const {report} = clean('# Beanbag grows\n\n[x](#beanbag-grows)\n', {path: 'a.md'})
    expect(createPatch([report])).toContain('+[x](#doubao-grows)')
  })
})

describe('commands', () => {
  test('check, diff and explain write nothing; fix leaves no other file beside them', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nameright-traps-'))
    const source = 'At Yuezhi Anmian it rained.\n'
    await writeFile(path.join(folder, 'a.md'), source)
    await writeFile(
      path.join(folder, 'names.yaml'),
      'languages: {source: zh, target: en}\nentries:\n  - {id: moonshot, term: Moonshot AI, mistranslations: [Yuezhi Anmian]}\n'
    )
    const read = () => readFile(path.join(folder, 'a.md'), 'utf8')
    for (const command of ['check', 'diff']) {
      const {code} = await run([command, '--glossary', 'names.yaml', 'a.md'], {cwd: folder})
      expect(code).toBe(1)
    }
    await run(['explain', '--glossary', 'names.yaml', 'a.md:1'], {cwd: folder})
    expect(await read()).toBe(source)
    const {code} = await run(['fix', '--glossary', 'names.yaml', 'a.md'], {cwd: folder})
    expect(code).toBe(0)
    expect(await read()).toBe('At Moonshot AI it rained.\n')
    // What undo needs lies in a folder of its own.
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['a.md', 'names.yaml'])
    await rm(folder, {recursive: true})
  })

  test('an answer for one occurrence is not an answer for all', () => {
    const decisions = [
      {
        rule: 'doubao',
        text: 'Beanbag',
        before: 'One',
        after: 'here.',
        verdict: 'reject',
        scope: 'here',
        file: '-'
      }
    ] as const
    expect(mend('One Beanbag here.\n\nTwo Beanbag there.', {decisions})).toBe(
      'One Beanbag here.\n\nTwo Doubao there.'
    )
  })
})
