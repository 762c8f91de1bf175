// A file that holds for a folder and all below it. Files to be checked: find.ts.
import path from 'node:path'
import {isFile} from './find.js'

/** Find a file in a folder or the nearest one above it; its absolute path, if there is one. */
export async function findUp(name: string, folder: string): Promise<string | undefined> {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (await isFile(name, current)) return path.join(current, name)
    if (current === path.dirname(current)) return undefined
  }
}
