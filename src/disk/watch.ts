// Changes of files as they happen, in batches. Which files are meant is known to find.ts.
import {setTimeout as wait} from 'node:timers/promises'
import {watch} from 'chokidar'
import {hasKnownEnding} from './find.js'

/** Files and folders under watch. */
export interface Watch {
  /** Watch more; what is watched already stays as it is. */
  add(paths: readonly string[]): void
  /** Wait for changes; what changes together comes together. */
  next(): Promise<ReadonlySet<string>>
  close(): Promise<void>
}

/** How long nothing may happen before changes are told, in ms: editors write a file in several steps. */
const quietMs = 100

/**
 * Watch files and folders, and in the folders the texts and whatever is `wanted`.
 *
 * @param paths - Absolute; those that are not there are watched all the same.
 * @param isWanted - Whether a file that is no text counts, too.
 * @param onError - Told when something cannot be watched, as when the system allows no more.
 * @returns When every change from now on will be seen.
 */
export async function watchFiles(
  paths: readonly string[],
  isWanted: (absolute: string) => boolean,
  onError: (error: unknown) => void
): Promise<Watch> {
  const changed = new Set<string>()
  let wake = () => {}
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (file, stats) =>
      /[\\/](?:node_modules|\.git)(?:[\\/]|$)/u.test(file) ||
      (stats?.isFile() === true && !hasKnownEnding(file) && !isWanted(file))
  })
  watcher.on('all', (_, file) => {
    changed.add(file)
    wake()
  })
  watcher.on('error', onError)
  await new Promise<void>((resolve) => {
    watcher.on('ready', resolve)
  })
  return {
    add: (more) => {
      watcher.add([...more])
    },
    next: async () => {
      while (changed.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      for (let size = 0; size !== changed.size; ) {
        size = changed.size
        await wait(quietMs)
      }
      const batch = new Set(changed)
      changed.clear()
      return batch
    },
    close: () => watcher.close()
  }
}
