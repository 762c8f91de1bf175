// Which files Git says have changed. What is done with them: find.ts narrows a search to them.
import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import {realPathOf} from './find.js'
import {exists} from './ignore.js'

const run = promisify(execFile)

/** Git could not be asked, or did not know the answer. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** How to ask. */
export interface ChangedOptions {
  /** Absolute folder in the work tree. */
  readonly cwd: string
  /** A commit, branch or tag; default `HEAD`, or nothing at all before the first commit. */
  readonly revision?: string | undefined
  /** For Git: its own variables are set inside hooks. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Find the files that differ from a revision: changed, staged, or new and not ignored.
 *
 * The revision counts as it was when the present branch left it, so that what others have done since does
 * not matter.
 *
 * @returns Real paths, of which some may be gone.
 * @throws {GitError} Outside of a work tree, without Git, or when the revision is not known.
 */
export async function findChangedFiles(options: ChangedOptions): Promise<Set<string>> {
  const top = (await askGit(['rev-parse', '--show-toplevel'], options)).replace(/\r?\n$/u, '')
  const revision = options.revision ?? ((await hasCommit(options)) ? 'HEAD' : undefined)
  const queries = [
    ['ls-files', '--others', '--exclude-standard', '-z'],
    revision === undefined
      ? ['ls-files', '--cached', '-z']
      : // Whatever a user writes is a revision, not an option.
        ['diff', '--name-only', '-z', '--merge-base', '--end-of-options', revision, '--']
  ]
  const lists = await Promise.all(queries.map((query) => askGit(['-C', top, ...query], options))).catch(
    async (error: unknown) => {
      throw (await tellMistaken(options)) ?? error
    }
  )
  const names = lists.flatMap((list) => list.split('\0')).filter(Boolean)
  return new Set(names.map((name) => realPathOf(path.join(top, name))))
}

/** `--changed posts` asks for a revision `posts`: told where there is a file or folder of this name. */
async function tellMistaken({revision, cwd}: ChangedOptions): Promise<GitError | undefined> {
  if (revision === undefined || !(await exists(path.resolve(cwd, revision)))) return undefined
  return new GitError(
    `--changed takes ${revision} for a revision, and Git knows none of this name; for the path write --changed=HEAD ${revision}`
  )
}

async function hasCommit(options: ChangedOptions): Promise<boolean> {
  return askGit(['rev-parse', '--verify', '--quiet', 'HEAD'], options).then(
    () => true,
    () => false
  )
}

async function askGit(args: readonly string[], {cwd, env}: ChangedOptions): Promise<string> {
  try {
    const {stdout} = await run('git', [...args], {cwd, env: {...env}, maxBuffer: 2 ** 30})
    return stdout
  } catch (error) {
    throw new GitError(`--changed asks Git, which says: ${tellFailure(error)}`)
  }
}

function tellFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'ENOENT') return 'nothing, because it is not installed'
  const told = 'stderr' in error ? String(error.stderr).trim() : ''
  // The first line says what is wrong, the others how Git is used.
  return (told.split('\n')[0] || error.message).replace(/^fatal: /u, '')
}
