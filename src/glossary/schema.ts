// A pack file as a person writes it, short and long forms, as valibot schemas; the descriptions become
// `glossary/schema.json`, which editors use. Reading and defaults live in read.ts and resolve.ts.
import * as v from 'valibot'
import type {EntryKind} from '../model.js'

/** The values of `kind`, in the order in which the readme lists them. */
export const kinds = [
  'company',
  'product',
  'person',
  'place',
  'work',
  'medium',
  'organization',
  'event',
  'jargon'
] as const satisfies readonly EntryKind[]

// JSON Schema knows no flags, so the patterns here have none.
/** Text that is not blank. */
export const Text = v.pipe(v.string(), v.regex(/\S/, 'must not be empty'))
/** A list of such texts. */
export const Texts = v.array(Text)
const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower case letters and digits joined by hyphens')
)
const Ceiling = v.picklist(['fix', 'propose'])
const Ordinary = v.picklist(['never', 'sometimes', 'often', 'mostly'])

/** Words that speak for or against a sense, as written. */
export const CuesSchema = record({
  for: optional(Texts, 'Words and phrases that, near a match, speak for this sense.'),
  against: optional(Texts, 'Words and phrases that, near a match, speak against this sense.')
})

const LongMistranslation = record({
  text: describe(Text, 'The wrong text, capitals as usually seen; other capitals are found too.'),
  replacement: optional(Text, 'Right text for this one, where it is not the term.'),
  alternatives: optional(Texts, 'Further right texts that an editor may want instead.'),
  ordinary: optional(Ordinary, 'How often this text is ordinary language or another real name.'),
  case: optional(v.picklist(['any', 'exact']), '`exact`: found only in these capitals.'),
  ceiling: optional(Ceiling, '`propose`: never changed without an editor.'),
  cues: optional(CuesSchema, 'Cues for this text alone; those of the entry count besides.'),
  note: optional(Text, 'What went wrong in the translation.')
})

const FixExample = record({
  before: describe(Text, 'A text that must change unasked.'),
  after: describe(Text, 'What it must become.')
})
const ProposeExample = record({
  propose: describe(Text, 'A text for which a change must at least be proposed.')
})
const KeepExample = record({keep: describe(Text, 'A near miss that must not be touched.')})

/** One entry, as written. */
const EntrySchema = record({
  id: describe(Id, 'Stable and unique over all packs; never changes once published.'),
  term: describe(Text, 'The proper name: what the text must say.'),
  source: optional(
    choice(v.union([Text, Texts]), (input) => (Array.isArray(input) ? Texts : Text)),
    'Source-language forms, simplified first, traditional where it differs.'
  ),
  variants: optional(Texts, 'Other accepted forms: left alone, and evidence that the topic is near.'),
  mistranslations: describe(
    v.array(
      choice(v.union([Text, LongMistranslation]), (input) => (isRecord(input) ? LongMistranslation : Text))
    ),
    'Texts that must become the term: the text alone, or a mapping that says more.'
  ),
  kind: optional(v.picklist(kinds), 'What the entry names.'),
  domain: optional(Text, 'Topic that the entry belongs to; else that of the file.'),
  owner: optional(Id, 'Id of the entry that makes or owns this one.'),
  ordinary: optional(Ordinary, 'Default for the mistranslations of this entry.'),
  ceiling: optional(Ceiling, '`propose`: never changed without an editor, whatever the evidence.'),
  cues: optional(CuesSchema, 'Words that, near a match, speak for or against this sense.'),
  exceptions: optional(Texts, 'Phrases that contain a mistranslation and are right as they stand.'),
  first: optional(Text, 'Form for the first mention; else the term with its first source form.'),
  note: optional(Text, 'Why this name, where the choice needs a reason.'),
  references: optional(Texts, 'Where the name can be looked up.'),
  examples: optional(
    v.array(choice(v.union([FixExample, ProposeExample, KeepExample]), exampleSchemaOf)),
    'Texts that show what the entry must do; checked with the glossary.'
  )
})

/** A whole pack file, as written. */
export const PackSchema = record({
  languages: optional(
    record({
      source: describe(Text, 'Language translated from, such as `zh`.'),
      target: describe(Text, 'Language translated into, such as `en`.')
    }),
    'Language pair of the pack; else `zh` to `en`.'
  ),
  domain: optional(Text, 'Default domain of the entries; else the name of the file without its ending.'),
  silence: optional(v.array(Id), 'Ids of entries of earlier glossaries that this one switches off.'),
  entries: optional(v.array(EntrySchema), 'The entries, sorted by id.')
})

/** A whole pack file, as written. */
export type WrittenPack = v.InferOutput<typeof PackSchema>
/** One entry, as written. */
export type WrittenEntry = v.InferOutput<typeof EntrySchema>
/** Cues, as written. */
export type WrittenCues = v.InferOutput<typeof CuesSchema>

/**
 * A mapping without unknown keys.
 *
 * valibot's `strictObject` takes lists, and reports the first unknown key only, where a person wants to see all.
 * The message of the rest schema carries the known keys to the place where a suggestion is made (located.ts).
 */
export function record<const E extends v.ObjectEntries>(entries: E): v.StrictObjectSchema<E, undefined> {
  const schema: v.GenericSchema = mapping(v.objectWithRest(entries, v.never(Object.keys(entries).join(' '))))
  // What passes is the same as for a strict object, and its type has no index signature.
  return schema as v.StrictObjectSchema<E, undefined>
}

/** Refuse lists, which valibot takes for objects. */
export function mapping<S extends v.GenericSchema<Record<string, unknown>>>(schema: S) {
  return v.pipe(v.custom<v.InferInput<S>>(isRecord), schema)
}

/**
 * A value of several forms, of which its look tells which one is meant.
 *
 * A plain union would answer “none of them fits”; this one reports what is wrong with the form meant. Asked
 * without a value, as the writer of the JSON Schema does, it is the union.
 */
export function choice<S extends v.GenericSchema>(
  union: S,
  pick: (input: unknown) => v.GenericSchema
): v.LazySchema<v.GenericSchema<v.InferInput<S>, v.InferOutput<S>>> {
  // The cast holds because every picked schema is one of the union's options.
  return v.lazy((input) => (input === undefined ? union : pick(input)) as S)
}

function exampleSchemaOf(input: unknown): v.GenericSchema {
  if (isRecord(input) && 'propose' in input) return ProposeExample
  if (isRecord(input) && 'keep' in input) return KeepExample
  return FixExample
}

/** Whether a value is a mapping. */
export function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

/** Say what a value means, for editors. */
function describe<S extends v.GenericSchema>(schema: S, text: string) {
  return v.pipe(schema, v.description(text))
}

/** A described value that may be left out. */
export function optional<S extends v.GenericSchema>(schema: S, text: string) {
  return v.exactOptional(describe(schema, text))
}
