// What a review shows in the terminal: one screen a question. What keys do: state.ts.
import type {Paint, Style} from '../../report/style.js'
import {keepEnd, keepStart, textWidth} from '../../report/width.js'
import {showSafely} from '../../text/show.js'
import type {ReviewItem} from '../item.js'
import {countProgress, type Status} from '../session.js'
import {choicesOf, countLike, currentItem, type TerminalState} from './state.js'
import {type Span, wrapSpans} from './wrap.js'

/** Where the screen is drawn. */
export interface Canvas {
  readonly columns: number
  readonly rows: number
  readonly style: Style
}

/** A screen as lines, and where the cursor stands while a text is edited. */
export interface Screen {
  /** None wider than the canvas, and no more than fit in. */
  readonly lines: readonly string[]
  /** From 0. */
  readonly cursor?: {readonly row: number; readonly column: number}
}

/** Draw a state. */
export function drawScreen(state: TerminalState, canvas: Canvas): Screen {
  if (state.mode === 'help') return {lines: drawHelp(canvas).slice(0, canvas.rows)}
  const item = currentItem(state)
  if (item === undefined) return {lines: drawEnd(state, canvas).slice(0, canvas.rows)}
  return drawQuestion(state, item, canvas)
}

function drawQuestion(state: TerminalState, item: ReviewItem, canvas: Canvas): Screen {
  const head = [...drawHead(state, item, canvas), '']
  const keys = state.mode === 'edit' ? drawEditKeys(canvas) : drawKeys(state, canvas)
  const message = state.message === '' ? [] : wrap([{text: state.message, paint: 'cyan'}], canvas)
  const edit = state.mode === 'edit' ? drawEdit(state, canvas) : undefined
  const foot = ['', ...(edit ? [edit.line, ''] : []), ...message, ...keys]
  const room = canvas.rows - head.length - foot.length
  const body = fitSections(
    [drawPassage(state, item, canvas), drawChoices(state, item, canvas), drawReasons(item, canvas)],
    room
  )
  // On the smallest screens the keys stay and the rest goes.
  const lines = [...head, ...body, ...foot].slice(-Math.max(1, canvas.rows))
  if (edit === undefined) return {lines}
  const row = lines.length - 1 - keys.length - message.length - 1
  return {lines, cursor: {row, column: edit.column}}
}

function drawHead({session, questions, at}: TerminalState, item: ReviewItem, canvas: Canvas): string[] {
  const filesAsked = [...new Set(questions.map(([id]) => session.items[id!]!.file))]
  const {path} = session.files[item.file]!
  const file = filesAsked.indexOf(item.file) + 1
  const counted = `${at + 1} of ${questions.length}, file ${file} of ${filesAsked.length}`
  const place = `${showSafely(path)}:${item.line}:${item.column}`
  const status = tellStatus(session.statuses[item.id]!)
  return wrap(
    [
      {text: counted, paint: 'bold'},
      {text: '  '},
      {text: place, paint: 'cyan'},
      ...(status === '' ? [] : [{text: '  '}, {text: status, paint: 'yellow' as const}])
    ],
    canvas
  )
}

function tellStatus({state, decision}: Status): string {
  if (state === 'open' || decision === undefined) return state === 'skipped' ? 'skipped' : ''
  const scope = {here: '', file: ' in this file', everywhere: ' everywhere', entry: ' with the whole entry'}
  return `${state}${scope[decision.scope]}`
}

/** The paragraph with the change as a word diff. */
function drawPassage(state: TerminalState, item: ReviewItem, canvas: Canvas): string[] {
  const {before, text, after} = item.passage
  const chosen = choicesOf(state, item)[state.choice] ?? item.choices[0]
  const change = drawChange(showSafely(text), showSafely(chosen), canvas.style)
  // The change itself must be in sight: on a small screen fewer words around it are shown.
  const around = Math.max(20, canvas.columns * Math.floor((canvas.rows - 10) / 3))
  return wrap(
    [{text: keepEnd(showSafely(before), around)}, ...change, {text: keepStart(showSafely(after), around)}],
    canvas,
    '  '
  )
}

function drawChange(old: string, now: string, {hasColours}: Style): Span[] {
  if (!hasColours) return [{text: `[-${old}-]{+${now}+}`}]
  return [{text: old, paint: removed}, {text: ' '}, {text: now, paint: added}]
}

// One value each, so that neighbours can be told to have the same colour.
const removed: readonly Paint[] = ['red', 'strikethrough']
const added: readonly Paint[] = ['green', 'bold']

/** One choice is no choice: the passage shows it. */
function drawChoices(state: TerminalState, item: ReviewItem, canvas: Canvas): string[] {
  const choices = choicesOf(state, item)
  if (choices.length === 1) return []
  return choices.flatMap((text, index) =>
    wrap([{text: `${index + 1}${index === state.choice ? '›' : ' '}${showSafely(text)}`}], canvas, '  ')
  )
}

