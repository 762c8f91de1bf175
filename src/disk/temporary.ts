// Files that hold what is about to be written: their names, and clearing away those whose writer was killed. Who writes
// them: write.ts, result-cache.ts.
import {createHash, randomUUID} from 'node:crypto'
import {lstatSync, readdirSync, rmSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {systemCodeOf} from './file-error.js'

/** A writer needs its file for a moment only; after so long it is gone, whatever its number says. */
const longestMs = 3_600_000
const pattern = /^\.nameright-([0-9a-f]{8})-(\d+)-[0-9a-f-]{36}\.tmp$/u
let knownMachine: string | undefined
/** Folders that this thread has looked through. */
const cleared = new Set<string>()

/**
 * Name a file that is about to take another one's place.
 *
 * Hidden and without an ending of texts, so that no search takes it for one; without the name of the other file, which
 * may be as long as names can be. It tells the writer's machine and process.
 *
 * @param folder - Absolute: only in its folder can the other file be replaced in one step.
 */
export function nameTemporary(folder: string): string {
  return path.join(folder, `.nameright-${machine()}-${process.pid}-${randomUUID()}.tmp`)
}

/** Numbers of processes mean something on one machine only, and folders may be shared. */
function machine(): string {
  // Asked for where something is written: runs that only look need not load what makes hashes.
  knownMachine ??= createHash('sha1').update(os.hostname()).digest('hex').slice(0, 8)
  return knownMachine
}

/**
 * Remove from a folder what writers that were killed have left there; once for each folder.
 *
 * Such a file lies beside one that was not written. So the run that finishes the work comes by, and no other search is
 * needed. What cannot be removed stays: it is in nobody's way.
 *
 * @param folder - Absolute.
 */
export function clearTemporary(folder: string): void {
  if (cleared.has(folder)) return
  cleared.add(folder)
  try {
    for (const name of readdirSync(folder)) {
      const match = pattern.exec(name)
      if (match) removeLeft(path.join(folder, name), {machine: match[1]!, process: Number(match[2])})
    }
  } catch {
    // Whoever may write a folder need not be allowed to list it.
  }
}

/** Who writes a file. */
interface Writer {
  readonly machine: string
  readonly process: number
}

function removeLeft(file: string, writer: Writer): void {
  try {
    const {mtimeMs} = lstatSync(file)
    if (Date.now() - mtimeMs > longestMs || isGone(writer, mtimeMs)) rmSync(file)
  } catch {
    // Its writer has just finished, or it is not ours to remove.
  }
}

// Should a writer be taken for gone that is not, it finds its file missing: it reports that nothing was written.
function isGone(writer: Writer, writtenMs: number): boolean {
  if (writer.machine !== machine()) return false
  // In containers every run may have the same number. Clocks of file systems are some ms behind.
  if (writer.process === process.pid) return writtenMs < performance.timeOrigin - 1000
  try {
    process.kill(writer.process, 0)
    return false
  } catch (error) {
    return systemCodeOf(error) === 'ESRCH'
  }
}
