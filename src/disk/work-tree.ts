// Names as Git knows them. What Git says has changed: changed.ts.
import path from 'node:path'
import {realPathOf} from './find.js'
import {exists} from './ignore.js'

/** The Git work tree that holds a folder. */
export interface WorkTree {
  /**
   * Name a file as patches do, wherever in the work tree they are applied.
   *
   * @param file - Relative to the folder, or absolute; there or not.
   * @returns Relative to the top, with `/`; `undefined` for a file outside of the work tree.
   */
  nameOf(file: string): string | undefined
}

/**
 * Find the Git work tree that holds a folder: the nearest `.git` there or above, as Git itself looks for it.
 *
 * @param folder - Absolute.
 */
export async function findWorkTree(folder: string): Promise<WorkTree | undefined> {
  const top = await findTop(realPathOf(folder))
  if (top === undefined) return undefined
  return {
    nameOf: (file) => {
      const absolute = path.resolve(folder, file)
      // Of a link the name counts: it is what Git keeps. Links on the way to it are followed.
      const real = path.join(realPathOf(path.dirname(absolute)), path.basename(absolute))
      const name = path.relative(top, real).split(path.sep).join('/')
      return name.startsWith('../') || path.isAbsolute(name) ? undefined : name
    }
  }
}

async function findTop(folder: string): Promise<string | undefined> {
  for (let current = folder; ; current = path.dirname(current)) {
    if (await exists(path.join(current, '.git'))) return current
    if (current === path.dirname(current)) return undefined
  }
}
