// A configuration as a person writes it, as a valibot schema; the descriptions become
// `glossary/config.schema.json`, which editors use. Reading lives in read.ts, the commented first file in
// template.ts.
import * as v from 'valibot'
import {damageRuleIds} from '../damage/repair.js'
import {choice, isRecord, optional, record, Text, Texts} from '../glossary/schema.js'

const Confidence = v.pipe(
  v.number(),
  v.minValue(0, 'must be from 0 to 1'),
  v.maxValue(1, 'must be from 0 to 1')
)

const Packs = v.picklist(['all'])
const DamageRules = record(Object.fromEntries(damageRuleIds.map((id) => [id, v.exactOptional(v.boolean())])))

/** A whole configuration, as written. */
export const ConfigSchema = record({
  packs: optional(
    choice(v.union([Packs, Texts]), (input) => (Array.isArray(input) ? Texts : Packs)),
    'Glossaries that ship, by name; `all` without this key.'
  ),
  glossaries: optional(
    Texts,
    'Glossary files or folders of your own. They come after the packs; later ones add to, replace and silence entries of earlier ones.'
  ),
  paths: optional(Texts, 'Files, folders and globs to look at when a command names none.'),
  ignore: optional(Texts, 'What is never looked at, in the syntax of `.gitignore`.'),
  frontMatter: optional(
    Texts,
    'Front matter keys whose values are prose; titles, descriptions and their like without this key.'
  ),
  firstMention: optional(
    v.picklist(['term', 'long']),
    '`long`: the first mention of each mended name takes its long form, such as “Doubao (豆包)”.'
  ),
  topic: optional(
    v.picklist(['judge', 'given']),
    '`given`: all texts are known to be about the names of the glossary. `judge`: each text shows it or not.'
  ),
  thresholds: optional(
    record({
      fix: optional(Confidence, 'From this confidence on, a name is mended unasked.'),
      propose: optional(Confidence, 'From this confidence on, an editor is asked.')
    }),
    'Confidences, from 0 to 1, at which verdicts change.'
  ),
  damage: optional(
    choice(v.union([v.boolean(), DamageRules]), (input) => (isRecord(input) ? DamageRules : v.boolean())),
    'Repair what translation software garbled besides names: all rules, none, or a mapping that switches some off.'
  ),
  decisions: optional(Text, 'File that remembers what editors have decided.')
})

/** A whole configuration, as written. */
export type WrittenConfig = v.InferOutput<typeof ConfigSchema>
