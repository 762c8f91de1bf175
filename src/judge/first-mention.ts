// The longer form of a name at its first mention: “Doubao (豆包)”. An option, off unless asked for.
import type {Finding, Found} from '../model.js'

/** Give the first fixed finding of each entry the entry's first-mention form, unless the name stands before it already. */
export function useFirstForms(findings: readonly Finding[], {names}: Found): Finding[] {
  const seen = new Set<string>()
  let next = 0
  return findings.map((finding) => {
    for (let name = names[next]; name !== undefined && isBefore(name, finding); name = names[++next])
      for (const {entry} of name.uses) seen.add(entry.id)
    const {entry} = finding
    if (entry === undefined || finding.verdict !== 'fix' || seen.has(entry.id)) return finding
    seen.add(entry.id)
    return finding.replacement === entry.term ? {...finding, replacement: entry.first} : finding
  })
}

function isBefore(name: Found['names'][number], {block, span}: Finding): boolean {
  return name.block < block || (name.block === block && name.span.start < span.start)
}
