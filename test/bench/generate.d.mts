// Types of generate.mjs, for tests that are written in TypeScript.

/** A name, and the literal rendering that a machine made of it. */
export interface PlantedEntry {
  readonly id: string
  readonly term: string
  readonly wrong: string
}

/** Make entries, the first ones the same for every count. */
export declare function makeEntries(count: number): readonly PlantedEntry[]

/** The entries as our glossary. */
export declare function toGlossary(entries: readonly PlantedEntry[]): string

/** Write one article; those with an even seed hold mistranslations. */
export declare function makeArticle(
  seed: number,
  entries: readonly PlantedEntry[],
  size?: number
): {readonly text: string; readonly planted: readonly PlantedEntry[]; readonly kept: readonly string[]}
