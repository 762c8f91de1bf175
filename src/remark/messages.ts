// Findings as vfile messages.
import type {VFile} from 'vfile'
import type {Cleaned} from '../clean.js'
import type {ReportedFinding} from '../model.js'
import {createLocator, type Locator} from '../text/location.js'

/** Report every finding that is not kept, and every problem of the text, on the file. */
export function reportMessages(file: VFile, {report}: Cleaned): void {
  const locator = createLocator(report.source)
  for (const finding of report.findings) if (finding.status !== 'keep') reportFinding(file, finding, locator)
  for (const {range, message} of report.problems) {
    file.message(message, {place: placeOf(range, locator), source: 'nameright', ruleId: 'comment'})
  }
}

function reportFinding(file: VFile, finding: ReportedFinding, locator: Locator): void {
  const {original, replacement, alternatives, reasons, entry} = finding
  const message = file.message(`Unexpected \`${original}\`, expected \`${replacement}\``, {
    place: placeOf(finding, locator),
    source: 'nameright',
    ruleId: entry
  })
  message.actual = original
  message.expected = [replacement, ...alternatives]
  message.note = reasons.join('; ')
}

function placeOf(range: {readonly start: number; readonly end: number}, locator: Locator) {
  return {
    start: {...locator.pointAt(range.start), offset: range.start},
    end: {...locator.pointAt(range.end), offset: range.end}
  }
}
