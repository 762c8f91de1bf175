// Decisions for people in a terminal: one a line, with what each is good for.
import type {Decision} from '../model.js'
import {showSafely} from '../text/show.js'
import {type Paint, plainStyle, type Style} from './style.js'
import {padText, textWidth} from './width.js'

/** A decision with what it is good for. */
export interface ListedDecision {
  readonly decision: Decision
  readonly state: 'used' | 'written' | 'standing' | 'unseen' | 'stale'
  readonly places: number
  readonly why?: string
}

/** How decisions are listed. */
export interface DecisionsListOptions {
  /** Of their file, as it is shown. */
  readonly path: string
  /** Default: no colours. */
  readonly style?: Style
}

const statePaint: Readonly<Record<ListedDecision['state'], Paint>> = {
  used: 'green',
  written: 'dim',
  standing: 'cyan',
  unseen: 'dim',
  stale: 'yellow'
}

/** List decisions, aligned, and count them by what they are good for. */
export function formatUses(
  uses: readonly ListedDecision[],
  {path, style = plainStyle}: DecisionsListOptions
): string {
  const rows = uses.map(({decision, state, places, why}) => ({
    state,
    change: showSafely(tellChange(decision)),
    reach: showSafely(tellReach(decision)),
    more: [places > 1 ? `${places} places` : '', why ?? '', tellWho(decision)]
      .filter(Boolean)
      .map(showSafely)
      .join('; ')
  }))
  const width = (texts: readonly string[]) => Math.min(60, Math.max(0, ...texts.map(textWidth)))
  const changes = width(rows.map(({change}) => change))
  const reaches = width(rows.map(({reach}) => reach))
  const lines = rows.map(({state, change, reach, more}) => {
    const cells = [
      style.paint(statePaint[state], padText(state, 'standing'.length)),
      padText(change, changes),
      style.paint('cyan', padText(reach, reaches)),
      style.paint('dim', more)
    ]
    return `${cells.join('  ').trimEnd()}\n`
  })
  return `${lines.join('')}${style.paint('bold', countUses(uses, path))}\n`
}

function countUses(uses: readonly ListedDecision[], path: string): string {
  if (uses.length === 0) return `No decisions in ${path}`
  const states = (Object.keys(statePaint) as ListedDecision['state'][]).flatMap((state) => {
    const count = uses.filter((use) => use.state === state).length
    return count === 0 ? [] : [`${count} ${state}`]
  })
  return `${uses.length} ${uses.length === 1 ? 'decision' : 'decisions'} in ${path}: ${states.join(', ')}`
}

/** `doubao: "Beanbag" → "Doubao"`, or what is left as it is. */
function tellChange({rule, text, verdict, replacement, scope}: Decision): string {
  if (scope === 'entry') return `${rule}: ${verdict === 'reject' ? 'left as it is' : 'accepted'}`
  if (verdict === 'reject') return `${rule}: "${text}" stays`
  return `${rule}: "${text}" → ${replacement === undefined ? 'as offered' : `"${replacement}"`}`
}

function tellReach({scope, file = 'any file', before, after}: Decision): string {
  if (scope === 'everywhere') return 'everywhere'
  if (scope !== 'here') return `all of ${file}`
  const [left, right] = [before.split(' ').slice(-3).join(' '), after.split(' ').slice(0, 3).join(' ')]
  return `${file}: ${left} […] ${right}`.trimEnd()
}

function tellWho({by, at, note}: Decision): string {
  return [by, at?.slice(0, 10), note].filter(Boolean).join(', ')
}
