// The texts of a folder, without a library for patterns. Patterns, and whatever is not so simple: find.ts.
import {type Dirent, readdirSync} from 'node:fs'
import path from 'node:path'

/**
 * List the files below a folder, as the pattern `**` + `/*` finds them: hidden ones and `node_modules` are left out.
 *
 * @param absolute - The folder.
 * @param isWanted - Whether a file is listed, by its name.
 * @returns Relative to the folder, with `/`, in no order; `undefined` where this is not so simple: a link may lead back
 *   up, a folder may be named like a file, and one that cannot be read may be left out.
 */
export function walkFolder(absolute: string, isWanted: (name: string) => boolean): string[] | undefined {
  const found: string[] = []
  const open = ['']
  for (let prefix = open.pop(); prefix !== undefined; prefix = open.pop()) {
    const entries = readEntries(path.join(absolute, prefix))
    if (entries === undefined) return undefined
    for (const entry of entries) {
      const {name} = entry
      if (name.startsWith('.')) continue
      if (entry.isFile()) {
        if (isWanted(name)) found.push(prefix + name)
      } else if (entry.isDirectory()) {
        // The library takes everything in a folder that is named like a file.
        if (isWanted(name)) return undefined
        // As letter case is nothing to patterns.
        if (name.toLowerCase() !== 'node_modules') open.push(`${prefix}${name}/`)
      } else if (entry.isSymbolicLink()) return undefined
    }
  }
  return found
}

function readEntries(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch {
    return undefined
  }
}
