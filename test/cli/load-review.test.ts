import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {createContext} from '../../src/cli/context.js'
import {createSaver, loadReview} from '../../src/cli/load-review.js'
import {formatDecisions} from '../../src/decide/lines.js'
import {decisionsName} from '../../src/disk/decisions-file.js'
import type {Decision} from '../../src/model.js'
import {decideItems, reopenItems} from '../../src/review/session.js'
import {makeFolder} from '../disk/folder.js'
import {names} from './names.js'

const doubtful = 'The company Beanbag raised money.\n'
const known: Decision = {
  rule: 'doubao',
  text: 'Beanbag',
  before: 'The company',
  after: 'raised money.',
  verdict: 'reject',
  scope: 'here',
  file: 'old.md'
}

async function load(decisions: readonly Decision[], texts: Readonly<Record<string, string>>) {
  const cwd = makeFolder({'names.yaml': names, [decisionsName]: formatDecisions(decisions), ...texts})
  const output = {write: () => true}
  const stdin = (async function* () {})()
  const context = createContext({openStdin: () => stdin, stdout: output, stderr: output, cwd, env: {}})
  const review = await loadReview(Object.keys(texts), {glossary: ['names.yaml']}, context)
  return {
    ...review,
    context,
    save: createSaver(review.place, review.session.decisions),
    saved: () => readFileSync(path.join(cwd, decisionsName), 'utf8')
  }
}

test('a text that cannot be read stops no other', async () => {
  const {session, context} = await load([], {'a.md': doubtful, 'b.mdx': '{', 'c.md': doubtful})
  expect(session.files.map(({path}) => path)).toEqual(['a.md', 'c.md'])
  expect(session.items.map(({file}) => file)).toEqual([0, 1])
  expect(context.exitCode()).toBe(2)
})

test('a decision on a renamed article is taken back from the file', async () => {
  const {session, save, saved} = await load([known], {'new.md': doubtful})
  expect(session.statuses[0]?.state).toBe('rejected')
  await save(reopenItems(session, [0]).decisions)
  expect(saved()).toBe('')
})

test('a wider word replaces one on a renamed article, and what others have said stays', async () => {
  const other: Decision = {...known, file: 'b.md'}
  const {session, save, saved} = await load([known, other], {'new.md': doubtful, 'b.md': doubtful})
  const next = decideItems(session, [0], {verdict: 'accept', scope: 'everywhere'})
  expect(next.statuses.map(({state}) => state)).toEqual(['accepted', 'rejected'])
  await save(next.decisions)
  const everywhere = {...known, scope: 'everywhere', verdict: 'accept', replacement: 'Doubao'} as const
  expect(saved()).toBe(formatDecisions([other, everywhere]))
})
