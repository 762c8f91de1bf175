// `nameright diff`: what `fix` would write, as a diff.
import {Option} from '@commander-js/extra-typings'
import type {FileReport} from '../model.js'
import {type Context, isColored} from './context.js'
import {createFilesCommand, diffFormats, exitCodesHelp} from './options.js'

const help = `
Examples:
  nameright diff article.md
  nameright diff --proposals article.md            the doubtful ones too
  nameright diff --format unified posts | git apply
  nameright diff --format html -o review.html posts     to be sent to an editor, who sends back decisions
  nameright diff --between before.md after.md           what somebody else changed, in any format but html

A unified diff names files from the top of the Git work tree, as Git does: git apply takes it there, and in the folder
of the files or above it.
${exitCodesHelp}`

/** Build the command. */
export function createDiff(context: Context) {
  return createFilesCommand('diff')
    .summary('show what fix would write, as a diff')
    .description('Show what `nameright fix` would write, as a diff. Nothing is written.')
    .addOption(
      new Option(
        '-f, --format <name>',
        'words for people, unified for git apply, critic for CriticMarkup, html for a page to decide in'
      )
        .choices([...diffFormats, 'html'])
        .default('words' as const)
    )
    .option('--between', 'compare two files with one another, the earlier and the later one')
    .option('--proposals', 'change what only an editor can decide, too')
    .option('-o, --output <file>', 'write the diff to a file')
    .option('-q, --quiet', 'print nothing but errors; the exit code tells')
    .addHelpText('after', help)
    .action(async (paths, options) => {
      const [{cleanTexts}, {formatDiff}, {printResult, raiseForFindings}] = await Promise.all([
        import('./texts.js'),
        import('./formats.js'),
        import('./results.js')
      ])
      const {format} = options
      if (format === 'html') {
        if (options.between) throw new Error('html is a page to decide in; --between has nothing to decide')
        const {createPage} = await import('./review-web.js')
        return printResult(await createPage(paths, options, context), options.output, context)
      }
      const reports: FileReport[] = []
      if (options.between) reports.push(await (await import('./between.js')).readBetween(paths, context))
      else for await (const {cleaned} of cleanTexts(paths, options, context)) reports.push(cleaned.report)
      const named =
        format === 'unified' ? await (await import('./patch-names.js')).nameForGit(reports, context) : reports
      const text = await formatDiff(named, {
        format,
        include: options.proposals ? 'proposals' : 'fixes',
        color: options.output === undefined && isColored(options.color, context)
      })
      if (!options.quiet || options.output !== undefined) await printResult(text, options.output, context)
      if (options.between && text !== '') context.raise(1)
      raiseForFindings(reports, context)
    })
}
