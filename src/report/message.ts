// One finding in one sentence, the same in every machine format.
import type {ReportedFinding} from '../model.js'
import {showSafely} from '../text/show.js'

/** *Unexpected X, expected Y or Z: why.* Values stand in backticks; all of it is safe to be shown. */
export function describeFinding(finding: ReportedFinding): string {
  const expected = listTexts(finding).map((text) => `\`${showSafely(text)}\``)
  const why = finding.reasons.length > 0 ? `: ${showSafely(finding.reasons.join('; '))}` : ''
  return `Unexpected \`${showSafely(finding.original)}\`, expected ${expected.join(' or ')}${why}`
}

/** All texts that may replace a finding, best first. */
export function listTexts({replacement, alternatives}: ReportedFinding): string[] {
  return [replacement, ...alternatives]
}
