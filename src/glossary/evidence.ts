// The general evidence of `glossary/evidence.yaml`, read into tables. The packs live in read.ts.
import * as v from 'valibot'
import type {EntryKind, EvidenceTables} from '../model.js'
import {readLocated} from './located.js'
import type {GlossaryProblem} from './problem.js'
import {resolveCues} from './resolve.js'
import {CuesSchema, kinds, mapping, record, Texts} from './schema.js'

const Table = mapping(v.record(v.string(), Texts))

/** The evidence file, as written. */
export const EvidenceSchema = record({
  topics: v.pipe(
    Table,
    v.description('Words that show what a text is about; `china` counts for every entry.')
  ),
  fields: v.pipe(Table, v.description('Fields of ordinary life, whose words speak against names.')),
  kinds: v.pipe(
    record(everyKind(v.exactOptional(CuesSchema))),
    v.description('Words that fit, or do not fit, every entry of a kind.')
  ),
  words: v.pipe(Table, v.description('Closed lists of words by use.'))
})

/** Tables without any evidence: for glossaries used alone. */
export const noEvidence: EvidenceTables = {topics: {}, fields: {}, kinds: {}, words: {}}

/**
 * Read the evidence file.
 *
 * @param text - The file, decoded.
 * @param file - Its name, as it is to be shown.
 * @returns The tables, empty when there are problems.
 */
export function readEvidence(
  text: string,
  file: string
): {tables: EvidenceTables; problems: readonly GlossaryProblem[]} {
  const {value, problems} = readLocated(text, file, EvidenceSchema)
  if (value === undefined) return {tables: noEvidence, problems}
  const byKind = Object.entries(value.kinds).map(([kind, cues]) => [kind, resolveCues(cues)] as const)
  return {tables: {...value, kinds: Object.fromEntries(byKind)}, problems}
}

function everyKind<S>(schema: S): Record<EntryKind, S> {
  // The cast holds because `kinds` lists every kind.
  return Object.fromEntries(kinds.map((kind) => [kind, schema])) as Record<EntryKind, S>
}
