// Reports for tests, from a source and its replacements.
import type {FileReport, ReportedFinding, Verdict} from '../../src/model.js'
import {createLocator} from '../../src/text/location.js'

/** What replaces a text, and how certain that is. */
export interface Replacement {
  readonly to: string
  readonly status?: Verdict
  readonly alternatives?: readonly string[]
}

/** Report each place where a source holds a text, its replacement written into the output if it is a fix. */
export function reportOf(
  path: string,
  source: string,
  replacements: Readonly<Record<string, Replacement | string>>
): FileReport {
  const locator = createLocator(source)
  const findings = Object.entries(replacements)
    .flatMap(([text, given]) => {
      const {to, status = 'fix', alternatives = []} = typeof given === 'string' ? {to: given} : given
      return [...source.matchAll(new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(
        (match): ReportedFinding => ({
          entry: text.toLowerCase().replace(/[^a-z]+/g, '-'),
          start: match.index,
          end: match.index + text.length,
          ...locator.pointAt(match.index),
          original: text,
          replacement: to,
          alternatives,
          status,
          confidence: status === 'fix' ? 0.97 : 0.5,
          reasons: ['a capital inside of a sentence']
        })
      )
    })
    .sort((a, b) => a.start - b.start)
  return {path, source, output: applyFixes(source, findings), findings, problems: []}
}

function applyFixes(source: string, findings: readonly ReportedFinding[]): string {
  return findings
    .filter(({status}) => status === 'fix')
    .reduceRight(
      (text, {start, end, replacement}) => text.slice(0, start) + replacement + text.slice(end),
      source
    )
}
