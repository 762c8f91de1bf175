// What decisions are good for in the texts of a project, for the commands that list and take them.
import path from 'node:path'
import type {Settings} from '../config/settings.js'
import {damageRuleIds} from '../damage/repair.js'
import {createUseTally, type Use} from '../decide/use.js'
import {type DecisionsPlace, followRenames, nameInDecisions} from '../disk/decisions-file.js'
import {exists} from '../disk/ignore.js'
import {loadGlossary} from '../disk/load-glossary.js'
import {parseDocument} from '../document/parse.js'
import type {Decision} from '../model.js'
import type {Context} from './context.js'
import type {FilesOptions} from './options.js'
import {cleanTexts} from './texts.js'

/** What holds for the run. */
export interface UsesSettings {
  readonly settings: Settings
  readonly options: FilesOptions
  readonly place: DecisionsPlace
}

/**
 * Tell what decisions are good for.
 *
 * @param paths - Texts to look at; `all`: those of the configuration, else all of the decisions' folder.
 */
export async function tellUses(
  decisions: readonly Decision[],
  paths: readonly string[] | 'all',
  {settings, options, place}: UsesSettings,
  context: Context
): Promise<Use[]> {
  const {cwd} = context
  const tally = createUseTally(await followRenames(decisions, place))
  const whole = settings.paths.length > 0 ? [] : [path.relative(cwd, place.folder) || '.']
  const looked = paths === 'all' ? whole : paths
  if (decisions.length > 0 && (paths === 'all' || looked.length > 0)) {
    for await (const {cleaned, file} of cleanTexts(looked, {...options, decisions: false}, context)) {
      const name = nameInDecisions(place, file?.absolute ?? cleaned.report.path)
      // Links that follow a heading repeat its finding.
      const own = cleaned.findings.filter(
        ({finding}) => !finding.reasons.some(({kind}) => kind === 'follows')
      )
      const findings = own
        .map(({finding}) => finding)
        .sort((a, b) => a.block - b.block || a.span.start - b.span.start)
      const {document} = cleaned
      tally.see({
        name,
        document,
        findings,
        readProse: () =>
          parseDocument(document.source, {format: document.format}).blocks.map(({text}) => text)
      })
    }
  }
  const rules = new Set([...damageRuleIds, ...(await listEntryIds(settings, cwd))])
  const there = new Set<string>()
  for (const name of new Set(decisions.flatMap(({file}) => file ?? []))) {
    if (await exists(path.join(place.folder, name))) there.add(name)
  }
  const uses = tally.tell({
    isRule: (id) => rules.has(id),
    isThere: (name) => there.has(name),
    isComplete: paths === 'all'
  })
  // As they were given: following a renamed file took the old name away.
  return uses.map((use, index) => ({...use, decision: decisions[index] ?? use.decision}))
}

async function listEntryIds({glossary}: Settings, cwd: string): Promise<Iterable<string>> {
  const {entries} = await loadGlossary(glossary.files, cwd, glossary.packs)
  return Array.from(entries, ({id}) => id)
}
