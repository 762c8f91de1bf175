// Names of formats to the reports that write them; each report is loaded when it is asked for. What they look
// like: report/.
import type {FileReport} from '../model.js'
import type {CheckFormat, DiffFormat} from './options.js'

/** How findings are listed. */
export interface FindingsFormat {
  readonly format: CheckFormat
  readonly show: 'open' | 'all'
  readonly color: boolean
}

/** How a diff is shown. */
export interface DiffSettings {
  readonly format: DiffFormat
  readonly include: 'fixes' | 'proposals'
  readonly color: boolean
}

/** List the findings of texts. */
export async function formatFindings(
  reports: readonly FileReport[],
  settings: FindingsFormat
): Promise<string> {
  const {show} = settings
  switch (settings.format) {
    case 'json':
      return (await import('../report/json.js')).reportJson(reports, {show})
    case 'sarif':
      return (await import('../report/sarif.js')).reportSarif(reports)
    case 'rdjson':
      return (await import('../report/rdjson.js')).reportRdjson(reports)
    case 'rdjsonl':
      return (await import('../report/rdjson.js')).reportRdjsonl(reports)
    case 'github':
      return (await import('../report/github.js')).reportGithub(reports)
    case 'pretty':
      return (await import('../report/pretty.js')).reportPretty(reports, {
        show,
        style: await loadStyle(settings.color)
      })
  }
}

/**
 * Show what would change in texts.
 *
 * @throws {Error} When several texts are wanted as CriticMarkup, which is one text with its changes.
 */
export async function formatDiff(reports: readonly FileReport[], settings: DiffSettings): Promise<string> {
  const {format, include} = settings
  if (format === 'words') {
    return (await import('../report/words.js')).reportWords(reports, {
      include,
      style: await loadStyle(settings.color)
    })
  }
  if (format === 'unified') return (await import('../report/patch.js')).createPatch(reports, {include})
  const [report, ...others] = reports
  if (others.length > 0)
    throw new Error('--format critic writes one text with its changes; name one file only')
  return report === undefined ? '' : (await import('../report/critic.js')).reportCritic(report, {include})
}

/** The colours of a report, or none. */
export async function loadStyle(color: boolean) {
  const {colourStyle, plainStyle} = await import('../report/style.js')
  return color ? colourStyle : plainStyle
}
