import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../src/document/parse.js'
import type {Format} from '../../src/model.js'

/** What each disabled part holds, trimmed, behind its rules. */
function showDisabled(source: string, format: Format = 'markdown'): string[] {
  return parseDocument(source, {format}).disabled.map(
    ({range, rules}) => `${rules.join(',')}|${source.slice(range.start, range.end).trim()}`
  )
}

const off = '<!-- nameright-disable -->'
const on = '<!-- nameright-enable -->'
const next = '<!-- nameright-disable-next -->'

describe('disable and enable', () => {
  test.each([
    {name: 'from comment to comment', source: `A\n\n${off}\n\nB\n\n${on}\n\nC`, disabled: ['|B']},
    {name: 'without blank lines around', source: `A\n${off}\nB\n${on}\nC`, disabled: ['|B']},
    {name: 'to the end', source: `A\n\n${off}\n\nB\n\nC`, disabled: ['|B\n\nC']},
    {name: 'inside a paragraph', source: `A ${off} B ${on} C`, disabled: ['|B']},
    {name: 'inside a list item', source: `- A ${off}\n- B\n\n${on}`, disabled: ['|- B']},
    {name: 'inside a heading and a cell', source: `# A ${off}\n\n| B ${on} |\n|--|`, disabled: ['|| B']},
    {name: 'inside HTML', source: `<div>\n${off}\n</div>\n\nA`, disabled: ['|</div>\n\nA']},
    {
      name: 'by rule id',
      source: 'x <!-- nameright-disable doubao, byte --> A <!-- nameright-enable --> B',
      disabled: ['doubao,byte|A']
    },
    {
      name: 'one rule on again',
      source: 'x <!-- nameright-disable a, b --> A <!-- nameright-enable b --> B',
      disabled: ['b|A', 'a|A <!-- nameright-enable b --> B']
    },
    {
      name: 'with a reason',
      source: 'x <!-- nameright-disable doubao -- real bean bags --> A',
      disabled: ['doubao|A']
    },
    {
      name: 'over several lines in a quote',
      source: '> x <!-- nameright-disable\n> doubao --> A',
      disabled: ['doubao|A']
    },
    {name: 'twice is once', source: `x ${off} A ${off} B ${on} C`, disabled: [`|A ${off} B`]},
    {name: 'not in code', source: `\`${off}\` A\n\n\`\`\`\n${off}\n\`\`\``, disabled: []},
    {
      name: 'other comments are nobody’s business',
      source: '<!-- prettier-ignore --> <!-- name Ricky: right? -->',
      disabled: []
    }
  ])('$name', ({source, disabled}) => {
    expect(parseDocument(source, {format: 'markdown'}).problems).toEqual([])
    expect(showDisabled(source).sort()).toEqual([...disabled].sort())
  })

  test('a file with CRLF and a byte order mark is switched off where it says, and nowhere else', () => {
    const source = `\uFEFFA\r\n\r\n${off}\r\n\r\nB\r\n\r\n${on}\r\n\r\nC`
    const {disabled, blocks} = parseDocument(source, {format: 'markdown'})
    expect(disabled.map(({range}) => source.slice(range.start, range.end).trim())).toEqual(['B'])
    expect(disabled.map(({comment}) => source.slice(comment.start, comment.end))).toEqual([off])
    expect(blocks.map(({text}) => text)).toEqual(['A', 'B', 'C'])
  })
})

