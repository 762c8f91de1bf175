// Damage that translation software leaves behind becomes findings. The rules are data in rules/.
import {type Block, type Document, type Finding, unitKind} from '../model.js'
import {findRepeats, repeatsRule} from './repeats.js'
import type {DamageRule} from './rule.js'
import {damageRules} from './rules.js'
import {mayBeDamaged} from './sieve.js'

/** Ids of all rules, sorted: what comments and configurations may name. */
export const damageRuleIds: readonly string[] = [...damageRules.map(({id}) => id), repeatsRule].sort()

/**
 * Find damage in a document's prose.
 *
 * Only for texts that show signs of translation: in others the same shapes are mostly meant.
 *
 * @param off - Ids of rules that are not looked at.
 * @returns In source order, none overlapping: where two rules meet, the one that begins first wins.
 */
export function repairDamage(document: Document, off: ReadonlySet<string> = new Set()): Finding[] {
  const rules = damageRules.filter(({id}) => !off.has(id))
  const findings = document.blocks.flatMap((block, index) =>
    isTargetLanguage(block) && mayBeDamaged({raw: block.text, kind: 'as-is', texts: [block.text]})
      ? dropOverlaps(rules.flatMap((rule) => applyRule(rule, block, index)))
      : []
  )
  const touched = new Set(findings.map(({block}) => block))
  // A repeat may span its whole paragraph: what can be repaired in there goes first.
  const repeats = off.has(repeatsRule) ? [] : findRepeats(document).filter(({block}) => !touched.has(block))
  return [...findings, ...repeats].sort((a, b) => a.block - b.block || a.span.start - b.span.start)
}

/** In a paragraph of the source language its marks are right. */
function isTargetLanguage({text}: Block): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han === 0 || (text.match(/\p{Script=Latin}/gu)?.length ?? 0) > 4 * han
}

function applyRule(rule: DamageRule, block: Block, index: number): Finding[] {
  if (rule.blocks !== undefined && !rule.blocks.includes(block.kind)) return []
  if (!hasHint(rule, block.text)) return []
  const findings: Finding[] = []
  for (const found of block.text.matchAll(rule.pattern)) {
    const finding = toFinding(rule, block, index, found)
    if (finding !== undefined) findings.push(finding)
  }
  return findings
}

function hasHint({hint}: DamageRule, text: string): boolean {
  if (hint === undefined) return true
  return typeof hint === 'string' ? text.includes(hint) : hint.test(text)
}

function toFinding(
  rule: DamageRule,
  block: Block,
  index: number,
  found: RegExpExecArray
): Finding | undefined {
  const replacement = typeof rule.replace === 'string' ? rule.replace : rule.replace(found)
  const placed = place(block.text, found.index, found[0], replacement)
  const {start, end, text} = placed
  // What stands beside counts too: a full stop in code is no full stop.
  if (block.kinds.subarray(Math.max(0, start - 1), end + 1).some((kind) => kind !== unitKind.prose))
    return undefined
  return {
    rule: rule.id,
    block: index,
    span: {start, end},
    text,
    // Where no repair is known the text stays, and an editor is told.
    replacement: placed.replacement ?? text,
    alternatives: [],
    verdict: rule.verdict,
    confidence: rule.confidence,
    reasons: [{kind: 'damage', weight: 0, text: rule.reason}]
  }
}

/** A pure insertion takes the unit before it along, for an edit needs a text to stand on. */
function place(text: string, index: number, found: string, replacement: string | undefined) {
  if (found !== '') return {start: index, end: index + found.length, text: found, replacement}
  const before = text.slice(index - 1, index)
  return {start: index - 1, end: index, text: before, replacement: before + (replacement ?? '')}
}

function dropOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  let end = 0
  for (const finding of [...findings].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end
  )) {
    if (finding.span.start < end) continue
    kept.push(finding)
    end = finding.span.end
  }
  return kept
}
