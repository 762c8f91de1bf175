// The work of `nameright apply --critic`. Its options live in apply.ts, reading the marks in review/critic.ts.
import path from 'node:path'
import type {Cleaned, CleanedFinding} from '../clean.js'
import {loadSettings} from '../config/settings.js'
import {offerOf} from '../decide/offer.js'
import {nameInDecisions} from '../disk/decisions-file.js'
import {FileError} from '../disk/file-error.js'
import {isFile} from '../disk/find.js'
import {readTextFile} from '../disk/read.js'
import {type CriticWord, readCritic} from '../review/critic.js'
import {reviewFiles} from '../review/output.js'
import {decideItems, type ReviewSession} from '../review/session.js'
import {showSafely} from '../text/show.js'
import type {ApplyContext, ApplyOptions} from './apply-decisions.js'
import {tellError} from './errors.js'
import {loadDecisions} from './load-decisions.js'
import {createSaver, timeNow} from './load-review.js'
import {createCleaner} from './texts.js'

/** Options of `apply --critic`. */
export interface CriticOptions extends ApplyOptions {
  readonly proposals?: true
}

/** Take decisions from texts with CriticMarkup; one that cannot be read stops no other. */
export async function applyCritic(
  files: readonly string[],
  options: CriticOptions,
  context: ApplyContext
): Promise<void> {
  if (options.to !== undefined && files.length > 1) throw new Error('--to takes one file with marks')
  const settings = await loadSettings(options, context.cwd)
  for (const file of files) {
    try {
      const loaded = await loadDecisions(settings, context.cwd)
      const clean = await createCleaner(settings, context, loaded)
      const original = await readTextFile(options.to ?? (await originalOf(file, context.cwd)), context.cwd)
      const edited = await readTextFile(file, context.cwd)
      const name = nameInDecisions(loaded.place, original.absolute)
      const text = {path: original.path, name, source: original.text}
      const session = reviewFiles([{file: text, cleaned: clean(original, [])}], loaded.decisions)
      const taken = takeWords(session, {cleaned: clean(original), edited: edited.text}, options)
      if (!options.dryRun) await createSaver(loaded.place, loaded.decisions)(taken.session.decisions)
      report(file, taken, context)
    } catch (error) {
      tellError(error, context, file)
    }
  }
}

/** `a.critic.md` was made from `a.md`. */
async function originalOf(file: string, cwd: string): Promise<string> {
  const {dir, name, ext} = path.parse(file)
  const original = path.join(dir, name.replace(/[.-]critic$/iu, '') + ext)
  if (original !== path.normalize(file) && (await isFile(original, cwd))) return original
  const message = `${file}: add --to with the file that its marks were written into`
  throw new FileError('missing', file, message)
}

/** What was taken from one file. */
interface Taken {
  readonly session: ReviewSession
  readonly accepted: number
  readonly rejected: number
  readonly open: number
  /** In words: what could not be taken, and why. */
  readonly problems: readonly string[]
}

function takeWords(
  start: ReviewSession,
  {cleaned, edited}: {readonly cleaned: Cleaned; readonly edited: string},
  options: CriticOptions
): Taken {
  const own = cleaned.findings.filter(({finding}) => !finding.reasons.some(({kind}) => kind === 'follows'))
  const shown = [...own.entries()].filter(([, {finding}]) => finding.verdict !== 'keep')
  const {words, others} = readCritic(
    cleaned.report.source,
    edited,
    shown.map(([, {reported}]) => reported)
  )
  const wasAsked = asksProposals(shown, words, options)
  const sign = {scope: 'here', at: timeNow(), ...(options.by !== undefined && {by: options.by})} as const
  const problems = others.map(
    ({before, after}) => `changed, and not taken: ${quote(before)} → ${quote(after)}`
  )
  const count = {accepted: 0, rejected: 0, open: 0}
  let session = start
  for (const [index, [id, found]] of shown.entries()) {
    const word = words[index]!
    const isProposal = found.finding.verdict === 'propose'
    if (word.verdict === 'open' || (isProposal && !wasAsked)) count.open += isProposal ? 1 : 0
    else if (word.verdict === 'unclear') problems.push(`${placeOf(found)}: too much was changed around it`)
    else if (word.verdict === 'reject') {
      session = decideItems(session, [id], {...sign, verdict: 'reject'})
      count.rejected += 1
    } else {
      const replacement = readWritten(word.written, found, cleaned)
      const isAsOffered = word.written === found.reported.replacement
      if (replacement === undefined) problems.push(`${placeOf(found)}: ${quote(word.written)} holds markup`)
      else count.accepted += 1
      // What is certain needs no word of an editor.
      if (replacement !== undefined && (isProposal || !isAsOffered)) {
        session = decideItems(session, [id], {...sign, verdict: 'accept', replacement})
      }
    }
  }
  return {session, ...count, problems}
}

/** Without a trace of any proposal, the marks were those of `diff` without `--proposals`. */
function asksProposals(
  shown: readonly (readonly [number, CleanedFinding])[],
  words: readonly CriticWord[],
  {proposals}: CriticOptions
): boolean {
  return (
    proposals === true ||
    shown.some(([, {finding}], index) => finding.verdict === 'propose' && words[index]?.verdict !== 'reject')
  )
}

/** Source text as a reader sees it, the whole match around it; `undefined` where it holds markup. */
function readWritten(
  written: string,
  {finding, reported}: CleanedFinding,
  {document}: Cleaned
): string | undefined {
  const {span, text, choices} = offerOf(finding, document.blocks[finding.block]!)
  if (written === reported.replacement) return choices[0]
  if (/[*_`[\]<>&\\]/u.test(written) || reported.original !== finding.text) return undefined
  const head = text.slice(0, finding.span.start - span.start)
  const tail = text.slice(text.length - (span.end - finding.span.end))
  return head + written + (span.end === finding.span.end ? '' : tail)
}

function report(file: string, {accepted, rejected, open, problems}: Taken, context: ApplyContext): void {
  context.print(`${showSafely(file)}: ${accepted} accepted, ${rejected} rejected, ${open} left undecided\n`)
  for (const problem of problems) context.print(`  ${showSafely(problem)}\n`)
  if (open > 0 || problems.length > 0) context.raise(1)
}

function placeOf({reported: {line, column, original}}: CleanedFinding): string {
  return `${line}:${column} ${quote(original)}`
}

function quote(text: string): string {
  return `"${showSafely(text).trim()}"`
}
