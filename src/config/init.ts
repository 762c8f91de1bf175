// The first configuration of a folder. What it says: template.ts.
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {damageRuleIds} from '../damage/repair.js'
import {FileError} from '../disk/file-error.js'
import {exists} from '../disk/ignore.js'
import {listPackNames} from '../disk/read-glossary.js'
import {writeNewFile} from '../disk/write.js'
import {configName} from './load.js'
import {writeTemplate} from './template.js'

/**
 * Write a commented configuration into a folder.
 *
 * @param cwd - Absolute.
 * @returns The name of the file.
 * @throws {FileError} When there is one already, or it cannot be written.
 */
export async function writeFirstConfig(cwd: string): Promise<string> {
  if (await exists(path.join(cwd, configName))) {
    const message = `${configName}: there is one already; change it, or remove it and run the command again`
    throw new FileError('unwritable', configName, message)
  }
  const schema = path.relative(
    cwd,
    fileURLToPath(new URL('../../glossary/config.schema.json', import.meta.url))
  )
  // Outside of the project, where nameright is installed for all, its place differs from one machine to the
  // next.
  const isWithin = !schema.startsWith('..') && !path.isAbsolute(schema)
  const text = writeTemplate({
    packs: await listPackNames(),
    damageRules: damageRuleIds,
    ...(isWithin && {schema: `./${schema.replaceAll(path.sep, '/')}`})
  })
  await writeNewFile(configName, cwd, text)
  return configName
}
