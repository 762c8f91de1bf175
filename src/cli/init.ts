// `nameright init`: the first configuration.
import {Command} from '@commander-js/extra-typings'
import type {Context} from './context.js'

const help = `
Examples:
  nameright init                         write nameright.config.yaml here, every key explained
  nameright init && nameright check      then look at what it names

Exit codes:
  0  written
  2  there is one already, or it cannot be written`

/** Build the command. */
export function createInit(context: Context) {
  return new Command('init')
    .summary('write a commented nameright.config.yaml')
    .description('Write a configuration into this folder in which every key is explained.')
    .addHelpText('after', help)
    .action(async () => {
      const {writeFirstConfig} = await import('../config/init.js')
      const written = await writeFirstConfig(context.cwd)
      context.print(`${written} written; it holds for this folder and all below it\n`)
    })
}
