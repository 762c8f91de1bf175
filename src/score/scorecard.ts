// The scorecard in words: shares with their intervals, by part, pack, kind and evidence; misses with their context.
import type {Entry, Glossary} from '../model.js'
import type {Compared, Comparison} from './compare.js'
import {type Share, type Tally, tally} from './tally.js'

/** What one folder of labelled articles gave. */
export interface Part extends Comparison {
  readonly name: string
  /** The articles by file name. */
  readonly sources: ReadonlyMap<string, string>
}

const columns = [
  'precision',
  'recall',
  'found',
  'touched',
  'asked'
] as const satisfies readonly (keyof Tally)[]

/** Print the scorecard: one table by part, and one each by pack, kind and evidence. */
export function formatScorecard(parts: readonly Part[], glossary: Glossary): string {
  const all = parts.flatMap(({compared}) => compared)
  const byPart = [...parts.map(({name, compared}) => [name, compared] as const), ['all', all] as const]
  const outside = parts.reduce((sum, part) => sum + part.outside.length, 0)
  return [
    formatTable('part', byPart),
    formatTable(
      'pack',
      group(all, (item) => [entryOf(item, glossary)?.domain ?? 'no entry'])
    ),
    formatTable(
      'kind',
      group(all, (item) => [entryOf(item, glossary)?.kind ?? 'no entry'])
    ),
    formatTable('evidence', group(all.filter(isChanged), evidenceOf)),
    `Changed unasked outside every label: ${outside}`
  ].join('\n\n')
}

/** Print what went wrong, each with the words around it. */
export function formatMisses(parts: readonly Part[]): string {
  return parts
    .flatMap(({name, compared, sources}) =>
      compared
        .filter(({outcome}) => outcome !== 'right' && outcome !== 'kept')
        .map((item) => formatMiss(item, name, sources.get(item.label.file) ?? ''))
    )
    .join('\n')
}

function formatMiss({label, outcome, findings}: Compared, part: string, source: string): string {
  const {file, surface, start, end, accepted, why} = label
  const around = `…${source.slice(Math.max(0, start - 50), start)}[${surface}]${source.slice(end, end + 50)}…`
  const expected = label.level === 'keep' ? 'must stay' : accepted.join(' | ')
  const offers = findings.map(
    ({reported}) =>
      `${reported.status} ${reported.confidence}: ${reported.replacement} (${reported.reasons.join('; ')})`
  )
  return [
    `${outcome}  ${part}/${file}  ${expected}  (${why})`,
    around.replaceAll(/\s+/gu, ' '),
    ...offers
  ].join('\n    ')
}

/** The entry that a label is about: that of a finding there, else the one whose name is accepted. */
function entryOf({label, findings}: Compared, glossary: Glossary): Entry | undefined {
  const found = findings.find(({finding}) => finding.entry !== undefined)?.finding.entry
  return (
    found ??
    [...glossary.entries].find(({term, variants}) =>
      [term, ...variants].some((name) => label.accepted.includes(name))
    )
  )
}

function isChanged({outcome}: Compared): boolean {
  return outcome === 'right' || outcome === 'wrong' || outcome === 'touched'
}

function evidenceOf({findings}: Compared): string[] {
  return [
    ...new Set(
      findings.flatMap(({finding}) =>
        finding.reasons.filter(({weight}) => weight !== 0).map(({kind}) => kind)
      )
    )
  ]
}

function group(
  items: readonly Compared[],
  keysOf: (item: Compared) => readonly string[]
): [string, Compared[]][] {
  const groups = new Map<string, Compared[]>()
  for (const item of items)
    for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item])
  return [...groups].sort((a, b) => b[1].length - a[1].length)
}

function formatTable(title: string, rows: readonly (readonly [string, readonly Compared[]])[]): string {
  const lines = rows.map(([name, compared]) => {
    const scores = tally(compared)
    return [name, ...columns.map((column) => formatShare(scores[column]))]
  })
  return formatColumns([[title, ...columns], ...lines])
}

function formatShare({hits, of, low, high}: Share): string {
  if (of === 0) return '–'
  return `${(hits / of).toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)}) ${hits}/${of}`
}

/** Line cells up in columns, two blanks between them. */
export function formatColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}
