// Names in patches: those that `git apply` looks for. The patch itself: report/patch.ts.
import {findWorkTree} from '../disk/work-tree.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'

/**
 * Name texts as Git does: from the top of the work tree that the run stands in, because `git apply` reads names so in
 * whichever folder it runs. Outside of one, and for files outside of it, names stay as given.
 */
export async function nameForGit(
  reports: readonly FileReport[],
  {cwd}: Context
): Promise<readonly FileReport[]> {
  const tree = await findWorkTree(cwd)
  if (tree === undefined) return reports
  return reports.map((report) => ({...report, path: tree.nameOf(report.path) ?? report.path}))
}
