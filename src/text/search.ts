// Placeholder until the many-pattern search is written; the type is what model.ts needs.
export interface Search {
  readonly patternCount: number
}
