// Findings as vfile messages.
import type {VFile} from 'vfile'
import type {Cleaned} from '../clean.js'
import type {ReportedFinding} from '../model.js'
import {createLocator, type Locator} from '../text/location.js'
import type {Range} from '../text/range.js'
import {type Pass, traceBack} from './origin.js'

/** A file as it is, and what plugins before this one made of it. */
interface Told {
  readonly file: VFile
  readonly locator: Locator
  readonly passes: readonly Pass[]
}

/**
 * Report every finding that is not kept, and every problem of the text, on the file.
 *
 * @param passes - What plugins before made of the text: places are those of the file as it is.
 */
export function reportMessages(file: VFile, {report}: Cleaned, passes: readonly Pass[]): void {
  const told: Told = {
    file,
    passes,
    locator: createLocator(passes.length === 0 ? report.source : String(file))
  }
  for (const finding of report.findings) if (finding.status !== 'keep') reportFinding(finding, told)
  for (const {range, message} of report.problems) {
    const place = placeOf(traceBack({range, texts: []}, passes).range, told)
    file.message(message, {place, source: 'nameright', ruleId: 'comment'})
  }
}

function reportFinding(finding: ReportedFinding, told: Told): void {
  const {start, end, replacement, alternatives, reasons, entry} = finding
  const {range, texts} = traceBack({range: {start, end}, texts: [replacement, ...alternatives]}, told.passes)
  const original =
    told.passes.length === 0 ? finding.original : String(told.file).slice(range.start, range.end)
  const message = told.file.message(`Unexpected ${quote(original)}, expected ${quote(texts[0]!)}`, {
    place: placeOf(range, told),
    source: 'nameright',
    ruleId: entry
  })
  message.actual = original
  message.expected = [...texts]
  message.note = reasons.join('; ')
}

/** In one line, though the text may be wrapped. */
function quote(text: string): string {
  return text === '' ? 'nothing' : `\`${text.replace(/\s+/gu, ' ')}\``
}

function placeOf(range: Range, {locator}: Told) {
  return {
    start: {...locator.pointAt(range.start), offset: range.start},
    end: {...locator.pointAt(range.end), offset: range.end}
  }
}
