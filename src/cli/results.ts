// Where results go, and which exit code they ask for.
import {writeNewFile} from '../disk/write.js'
import type {FileReport} from '../model.js'
import type {Context} from './context.js'

/** Print a result, or write it to the file that `--output` names. */
export async function printResult(text: string, output: string | undefined, context: Context): Promise<void> {
  if (output === undefined) context.print(text)
  else await writeNewFile(output, context.cwd, text)
}

/** Findings that are open, and comments that switch wrongly, ask for exit code 1. */
export function raiseForFindings(reports: readonly FileReport[], context: Context): void {
  const isOpen = ({findings, problems}: FileReport) =>
    problems.length > 0 || findings.some(({status}) => status !== 'keep')
  if (reports.some(isOpen)) context.raise(1)
}

/** Whether not one text could be read: that has been told, and a summary of nothing would only stand in its way. */
export function isUnread(texts: readonly unknown[], context: Context): boolean {
  return texts.length === 0 && context.exitCode() === 2
}