function drawReasons(item: ReviewItem, canvas: Canvas): string[] {
  const {rule} = item.fingerprint
  const name = item.name === rule ? rule : `${item.name} (${rule})`
  const head = `${showSafely(name)}, confidence ${Math.round(item.confidence * 100)} %`
  const reasons = [...item.reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const rows = reasons.flatMap(({weight, text}) =>
    wrap([{text: `${formatWeight(weight)} ${showSafely(text)}`, paint: 'dim'}], canvas, '  ')
  )
  const note =
    item.note === undefined ? [] : wrap([{text: showSafely(item.note), paint: 'dim'}], canvas, '  ')
  return [...wrap([{text: head}], canvas, '  '), ...rows, ...note]
}

function formatWeight(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`
}

function drawKeys(state: TerminalState, canvas: Canvas): string[] {
  const {here, file, all} = countLike(state)
  const count = (number: number) => (number > 1 ? ` (${number})` : '')
  const keys = [
    ['y', `yes${count(here)}`],
    ['n', 'no'],
    ['a', `all in this file${count(file)}`],
    ['d', `all everywhere${count(all)}`],
    ['e', 'edit'],
    ['s', 'skip'],
    ['u', 'undo'],
    ['q', 'quit'],
    ['?', 'help']
  ] as const
  const rows = drawKeyList(keys, canvas)
  if (rows.length <= Math.max(2, canvas.rows / 5)) return rows
  return wrap([{text: keys.map(([key]) => key).join(' '), paint: 'bold'}], canvas)
}

function drawEditKeys(canvas: Canvas): string[] {
  return drawKeyList(
    [
      ['Enter', 'take this text'],
      ['Esc', 'leave it']
    ],
    canvas
  )
}

/** A key and what it does are never parted by a line's end where both fit into one. */
function drawKeyList(keys: readonly (readonly [string, string])[], canvas: Canvas): string[] {
  const {style, columns} = canvas
  const rows: string[] = []
  let used = 0
  for (const [key, does] of keys) {
    const width = textWidth(`${key} ${does}`)
    const painted = `${style.paint('bold', key)} ${does}`
    if (used > 0 && used + 2 + width <= columns) {
      rows[rows.length - 1] += `  ${painted}`
      used += 2 + width
    } else {
      rows.push(width <= columns ? painted : style.paint('bold', key.slice(0, columns)))
      used = width
    }
  }
  return rows
}

/** The line that is edited, scrolled so that the cursor is in sight. */
function drawEdit(
  {line}: TerminalState,
  {columns}: Canvas
): {readonly line: string; readonly column: number} {
  const prompt = '> '
  const room = Math.max(1, columns - prompt.length - 1)
  let before = line.text.slice(0, line.cursor)
  while (textWidth(before) > room) before = before.slice((/^./su.exec(before)?.[0] ?? ' ').length)
  let after = ''
  for (const character of line.text.slice(line.cursor)) {
    if (textWidth(before + after + character) > room) break
    after += character
  }
  return {line: prompt + before + after, column: prompt.length + textWidth(before)}
}

/** Cut sections to the rows that there are: reasons go first, then choices, and the passage last. */
function fitSections(sections: readonly (readonly string[])[], rows: number): string[] {
  const sizes = sections.map(({length}) => length)
  const total = () => sizes.reduce((sum, size) => sum + size + (size > 0 ? 1 : 0), -1)
  for (const [section, least] of [
    [2, 1],
    [1, 1],
    [2, 0],
    [1, 0],
    [0, 1]
  ] as const) {
    while (total() > rows && sizes[section]! > least) sizes[section]! -= 1
  }
  return sections
    .map((section, at) => section.slice(0, sizes[at]))
    .filter((section) => section.length > 0)
    .flatMap((section, at) => (at === 0 ? section : ['', ...section]))
}

const helpRows = [
  ['y', 'yes: put the marked text here, and wherever this very sentence stands'],
  ['n', 'no: leave it here as it is'],
  ['a', 'yes to all like this in this file'],
  ['d', 'yes to all like this everywhere, in texts to come too'],
  ['A', 'no to all like this in this file'],
  ['D', 'no to all like this everywhere'],
  ['x', 'no to the whole entry in this file: it is about something else'],
  ['1-9', 'mark another of the choices for y, a and d'],
  ['e', 'write another text'],
  ['s', 'skip: ask again in the next review'],
  ['u', 'undo the last answer'],
  ['j k', 'next, previous; decided ones can be decided anew'],
  ['q', 'quit; what was decided is saved, and the next review goes on here'],
  ['?', 'this help']
] as const

function drawHelp(canvas: Canvas): string[] {
  const rows = helpRows.flatMap(([key, does]) =>
    wrap([{text: key, paint: 'bold'}, {text: `  ${does}`}], canvas)
  )
  return [...rows, '', ...wrap([{text: 'Any key goes back.'}], canvas)]
}

function drawEnd(state: TerminalState, canvas: Canvas): string[] {
  const {accepted, rejected, skipped} = countProgress(state.session)
  const left = skipped === 0 ? 'Nothing is left to decide' : 'All has been asked'
  const counted = `${left}: ${accepted} accepted, ${rejected} left as they are, ${skipped} skipped.`
  const message = state.message === '' ? [] : wrap([{text: state.message, paint: 'cyan'}], canvas)
  const keys: [string, string][] = [
    ['k', 'back'],
    ['u', 'undo'],
    ['q', 'quit']
  ]
  return [...wrap([{text: counted, paint: 'bold'}], canvas), '', ...message, ...drawKeyList(keys, canvas)]
}

function wrap(spans: readonly Span[], {columns, style}: Canvas, indent = ''): string[] {
  const room = columns - indent.length
  // Where there is hardly any room, blanks are the first thing to go.
  if (room < 20) return wrapSpans(spans, Math.max(1, columns), style)
  return wrapSpans(spans, room, style).map((line) => indent + line)
}
