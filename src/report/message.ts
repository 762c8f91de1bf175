// One finding in one sentence, the same in every machine format.
import type {ReportedFinding} from '../model.js'

/** *Unexpected X, expected Y or Z: why.* Values stand in backticks. */
export function describeFinding(finding: ReportedFinding): string {
  const expected = listTexts(finding).map((text) => `\`${oneLine(text)}\``)
  const why = finding.reasons.length > 0 ? `: ${finding.reasons.join('; ')}` : ''
  return `Unexpected \`${oneLine(finding.original)}\`, expected ${expected.join(' or ')}${why}`
}

/** All texts that may replace a finding, best first. */
export function listTexts({replacement, alternatives}: ReportedFinding): string[] {
  return [replacement, ...alternatives]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
