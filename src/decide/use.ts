// What decisions are good for in texts as they are now: used, written already, or stale. Settling findings: apply.ts.
import type {Decision, Document, Finding} from '../model.js'
import {levelText} from '../text/fold.js'
import {decisionKey, scopes} from './find.js'
import {fingerprintFindings} from './fingerprint.js'

/**
 * What a decision does. `used`: it settles findings. `written`: what it asks for stands in the text already.
 * `standing`: it holds everywhere, for texts to come. `unseen`: its file was not looked at.
 * `stale`: nothing fits it any more.
 */
export type UseState = 'used' | 'written' | 'standing' | 'unseen' | 'stale'

/** A decision with what it does. */
export interface Use {
  readonly decision: Decision
  readonly state: UseState
  /** Findings that it reaches, outranked or not. */
  readonly places: number
  /** Why it is stale. */
  readonly why?: string
}

/** A text as it was found, without decisions. */
export interface SeenText {
  /** As decisions name it. */
  readonly name: string
  readonly document: Document
  /** By block, then place. */
  readonly findings: readonly Finding[]
  /** The prose of all blocks, where the document holds only those that matter; asked for where it is needed. */
  readonly readProse: () => readonly string[]
}

/** What is known besides texts. */
export interface UseOptions {
  /** Whether there is a rule of this id. */
  readonly isRule: (id: string) => boolean
  /** Whether a file that was not looked at is there all the same. */
  readonly isThere: (name: string) => boolean
  /** Whether all texts were looked at, so that what was not found is nowhere. */
  readonly isComplete: boolean
}

/** Looks at texts one by one, and keeps only what decisions need of them. */
export interface UseTally {
  see(text: SeenText): void
  /** In the order of the decisions. */
  tell(options: UseOptions): Use[]
}

/** Begin to look for what decisions are good for. */
export function createUseTally(decisions: readonly Decision[]): UseTally {
  const places = new Map<string, number>()
  const written = new Set<Decision>()
  const seen = new Set<string>()
  const wanted = decisions.filter(({verdict}) => verdict === 'accept')
  return {
    see({name, document, findings, readProse}) {
      seen.add(name)
      for (const fingerprint of fingerprintFindings(findings, document)) {
        for (const scope of scopes) {
          const keys = [
            decisionKey({...fingerprint, scope, file: name}),
            decisionKey({...fingerprint, scope})
          ]
          for (const key of new Set(keys)) places.set(key, (places.get(key) ?? 0) + 1)
        }
      }
      const own = wanted.filter((decision) => isAbout(decision, name))
      if (own.length === 0) return
      const prose = readProse().map(squeeze).join('\n')
      for (const decision of own) if (isWritten(decision, prose)) written.add(decision)
    },
    tell: (options) =>
      decisions.map((decision) => {
        const count = places.get(decisionKey(decision)) ?? 0
        return {decision, places: count, ...judge(decision, count, {...options, seen, written})}
      })
  }
}

function isAbout({scope, file}: Decision, name: string): boolean {
  return scope !== 'everywhere' && (file === undefined || file === name)
}

interface Known extends UseOptions {
  readonly seen: ReadonlySet<string>
  readonly written: ReadonlySet<Decision>
}

function judge(
  decision: Decision,
  count: number,
  {isRule, isThere, isComplete, seen, written}: Known
): Pick<Use, 'state' | 'why'> {
  const {rule, scope, file} = decision
  if (count > 0) return {state: 'used'}
  if (!isRule(rule)) return {state: 'stale', why: `there is no entry \`${rule}\` any more`}
  if (scope === 'everywhere') return {state: 'standing'}
  if (written.has(decision)) return {state: 'written'}
  if (file === undefined && isComplete) return {state: 'stale', why: 'the sentence is nowhere any more'}
  if (file !== undefined && seen.has(file)) return {state: 'stale', why: whyNot[scope]}
  if (file === undefined || !isComplete || isThere(file)) return {state: 'unseen'}
  return {state: 'stale', why: 'the file is gone'}
}

const whyNot = {
  here: 'the sentence is not there any more',
  file: 'these words are not in the file any more',
  entry: 'nothing of this entry is in the file any more'
} as const

/** Whether the sentence stands as it was asked for; white space apart, and an article that went into the new text. */
function isWritten({scope, before, after, replacement = ''}: Decision, prose: string): boolean {
  if (scope !== 'here') return replacement !== '' && prose.includes(squeeze(replacement))
  const left = levelText(before)
  const beginnings = [left, left.replace(/(?:^| )(?:an?|the)$/iu, '')]
  return beginnings.some((start) => prose.includes(squeeze(`${start} ${replacement} ${after}`)))
}

function squeeze(text: string): string {
  return levelText(text).replace(/ /gu, '')
}