describe('disable-next', () => {
  test.each([
    {name: 'a paragraph', source: `${next}\n\nA\nb\n\nC`, disabled: ['|A\nb']},
    {name: 'a heading right below', source: `${next}\n# A\n\nB`, disabled: ['|# A']},
    {name: 'an underlined heading', source: `${next}\nA\n=\n\nB`, disabled: ['|A\n=']},
    {name: 'a whole list', source: `${next}\n\n- A\n- B\n\nC`, disabled: ['|- A\n- B']},
    {
      name: 'a whole table',
      source: `${next}\n\n| A |\n|---|\n| B |\n\nC`,
      disabled: ['|| A |\n|---|\n| B |']
    },
    {name: 'a whole quote', source: `${next}\n\n> A\n>\n> B\n\nC`, disabled: ['|> A\n>\n> B']},
    {name: 'what stands in the same item', source: `- ${next}\n\n  A\n\n  B`, disabled: ['|A']},
    {
      name: 'the block behind a paragraph that it stands in',
      source: `A ${next} B\n\nC\n\nD`,
      disabled: ['|C']
    },
    {name: 'prose behind code', source: `${next}\n\n\`\`\`\nA\n\`\`\`\n\nB\n\nC`, disabled: ['|B']},
    {name: 'by rule id', source: '<!-- nameright-disable-next doubao -->\n\nA', disabled: ['doubao|A']},
    {
      name: 'two of them',
      source: '<!-- nameright-disable-next a -->\n<!-- nameright-disable-next b -->\nA',
      disabled: ['a|A', 'b|A']
    }
  ])('$name', ({source, disabled}) => {
    expect(showDisabled(source)).toEqual(disabled)
    expect(parseDocument(source, {format: 'markdown'}).problems).toEqual([])
  })
})

test.each([
  {
    name: 'MDX',
    format: 'mdx',
    source: 'A\n\n{/* nameright-disable */}\n\nB {/* nameright-enable */} C',
    disabled: ['|B']
  },
  {
    name: 'plain text',
    format: 'text',
    source: `A\n${off}\nB\n${on}\nC\n ${next}\n\nD\nE`,
    disabled: ['|B', '|D']
  },
  {name: 'plain text only on a line of its own', format: 'text', source: `A ${off} B`, disabled: []}
] as const)('$name', ({format, source, disabled}) => {
  expect(showDisabled(source, format)).toEqual(disabled)
  expect(parseDocument(source, {format}).problems).toEqual([])
})

test('a comment line of plain text is no prose', () => {
  expect(parseDocument(`${off}\nA`, {format: 'text'}).blocks.map(({text}) => text)).toEqual(['A'])
})

describe('problems', () => {
  test.each([
    {comment: '<!-- nameright-dissable -->', message: /Unknown instruction `nameright-dissable`, expected/},
    {comment: '<!-- nameright-disable-line -->', message: /Unknown instruction/},
    {comment: '<!-- nameright: disable -->', message: /Unknown instruction/},
    {comment: '<!-- namerigth-disable -->', message: /Unknown instruction/},
    {comment: '<!-- name-right-disable -->', message: /Unknown instruction/},
    {comment: '<!-- NAMERIGHT-DISABLE -->', message: /Unknown instruction/},
    {comment: '<!-- name right disable -->', message: /Unknown instruction/},
    {comment: '<!-- nameright disable -->', message: /Unknown instruction/},
    {comment: '<!-- nameright -->', message: /Unknown instruction/},
    {comment: '<!-- nameright-enable -->', message: /Nothing is switched off here/},
    {comment: '<!-- nameright-enable doubao -->', message: /`doubao` is not switched off by its id/},
    {
      comment: '<!-- nameright-disable real bean bags -->',
      message: /`real bean bags` is no rule id; separate/
    },
    {comment: '<!-- nameright-disable doubao,, byte -->', message: /`` is no rule id/},
    {comment: '<!-- nameright-disable-next -->', message: /Nothing follows/}
  ])('$comment', ({comment, message}) => {
    for (const format of ['markdown', 'text'] as const) {
      const source = `A\n\n${comment}\n`
      const {problems} = parseDocument(source, {format})
      expect(problems.map(({range}) => source.slice(range.start, range.end))).toEqual([comment])
      expect(problems[0]?.message).toMatch(message)
    }
  })

  test('a comment without end', () => {
    const {problems, disabled} = parseDocument('A\n\n<!-- nameright-disable\n\nB', {format: 'markdown'})
    expect(problems.map(({message}) => message)).toEqual(['This comment has no end: `-->` is missing'])
    expect(disabled).toEqual([])
  })

  test('an id for enable while all is off', () => {
    const {problems} = parseDocument(`x ${off} A <!-- nameright-enable doubao -->`, {format: 'markdown'})
    expect(problems).toHaveLength(1)
  })

  test('the right ids of a list count, the wrong ones are told', () => {
    const {problems, disabled} = parseDocument('x <!-- nameright-disable doubao, b c --> A', {
      format: 'markdown'
    })
    expect(disabled[0]?.rules).toEqual(['doubao'])
    expect(problems).toHaveLength(1)
  })
})
