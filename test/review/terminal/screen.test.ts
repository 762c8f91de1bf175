import fc from 'fast-check'
import {expect, test} from 'vitest'
import {colourStyle, plainStyle} from '../../../src/report/style.js'
import {textWidth} from '../../../src/report/width.js'
import {drawScreen} from '../../../src/review/terminal/screen.js'
import {pressKey, startTerminal, type TerminalState} from '../../../src/review/terminal/state.js'
import {wrapSpans} from '../../../src/review/terminal/wrap.js'
import {reviewOf} from '../make.js'

const texts = {
  'posts/a.md': '# News\n\nThe app “Beanbag” 在中国 grew, and people of all sorts talked about it.\n',
  'posts/b.md': 'Then Beanbag fell.\n'
}
const press = (state: TerminalState, keys: string) =>
  [...keys].reduce((now, character) => pressKey(now, {character}), state)
const draw = (keys: string, columns = 80, rows = 24) =>
  drawScreen(press(startTerminal(reviewOf(texts)), keys), {columns, rows, style: plainStyle})

test('one screen a question', () => {
  expect(draw('').lines).toEqual([
    '1 of 2, file 1 of 2  posts/a.md:3:10',
    '',
    '  The app “[-Beanbag-]{+Doubao+}” 在中国 grew, and people of all sorts talked',
    '  about it.',
    '',
    '  1›Doubao',
    '  2 Doubao App',
    '',
    expect.stringMatching(/^ {2}Doubao \(doubao\), confidence \d+ %$/),
    ...Array.from({length: draw('').lines.length - 12}, () => expect.stringMatching(/^ {2}[+−]\d\.\d /)),
    '',
    'y yes  n no  a all in this file  d all everywhere (2)  e edit  s skip  u undo',
    'q quit  ? help'
  ])
})

test('a decided one says so, with the text that was chosen', () => {
  const {lines} = draw('2dk')
  expect(lines[0]).toContain('accepted everywhere')
  expect(lines[2]).toContain('{+Doubao App+}')
  expect(lines).toContain('  2›Doubao App')
})

test('the end counts', () => {
  expect(draw('ns').lines[0]).toBe('All has been asked: 0 accepted, 1 left as they are, 1 skipped.')
  expect(draw('yn').lines[0]).toContain('Nothing is left to decide')
})

test('the line that is edited has the cursor', () => {
  const {lines, cursor} = draw('e!')
  expect(lines[cursor!.row]).toBe('> Doubao!')
  expect(cursor?.column).toBe('> Doubao!'.length)
})

test('on a narrow screen the change and the keys stay in sight', () => {
  const {lines} = draw('', 30, 12)
  expect(lines.join('\n')).toContain('[-Beanbag-]{+Doubao+}')
  expect(lines.at(-1)).toBe('y n a d e s u q ?')
})

test('what an article holds cannot drive the terminal', () => {
  const hostile = {'a\u001b[2J.md': 'The \u001b[31mapp\u0007 Beanbag\u202e grew.\n'}
  const {lines} = drawScreen(startTerminal(reviewOf(hostile)), {columns: 80, rows: 24, style: plainStyle})
  expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u)
})

test('colours change no width', () => {
  const spans = [{text: 'The '}, {text: 'bean bag', paint: 'red' as const}, {text: ' 豆包豆包 grew'}]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is to be taken away.
  const bare = (line: string) => line.replace(/\u001b\[\d+m/gu, '')
  expect(wrapSpans(spans, 10, colourStyle).map(bare)).toEqual(wrapSpans(spans, 10, plainStyle))
})

test('law: no line is wider than the screen, and there are no more than fit in', () => {
  const keys = fc.stringMatching(/^[yna2esu?jk!]{0,6}$/)
  fc.assert(
    fc.property(
      keys,
      fc.integer({min: 8, max: 100}),
      fc.integer({min: 3, max: 40}),
      (pressed, columns, rows) => {
        const {lines, cursor} = draw(pressed, columns, rows)
        expect(lines.length).toBeLessThanOrEqual(rows)
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns)
        if (cursor) expect(cursor.column).toBeLessThanOrEqual(columns)
      }
    )
  )
})

test('law: wrapping loses nothing but white space', () => {
  const words = fc.array(fc.constantFrom('a', 'bean', ' ', '豆', '-', '😀', 'verylongword'), {maxLength: 20})
  fc.assert(
    fc.property(words, fc.integer({min: 2, max: 20}), (parts, width) => {
      const text = parts.join('')
      const lines = wrapSpans([{text}], width, plainStyle)
      expect(lines.join('').replace(/ /gu, '')).toBe(text.replace(/ /gu, ''))
    })
  )
})
